import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type RegisterContext, readAsOf, refusals } from './register/answering.ts'
import { answered } from './register/schemas.ts'
import type { RegisterStore } from './register/store.ts'

const Health = z
  .object({ ...answered, status: z.literal('ok'), store: z.enum(['embedded', 'server']) })
  .meta({ id: 'Health' })

/** Whether the server and its store answer. */
export const healthRoutes =
  (context: RegisterContext, store: RegisterStore): FastifyPluginAsyncZod =>
  async routes => {
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
        await store.version()
        reply.header('cache-control', 'no-store')
        return { ...readAsOf(context, {}).answered, status: 'ok' as const, store: store.kind }
      }
    )
  }
