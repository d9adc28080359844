/**
 * Stopping without breaking off: what has begun may end, what comes new is refused, and after a while it is over.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { isInside } from './inside.ts'
import { Refusal } from './refusal.ts'

export interface Draining {
  /** Resolves when every request that had begun has its answer, or after `longestMs`. */
  drain(longestMs: number): Promise<void>
}

/** `onBegin` is called once, when nothing new is taken any more. */
export function drainable(app: FastifyInstance, onBegin: () => void): Draining {
  let underWay = 0
  let isStopping = false
  let onQuiet: () => void = () => undefined
  app.addHook('onRequest', async (request, reply) => {
    if (isInside(request)) return
    underWay++
    if (!isStopping) return
    reply.header('connection', 'close').header('retry-after', 5)
    throw new Refusal({
      code: 'server/stopping',
      detail: 'The server is being stopped.',
      remedy: 'Try again in a few seconds. Nothing was changed.'
    })
  })
  app.addHook('onResponse', async request => {
    if (isInside(request)) return
    underWay--
    if (underWay === 0) onQuiet()
  })
  return {
    async drain(longestMs) {
      if (isStopping) return
      isStopping = true
      onBegin()
      if (underWay === 0) return
      const quiet = new Promise<void>(resolve => {
        onQuiet = resolve
      })
      await Promise.race([quiet, sleep(longestMs, undefined, { ref: false })])
    }
  }
}
