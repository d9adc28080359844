/**
 * Brings a store to this program's schema, forward only, after a backup of what it holds.
 *
 * A store that a newer program has changed is refused: an older one would not understand it.
 */
import type { Instant } from '@frown/core/register'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Database, Stored } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { backUp } from './backup.ts'
import { migrations } from './index.ts'

export interface MigrationReport {
  /** Names of the steps taken, in order. */
  readonly steps: readonly string[]
  /** Where the store was copied to before; null: it was new, or nothing was to be done. */
  readonly backup: string | null
}

interface MigrateOptions {
  readonly backupDirectory: string
  readonly now: () => Instant
  readonly databaseUrl: string | null
  readonly steps?: Record<string, Migration>
}

/** Error (refusal): store/newer-schema. */
export async function migrate(database: Database, options: MigrateOptions): Promise<MigrationReport> {
  const steps = options.steps ?? migrations
  const done = await stepsDone(database.db)
  const unknown = done.filter(name => !Object.hasOwn(steps, name))
  if (unknown.length > 0)
    throw new Refusal({
      code: 'store/newer-schema',
      detail: `The store was changed by a newer version of Frown (${unknown.join(', ')}).`,
      remedy: 'Start that version or a later one, or use another FROWN_DIR or DATABASE_URL. Nothing was changed.'
    })
  if (done.length === Object.keys(steps).length) return { steps: [], backup: null }
  const backup = done.length === 0 ? null : await backUp(database, options)
  const migrator = new Migrator({ db: database.db, provider: { getMigrations: async () => steps } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  return { steps: (results ?? []).map(result => result.migrationName), backup }
}

export async function stepsDone(db: Stored): Promise<string[]> {
  const { rows: tables } = await sql<{
    found: boolean
  }>`select to_regclass('kysely_migration') is not null as found`.execute(db)
  if (!tables[0]?.found) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(row => row.name)
}
