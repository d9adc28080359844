import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from './platform/refusal.ts'
import { type RegisterContext, readAsOf, refusals } from './register/answering.ts'
import { answered } from './register/schemas.ts'
import type { RegisterStore } from './register/store.ts'

const Health = z
  .object({ ...answered, status: z.literal('ok'), store: z.enum(['embedded', 'server']) })
  .meta({ id: 'Health' })

const Liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness' })

const longestSilenceMs = 2_000

/** Refuses after a while: a database that is frozen neither answers nor breaks the connection. */
async function silence(): Promise<never> {
  await sleep(longestSilenceMs, undefined, { ref: false })
  throw new Refusal({
    code: 'store/unavailable',
    detail: `The store has not answered for ${longestSilenceMs / 1_000} seconds.`,
    remedy: 'Look whether the database is at work. Pages and tables are still answered from memory.'
  })
}

/** Whether the server and its store answer. */
export const healthRoutes =
  (context: RegisterContext, store: RegisterStore): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/health/live',
      {
        schema: {
          operationId: 'readLiveness',
          tags: ['server'],
          summary: 'Whether the server answers; its store is not asked',
          querystring: z.strictObject({}),
          response: { 200: Liveness, ...refusals }
        }
      },
      async (_request, reply) => {
        reply.header('cache-control', 'no-store')
        return { status: 'ok' as const }
      }
    )
    routes.get(
      '/health',
      {
        schema: {
          operationId: 'readHealth',
          tags: ['server'],
          summary: 'Whether the server and its store answer',
          querystring: z.strictObject({}),
          response: { 200: Health, ...refusals }
        }
      },
      async (_request, reply) => {
        await Promise.race([store.version(), silence()])
        reply.header('cache-control', 'no-store')
        return { ...readAsOf(context, {}).answered, status: 'ok' as const, store: store.kind }
      }
    )
  }
