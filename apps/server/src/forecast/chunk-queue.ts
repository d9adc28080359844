/**
 * Who takes which chunk: a queue of pg-boss, one per version of the program, so that nobody does another's.
 *
 * pg-boss hands each chunk out once, and again when its taker has died or failed.
 */
import type { PgBoss as Boss } from 'pg-boss'

export interface Chunk {
  readonly sweep: string
  readonly index: number
  readonly first: number
  readonly draws: number
}

export interface TakenChunk extends Chunk {
  readonly attempt: { readonly id: string; readonly retryCount: number }
  /** How often its taker gives a sign of life. */
  readonly signEveryMs: number
}

export interface ChunkQueue {
  add(chunks: readonly Chunk[]): Promise<void>
  take(): Promise<TakenChunk | null>
  /** A sign of life. */
  keep(chunk: TakenChunk): Promise<void>
  done(chunk: TakenChunk): Promise<void>
  fail(chunk: TakenChunk, reason: string): Promise<void>
  /** The chunks of a sweep that are waiting or taken, and those that failed too often, by their first draws. */
  stateOf(sweep: string): Promise<{ readonly alive: Set<number>; readonly failed: Set<number> }>
  remove(sweep: string): Promise<void>
  /** Removes those that are neither waiting nor taken. */
  removeSettled(sweep: string): Promise<void>
  close(): Promise<void>
}

/** After how long a chunk is taken for lost, and how often that is looked at. */
export interface Patience {
  /** Without a sign of life; at least 10. */
  readonly silenceSeconds: number
  /** In all. */
  readonly expireSeconds: number
  readonly lookSeconds: number
}

export const usualPatience: Patience = { silenceSeconds: 10, expireSeconds: 600, lookSeconds: 5 }

const schema = 'frown_boss'
const mostTries = 5
const mostListed = 100_000

/** Opens the queue of `version` at `url`. Whoever adds chunks watches over them too: `watches`. */
export async function openChunkQueue(
  url: string,
  version: string,
  { watches, patience = usualPatience }: { readonly watches: boolean; readonly patience?: Patience | undefined }
): Promise<ChunkQueue> {
  const { PgBoss } = await import('pg-boss')
  const boss: Boss = new PgBoss({
    connectionString: url,
    schema,
    max: 3,
    connectionTimeoutMillis: 5_000,
    supervise: watches,
    superviseIntervalSeconds: patience.lookSeconds,
    monitorIntervalSeconds: patience.lookSeconds,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false }
  })
  // What it does in the background it tries again by itself; what is asked of it rejects.
  boss.on('error', () => undefined)
  const queue = `sweep-${version}`
  try {
    await boss.start()
    await boss.createQueue(queue)
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    throw error
  }
  const jobsOf = (sweep: string) => boss.findJobs<Chunk>(queue, { data: { sweep }, limit: mostListed })
  const deleteJobs = async (jobs: readonly { readonly id: string }[]) => {
    if (jobs.length === 0) return
    await boss.deleteJob(
      queue,
      jobs.map(({ id }) => id)
    )
  }
  return {
    async add(chunks) {
      const { silenceSeconds, expireSeconds } = patience
      await boss.insert(
        queue,
        chunks.map(chunk => ({
          data: chunk,
          // Sweeps that are under way at once take turns.
          priority: -chunk.index,
          retryLimit: mostTries - 1,
          retryDelay: 0,
          expireInSeconds: expireSeconds,
          heartbeatSeconds: silenceSeconds,
          retentionSeconds: 24 * 3_600,
          deleteAfterSeconds: 60
        }))
      )
    },
    async take() {
      const [job] = await boss.fetch<Chunk>(queue, { batchSize: 1, includeMetadata: true })
      if (!job) return null
      const { id, retryCount, heartbeatSeconds, data } = job
      return { ...data, attempt: { id, retryCount }, signEveryMs: ((heartbeatSeconds ?? 10) * 1_000) / 4 }
    },
    async keep({ attempt }) {
      await boss.touch(queue, attempt)
    },
    async done({ attempt }) {
      await boss.complete(queue, attempt)
    },
    async fail({ attempt }, reason) {
      await boss.fail(queue, attempt, { reason })
    },
    async stateOf(sweep) {
      const alive = new Set<number>()
      const failed = new Set<number>()
      for (const { state, data } of await jobsOf(sweep)) {
        if (isAlive(state)) alive.add(data.first)
        if (state === 'failed') failed.add(data.first)
      }
      return { alive, failed }
    },
    async remove(sweep) {
      await deleteJobs(await jobsOf(sweep))
    },
    async removeSettled(sweep) {
      await deleteJobs((await jobsOf(sweep)).filter(({ state }) => !isAlive(state)))
    },
    close: () => boss.stop({ graceful: false })
  }
}

const isAlive = (state: string): boolean => state === 'created' || state === 'retry' || state === 'active'
