/**
 * What a process forecasts with: its kernel, its threads, the sweeps it shares with others, and its jobs.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Tools } from '@frown/core/forecast'
import type { Instant } from '@frown/core/register'
import { type Kernel, loadKernel, type Sweep } from '@frown/core/simulation'
import type { Patience } from './chunk-queue.ts'
import type { ChunkStore } from './chunk-store.ts'
import type { JobStore } from './job-store.ts'
import { type Jobs, openJobs, type Perform } from './jobs.ts'
import { sharedFromRuns, sharedSweeps } from './shared-sweep.ts'
import { runsPerDraw, sweepVersion } from './sweep-size.ts'
import { sweepThreads } from './sweep-threads.ts'

/** Where jobs are kept and how much this process has for them. */
export interface ForecastStore {
  readonly jobs: JobStore
  /** null: the embedded store, which no other process can reach. */
  readonly sharing: { readonly chunks: ChunkStore; readonly url: string } | null
  readonly threads: number
}

export interface EngineOptions extends ForecastStore {
  readonly now: () => Instant
  readonly perform: Perform
  readonly performVersion: string
  /** Whether to take up jobs that others left. */
  readonly takesUp: boolean
  readonly patience?: Patience | undefined
  readonly report?: ((error: unknown) => void) | undefined
}

export interface Engine {
  readonly jobs: Jobs
  /** For what is small enough to be answered at once. */
  tools(signal?: AbortSignal, onProgress?: (share: number) => void): Promise<Tools>
  close(): Promise<void>
}

const longestCloseMs = 3_000

export function openEngine(options: EngineOptions): Engine {
  const { sharing, performVersion, patience, report = () => undefined } = options
  const threads = sweepThreads(options.threads)
  const shared = sharing ? sharedSweeps({ ...sharing, threads: threads.sweep, patience, report }) : null
  let kernel: Promise<Kernel> | null = null
  const toolsWith = async (sweep: Sweep, signal?: AbortSignal, onProgress?: (share: number) => void) => {
    kernel ??= loadKernel()
    return {
      kernel: await kernel,
      sweep: ((plan, given) => sweep(plan, { signal, ...given })) satisfies Sweep,
      signal,
      onProgress
    }
  }
  const jobs = openJobs({
    ...options,
    store: options.jobs,
    idOf: (kind, request) => nameOf([sweepVersion, performVersion, kind, request]),
    toolsFor: (jobId, signal, onProgress) => {
      const together = shared?.of(jobId)
      const sweep: Sweep = (plan, given) =>
        together && plan.draws * runsPerDraw(plan) >= sharedFromRuns
          ? together(plan, given)
          : threads.sweep(plan, given)
      return toolsWith(sweep, signal, onProgress)
    },
    report
  })
  return {
    jobs,
    tools: (signal, onProgress) => toolsWith(threads.sweep, signal, onProgress),
    async close() {
      await jobs.close()
      const closed = shared?.close().catch(() => undefined)
      await Promise.race([closed, sleep(longestCloseMs, undefined, { ref: false })])
      threads.close()
    }
  }
}

/** The hash of a JSON value in which the order of keys does not count. */
function nameOf(value: unknown): string {
  const text = JSON.stringify(value, (_key, held) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held
  )
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
