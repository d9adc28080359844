/**
 * What signs the cookies: made at the first start, so that sessions outlive a restart.
 *
 * Several machines on one PostgreSQL need the same: FROWN_AUTH_SECRET, or the same file.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../platform/refusal.ts'

const shortest = 32

/** The secret in `directory`, made if it is not there. Refusals: store/unavailable. */
export function cookieSecret(directory: string): string {
  const path = join(directory, 'auth-secret')
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= shortest) return secret
  } catch (cause) {
    throw unusable(path, cause instanceof Error ? cause.message : String(cause))
  }
  throw unusable(path, `it has fewer than ${shortest} characters`)
}

const unusable = (place: string, why: string): Refusal =>
  new Refusal({
    code: 'store/unavailable',
    detail: `The secret of the cookies cannot be read (${why}).`,
    place,
    remedy: 'Give it back to the user that runs Frown, or remove it: a new one is made, and everyone signs in again.'
  })
