/**
 * Where claims are kept for good: appended in order, never changed.
 *
 * Entries count from 1 without gaps, given out under a lock, so that one number says how much a reader has seen.
 */
import {
  type Claim,
  type ClaimId,
  checkClaim,
  type ErasureGround,
  type Instant,
  type Source
} from '@frown/core/register'
import { fail, ok, type Result } from '@frown/core/shared'
import { sql } from 'kysely'
import { countLeaves } from '../log/leaves.ts'
import type { Log } from '../log/log.ts'
import type { Database, Stored } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { claimRow, readClaims, sourceRow } from './claim-rows.ts'
import { eraseTexts } from './erase.ts'
import { leavesOf } from './leaves.ts'

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
   * `enteredBy`: the account of a person. Each claim is a leaf of the log, in the same transaction.
   * Errors: register/duplicate-claim, register/invalid-claim, store/changed (the version is no longer `ifVersion`),
   * log/no-key, log/rolled-back.
   */
  append(claims: readonly Claim[], ifVersion?: number, enteredBy?: string): Promise<Result<number>>
  /**
   * Erases the texts of a claim and who entered it; its numbers, days and ids stay, and the log says that it was done.
   * Errors: register/unknown-claim, log/erased, log/no-key, log/rolled-back.
   */
  erase(id: ClaimId, ground: ErasureGround, recordedAt: Instant): Promise<Result<null>>
  /** How many claims have lost their texts: whoever keeps claims reads them anew when it grows. */
  erasures(): Promise<number>
  /** Begins the log of a register that has none with all that it holds. Answers with how many claims that was. */
  beginLog(): Promise<Result<number>>
  /** Whether the ledger of this digest has been appended whole. */
  hasLedger(digest: string): Promise<boolean>
  /** Appends those of the ledger's claims that are not there yet, and answers with how many that were. */
  appendLedger(digest: string, claims: readonly Claim[]): Promise<Result<number>>
  /** Calls back after every append, by whichever process; `onLost` once if news can no longer come. */
  watch(onChange: () => void, onLost: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

export function registerStore(database: Database, log: Log): RegisterStore {
  const { db } = database
  return {
    kind: database.kind,
    version: () => versionOf(db),
    readAfter: entry => readClaims(db, sql`entry > ${entry}`),
    async append(claims, ifVersion, enteredBy) {
      const broken = firstBroken(claims)
      if (broken) return fail(broken)
      return locked(database, log, async (transaction, version) => {
        if (ifVersion !== undefined && ifVersion !== version) return fail(changed)
        const [held] = await heldIds(transaction, claims)
        if (held !== undefined) return fail(duplicate(held))
        return ok(await insert(transaction, log, version, claims, enteredBy))
      })
    },
    erase: (id, ground, recordedAt) =>
      locked(database, log, async transaction => {
        const refused = await eraseTexts(transaction, log, { id, ground, recordedAt })
        if (refused) return fail(refused)
        await notify(transaction)
        return ok(null)
      }),
    async erasures() {
      const { erased } = await db
        .selectFrom('log_leaf')
        .select(({ fn }) => fn.countAll<number>().as('erased'))
        .where('erased_at', 'is not', null)
        .executeTakeFirstOrThrow()
      return Number(erased)
    },
    beginLog: () =>
      locked(database, log, async (transaction, version) => {
        if (version === 0 || (await countLeaves(transaction)) > 0) return ok(0)
        const claims = await readClaims(transaction, sql`true`)
        await log.append(transaction, leavesOf(claims))
        return ok(claims.length)
      }),
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
      return locked(database, log, async (transaction, version) => {
        const held = version === 0 ? new Set<ClaimId>() : await heldIds(transaction, claims)
        const missing = claims.filter(claim => !held.has(claim.id))
        await transaction
          .insertInto('shipped_ledger')
          .values({ digest })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        return ok((await insert(transaction, log, version, missing)) - version)
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

/** Runs `work` in one transaction while no other append runs anywhere; a refusal rolls it back. The log follows. */
async function locked<T>(
  { db }: Database,
  log: Log,
  work: (transaction: Stored, version: number) => Promise<Result<T>>
): Promise<Result<T>> {
  try {
    const done = await db.transaction().execute(async transaction => {
      await sql`select pg_advisory_xact_lock(${sql.lit(appendLock)})`.execute(transaction)
      const result = await work(transaction, await versionOf(transaction))
      if (!result.ok) throw new Refusal(result.error)
      return result
    })
    await log.settle()
    return done
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

async function insert(
  db: Stored,
  log: Log,
  version: number,
  claims: readonly Claim[],
  enteredBy?: string
): Promise<number> {
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
  await log.append(db, leavesOf(claims, enteredBy))
  await notify(db)
  return version + claims.length
}

const notify = (db: Stored) => sql`select pg_notify(${channel}, '')`.execute(db)

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
