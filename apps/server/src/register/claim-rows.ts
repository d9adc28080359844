/**
 * Claims and their sources as rows, and back.
 */
import { createHash } from 'node:crypto'
import type { Claim, ClaimValue, Source } from '@frown/core/register'
import { type RawBuilder, sql } from 'kysely'
import type { Stored } from '../platform/database.ts'
import type { SourceTable } from '../platform/schema.ts'

export function sourceRow(source: Source) {
  const { url, title, publisher, publishedOn, accessedOn, tier, derivedFrom, licence } = source
  const content = [url, title, publisher, publishedOn, accessedOn, tier, derivedFrom, licence]
  const id = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
  return {
    id,
    url,
    title,
    publisher,
    published_on: publishedOn,
    accessed_on: accessedOn,
    tier,
    derived_from: derivedFrom,
    licence
  }
}

type ClaimRow = ReturnType<typeof claimRow>

export const claimRow = (claim: Claim, entry: number, sourceId: string) => ({
  entry,
  id: claim.id,
  subject_kind: claim.subject.kind,
  subject_id: claim.subject.id,
  property: claim.property,
  value: JSON.stringify(claim.value),
  low: claim.low,
  high: claim.high,
  confidence: claim.confidence,
  valid_from: claim.validFrom,
  recorded_at: claim.recordedAt,
  source_id: sourceId,
  status: claim.status,
  supersedes: claim.supersedes,
  reply: claim.reply
})

/**
 * The claims that `condition` holds for, in order. As one text each, because a driver that parses ten thousand rows cell by
 * cell takes several times as long.
 */
export async function readClaims(db: Stored, condition: RawBuilder<unknown>): Promise<Claim[]> {
  const claimRows = await rowsAsJson<ClaimRow>(db, sql`select * from claim where ${condition} order by entry`)
  if (claimRows.length === 0) return []
  const sources = new Map<string, Source>()
  for (const row of await rowsAsJson<SourceTable>(db, sql`select * from source`)) sources.set(row.id, sourceOf(row))
  return claimRows.map(
    row =>
      ({
        id: row.id,
        subject: { kind: row.subject_kind, id: row.subject_id },
        property: row.property,
        value: JSON.parse(row.value) as ClaimValue | null,
        low: row.low,
        high: row.high,
        confidence: row.confidence,
        validFrom: row.valid_from,
        recordedAt: new Date(row.recorded_at).toISOString(),
        source: sources.get(row.source_id),
        status: row.status,
        supersedes: row.supersedes,
        reply: row.reply
      }) as Claim
  )
}

async function rowsAsJson<Row>(db: Stored, query: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<{
    all: string | null
  }>`select json_agg(asked)::text as "all" from (${query}) as asked`.execute(db)
  return JSON.parse(rows[0]?.all ?? '[]') as Row[]
}

const sourceOf = (row: SourceTable): Source =>
  ({
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    publishedOn: row.published_on,
    accessedOn: row.accessed_on,
    tier: row.tier,
    derivedFrom: row.derived_from,
    licence: row.licence
  }) as Source
