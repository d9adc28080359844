/**
 * Everything that is kept of accounts, and better-auth, opened when first asked: by then the address is known to which
 * cookies and passkeys are bound.
 */
import { isIP } from 'node:net'
import type { Instant } from '@frown/core/register'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Stored } from '../platform/database.ts'
import { accountStore } from './account-store.ts'
import { type Auth, createAuth } from './auth.ts'
import { linkStore } from './link-store.ts'
import type { SendMail } from './mail.ts'
import { passkeyStore } from './passkey-store.ts'
import { type Bearer, sessionStore } from './session-store.ts'
import { trailDays, trailStore } from './trail.ts'

export interface AccountsOptions {
  readonly db: Stored
  /** What signs the cookies. */
  readonly secret: () => string
  /** null: this server sends no mail. */
  readonly mail: SendMail | null
}

interface Surroundings {
  readonly now: () => Instant
  readonly origin: () => string
  readonly report: (line: string) => void
}

type Headers = FastifyRequest['headers']
export type Accounts = ReturnType<typeof openAccounts>

export function openAccounts({ db, secret, mail }: AccountsOptions, { now, origin, report }: Surroundings) {
  const [accounts, links, sessions] = [accountStore(db), linkStore(db), sessionStore(db)]
  const [passkeys, trail] = [passkeyStore(db), trailStore(db)]
  let held: { readonly origin: string; readonly auth: Auth } | null = null
  const auth = (): Auth => {
    if (held?.origin !== origin()) {
      held = { origin: origin(), auth: createAuth({ db, origin: origin(), secret: secret(), report }) }
    }
    return held.auth
  }
  const tokenOf = async (headers: Headers): Promise<string | null> =>
    headers.cookie === undefined ? null : (await auth().api.readToken({ headers: headersOf(headers) })).token

  return {
    accounts,
    links,
    sessions,
    passkeys,
    trail,
    mail,
    auth,
    tokenOf,

    /** Who bears the cookies; null: nobody. */
    async bearerOf(headers: Headers): Promise<Bearer | null> {
      const token = await tokenOf(headers)
      return token === null ? null : sessions.bearerOf(token, now())
    },

    /** Whether a browser lets this address have passkeys: they are bound to a name, and to https but on one's own machine. */
    takesPasskeys(): boolean {
      const { protocol, hostname } = new URL(origin())
      return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 && (protocol === 'https:' || hostname === 'localhost')
    },

    /** Drops what has ended, and events older than their days. */
    async prune(): Promise<void> {
      const daysAgo = (days: number) => new Date(Date.parse(now()) - days * 86_400_000).toISOString() as Instant
      await sessions.prune(now())
      await links.prune(daysAgo(7))
      await trail.prune(daysAgo(trailDays))
    }
  }
}

/** What better-auth is told of a request. */
export function headersOf({ cookie, origin }: Headers): globalThis.Headers {
  return new Headers([
    ...(cookie === undefined ? [] : [['cookie', cookie] as [string, string]]),
    ...(origin === undefined ? [] : [['origin', origin] as [string, string]])
  ])
}

/** Hands on the cookies that better-auth sets. */
export function relayCookies(reply: FastifyReply, headers: globalThis.Headers): void {
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
}
