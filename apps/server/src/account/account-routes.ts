import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { roles } from '../platform/account.ts'
import { refusals } from '../register/answering.ts'

const SignedIn = z
  .object({
    id: z.string(),
    role: z.enum(roles),
    groupId: z.string().nullable().meta({ description: 'Of a spokesperson: the group spoken for' }),
    name: z.string()
  })
  .meta({ id: 'Account' })

/** Who is signed in. */
export const accountRoutes = (): FastifyPluginAsyncZod => async routes => {
  routes.get(
    '/account',
    {
      schema: {
        operationId: 'readAccount',
        tags: ['account'],
        summary: 'Who is signed in',
        querystring: z.strictObject({}),
        response: {
          200: z.object({ account: SignedIn.nullable().meta({ description: 'null: nobody is' }) }),
          ...refusals
        }
      }
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { account: request.account }
    }
  )
}
