import { mkdtempSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { testLog } from '../log/test-log.fixture.ts'
import type { Database, Stored } from '../platform/database.ts'
import { namedSystems } from '../register/claims.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { type RegisterStore, registerStore } from '../register/store.ts'
import { linesOf, verifySeal, writeBackupFile } from './backup-file.ts'
import { tablesOf } from './tables.ts'

export const backupFolder = (): string => mkdtempSync(join(tmpdir(), 'frown-backup-'))

/** A register with something in every table that has rows of people or of the log. */
export async function filled(database: Database, small = false): Promise<RegisterStore> {
  const store = registerStore(database, testLog(database))
  for (const claims of small ? [namedSystems('kept', 3)] : [smallRegister(), namedSystems('kept', 3)])
    await store.append(claims)
  const { db } = database
  await sql`insert into account values ('somebody', 'somebody@safe.example', true, 'Some "body" — ½ \\ ',
    'spokesperson', 'acme', now(), '2026-01-02T03:04:05.678Z')`.execute(db)
  await sql`insert into account_session values ('s1', 'somebody', 'session-token', now(), now(), now())`.execute(db)
  await sql`insert into account_challenge values ('c1', 'somebody', 'challenge', now(), now(), now())`.execute(db)
  await sql`insert into account_link values ('digest', 'somebody', 'sign-in', now(), now(), null)`.execute(db)
  await sql`insert into account_passkey values ('p1', 'somebody', null, 'public', 'credential', 9007199254740991,
    'singleDevice', false, null, null, now())`.execute(db)
  await sql`insert into account_event (account_id, what, at) values ('somebody', 'link-used', now()), ('somebody', 'x', now())`.execute(
    db
  )
  await sql`insert into forecast_job (id, kind, request, state, created_at) values ('j1', 'answer', '{}', 'waiting', now())`.execute(
    db
  )
  return store
}

/** Every row of every table that a backup holds, as text, by table. */
export async function rowsOf(db: Stored): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name, key } of await tablesOf(db)) {
    const order = sql.join(key.map(column => sql.ref(column)))
    const { rows } = await sql<{
      row: string
    }>`select to_json(t)::text as row from ${sql.table(name)} t order by ${order}`.execute(db)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

export async function tableNames(db: Stored): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname::text as name from pg_class
    where relkind = 'r' and relnamespace = current_schema()::regnamespace order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** A file with a seal that holds, and with other lines than the backup at `from`. */
export async function forged(
  from: string,
  to: string,
  change: (lines: string[]) => readonly string[],
  rows?: number
): Promise<string> {
  const lines: string[] = []
  for await (const line of linesOf(from, await verifySeal(from))) lines.push(line)
  const changed = change(lines)
  const file = await open(to, 'w')
  const written = async function* () {
    for (const line of changed) yield `${line}\n`
  }
  await writeBackupFile(file, written(), () => rows ?? changed.length - 1)
  await file.close()
  return to
}
