/**
 * The passkeys of an account, as it may see them. better-auth adds them and checks what they sign.
 */
import type { Instant } from '@frown/core/register'
import type { Stored } from '../platform/database.ts'

export interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: Instant | null
}

export const passkeyStore = (db: Stored) => ({
  async list(accountId: string): Promise<OwnPasskey[]> {
    const rows = await db
      .selectFrom('account_passkey')
      .select(['id', 'name', 'created_at'])
      .where('account_id', '=', accountId)
      .orderBy('created_at')
      .execute()
    return rows.map(row => ({ id: row.id, name: row.name ?? '', addedAt: row.created_at as Instant | null }))
  },

  /** Whose passkey this is, by what the authenticator calls it; null: nobody's. */
  async ownerOf(credentialId: string): Promise<string | null> {
    const row = await db
      .selectFrom('account_passkey')
      .select('account_id')
      .where('credential_id', '=', credentialId)
      .executeTakeFirst()
    return row?.account_id ?? null
  },

  /** Whether the account has that passkey. */
  async rename(accountId: string, id: string, name: string): Promise<boolean> {
    const { numUpdatedRows } = await db
      .updateTable('account_passkey')
      .set({ name })
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  },

  /** Whether the account had that passkey. */
  async remove(accountId: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await db
      .deleteFrom('account_passkey')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst()
    return numDeletedRows > 0n
  }
})
