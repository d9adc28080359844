/**
 * One-time links: each opens one account once, until a certain instant.
 *
 * Kept is the hash of the secret alone. A used link stays until it would have ended, to be told from an unknown one.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Instant } from '@frown/core/register'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'
import type { Stored } from '../platform/database.ts'

export type LinkPurpose = 'invitation' | 'sign-in'

const validHours: Record<LinkPurpose, number> = { invitation: 72, 'sign-in': 0.25 }

export interface NewLink {
  readonly token: string
  readonly expiresAt: Instant
}

/** A link that opens nothing; `accountId`: whose it was, where that is known. */
export interface DeadLink {
  readonly error: FrownError
  readonly accountId: string | null
}

export const linkStore = (db: Stored) => ({
  async create(accountId: string, purpose: LinkPurpose, at: Instant): Promise<NewLink> {
    const token = randomBytes(32).toString('base64url')
    const expiresAt = new Date(Date.parse(at) + validHours[purpose] * 3_600_000).toISOString() as Instant
    await db
      .insertInto('account_link')
      .values({ digest: digest(token), account_id: accountId, purpose, created_at: at, expires_at: expiresAt })
      .execute()
    return { token, expiresAt }
  },

  /** The account that `token` opens, which it does no more after. */
  async use(token: string, at: Instant): Promise<Result<string, DeadLink>> {
    const used = await db
      .updateTable('account_link')
      .set({ used_at: at })
      .where('digest', '=', digest(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', at)
      .returning('account_id')
      .executeTakeFirst()
    if (used) return ok(used.account_id)
    const link = await db
      .selectFrom('account_link')
      .select(['account_id', 'used_at'])
      .where('digest', '=', digest(token))
      .executeTakeFirst()
    if (!link) return fail({ error: unknown, accountId: null })
    return fail({ error: link.used_at === null ? expired : usedBefore, accountId: link.account_id })
  },

  async prune(before: Instant): Promise<void> {
    await db.deleteFrom('account_link').where('expires_at', '<', before).execute()
  }
})

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')

const remedy = 'Ask the operator for another, or for one by mail at /account where this server sends mail.'
const unknown: FrownError = {
  code: 'account/unknown-link',
  detail: 'This is no link of this server, or one that ended long ago.',
  remedy: `See that all of it was copied. ${remedy}`
}
const expired: FrownError = { code: 'account/link-expired', detail: 'This link was not used in time.', remedy }
const usedBefore: FrownError = {
  code: 'account/link-used',
  detail: 'This link has been used, and opens an account once.',
  remedy: `If it was not you who used it, tell the operator. ${remedy}`
}
