/**
 * All that the API says and does of accounts, and the pruning of what has ended.
 */
import type { FastifyPluginAsync } from 'fastify'
import type { RegisterContext } from '../register/answering.ts'
import { operatorRoutes } from './operator-routes.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { type RouteContext, signInRoutes } from './sign-in-routes.ts'

const pruneEveryMs = 3_600_000

export const accountRoutes =
  (context: Omit<RouteContext, 'report'>, register: RegisterContext): FastifyPluginAsync =>
  async app => {
    const report = (line: string) => app.log.warn(line)
    for (const routes of [ownAccountRoutes, signInRoutes]) app.register(routes({ ...context, report }))
    app.register(operatorRoutes({ ...context, report }, register))

    let pruning = Promise.resolve()
    const prune = () => {
      pruning = context.accounts
        .prune()
        .catch(() => report('What has ended of accounts could not be removed; it is tried again.'))
    }
    const timer = setInterval(prune, pruneEveryMs).unref()
    app.addHook('onReady', async () => prune())
    app.addHook('onClose', async () => {
      clearInterval(timer)
      await pruning
    })
  }
