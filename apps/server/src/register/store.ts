/**
 * Where claims are kept for good: appended in order, never changed.
 *
 * Entries count from 1 without gaps, given out under a lock, so that one number says how much a reader has seen.
 */
import { createHash } from 'node:crypto'
import { type Claim, type ClaimId, type ClaimValue, checkClaim, type Source } from '@frown/core/register'
import { fail, ok, type Result } from '@frown/core/shared'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Stored } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { SourceTable } from '../platform/schema.ts'

const channel = 'frown_register'
/** Any number that nothing else in the database uses for an advisory lock. */
const appendLock = 0x46726f776e
const rowsPerInsert = 5_000

export interface RegisterStore {
  readonly kind: Database['kind']
  /** The number of the last entry; 0: empty. */
  version(): Promise<number>
  /** The claims after `entry`, in order. */
  readAfter(entry: number): Promise<Claim[]>
  /**
   * Appends all of `claims` or none, and answers with the new version.
   * Errors: register/duplicate-claim, register/invalid-claim, store/changed (the version is no longer `ifVersion`).
   */
  append(claims: readonly Claim[], ifVersion?: number): Promise<Result<number>>
  /** Whether the ledger of this digest has been appended whole. */
  hasLedger(digest: string): Promise<boolean>
  /** Appends those of the ledger's claims that are not there yet, and answers with how many that were. */
  appendLedger(digest: string, claims: readonly Claim[]): Promise<Result<number>>
  /** Calls back after every append, by whichever process; `onLost` once if news can no longer come. */
  watch(onChange: () => void, onLost: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export function registerStore(database: Database): RegisterStore {
  const { db } = database
  return {
    kind: database.kind,
    version: () => versionOf(db),
    readAfter: entry => readAfter(db, entry),
    async append(claims, ifVersion) {
      const broken = firstBroken(claims)
      if (broken) return fail(broken)
      return locked(db, async (transaction, version) => {
        if (ifVersion !== undefined && ifVersion !== version) return fail(changed)
        const [held] = await heldIds(transaction, claims)
        if (held !== undefined) return fail(duplicate(held))
        return ok(await insert(transaction, version, claims))
      })
    },
    async hasLedger(digest) {
      const held = await db
        .selectFrom('shipped_ledger')
        .select('digest')
        .where('digest', '=', digest)
        .executeTakeFirst()
      return held !== undefined
    },
    async appendLedger(digest, claims) {
      const broken = firstBroken(claims)
      if (broken) return fail(broken)
      return locked(db, async (transaction, version) => {
        const held = version === 0 ? new Set<ClaimId>() : await heldIds(transaction, claims)
        const missing = claims.filter(claim => !held.has(claim.id))
        await transaction
          .insertInto('shipped_ledger')
          .values({ digest })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        return ok((await insert(transaction, version, missing)) - version)
      })
    },
    watch: (onChange, onLost) => database.listen(channel, onChange, onLost),
    close: () => database.close()
  }
}

const changed = {
  code: 'store/changed',
  detail: 'The register grew while this was being worked out.',
  remedy: 'Try again. Nothing was changed.'
} as const

const duplicate = (id: ClaimId) =>
  ({
    code: 'register/duplicate-claim',
    detail: `The register already holds the claim ${id}.`,
    place: id,
    remedy: 'Leave it out. Nothing was changed.'
  }) as const

/** The first rule broken by `claims`, in themselves and among themselves. */
function firstBroken(claims: readonly Claim[]) {
  const ids = new Set<ClaimId>()
  for (const claim of claims) {
    if (ids.has(claim.id)) return duplicate(claim.id)
    ids.add(claim.id)
    const broken = checkClaim(claim)
    if (broken) return broken
  }
  return null
}

/** Runs `work` in one transaction while no other append runs anywhere; a refusal rolls it back. */
async function locked<T>(
  db: Stored,
  work: (transaction: Stored, version: number) => Promise<Result<T>>
): Promise<Result<T>> {
  try {
    return await db.transaction().execute(async transaction => {
      await sql`select pg_advisory_xact_lock(${sql.lit(appendLock)})`.execute(transaction)
      const result = await work(transaction, await versionOf(transaction))
      if (!result.ok) throw new Refusal(result.error)
      return result
    })
  } catch (error) {
    if (error instanceof Refusal) return fail(error.error)
    throw error
  }
}

async function versionOf(db: Stored): Promise<number> {
  const { version } = await db
    .selectFrom('claim')
    .select(({ fn }) => fn.max('entry').as('version'))
    .executeTakeFirstOrThrow()
  return version ?? 0
}

async function heldIds(db: Stored, claims: readonly Claim[]): Promise<Set<ClaimId>> {
  const ids = JSON.stringify(claims.map(claim => claim.id))
  const { rows } = await sql<{ id: ClaimId }>`
    select claim.id from claim join json_array_elements_text(${ids}::text::json) as given (id) on given.id = claim.id
    order by claim.entry`.execute(db)
  return new Set(rows.map(row => row.id))
}

async function insert(db: Stored, version: number, claims: readonly Claim[]): Promise<number> {
  if (claims.length === 0) return version
  await refuseUnknownTargets(db, claims)
  const sourceIds = new Map<Source, string>()
  const sources = new Map<string, object>()
  for (const { source } of claims) {
    if (sourceIds.has(source)) continue
    const row = sourceRow(source)
    sourceIds.set(source, row.id)
    sources.set(row.id, row)
  }
  await sql`insert into source select * from json_populate_recordset(null::source, ${JSON.stringify([...sources.values()])}::text::json)
    on conflict (id) do nothing`.execute(db)
  for (let from = 0; from < claims.length; from += rowsPerInsert) {
    const rows = claims
      .slice(from, from + rowsPerInsert)
      .map((claim, index) => claimRow(claim, version + from + index + 1, sourceIds.get(claim.source) as string))
    await sql`insert into claim select * from json_populate_recordset(null::claim, ${JSON.stringify(rows)}::text::json)`.execute(
      db
    )
  }
  await sql`select pg_notify(${channel}, '')`.execute(db)
  return version + claims.length
}

/** A claim may supersede only what is there or comes before it in the same append. */
async function refuseUnknownTargets(db: Stored, claims: readonly Claim[]): Promise<void> {
  const before = new Set<ClaimId>()
  const elsewhere = new Set<ClaimId>()
  for (const { id, supersedes } of claims) {
    if (supersedes !== null && !before.has(supersedes)) elsewhere.add(supersedes)
    before.add(id)
  }
  if (elsewhere.size === 0) return
  const { rows } = await sql<{ id: ClaimId }>`
    select given.id from json_array_elements_text(${JSON.stringify([...elsewhere])}::text::json) as given (id)
    where not exists (select from claim where claim.id = given.id) limit 1`.execute(db)
  const [missing] = rows
  if (missing)
    throw new Refusal({
      code: 'register/invalid-claim',
      detail: `A claim supersedes ${missing.id}, which the register does not hold.`,
      place: 'supersedes',
      remedy: 'Append that claim first. Nothing was changed.'
    })
}

function sourceRow(source: Source) {
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

const claimRow = (claim: Claim, entry: number, sourceId: string) => ({
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

/** As one text each, because a driver that parses ten thousand rows cell by cell takes several times as long. */
async function readAfter(db: Stored, entry: number): Promise<Claim[]> {
  const claimRows = await rowsAsJson<ClaimRow>(db, sql`select * from claim where entry > ${entry} order by entry`)
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
