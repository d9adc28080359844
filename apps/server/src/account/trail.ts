/**
 * What happened to an account: which account, what, when. No address and no device, and nothing older than its days.
 */
import type { Instant } from '@frown/core/register'
import type { Stored } from '../platform/database.ts'

export const eventKinds = [
  'invited',
  'link-sent',
  'link-used',
  'link-refused',
  'passkey-used',
  'passkey-refused',
  'passkey-added',
  'passkey-removed',
  'role-changed',
  'signed-out',
  'signed-out-everywhere',
  'removed'
] as const
export type EventKind = (typeof eventKinds)[number]

export interface AccountEvent {
  readonly accountId: string
  readonly what: EventKind
  readonly at: Instant
}

export const trailDays = 90
const longest = 1_000

export const trailStore = (db: Stored) => ({
  async note(accountId: string, what: EventKind, at: Instant): Promise<void> {
    await db.insertInto('account_event').values({ account_id: accountId, what, at }).execute()
  },

  /** The newest first; null: of everyone. */
  async read(accountId: string | null): Promise<AccountEvent[]> {
    const rows = await db
      .selectFrom('account_event')
      .select(['account_id', 'what', 'at'])
      .$if(accountId !== null, query => query.where('account_id', '=', accountId as string))
      .orderBy('entry', 'desc')
      .limit(longest)
      .execute()
    return rows.map(row => ({ accountId: row.account_id, what: row.what as EventKind, at: row.at as Instant }))
  },

  async prune(before: Instant): Promise<void> {
    await db.deleteFrom('account_event').where('at', '<', before).execute()
  }
})
