/**
 * Where jobs are kept, so that what was taken on survives the process that took it on.
 *
 * Whoever is at a job holds it on a lease and renews that; a job whose holder falls silent is anybody's again.
 * The embedded store has one process at a time, so there every other holder is a dead one.
 */
import type { Instant } from '@frown/core/register'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'
import { type Selectable, sql } from 'kysely'
import type { Database, Stored } from '../platform/database.ts'
import type { ForecastJobTable } from '../platform/schema.ts'

export type JobState = ForecastJobTable['state']

export interface Job {
  readonly id: string
  readonly kind: string
  readonly request: unknown
  readonly state: JobState
  /** 0–1. */
  readonly progress: number
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
  /** null unless done. */
  readonly result: unknown
  /** null unless failed or cancelled. */
  readonly error: FrownError | null
}

export const isFinished = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running'

export type Outcome =
  | { readonly state: 'done'; readonly result: unknown }
  | { readonly state: 'failed'; readonly error: FrownError }

export interface JobStore {
  readonly kind: Database['kind']
  /** The job of this id, made or begun anew unless it is under way or done. Error: forecast/busy. */
  submit(asked: Pick<Job, 'id' | 'kind' | 'request'>, at: Instant): Promise<Result<Job>>
  read(id: string): Promise<Job | null>
  /** Takes one asking back; the last one ends the job and removes its sweeps. */
  cancel(id: string, at: Instant): Promise<Job | null>
  /** The oldest job that nobody is at, from now on held by `holder`; of `among` only, unless that is null. */
  claim(holder: string, among: readonly string[] | null): Promise<{ job: Job; attempts: number } | null>
  /** Whether `holder` still holds it; notes the progress. */
  renew(id: string, holder: string, progress: number): Promise<boolean>
  /** Whether `holder` still held it; if not, nothing is changed. Removes the job's sweeps. */
  finish(id: string, holder: string, outcome: Outcome, at: Instant): Promise<boolean>
  /** Leaves what `holder` holds to others. */
  release(holder: string): Promise<void>
  /** How many are not finished. */
  count(): Promise<{ readonly waiting: number; readonly running: number }>
}

interface Limits {
  readonly mostWaiting?: number
  readonly leaseSeconds?: number
  /** Finished jobs are kept until there are more than this, or for so many days. */
  readonly mostKept?: number
  readonly daysKept?: number
}

/** Any number that nothing else in the database uses for an advisory lock. */
const submitLock = 0x666f7265

export function jobStore({ kind, db }: Database, limits: Limits = {}): JobStore {
  const { mostWaiting = 20, leaseSeconds = 15, mostKept = 200, daysKept = 7 } = limits
  const lease = sql<string>`now() + make_interval(secs => ${leaseSeconds}::double precision)`

  const forgetOld = async (at: Instant) => {
    await sql`delete from forecast_job where id in (
      select id from forecast_job where finished_at is not null order by finished_at desc, id offset ${mostKept}::integer
    ) or finished_at < ${at}::timestamptz - make_interval(days => ${daysKept}::integer)`.execute(db)
  }

  return {
    kind,
    submit: ({ id, kind, request }, at) =>
      db.transaction().execute(async transaction => {
        await sql`select pg_advisory_xact_lock(${sql.lit(submitLock)})`.execute(transaction)
        const held = await rowOf(transaction, id)
        if (held?.state === 'done') return ok(jobOf(held))
        if (held?.state === 'waiting' || held?.state === 'running') {
          await transaction
            .updateTable('forecast_job')
            .set({ askers: held.askers + 1 })
            .where('id', '=', id)
            .execute()
          return ok(jobOf(held))
        }
        const { waiting } = await transaction
          .selectFrom('forecast_job')
          .select(({ fn }) => fn.countAll<number>().as('waiting'))
          .where('state', '=', 'waiting')
          .executeTakeFirstOrThrow()
        if (waiting >= mostWaiting) return fail(busy(waiting))
        await transaction.deleteFrom('forecast_job').where('id', '=', id).execute()
        const row = await transaction
          .insertInto('forecast_job')
          .values({ id, kind, request: JSON.stringify(request), state: 'waiting', created_at: at })
          .returningAll()
          .executeTakeFirstOrThrow()
        return ok(jobOf(row))
      }),
    async read(id) {
      const row = await rowOf(db, id)
      return row ? jobOf(row) : null
    },
    async cancel(id, at) {
      const job = await db.transaction().execute(async transaction => {
        const row = await transaction
          .updateTable('forecast_job')
          .set(({ eb }) => ({ askers: eb('askers', '-', 1) }))
          .where('id', '=', id)
          .where('state', 'in', ['waiting', 'running'])
          .returningAll()
          .executeTakeFirst()
        if (!row || row.askers > 0) return row ?? rowOf(transaction, id)
        await transaction.deleteFrom('forecast_sweep').where('job_id', '=', id).execute()
        return transaction
          .updateTable('forecast_job')
          .set({ ...unheld, state: 'cancelled', error: JSON.stringify(cancelled), finished_at: at })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst()
      })
      return job ? jobOf(job) : null
    },
    async claim(holder, among) {
      if (among?.length === 0) return null
      const isLeft = kind === 'embedded' ? sql`held_by <> ${holder}` : sql`held_until < now()`
      const isMeant = among === null ? sql`true` : sql`id in (${sql.join(among)})`
      const row = await db
        .updateTable('forecast_job')
        .set(({ eb }) => ({
          state: 'running',
          held_by: holder,
          held_until: lease,
          attempts: eb('attempts', '+', 1)
        }))
        .where(
          'id',
          '=',
          sql<string>`(select id from forecast_job where (state = 'waiting' or (state = 'running' and ${isLeft})) and ${isMeant}
            order by created_at, id limit 1 for update skip locked)`
        )
        .returningAll()
        .executeTakeFirst()
      return row ? { job: jobOf(row), attempts: row.attempts } : null
    },
    async renew(id, holder, progress) {
      const row = await db
        .updateTable('forecast_job')
        .set({ progress: Math.min(1, Math.max(0, progress)), held_until: lease })
        .where('id', '=', id)
        .where('held_by', '=', holder)
        .returning('id')
        .executeTakeFirst()
      return row !== undefined
    },
    async finish(id, holder, outcome, at) {
      const isOurs = await db.transaction().execute(async transaction => {
        const row = await transaction
          .updateTable('forecast_job')
          .set({
            ...unheld,
            state: outcome.state,
            finished_at: at,
            ...(outcome.state === 'done'
              ? { progress: 1, result: JSON.stringify(outcome.result ?? null) }
              : { error: JSON.stringify(outcome.error) })
          })
          .where('id', '=', id)
          .where('held_by', '=', holder)
          .returning('id')
          .executeTakeFirst()
        if (row) await transaction.deleteFrom('forecast_sweep').where('job_id', '=', id).execute()
        return row !== undefined
      })
      await forgetOld(at)
      return isOurs
    },
    async release(holder) {
      await db
        .updateTable('forecast_job')
        .set({ ...unheld, state: 'waiting' })
        .where('held_by', '=', holder)
        .execute()
    },
    async count() {
      const { rows } = await sql<{ state: JobState; jobs: number }>`select state, count(*)::integer as jobs
        from forecast_job where state in ('waiting', 'running') group by state`.execute(db)
      const jobsIn = (state: JobState) => rows.find(row => row.state === state)?.jobs ?? 0
      return { waiting: jobsIn('waiting'), running: jobsIn('running') }
    }
  }
}

const unheld = { held_by: null, held_until: null }

const rowOf = (db: Stored, id: string) =>
  db.selectFrom('forecast_job').selectAll().where('id', '=', id).executeTakeFirst()

const jobOf = (row: Selectable<ForecastJobTable>): Job => ({
  id: row.id,
  kind: row.kind,
  request: JSON.parse(row.request),
  state: row.state,
  progress: row.progress,
  createdAt: row.created_at as Instant,
  finishedAt: row.finished_at as Instant | null,
  result: row.result === null ? null : JSON.parse(row.result),
  error: row.error === null ? null : (JSON.parse(row.error) as FrownError)
})

const busy = (waiting: number): FrownError => ({
  code: 'forecast/busy',
  detail: `${waiting} jobs are waiting already.`,
  remedy: 'Try again in some minutes, or ask for fewer draws. Nothing was taken on.'
})

const cancelled: FrownError = {
  code: 'forecast/cancelled',
  detail: 'The job was cancelled before it was done.',
  remedy: 'Ask again to begin anew.'
}
