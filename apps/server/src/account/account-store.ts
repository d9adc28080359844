/**
 * The accounts themselves: who there is, with which role.
 */
import { randomUUID } from 'node:crypto'
import type { GroupId, Instant } from '@frown/core/register'
import type { NamedAccount, Role } from '../platform/account.ts'
import type { Stored } from '../platform/database.ts'
import type { AccountTable } from '../platform/schema.ts'

export interface KeptAccount extends NamedAccount {
  readonly email: string
  readonly createdAt: Instant
}

/** What a role is given with: a group for spokespersons, none for others. */
export interface RoleGiven {
  readonly role: Role
  readonly groupId: GroupId | null
}

export const accountStore = (db: Stored) => ({
  async list(): Promise<KeptAccount[]> {
    return (await db.selectFrom('account').selectAll().orderBy('email').execute()).map(keptOf)
  },

  async byEmail(email: string): Promise<KeptAccount | null> {
    const row = await db.selectFrom('account').selectAll().where('email', '=', email.toLowerCase()).executeTakeFirst()
    return row ? keptOf(row) : null
  },

  async byId(id: string): Promise<KeptAccount | null> {
    const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? keptOf(row) : null
  },

  /** The new account; null: this address has one. */
  async create(email: string, { role, groupId }: RoleGiven, at: Instant): Promise<KeptAccount | null> {
    const row = await db
      .insertInto('account')
      .values({
        id: randomUUID(),
        email: email.toLowerCase(),
        email_verified: true,
        name: '',
        role,
        group_id: groupId,
        created_at: at,
        updated_at: at
      })
      .onConflict(conflict => conflict.column('email').doNothing())
      .returningAll()
      .executeTakeFirst()
    return row ? keptOf(row) : null
  },

  /** The account with its new role; null: there is none. */
  async setRole(id: string, { role, groupId }: RoleGiven, at: Instant): Promise<KeptAccount | null> {
    const row = await db
      .updateTable('account')
      .set({ role, group_id: groupId, updated_at: at })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    return row ? keptOf(row) : null
  },

  async rename(id: string, name: string, at: Instant): Promise<void> {
    await db.updateTable('account').set({ name, updated_at: at }).where('id', '=', id).execute()
  },

  /** With its sessions, passkeys and links; whether there was one. */
  async remove(id: string): Promise<boolean> {
    const { numDeletedRows } = await db.deleteFrom('account').where('id', '=', id).executeTakeFirst()
    return numDeletedRows > 0n
  }
})

const keptOf = (row: AccountTable): KeptAccount => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role as Role,
  groupId: row.group_id as GroupId | null,
  createdAt: row.created_at as Instant
})
