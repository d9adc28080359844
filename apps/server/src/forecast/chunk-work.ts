/**
 * Taking chunks and doing them, until told to stop; what is begun then is ended first.
 *
 * A database that goes away is waited for: what was computed meanwhile is stored when it is back.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Columns, Sweep, SweepPlan } from '@frown/core/simulation'
import { LRUCache } from 'lru-cache'
import type { ChunkQueue, TakenChunk } from './chunk-queue.ts'
import type { ChunkStore } from './chunk-store.ts'
import { chunkOf } from './sweep-threads.ts'

export type ChunkNews =
  | { readonly kind: 'taken'; readonly chunk: TakenChunk }
  | { readonly kind: 'unwanted'; readonly chunk: TakenChunk }
  | { readonly kind: 'done'; readonly chunk: TakenChunk; readonly ms: number }
  | { readonly kind: 'failed'; readonly chunk: TakenChunk; readonly reason: string }
  | { readonly kind: 'away'; readonly reason: string }
  | { readonly kind: 'back' }

export interface ChunkWork {
  readonly queue: ChunkQueue
  readonly chunks: ChunkStore
  readonly version: string
  readonly sweep: Sweep
  /** Stops taking. */
  readonly signal: AbortSignal
  readonly report?: (news: ChunkNews) => void
  /** How long to rest when there is none to take. */
  readonly restMs?: number
}

/** While one chunk is stored, another keeps the threads busy. */
const lanes = 2
const againMs = 1_000
/** How long a database that says nothing is waited for once all else is over. */
const longestStopMs = 3_000

export async function workOnChunks(work: ChunkWork): Promise<void> {
  const { queue, chunks, version, sweep, signal, report = () => undefined, restMs = 1_000 } = work
  const plans = new LRUCache<string, { plan: SweepPlan }>({ max: 4 })
  let isAway = false

  const asked = async <T>(question: Promise<T>): Promise<T> => {
    try {
      const answer = await unlessStopped(question, signal)
      if (isAway) report({ kind: 'back' })
      isAway = false
      return answer
    } catch (error) {
      if (!isAway) report({ kind: 'away', reason: reasonOf(error) })
      isAway = true
      throw error
    }
  }
  /** null: it did not answer, and it is no longer waited for. */
  const persistently = async <T>(question: () => Promise<T>): Promise<T | null> => {
    for (;;) {
      try {
        return await asked(question())
      } catch {
        if (signal.aborted) return null
        await rest(againMs, signal)
      }
    }
  }
  const planOf = async (id: string): Promise<SweepPlan | null> => {
    const held = plans.get(id)
    if (held) return held.plan
    const plan = await persistently(() => chunks.planOf(id, version))
    if (plan !== null) plans.set(id, { plan })
    return plan
  }
  const perform = async (chunk: TakenChunk) => {
    const signs = setInterval(() => queue.keep(chunk).catch(() => undefined), chunk.signEveryMs)
    signs.unref()
    try {
      const plan = await planOf(chunk.sweep)
      if (plan === null || (await persistently(() => chunks.has(chunk.sweep, chunk.first)))) {
        report({ kind: 'unwanted', chunk })
        await queue.done(chunk).catch(() => undefined)
        return
      }
      report({ kind: 'taken', chunk })
      const began = performance.now()
      let columns: Columns
      try {
        columns = await sweep(chunkOf(plan, chunk.first, chunk.draws))
      } catch (error) {
        report({ kind: 'failed', chunk, reason: reasonOf(error) })
        await queue.fail(chunk, reasonOf(error)).catch(() => undefined)
        return
      }
      const wasWanted = await persistently(() => chunks.put(chunk.sweep, chunk.first, columns))
      if (wasWanted === false) plans.delete(chunk.sweep)
      if (wasWanted === null) return
      report(wasWanted ? { kind: 'done', chunk, ms: performance.now() - began } : { kind: 'unwanted', chunk })
      await queue.done(chunk).catch(() => undefined)
    } finally {
      clearInterval(signs)
    }
  }
  const lane = async () => {
    while (!signal.aborted) {
      const chunk = await asked(queue.take()).catch(() => undefined)
      if (chunk) await perform(chunk)
      else await rest(chunk === undefined ? againMs : restMs, signal)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

function unlessStopped<T>(question: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const onStop = () => {
      timer = setTimeout(() => reject(new Error('no answer')), longestStopMs)
    }
    if (signal.aborted) onStop()
    else signal.addEventListener('abort', onStop, { once: true })
    question.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onStop)
      clearTimeout(timer)
    })
  })
}

const rest = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined)

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.message || ('code' in error ? String(error.code) : error.name)
}
