/**
 * The plans of sweeps that several processes do together, and what their chunks came out as.
 *
 * A sweep is named by its job and its plan, so that whoever takes up the job finds the chunks that are done.
 */
import { createHash } from 'node:crypto'
import type { Columns, SweepPlan } from '@frown/core/simulation'
import { sql } from 'kysely'
import type { Database } from '../platform/database.ts'

export interface ChunkStore {
  /** The sweep of `plan`, made unless it is there. null: its job is not running. */
  begin(jobId: string, version: string, plan: SweepPlan, chunkDraws: number): Promise<StoredSweep | null>
  /** null: there is no such sweep, or it is another version's. */
  planOf(sweepId: string, version: string): Promise<SweepPlan | null>
  /** Whether it was wanted; the second of two that are the same changes nothing. */
  put(sweepId: string, firstDraw: number, columns: Columns): Promise<boolean>
  has(sweepId: string, firstDraw: number): Promise<boolean>
  /** First draws of the chunks that are done. */
  done(sweepId: string): Promise<number[]>
  read(sweepId: string, firstDraw: number, draws: number): Promise<Columns | null>
  remove(sweepId: string): Promise<void>
}

interface StoredSweep {
  readonly id: string
  readonly chunkDraws: number
}

export function chunkStore({ db }: Database): ChunkStore {
  return {
    async begin(jobId, version, plan, chunkDraws) {
      const text = JSON.stringify(plan)
      const id = `${jobId}-${createHash('sha256').update(version).update(text).digest('hex').slice(0, 16)}`
      await sql`insert into forecast_sweep (id, job_id, version, plan, chunk_draws)
        select ${id}, job.id, ${version}, ${text}, ${chunkDraws}::integer from forecast_job as job
        where job.id = ${jobId} and job.state = 'running'
        on conflict (id) do nothing`.execute(db)
      const row = await db.selectFrom('forecast_sweep').select('chunk_draws').where('id', '=', id).executeTakeFirst()
      return row ? { id, chunkDraws: row.chunk_draws } : null
    },
    async planOf(sweepId, version) {
      const row = await db
        .selectFrom('forecast_sweep')
        .select('plan')
        .where('id', '=', sweepId)
        .where('version', '=', version)
        .executeTakeFirst()
      return row ? (JSON.parse(row.plan) as SweepPlan) : null
    },
    async put(sweepId, firstDraw, columns) {
      try {
        await db
          .insertInto('forecast_chunk')
          .values({ sweep_id: sweepId, first_draw: firstDraw, columns: bytesOf(columns) })
          .onConflict(conflict => conflict.doNothing())
          .execute()
        return true
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === foreignKeyViolation) return false
        throw error
      }
    },
    async has(sweepId, firstDraw) {
      const row = await db
        .selectFrom('forecast_chunk')
        .select('first_draw')
        .where('sweep_id', '=', sweepId)
        .where('first_draw', '=', firstDraw)
        .executeTakeFirst()
      return row !== undefined
    },
    async done(sweepId) {
      const rows = await db.selectFrom('forecast_chunk').select('first_draw').where('sweep_id', '=', sweepId).execute()
      return rows.map(row => row.first_draw)
    },
    async read(sweepId, firstDraw, draws) {
      const row = await db
        .selectFrom('forecast_chunk')
        .select('columns')
        .where('sweep_id', '=', sweepId)
        .where('first_draw', '=', firstDraw)
        .executeTakeFirst()
      return row ? columnsOf(row.columns, draws) : null
    },
    async remove(sweepId) {
      await db.deleteFrom('forecast_sweep').where('id', '=', sweepId).execute()
    }
  }
}

const foreignKeyViolation = '23503'

/** Bits are kept, those of NaN too. Every machine that Node runs on writes the low byte first. */
const bytesOf = (columns: Columns): Buffer =>
  Buffer.concat(columns.map(column => Buffer.from(column.buffer, column.byteOffset, column.byteLength)))

function columnsOf(bytes: Uint8Array, draws: number): Columns {
  const all = new Float64Array(bytes.slice().buffer)
  return Array.from({ length: all.length / draws }, (_, column) => all.subarray(column * draws, (column + 1) * draws))
}
