/**
 * Is this the operator of the server? Only who can read the lock file has the token.
 *
 * Compared by hash in constant time, and before any of the body is read.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Whether an Authorization header bears `token`; undefined: none does. */
export function bearerTest(token: string | undefined): (authorization: string | undefined) => boolean {
  const expected = token === undefined ? null : digest(token)
  return authorization => {
    const given = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1]
    return expected !== null && given !== undefined && timingSafeEqual(digest(given), expected)
  }
}

/** A hook that refuses (operator/required) whoever does not bear `token`; undefined: everyone. */
export function requireOperator(token: string | undefined): (request: FastifyRequest) => Promise<void> {
  const isOperator = bearerTest(token)
  return async request => {
    if (isOperator(request.headers.authorization)) return
    throw new Refusal({
      code: 'operator/required',
      detail: 'Only the operator of this server may do this.',
      place: 'Authorization',
      remedy: 'Use the frown command on the machine that runs the server, in the same FROWN_DIR.'
    })
  }
}
