/**
 * The texts of the log's entries, as they are published beside it: one line of JSON for each entry.
 *
 * What an entry hashes can be checked with its line; a line that is gone says since when. Who entered a claim is told to nobody.
 */
import { formatTexts, type Instant, textsOf } from '@frown/core/register'
import { sql } from 'kysely'
import { readLeaves } from '../log/leaves.ts'
import type { Stored } from '../platform/database.ts'
import { readClaims } from './claim-rows.ts'

export async function entryTexts(db: Stored, from: number, to: number): Promise<string[]> {
  const leaves = await readLeaves(db, from, to)
  const claims = await readClaims(
    db,
    sql`id in (select claim_id from log_leaf where index >= ${from} and index < ${to})`
  )
  const byId = new Map(claims.map(claim => [claim.id as string, claim]))
  return leaves.map(({ claim_id: id, salt, erased_at: erasedAt }) => {
    if (erasedAt !== null) return formatTexts({ erasedAt: new Date(erasedAt).toISOString() as Instant })
    const claim = id === null ? undefined : byId.get(id)
    if (!claim || salt === null) return 'null'
    return formatTexts(textsOf(claim, salt))
  })
}
