/**
 * Takes the texts of a claim out of the store, and says in the log that they are gone.
 *
 * What the log proves stays: it holds their salted hash, and the salt goes with them.
 */
import { type ClaimId, type ErasureGround, formatEntry, type Instant, withoutTexts } from '@frown/core/register'
import type { FrownError } from '@frown/core/shared'
import { sql } from 'kysely'
import type { Log } from '../log/log.ts'
import type { Stored } from '../platform/database.ts'
import { readClaims, sourceRow } from './claim-rows.ts'

interface Order {
  readonly id: ClaimId
  readonly ground: ErasureGround
  readonly recordedAt: Instant
}

/** Within `transaction`; null, or why not: register/unknown-claim, log/erased. */
export async function eraseTexts(
  transaction: Stored,
  log: Log,
  { id, ground, recordedAt }: Order
): Promise<FrownError | null> {
  const leaf = await transaction.selectFrom('log_leaf').selectAll().where('claim_id', '=', id).executeTakeFirst()
  const [claim] = await readClaims(transaction, sql`id = ${id}`)
  if (!leaf || !claim) return unknownClaim(id)
  if (leaf.erased_at !== null) return { ...erased, place: id }
  await log.append(transaction, [
    {
      leaf: formatEntry({ kind: 'erasure', entry: leaf.index, ground, recordedAt }),
      claim_id: null,
      salt: null,
      entered_by: null,
      entered_by_salt: null
    }
  ])
  await transaction
    .updateTable('log_leaf')
    .set({ salt: null, entered_by: null, entered_by_salt: null, erased_at: recordedAt })
    .where('index', '=', leaf.index)
    .execute()
  const left = withoutTexts(claim)
  const source = sourceRow(left.source)
  const before = sourceRow(claim.source).id
  await transaction
    .insertInto('source')
    .values(source)
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await transaction
    .updateTable('claim')
    .set({ value: JSON.stringify(left.value), reply: left.reply, source_id: source.id })
    .where('id', '=', id)
    .execute()
  const stillUsed = await transaction
    .selectFrom('claim')
    .select('id')
    .where('source_id', '=', before)
    .limit(1)
    .executeTakeFirst()
  if (!stillUsed && before !== source.id) await transaction.deleteFrom('source').where('id', '=', before).execute()
  return null
}

export const unknownClaim = (id: string): FrownError => ({
  code: 'register/unknown-claim',
  detail: `The register holds no claim ${id}.`,
  place: id,
  remedy: 'The id is 32 hexadecimal digits, as the history of a system or group shows them.'
})

const erased: FrownError = {
  code: 'log/erased',
  detail: 'The texts of this claim are erased already.',
  remedy: 'Nothing is left to do.'
}
