/**
 * What somebody who has signed in sees and changes of the own account, and of no other.
 */
import { dayOf } from '@frown/core/register'
import { APIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signInRequired } from '../platform/account.ts'
import { Refusal } from '../platform/refusal.ts'
import { refusals } from '../register/answering.ts'
import { headersOf, relayCookies } from './accounts.ts'
import { freshHours } from './auth.ts'
import { Challenge, Details, Done, Name, NewCredential, SignedIn } from './schemas.ts'
import type { Bearer } from './session-store.ts'
import { passkeyRefused, type RouteContext } from './sign-in-routes.ts'

const Id = z.strictObject({ id: z.string().max(200) })
const mostPasskeys = 20

export const ownAccountRoutes =
  ({ accounts, now }: RouteContext): FastifyPluginAsyncZod =>
  async routes => {
    const { sessions, passkeys, trail } = accounts
    const described = { tags: ['account'], response: { 200: Done, ...refusals } }
    const done = { done: true as const }
    const bearer = async ({ headers }: FastifyRequest): Promise<Bearer> => {
      const found = await accounts.bearerOf(headers)
      if (found === null) throw new Refusal(signInRequired)
      return found
    }
    const isFresh = ({ session }: Bearer) => Date.parse(now()) - Date.parse(session.beganAt) < freshHours * 3_600_000
    const endCookie = async (request: FastifyRequest, reply: FastifyReply) => {
      const ended = await accounts.auth().api.endSession({ headers: headersOf(request.headers), returnHeaders: true })
      relayCookies(reply, ended.headers)
    }
    routes.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    routes.get(
      '/account',
      {
        schema: {
          operationId: 'readAccount',
          tags: ['account'],
          summary: 'Who is signed in, and which ways in there are',
          querystring: z.strictObject({}),
          response: {
            200: z.object({
              account: SignedIn.nullable().meta({ description: 'null: nobody is' }),
              waysIn: z.object({ mail: z.boolean(), passkey: z.boolean() })
            }),
            ...refusals
          }
        }
      },
      async request => ({
        account: request.account,
        waysIn: { mail: accounts.mail !== null, passkey: accounts.takesPasskeys() }
      })
    )

    routes.patch(
      '/account',
      {
        schema: {
          ...described,
          operationId: 'renameAccount',
          summary: 'Change the name that others see',
          body: z.strictObject({ name: Name })
        }
      },
      async request => {
        const { account } = await bearer(request)
        await accounts.accounts.rename(account.id, request.body.name, now())
        return done
      }
    )

    routes.get(
      '/account/details',
      {
        schema: {
          operationId: 'readAccountDetails',
          tags: ['account'],
          summary: 'All that is kept of the own account',
          querystring: z.strictObject({}),
          response: { 200: Details, ...refusals }
        }
      },
      async request => {
        const own = await bearer(request)
        const { id } = own.account
        const [kept, passkeysHeld, sessionsHeld, events] = await Promise.all([
          accounts.accounts.byId(id),
          passkeys.list(id),
          sessions.list(id, now()),
          trail.read(id)
        ])
        if (kept === null) throw new Refusal(signInRequired)
        return {
          email: kept.email,
          createdOn: dayOf(kept.createdAt),
          passkeys: passkeysHeld.map(({ addedAt, ...passkey }) => ({ ...passkey, addedOn: addedAt && dayOf(addedAt) })),
          mayAddPasskey: isFresh(own),
          sessions: sessionsHeld.map(session => ({
            id: session.id,
            beganOn: dayOf(session.beganAt),
            seenOn: dayOf(session.seenAt),
            endsOn: dayOf(session.expiresAt),
            isThis: session.id === own.session.id
          })),
          events
        }
      }
    )

    routes.post(
      '/account/passkeys/challenge',
      {
        schema: {
          operationId: 'challengeNewPasskey',
          tags: ['account'],
          summary: 'What a new passkey is to sign',
          response: { 200: Challenge, ...refusals }
        }
      },
      async (request, reply) => {
        const own = await bearer(request)
        if (!isFresh(own)) throw new Refusal(stale)
        if ((await passkeys.list(own.account.id)).length >= mostPasskeys) throw new Refusal(enough)
        const asked = await accounts
          .auth()
          .api.generatePasskeyRegistrationOptions({ headers: headersOf(request.headers), returnHeaders: true })
        relayCookies(reply, asked.headers)
        return { options: { ...asked.response } }
      }
    )

    routes.post(
      '/account/passkeys',
      {
        schema: {
          ...described,
          operationId: 'addPasskey',
          summary: 'Add a passkey to the own account',
          body: z.strictObject({ name: Name.min(1), credential: NewCredential })
        }
      },
      async request => {
        const own = await bearer(request)
        if (!isFresh(own)) throw new Refusal(stale)
        const { name, credential } = request.body
        await accounts
          .auth()
          .api.verifyPasskeyRegistration({ headers: headersOf(request.headers), body: { name, response: credential } })
          .catch(async (error: unknown) => {
            if (!(error instanceof APIError)) throw error
            await trail.note(own.account.id, 'passkey-refused', now())
            throw new Refusal(passkeyRefused)
          })
        await trail.note(own.account.id, 'passkey-added', now())
        return done
      }
    )

    routes.patch(
      '/account/passkeys/:id',
      {
        schema: {
          ...described,
          operationId: 'renamePasskey',
          summary: 'Rename a passkey of the own account',
          params: Id,
          body: z.strictObject({ name: Name.min(1) })
        }
      },
      async request => {
        const { account } = await bearer(request)
        if (!(await passkeys.rename(account.id, request.params.id, request.body.name))) throw new Refusal(noPasskey)
        return done
      }
    )

    routes.delete(
      '/account/passkeys/:id',
      {
        schema: {
          ...described,
          operationId: 'removePasskey',
          summary: 'Remove a passkey of the own account',
          params: Id
        }
      },
      async request => {
        const { account } = await bearer(request)
        if (!(await passkeys.remove(account.id, request.params.id))) throw new Refusal(noPasskey)
        await trail.note(account.id, 'passkey-removed', now())
        return done
      }
    )

    routes.delete(
      '/account/session',
      { schema: { ...described, operationId: 'signOut', summary: 'Sign out here' } },
      async (request, reply) => {
        const { account, session } = await bearer(request)
        await sessions.end(account.id, session.id)
        await trail.note(account.id, 'signed-out', now())
        await endCookie(request, reply)
        return done
      }
    )

    routes.delete(
      '/account/sessions',
      { schema: { ...described, operationId: 'signOutEverywhere', summary: 'Sign out everywhere' } },
      async (request, reply) => {
        const { account } = await bearer(request)
        await sessions.endAll(account.id)
        await trail.note(account.id, 'signed-out-everywhere', now())
        await endCookie(request, reply)
        return done
      }
    )

    routes.delete(
      '/account/sessions/:id',
      {
        schema: { ...described, operationId: 'endSession', summary: 'End one session of the own account', params: Id }
      },
      async request => {
        const { account } = await bearer(request)
        if (!(await sessions.end(account.id, request.params.id))) throw new Refusal(noSession)
        await trail.note(account.id, 'signed-out', now())
        return done
      }
    )
  }

const stale = {
  code: 'account/stale-session',
  detail: `A passkey is added within ${freshHours} hours of signing in.`,
  remedy: 'Sign out and in again, then add it.'
} as const
const enough = {
  code: 'account/passkey-refused',
  detail: `An account has at most ${mostPasskeys} passkeys.`,
  remedy: 'Remove one first.'
} as const
const noPasskey = {
  code: 'account/unknown-passkey',
  detail: 'The account has no such passkey.',
  remedy: 'Look at /account which there are.'
} as const
const noSession = {
  code: 'account/unknown-session',
  detail: 'The account has no such session, or it has ended.',
  remedy: 'Look at /account which there are.'
} as const
