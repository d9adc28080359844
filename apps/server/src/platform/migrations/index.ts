/**
 * Every step of the schema, in order. A step that has shipped is never edited.
 */
import type { Migration } from 'kysely/migration'
import { register } from './0001-register.ts'
import { forecast } from './0002-forecast.ts'
import { log } from './0003-log.ts'
import { accounts } from './0004-accounts.ts'

export const migrations: Record<string, Migration> = {
  '0001-register': register,
  '0002-forecast': forecast,
  '0003-log': log,
  '0004-accounts': accounts
}
