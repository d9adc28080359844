/**
 * Which tables a backup holds, in an order in which they can be filled again.
 *
 * All there are, but for those that are left out by name: a new table is kept without anyone thinking of it.
 */
import { sql } from 'kysely'
import type { Stored } from '../platform/database.ts'

export interface BackedUpTable {
  readonly name: string
  readonly columns: readonly string[]
  /** Columns of the primary key, by which rows are ordered. */
  readonly key: readonly string[]
}

/** What nobody needs back: who is signed in, one-time secrets, and work that can be asked for again. */
export const leftOut: ReadonlySet<string> = new Set([
  'account_session',
  'account_challenge',
  'account_link',
  'forecast_job',
  'forecast_sweep',
  'forecast_chunk',
  'kysely_migration',
  'kysely_migration_lock'
])

/** Where a trigger, not a foreign key, wants one table before another. */
const before: readonly (readonly [first: string, then: string])[] = [['source', 'claim']]

export async function tablesOf(db: Stored): Promise<BackedUpTable[]> {
  const { rows } = await sql<BackedUpTable>`
    select c.relname::text as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid order by k.place) as key
    from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname`.execute(
    db
  )
  const { rows: references } = await sql<{ first: string; then: string }>`
    select target.relname::text as first, c.relname::text as then
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class target on target.oid = f.confrelid
    where f.contype = 'f' and c.relnamespace = current_schema()::regnamespace and c.oid <> target.oid`.execute(db)
  const edges = [...before, ...references.map(({ first, then }) => [first, then] as const)]
  return inOrder(
    rows.filter(({ name }) => !leftOut.has(name)),
    edges
  )
}

function inOrder(tables: readonly BackedUpTable[], edges: readonly (readonly [string, string])[]): BackedUpTable[] {
  const ordered: BackedUpTable[] = []
  const waiting = [...tables]
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const next = waiting.findIndex(({ name }) => !edges.some(([first, then]) => then === name && names.has(first)))
    ordered.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return ordered
}
