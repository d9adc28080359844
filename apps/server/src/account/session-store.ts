/**
 * Who bears which session, and which sessions an account has.
 *
 * better-auth begins sessions; they are read here on every request with a cookie, with the role as it is at that moment.
 */
import { dayOf, type GroupId, type Instant } from '@frown/core/register'
import type { NamedAccount, Role } from '../platform/account.ts'
import type { Stored } from '../platform/database.ts'

export interface OwnSession {
  readonly id: string
  readonly beganAt: Instant
  /** To the day. */
  readonly seenAt: Instant
  readonly expiresAt: Instant
}

export interface Bearer {
  readonly session: OwnSession
  readonly account: NamedAccount
}

export const sessionStore = (db: Stored) => ({
  /** Who bears the session of `token` at that moment; null: nobody, or no longer. */
  async bearerOf(token: string, at: Instant): Promise<Bearer | null> {
    const row = await db
      .selectFrom('account_session as session')
      .innerJoin('account', 'account.id', 'session.account_id')
      .select(['session.id', 'session.created_at', 'session.updated_at', 'session.expires_at'])
      .select(['account.id as account_id', 'account.role', 'account.group_id', 'account.name'])
      .where('session.token', '=', token)
      .where('session.expires_at', '>', at)
      .executeTakeFirst()
    if (!row) return null
    if (dayOf(row.updated_at as Instant) < dayOf(at)) await see(db, row.id, at)
    return {
      session: sessionOf(row),
      account: {
        id: row.account_id,
        role: row.role as Role,
        groupId: row.group_id as GroupId | null,
        name: row.name
      }
    }
  },

  async list(accountId: string, at: Instant): Promise<OwnSession[]> {
    const rows = await db
      .selectFrom('account_session')
      .select(['id', 'created_at', 'updated_at', 'expires_at'])
      .where('account_id', '=', accountId)
      .where('expires_at', '>', at)
      .orderBy('created_at', 'desc')
      .execute()
    return rows.map(sessionOf)
  },

  /** Whether the account had that session. */
  async end(accountId: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('account_session')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows > 0n
  },

  async endAll(accountId: string): Promise<void> {
    await db.deleteFrom('account_session').where('account_id', '=', accountId).execute()
  },

  async endOfToken(token: string): Promise<void> {
    await db.deleteFrom('account_session').where('token', '=', token).execute()
  },

  async prune(before: Instant): Promise<void> {
    await db.deleteFrom('account_session').where('expires_at', '<', before).execute()
    await db.deleteFrom('account_challenge').where('expires_at', '<', before).execute()
  }
})

const see = (db: Stored, id: string, at: Instant) =>
  db
    .updateTable('account_session')
    .set({ updated_at: `${dayOf(at)}T00:00:00.000Z` })
    .where('id', '=', id)
    .execute()

const sessionOf = (row: { id: string; created_at: string; updated_at: string; expires_at: string }): OwnSession => ({
  id: row.id,
  beganAt: row.created_at as Instant,
  seenAt: row.updated_at as Instant,
  expiresAt: row.expires_at as Instant
})
