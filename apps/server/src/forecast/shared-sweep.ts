/**
 * A large sweep, done by every process on the same PostgreSQL that takes part of it: this one, and each `frown worker`.
 *
 * Its plan is stored, its chunks are queued, and what comes back is put together. The queue is opened at the first such
 * sweep and closed a while after the last.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Columns, Sweep, SweepOptions, SweepPlan } from '@frown/core/simulation'
import { isConnectionError } from '../platform/problem.ts'
import { type ChunkQueue, openChunkQueue, type Patience } from './chunk-queue.ts'
import type { ChunkStore } from './chunk-store.ts'
import { workOnChunks } from './chunk-work.ts'
import { runsPerDraw, sweepVersion } from './sweep-size.ts'

export interface SharedSweepOptions {
  readonly chunks: ChunkStore
  readonly url: string
  /** Where this process does its own chunks, and all of a sweep if the queue cannot be had. */
  readonly threads: Sweep
  readonly patience?: Patience | undefined
  /** Whether this process takes chunks too. */
  readonly takesPart?: boolean | undefined
  readonly report?: ((error: unknown) => void) | undefined
}

export interface SharedSweeps {
  /** The sweeps of one job. */
  of(jobId: string): Sweep
  close(): Promise<void>
}

/** Draws × scenarios from which on it is worth telling others. */
export const sharedFromRuns = 65_536
/** About a second on one core: long beside the 20 ms that a chunk costs the database, short beside a wait. */
const runsPerChunk = 16_384
const drawsStep = 1_024
const lookMs = 200
const checkEveryMs = 5_000
const againMs = 1_000
const closeAfterMs = 30_000

export function sharedSweeps(options: SharedSweepOptions): SharedSweeps {
  const { chunks, url, threads, patience, takesPart = true, report = () => undefined } = options
  let opened: Promise<ChunkQueue> | null = null
  let users = 0
  let stopWorking: AbortController | null = null
  let closing: NodeJS.Timeout | null = null
  const works = new Set<Promise<void>>()

  const work = (queue: ChunkQueue) => {
    stopWorking = new AbortController()
    const { signal } = stopWorking
    const ended = workOnChunks({ queue, chunks, version: sweepVersion, sweep: threads, signal, restMs: lookMs })
      .catch(report)
      .finally(() => works.delete(ended))
    works.add(ended)
  }
  /** null: this database has no queue for us. */
  const enter = async (): Promise<ChunkQueue | null> => {
    if (closing) clearTimeout(closing)
    opened ??= openChunkQueue(url, sweepVersion, { watches: true, patience })
    users++
    try {
      const queue = await opened
      if (takesPart && stopWorking === null) work(queue)
      return queue
    } catch (error) {
      opened = null
      users--
      if (isConnectionError(error)) throw error
      report(error)
      return null
    }
  }
  const leave = () => {
    users--
    if (users > 0) return
    stopWorking?.abort()
    stopWorking = null
    closing = setTimeout(() => closeQueue().catch(report), closeAfterMs)
    closing.unref()
  }
  const closeQueue = async () => {
    const queue = opened
    opened = null
    await Promise.all(works)
    await (await queue)?.close()
  }

  return {
    of: jobId => async (plan, sweepOptions) => {
      const queue = await enter()
      if (queue === null) return threads(plan, sweepOptions)
      try {
        return await together(jobId, plan, { chunks, queue }, sweepOptions)
      } finally {
        leave()
      }
    },
    async close() {
      if (closing) clearTimeout(closing)
      stopWorking?.abort()
      await closeQueue()
    }
  }
}

interface Places {
  readonly chunks: ChunkStore
  readonly queue: ChunkQueue
}

async function together(
  jobId: string,
  plan: SweepPlan,
  { chunks, queue }: Places,
  { signal, onProgress }: SweepOptions = {}
): Promise<Columns> {
  const begin = async () => {
    const sweep = await chunks.begin(jobId, sweepVersion, plan, chunkDrawsOf(plan))
    signal?.throwIfAborted()
    if (sweep === null) throw new Error('a sweep of a job that is not running')
    return sweep
  }
  const { id, chunkDraws } = await patiently(begin, signal)
  let columns: Columns = []
  const missing = new Map(chunksOf(id, plan.draws, chunkDraws).map(chunk => [chunk.first, chunk]))

  /** Queues what is neither done nor queued. */
  const queueUp = async () => {
    await begin()
    const { alive, failed } = await queue.stateOf(id)
    const done = new Set(await chunks.done(id))
    const lost = [...missing.values()].filter(({ first }) => !done.has(first) && !alive.has(first))
    const broken = lost.find(({ first }) => failed.has(first))
    if (broken) throw new Error(`the chunk from draw ${broken.first} failed each time that it was tried`)
    if (lost.length > 0) await queue.add(lost)
  }
  const mergeDone = async () => {
    for (const first of await chunks.done(id)) {
      const chunk = missing.get(first)
      if (!chunk) continue
      const part = await chunks.read(id, first, chunk.draws)
      if (part === null) return
      if (columns.length === 0) columns = part.map(() => new Float64Array(plan.draws))
      for (const [index, column] of columns.entries()) column.set(part[index] as Float64Array, first)
      missing.delete(first)
      onProgress?.(1 - (missing.size * chunkDraws) / Math.max(plan.draws, missing.size * chunkDraws))
      signal?.throwIfAborted()
    }
  }

  try {
    // Whoever was at this job before may have left chunks: those that failed are tried anew, the others go on.
    await patiently(() => queue.removeSettled(id), signal)
    let checkedAt = Number.NEGATIVE_INFINITY
    while (missing.size > 0) {
      signal?.throwIfAborted()
      if (performance.now() - checkedAt > checkEveryMs) {
        await patiently(queueUp, signal)
        checkedAt = performance.now()
      }
      await patiently(mergeDone, signal)
      if (missing.size > 0) await rest(lookMs, signal)
    }
    await patiently(() => chunks.remove(id), signal)
    await patiently(() => queue.remove(id), signal)
  } catch (error) {
    if (signal?.aborted) await removeIfUnwanted(id, { chunks, queue }).catch(() => undefined)
    throw error
  }
  signal?.throwIfAborted()
  onProgress?.(1)
  return columns
}

/** A sweep that is only left, not cancelled, goes on at the workers until somebody takes its job up. */
async function removeIfUnwanted(id: string, { chunks, queue }: Places): Promise<void> {
  if ((await chunks.planOf(id, sweepVersion)) === null) await queue.remove(id)
}

const chunkDrawsOf = (plan: SweepPlan): number =>
  drawsStep * Math.max(1, Math.round(runsPerChunk / runsPerDraw(plan) / drawsStep))

const chunksOf = (sweep: string, draws: number, chunkDraws: number) =>
  Array.from({ length: Math.ceil(draws / chunkDraws) }, (_, index) => ({
    sweep,
    index,
    first: index * chunkDraws,
    draws: Math.min(chunkDraws, draws - index * chunkDraws)
  }))

/** Waits out a database that is away. */
async function patiently<T>(question: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (;;) {
    try {
      return await question()
    } catch (error) {
      if (!isConnectionError(error)) throw error
      await rest(againMs, signal)
      signal?.throwIfAborted()
    }
  }
}

const rest = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined)
