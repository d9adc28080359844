/**
 * Who asks, and may they? What every capability needs to know of accounts; how one signs in is in ../account.
 *
 * A request that bears a cookie and writes must come from this server's own pages: a browser sends the cookie along
 * with whatever any site makes it send, but it says in Origin which site that was.
 */
import type { GroupId } from '@frown/core/register'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { bearerTest } from './operator.ts'
import { Refusal } from './refusal.ts'

export const roles = ['reader', 'editor', 'reviewer', 'trustee', 'organiser', 'spokesperson', 'operator'] as const
export type Role = (typeof roles)[number]

export interface Account {
  readonly id: string
  readonly role: Role
  /** Of a spokesperson: the group spoken for. */
  readonly groupId: GroupId | null
}

export interface NamedAccount extends Account {
  /** Empty until its owner gives one. */
  readonly name: string
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null: nobody signed in, and on the register's GETs, which are the same for everyone. */
    account: NamedAccount | null
  }
}

/** Who bears the cookies of a request; null: nobody. */
export type Identify = (headers: FastifyRequest['headers']) => Promise<NamedAccount | null>

interface AccountOptions {
  readonly identify: Identify
  /** Whoever bears it is the operator. */
  readonly operatorToken: string | undefined
  readonly origin: () => string
}

const operatorAccount: NamedAccount = { id: 'operator', role: 'operator', groupId: null, name: 'Operator' }
const sameForAll = '/api/v1/register/'

/** Puts `account` on the requests of `app`, and refuses writes with cookies from elsewhere. */
export function recogniseAccounts(app: FastifyInstance, { identify, operatorToken, origin }: AccountOptions): void {
  const isOperator = bearerTest(operatorToken)
  app.decorateRequest('account', null)
  app.addHook('onRequest', async request => {
    const { headers } = request
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (headers.cookie !== undefined && !reads && headers.origin !== origin()) throw new Refusal(foreignOrigin)
    if (!request.url.startsWith('/api/') || (reads && request.url.startsWith(sameForAll))) return
    if (isOperator(headers.authorization)) request.account = operatorAccount
    else if (headers.cookie !== undefined) request.account = await identify(headers)
  })
}

/** A hook for what signs somebody in: refuses what comes from no page of this server, with or without a cookie. */
export function requireOwnOrigin(origin: () => string): (request: FastifyRequest) => Promise<void> {
  return async ({ headers }) => {
    if (headers.origin !== origin()) throw new Refusal(foreignOrigin)
  }
}

/** A hook that refuses whoever has none of the roles: account/sign-in-required, account/not-allowed. */
export function requireRole(...allowed: readonly Role[]): (request: FastifyRequest) => Promise<void> {
  return async ({ account }) => {
    if (account === null) throw new Refusal(signInRequired)
    if (!allowed.includes(account.role)) throw new Refusal(notAllowed(account.role, allowed))
  }
}

const foreignOrigin = {
  code: 'account/foreign-origin',
  detail: 'The request did not come from a page of this server.',
  place: 'Origin',
  remedy: 'Use the pages under the address that ORIGIN says, or say it in the header Origin. Nothing was changed.'
} as const

export const signInRequired = {
  code: 'account/sign-in-required',
  detail: 'Only who has signed in may do this.',
  remedy: 'Sign in at /account.'
} as const

const notAllowed = (role: Role, allowed: readonly Role[]) =>
  ({
    code: 'account/not-allowed',
    detail: `An account with the role ${role} may not do this; it takes ${allowed.join(' or ')}.`,
    remedy: 'Ask the operator of this server for the role. Nothing was changed.'
  }) as const
