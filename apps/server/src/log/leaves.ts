/**
 * The rows of the log: leaves in order, what was signed of them, and what witnesses signed of that.
 */
import { sql } from 'kysely'
import type { Stored } from '../platform/database.ts'
import type { LogLeafTable } from '../platform/schema.ts'

/** A leaf on its way in. */
export type NewLeaf = Pick<LogLeafTable, 'leaf' | 'claim_id' | 'salt' | 'entered_by' | 'entered_by_salt'>

/** A leaf with what its texts need. */
export type LeafRow = Pick<LogLeafTable, 'index' | 'leaf' | 'claim_id' | 'salt' | 'erased_at'>

const rowsPerInsert = 5_000
const rowsPerRead = 20_000

export async function insertLeaves(db: Stored, first: number, leaves: readonly NewLeaf[]): Promise<void> {
  for (let from = 0; from < leaves.length; from += rowsPerInsert) {
    const rows = leaves
      .slice(from, from + rowsPerInsert)
      .map((leaf, place) => ({ index: first + from + place, ...leaf, erased_at: null }))
    await sql`insert into log_leaf select * from json_populate_recordset(null::log_leaf, ${JSON.stringify(rows)}::text::json)`.execute(
      db
    )
  }
}

/** The leaves from `from` to before `to`, in order. As one text, which drivers read many times as fast as rows. */
export async function readLeaves(db: Stored, from: number, to: number): Promise<LeafRow[]> {
  const { rows } = await sql<{ all: string | null }>`
    select json_agg(asked)::text as "all" from (
      select index, leaf, claim_id, salt, erased_at from log_leaf where index >= ${from} and index < ${to} order by index
    ) as asked`.execute(db)
  return JSON.parse(rows[0]?.all ?? '[]') as LeafRow[]
}

/** All leaves from `from` on, some at a time. */
export async function* leavesFrom(db: Stored, from: number): AsyncGenerator<LeafRow[]> {
  for (let next = from; ; ) {
    const rows = await readLeaves(db, next, next + rowsPerRead)
    if (rows.length === 0) return
    yield rows
    next += rows.length
  }
}

export async function countLeaves(db: Stored): Promise<number> {
  const { last } = await db
    .selectFrom('log_leaf')
    .select(({ fn }) => fn.max('index').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}

/** The newest checkpoint as signed, with the lines of witnesses; null: nothing was ever signed. */
export async function newestCheckpoint(db: Stored): Promise<{ size: number; note: string; witnessed: string } | null> {
  const newest = await db.selectFrom('log_checkpoint').selectAll().orderBy('size', 'desc').limit(1).executeTakeFirst()
  if (!newest) return null
  const lines = await db
    .selectFrom('log_cosignature')
    .select('line')
    .where('size', '=', newest.size)
    .orderBy('witness')
    .execute()
  return { ...newest, witnessed: newest.note + lines.map(({ line }) => `${line}\n`).join('') }
}
