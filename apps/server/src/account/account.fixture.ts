import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Role } from '../platform/account.ts'
import type { Stored } from '../platform/database.ts'
import type { AccountsOptions } from './accounts.ts'

/** Accounts kept in `db`, a database with the newest schema; no mail. */
export const accountsIn = (db: Stored, mail: AccountsOptions['mail'] = null): AccountsOptions => ({
  db,
  secret: () => 'a secret for tests, long enough to sign',
  mail
})

export const testOrigin = 'http://localhost:3000'

export interface SignedIn {
  readonly id: string
  /** What a browser of the account sends along: its cookie, and from which page it asks. */
  readonly headers: { readonly cookie: string; readonly origin: string }
}

interface Wanted {
  readonly role: Role
  readonly groupId?: string
  readonly email?: string
}

/**
 * An account with that role, signed in by a one-time link as people do. `app` keeps accounts, was made with `origin`
 * (testOrigin if not given here) and with the operator's token.
 */
export async function signIn(
  app: FastifyInstance,
  operatorToken: string,
  { role, groupId, email = `${role}-${groupId ?? 'none'}@people.example` }: Wanted,
  origin = testOrigin
): Promise<SignedIn> {
  const invited = await app.inject({
    method: 'POST',
    url: '/api/v1/accounts',
    headers: { authorization: `Bearer ${operatorToken}` },
    payload: { email, role, groupId: groupId ?? null }
  })
  if (invited.statusCode !== 200) throw new Error(invited.body)
  const { account, link } = invited.json()
  const signed = await app.inject({
    method: 'POST',
    url: '/api/v1/account/session/link',
    remoteAddress: anyAddress(),
    headers: { origin },
    payload: { token: new URL(link).searchParams.get('token') }
  })
  if (signed.statusCode !== 200) throw new Error(signed.body)
  return { id: account.id, headers: { cookie: cookieOf(signed.headers['set-cookie']), origin } }
}

/** Of a client that has not been here yet, as far as limits go. */
export const anyAddress = (): string => `10.${[1, 2, 3].map(() => randomInt(256)).join('.')}`

/** What a browser sends back of what a response set: names and values, without those taken back. */
export function cookieOf(setCookie: string | string[] | undefined): string {
  return [setCookie ?? []]
    .flat()
    .filter(cookie => !/max-age=0/i.test(cookie))
    .map(cookie => cookie.split(';', 1)[0])
    .join('; ')
}
