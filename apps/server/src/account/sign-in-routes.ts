/**
 * The ways in: a one-time link, sent by mail or given by the operator, and a passkey.
 *
 * Whoever asks for a link learns nothing of who has an account: the answer is given before the address is looked up.
 */
import type { Instant } from '@frown/core/register'
import { APIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireOwnOrigin } from '../platform/account.ts'
import { Refusal } from '../platform/refusal.ts'
import { refusals } from '../register/answering.ts'
import { type Accounts, headersOf, relayCookies } from './accounts.ts'
import { type Attempts, attemptsOf, networkOf } from './attempts.ts'
import { linkMessage } from './mail.ts'
import { Challenge, Done, Email, SignedCredential } from './schemas.ts'

const windowMs = 10 * 60_000
const mostPerAddress = 60
const mostMailsPerAddress = 10
const mostPerPasskey = 10
const mostLinksPerAccount = 3

export interface RouteContext {
  readonly accounts: Accounts
  readonly now: () => Instant
  readonly origin: () => string
  readonly report: (line: string) => void
}

export const signInRoutes =
  ({ accounts, now, origin, report }: RouteContext): FastifyPluginAsyncZod =>
  async routes => {
    const { links, sessions, passkeys, trail } = accounts
    const limit = (most: number) => attemptsOf(most, windowMs, now)
    const byPasskey = limit(mostPerPasskey)
    const byAccount = limit(mostLinksPerAccount)
    const limited = (attempts: Attempts) => async (request: FastifyRequest, reply: FastifyReply) => {
      refuseAfter(attempts.count(networkOf(request.ip)), reply)
    }
    const ownOrigin = requireOwnOrigin(origin)
    const way = { onRequest: [ownOrigin, limited(limit(mostPerAddress))] }
    const described = { tags: ['account'], response: { 200: Done, ...refusals } }
    const underWay = new Set<Promise<void>>()
    routes.addHook('onClose', async () => {
      await Promise.allSettled(underWay)
    })

    const sendLink = async (email: string) => {
      const account = await accounts.accounts.byEmail(email)
      if (account === null || byAccount.count(account.id) > 0) return
      const { token } = await links.create(account.id, 'sign-in', now())
      await accounts.mail?.({ to: account.email, ...linkMessage(linkOf(origin(), token)) })
      await trail.note(account.id, 'link-sent', now())
    }

    routes.post(
      '/account/links',
      {
        onRequest: [ownOrigin, limited(limit(mostMailsPerAddress))],
        schema: {
          ...described,
          operationId: 'sendLink',
          summary: 'Send a one-time link by mail, if the address has an account; the answer does not say whether',
          body: z.strictObject({ email: Email })
        }
      },
      async request => {
        if (accounts.mail === null) throw new Refusal(noMail)
        const sending = sendLink(request.body.email)
          .catch(() => report('A one-time link could not be sent by mail; look at SMTP_URL and MAIL_FROM.'))
          .finally(() => underWay.delete(sending))
        underWay.add(sending)
        return { done: true as const }
      }
    )

    routes.post(
      '/account/session/link',
      {
        ...way,
        schema: {
          ...described,
          operationId: 'signInByLink',
          summary: 'Sign in with the secret of a one-time link, which works once',
          body: z.strictObject({ token: z.string().max(200) })
        }
      },
      async (request, reply) => {
        const before = await accounts.tokenOf(request.headers)
        const used = await links.use(request.body.token, now())
        if (!used.ok) {
          const { accountId, error } = used.error
          if (accountId !== null) await trail.note(accountId, 'link-refused', now())
          throw new Refusal(error)
        }
        const body = { accountId: used.value }
        const begun = await accounts.auth().api.beginSession({
          headers: headersOf(request.headers),
          body,
          returnHeaders: true
        })
        if (before !== null) await sessions.endOfToken(before)
        await trail.note(used.value, 'link-used', now())
        relayCookies(reply, begun.headers)
        return { done: true as const }
      }
    )

    routes.post(
      '/account/session/passkey/challenge',
      {
        ...way,
        schema: {
          operationId: 'challengePasskey',
          tags: ['account'],
          summary: 'What a passkey is to sign',
          response: { 200: Challenge, ...refusals }
        }
      },
      async (request, reply) => {
        // Without the session: nobody learns which passkeys an account has.
        const headers = headersOf({ origin: request.headers.origin })
        const asked = await accounts.auth().api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true })
        relayCookies(reply, asked.headers)
        return { options: { ...asked.response, userVerification: 'required' } }
      }
    )

    routes.post(
      '/account/session/passkey',
      {
        ...way,
        schema: {
          ...described,
          operationId: 'signInByPasskey',
          summary: 'Sign in with what a passkey signed',
          body: z.strictObject({ credential: SignedCredential })
        }
      },
      async (request, reply) => {
        const { credential } = request.body
        refuseAfter(byPasskey.count(credential.id), reply)
        const before = await accounts.tokenOf(request.headers)
        const owner = await passkeys.ownerOf(credential.id)
        if (owner === null) throw new Refusal(passkeyRefused)
        const headers = headersOf(request.headers)
        const signed = await accounts
          .auth()
          .api.verifyPasskeyAuthentication({ headers, body: { response: credential }, returnHeaders: true })
          .catch(async (error: unknown) => {
            if (!(error instanceof APIError)) throw error
            await trail.note(owner, 'passkey-refused', now())
            throw new Refusal(passkeyRefused)
          })
        if (before !== null) await sessions.endOfToken(before)
        await trail.note(owner, 'passkey-used', now())
        relayCookies(reply, signed.headers)
        return { done: true as const }
      }
    )
  }

export const linkOf = (origin: string, token: string): string => `${origin}/account/link?token=${token}`

function refuseAfter(seconds: number, reply: FastifyReply): void {
  if (seconds === 0) return
  reply.header('retry-after', seconds)
  throw new Refusal({
    code: 'limit/exceeded',
    detail: 'Too many tries to sign in.',
    remedy: `Try again in ${Math.ceil(seconds / 60)} minutes.`
  })
}

const noMail = {
  code: 'account/no-mail',
  detail: 'This server sends no mail.',
  remedy: 'Ask the operator for a link: npx frown invite prints one.'
} as const

export const passkeyRefused = {
  code: 'account/passkey-refused',
  detail: 'The passkey was not accepted.',
  remedy: 'Try again; if it was removed from the account, sign in with a one-time link.'
} as const
