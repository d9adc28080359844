/**
 * Puts a backup into an empty database: all of it or nothing.
 *
 * One transaction makes the schema as the backup had it, fills it under its own constraints, brings it forward, and holds
 * the result against the log. A file made by hand has to pass all of that, too.
 */
import type { Instant } from '@frown/core/register'
import { makeClaim, parseEntry } from '@frown/core/register'
import type { SigningKey } from '@frown/crypto/log'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { CheckpointFile } from '../log/checkpoint-file.ts'
import { leavesFrom } from '../log/leaves.ts'
import { openLog } from '../log/log.ts'
import type { Database, Stored } from '../platform/database.ts'
import { migrations } from '../platform/migrations/index.ts'
import { Refusal } from '../platform/refusal.ts'
import { firstUnlogged } from '../register/check-log.ts'
import { readClaims } from '../register/claim-rows.ts'
import { linesOf, verifySeal } from './backup-file.ts'
import { BackupHeader, formatNumber, rowStart } from './backup-header.ts'
import { malformed } from './seal.ts'
import { type BackedUpTable, tablesOf } from './tables.ts'

export interface Restored {
  readonly madeAt: Instant
  readonly step: string
  readonly rows: number
  readonly claims: number
  /** Entries of the log. */
  readonly entries: number
}

export interface RestoreOptions {
  /** Is told how many rows are in, of how many. */
  readonly onRows?: (rows: number, of: number) => void
  /** The keys of the log, where they are; without any, its checkpoint's signature is not looked at. */
  readonly keys?: readonly SigningKey[]
  /** What was signed and shown before; a backup older than that is refused. */
  readonly remembered?: CheckpointFile | null
}

const charsPerInsert = 2_000_000
const rowsPerInsert = 2_000

/** Refusals: backup/malformed-file, backup/newer-schema, backup/not-empty, log/broken, log/rolled-back. */
export async function restore({ db }: Database, path: string, options: RestoreOptions = {}): Promise<Restored> {
  const seal = await verifySeal(path)
  const lines = linesOf(path, seal)
  const first = await lines.next()
  const header = headerIn(first.done ? '' : first.value, path)
  return await db.transaction().execute(async transaction => {
    await refuseFilled(transaction)
    await bringTo(transaction, header.step)
    const tables = await tablesOf(transaction)
    if (JSON.stringify(tables.map(({ name, columns }) => ({ name, columns }))) !== JSON.stringify(header.tables))
      throw malformed(path, `Its tables are not those of ${header.step}.`)
    const rows = await fill(transaction, lines, tables, { path, of: seal.rows, onRows: options.onRows })
    if (rows !== seal.rows) throw malformed(path, `It has ${rows} rows and says ${seal.rows}.`)
    await bringTo(transaction, Object.keys(migrations).at(-1) as string)
    const claims = await audit(transaction, options)
    return { madeAt: header.madeAt as Instant, step: header.step, rows, ...claims }
  })
}

function headerIn(line: string, path: string): BackupHeader {
  let read: unknown = null
  try {
    read = JSON.parse(line)
  } catch {
    throw malformed(path, 'Its first line says nothing.')
  }
  const format = typeof read === 'object' && read !== null && 'format' in read ? read.format : null
  const newer = (what: string) =>
    new Refusal({
      code: 'backup/newer-schema',
      detail: `The backup was made by a newer version of Frown (${what}).`,
      place: path,
      remedy: 'Restore it with that version or a later one. Nothing was changed.'
    })
  if (typeof format === 'number' && format > formatNumber) throw newer(`format ${format}`)
  const header = BackupHeader.safeParse(read)
  if (!header.success) throw malformed(path, 'Its first line is not that of a backup.')
  if (!Object.hasOwn(migrations, header.data.step)) throw newer(header.data.step)
  return header.data
}

async function refuseFilled(db: Stored): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace limit 1`.execute(db)
  const [held] = rows
  if (held)
    throw new Refusal({
      code: 'backup/not-empty',
      detail: `The database is not empty: it has a table ${held.name}.`,
      remedy: 'Restore into a new database or another FROWN_DIR. Nothing was changed.'
    })
}

async function bringTo(db: Stored, step: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo(step)
  if (error !== undefined) throw error
}

interface Filling {
  readonly path: string
  readonly of: number
  readonly onRows: RestoreOptions['onRows']
}

async function fill(
  db: Stored,
  lines: AsyncIterable<string>,
  tables: readonly BackedUpTable[],
  { path, of, onRows }: Filling
): Promise<number> {
  let place = 0
  let rows = 0
  let batch: string[] = []
  let chars = 0
  const put = async () => {
    const table = tables[place]
    if (!table || batch.length === 0) return
    await insert(db, table.name, batch, path)
    rows += batch.length
    onRows?.(rows, of)
    batch = []
    chars = 0
  }
  for await (const line of lines) {
    while (place < tables.length && !line.startsWith(rowStart((tables[place] as BackedUpTable).name))) {
      await put()
      place++
    }
    const table = tables[place]
    if (!table) throw malformed(path, 'A line is of no table, or out of order.')
    const row = line.slice(rowStart(table.name).length, -1)
    if (!line.endsWith('}') || !hasColumns(row, table.columns))
      throw malformed(path, `A row is not one of the table ${table.name}.`)
    batch.push(row)
    chars += row.length
    if (batch.length >= rowsPerInsert || chars >= charsPerInsert) await put()
  }
  await put()
  for (const table of tables) await continueIdentity(db, table)
  return rows
}

/** Exactly these keys, in this order; one of a prototype is another key. */
function hasColumns(row: string, columns: readonly string[]): boolean {
  try {
    const read: unknown = JSON.parse(row)
    return typeof read === 'object' && read !== null && JSON.stringify(Object.keys(read)) === JSON.stringify(columns)
  } catch {
    return false
  }
}

async function insert(db: Stored, table: string, rows: readonly string[], path: string): Promise<void> {
  try {
    await sql`insert into ${sql.table(table)} overriding system value
      select * from json_populate_recordset(null::${sql.table(table)}, ${`[${rows.join()}]`}::text::json)`.execute(db)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // Of the data and of the constraints: SQLSTATE classes 22 and 23.
    if (/^2[23]/.test(code)) throw malformed(path, `A row breaks a rule of the table ${table} (${code}).`)
    throw error
  }
}

/** Numbers that the database gives out go on behind those restored. */
async function continueIdentity(db: Stored, { name, columns }: BackedUpTable): Promise<void> {
  const { rows } = await sql<{ column: string; sequence: string }>`
    select attname::text as column, pg_get_serial_sequence(${name}, attname)::text as sequence
    from pg_attribute where attrelid = ${name}::regclass and attname = any(${sql.lit(`{${columns.join()}}`)}::text[])
      and attidentity <> ''`.execute(db)
  for (const { column, sequence } of rows)
    await sql`select setval(${sequence}::regclass, greatest(max(${sql.ref(column)}), 1), max(${sql.ref(column)}) is not null)
      from ${sql.table(name)}`.execute(db)
}

/** Claims hash to their ids, leaves to the signed root, and claims say what their leaves say. */
async function audit(db: Stored, { keys = [], remembered = null }: RestoreOptions) {
  const log = openLog(db, {
    name: keys[0]?.name ?? '',
    keys,
    remembered: remembered && { ...remembered, write: () => undefined }
  })
  await log.verify()
  const claims = await readClaims(db, sql`true`)
  const salted = new Set<string>()
  for await (const rows of leavesFrom(db, 0))
    for (const { leaf, claim_id: id, erased_at: erasedAt } of rows) {
      const entry = id === null ? null : parseEntry(leaf)
      if (id !== null && entry?.kind === 'claim' && (entry.enteredBy !== null || erasedAt !== null)) salted.add(id)
    }
  const misnamed = claims.find(claim => !salted.has(claim.id) && makeClaim(claim).id !== claim.id)
  if (misnamed)
    throw new Refusal({
      code: 'log/broken',
      detail: `The claim ${misnamed.id} is not named by its content: it was changed.`,
      place: misnamed.id,
      remedy: 'Restore another backup. Nothing was changed.'
    })
  const unlogged = log.tree.size === 0 ? null : await firstUnlogged(db, claims)
  if (unlogged) throw new Refusal(unlogged)
  return { claims: claims.length, entries: log.tree.size }
}
