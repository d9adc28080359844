/**
 * Does the register say what its log says? Every claim against its leaf, both ways.
 *
 * The log's own hashes cannot tell: they cover leaves, and what is shown to people is read from claims.
 */
import { type Claim, type ClaimEntry, claimEntry, formatEntry, parseEntry } from '@frown/core/register'
import type { FrownError } from '@frown/core/shared'
import { sql } from 'kysely'
import { leavesFrom } from '../log/leaves.ts'
import type { Stored } from '../platform/database.ts'
import type { LogLeafTable } from '../platform/schema.ts'

/** The first claim that its leaf does not say, or null. */
export async function firstUnlogged(db: Stored, claims: readonly Claim[]): Promise<FrownError | null> {
  const entered = await enteredBy(db)
  let next = 0
  for await (const rows of leavesFrom(db, 0))
    for (const { index, leaf, claim_id: id, salt, erased_at: erasedAt } of rows) {
      if (id === null) continue
      const claim = claims[next++]
      if (claim?.id !== id) return mismatch(index, `says the claim ${id}, which the register does not hold there`)
      const entry = parseEntry(leaf)
      if (entry?.kind !== 'claim') return mismatch(index, 'says no claim')
      const said =
        erasedAt === null && salt !== null
          ? claimEntry(claim, salt, entered.get(index) ?? null)
          : inTheClear(claim, entry)
      if (said !== leaf) return mismatch(index, `does not say what the register holds as the claim ${id}`)
    }
  return next === claims.length
    ? null
    : mismatch(next, `is followed by claims that are not in the log (${claims.length - next})`)
}

/** Accounts and salts of the leaves that people entered. */
async function enteredBy(db: Stored): Promise<Map<number, { account: string; salt: string }>> {
  const { rows } = await sql<Pick<LogLeafTable, 'index' | 'entered_by' | 'entered_by_salt'>>`
    select index, entered_by, entered_by_salt from log_leaf where entered_by is not null`.execute(db)
  return new Map(
    rows.map(row => [Number(row.index), { account: row.entered_by as string, salt: row.entered_by_salt as string }])
  )
}

/** The leaf of `claim` with the hashes that `entry` has, which nothing is left to make. */
const inTheClear = (claim: Claim, entry: ClaimEntry): string => {
  const made = parseEntry(claimEntry(claim, '', null)) as ClaimEntry
  return formatEntry({ ...made, texts: entry.texts, enteredBy: entry.enteredBy })
}

const mismatch = (index: number, what: string): FrownError => ({
  code: 'log/broken',
  detail: `Entry ${index} of the log ${what}: the register was changed behind its back.`,
  place: `entry ${index}`,
  remedy: 'Bring back a copy of the store that is whole.'
})
