/**
 * A copy of the store before its schema changes.
 *
 * Embedded: its files, compressed (PGlite opens them with `loadDataDir`). Server: pg_dump where it is installed
 * and as new as the server, otherwise every row of every table as lines of JSON.
 */
import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Instant } from '@frown/core/register'
import { sql } from 'kysely'
import type { Database, Stored } from '../database.ts'

interface BackupOptions {
  readonly backupDirectory: string
  readonly databaseUrl: string | null
  readonly now: () => Instant
}

/** Path of the file written. */
export async function backUp(
  database: Database,
  { backupDirectory, databaseUrl, now }: BackupOptions
): Promise<string> {
  mkdirSync(backupDirectory, { recursive: true, mode: 0o700 })
  const path = (ending: string) => join(backupDirectory, `frown-${now().replaceAll(/[:.]/g, '-')}.${ending}`)
  const files = await database.dump()
  if (files !== null) {
    const target = path('pglite.tar.gz')
    writeFileSync(target, files, { mode: 0o600, flag: 'wx' })
    return target
  }
  const dumped = path('pgdump')
  if (databaseUrl !== null && (await pgDump(databaseUrl, dumped))) return dumped
  const lines = path('ndjson.gz')
  await pipeline(everyRow(database.db), createGzip(), createWriteStream(lines, { mode: 0o600, flags: 'wx' }))
  return lines
}

async function pgDump(url: string, target: string): Promise<boolean> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const env = {
    PATH: process.env.PATH ?? '',
    PGHOST: hostname || (searchParams.get('host') ?? ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? 'prefer'
  }
  const made = await new Promise<boolean>(resolve => {
    const child = spawn('pg_dump', ['--format=custom', `--file=${target}`], { env, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', code => resolve(code === 0))
  })
  if (!made) rmSync(target, { force: true })
  return made
}

/** In one snapshot, so that the tables fit together. */
async function* everyRow(db: Stored): AsyncGenerator<string> {
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute()
  try {
    const { rows: tables } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = current_schema() order by tablename`.execute(
      transaction
    )
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select to_json(t)::text as row from ${sql.table(name)} t`.execute(
        transaction
      )
      for (const { row } of rows) yield `{"table":${JSON.stringify(name)},"row":${row}}\n`
    }
  } finally {
    await transaction.rollback().execute()
  }
}
