/**
 * Copies a register into a file while it is in use: one snapshot of all tables, without what nobody needs back.
 *
 * Written aside and renamed, readable by its owner alone. The keys of the log and the secret of the cookies are not in it.
 */
import { existsSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Instant } from '@frown/core/register'
import { sql } from 'kysely'
import { newestCheckpoint } from '../log/leaves.ts'
import type { Database, Stored } from '../platform/database.ts'
import { stepsDone } from '../platform/migrations/migrate.ts'
import { Refusal } from '../platform/refusal.ts'
import { verifySeal, writeBackupFile } from './backup-file.ts'
import { type BackupHeader, formatNumber, rowStart } from './backup-header.ts'
import type { Seal } from './seal.ts'
import { type BackedUpTable, tablesOf } from './tables.ts'

export interface BackupOptions {
  readonly now: () => Instant
  /** Is told after each thousand rows how many there are. */
  readonly onRows?: (rows: number) => void
}

const rowsPerFetch = 1_000

/** Writes the backup of `database` to `path`, where no file may be. Refusals: backup/no-register, store/no-room, store/unavailable, input/invalid. */
export async function makeBackup(database: Database, path: string, options: BackupOptions): Promise<Seal> {
  return writtenAside(path, async (file, aside) => {
    await writeBackup(database, file, options)
    return await verifySeal(aside)
  })
}

/** Writes the backup of `database` into `file`, which is empty. */
export async function writeBackup({ db, kind }: Database, file: FileHandle, options: BackupOptions): Promise<Seal> {
  const { now, onRows = () => undefined } = options
  let rows = 0
  const lines = async function* () {
    const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute()
    try {
      const tables = await tablesOf(transaction)
      yield `${JSON.stringify(await headerOf(transaction, kind, tables, now()))}\n`
      for (const table of tables)
        for await (const fetched of rowsOf(transaction, table)) {
          for (const row of fetched) yield `${rowStart(table.name)}${row}}\n`
          rows += fetched.length
          onRows(rows)
        }
    } finally {
      await transaction.rollback().execute()
    }
  }
  return writeBackupFile(file, lines(), () => rows)
}

async function headerOf(
  db: Stored,
  store: Database['kind'],
  tables: readonly BackedUpTable[],
  madeAt: Instant
): Promise<BackupHeader> {
  const step = (await stepsDone(db)).at(-1)
  if (step === undefined)
    throw new Refusal({
      code: 'backup/no-register',
      detail: 'The store holds no register, so there is nothing to back up.',
      remedy: 'Look at FROWN_DIR and DATABASE_URL.'
    })
  const hasLog = tables.some(({ name }) => name === 'log_checkpoint')
  return {
    frown: 'backup',
    format: formatNumber,
    step,
    madeAt,
    store,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    checkpoint: hasLog ? ((await newestCheckpoint(db))?.witnessed ?? null) : null
  }
}

async function* rowsOf(db: Stored, { name, key }: BackedUpTable): AsyncGenerator<string[]> {
  const order = key.length > 0 ? sql`order by ${sql.join(key.map(column => sql.ref(column)))}` : sql``
  await sql`declare backed_up no scroll cursor for
    select to_json(t)::text as row from ${sql.table(name)} t ${order}`.execute(db)
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(rowsPerFetch)} from backed_up`.execute(db)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
  }
  await sql`close backed_up`.execute(db)
}

/** A file at `path` that is there whole or not at all, readable by its owner alone; it is written as `aside` first. */
export async function writtenAside<T>(
  path: string,
  write: (file: FileHandle, aside: string) => Promise<T>
): Promise<T> {
  if (existsSync(path))
    throw new Refusal({
      code: 'input/invalid',
      detail: 'There is a file already.',
      place: path,
      remedy: 'Give another name, or remove the file. Nothing was changed.'
    })
  const aside = `${path}.${process.pid}.part`
  try {
    const file = await open(aside, 'wx', 0o600)
    let written: T
    try {
      written = await write(file, aside)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(aside, path)
    await flushDirectory(dirname(path))
    return written
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw fileFault(error, path) ?? error
  }
}

/** So that a power cut does not take back the name. Some systems cannot. */
async function flushDirectory(path: string): Promise<void> {
  try {
    const directory = await open(path, 'r')
    await directory.sync().finally(() => directory.close())
  } catch {
    // The file itself is flushed.
  }
}

/** What the disk says, as a refusal; null: it is not of the disk. */
export function fileFault(error: unknown, place: string): Refusal | null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new Refusal(
      {
        code: 'store/no-room',
        detail: 'There is no room left on the disk.',
        place,
        remedy: 'Make room and try again. Nothing was changed.'
      },
      { cause: error }
    )
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT' || code === 'ENOTDIR' || code === 'EPERM')
    return new Refusal(
      {
        code: 'input/invalid',
        detail: `This user cannot write there (${code}).`,
        place,
        remedy: 'Give a path in a directory that is there and may be written to.'
      },
      { cause: error }
    )
  return null
}
