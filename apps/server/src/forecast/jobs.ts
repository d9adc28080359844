/**
 * Who is at which job, and who waits for it.
 *
 * This process runs a few at a time and renews its hold on them; those it cannot end it leaves to whoever starts next.
 * What serves takes up what others left, too; a command runs only what it asked for itself.
 */
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Tools } from '@frown/core/forecast'
import type { Instant } from '@frown/core/register'
import type { FrownError } from '@frown/core/shared'
import { isConnectionError } from '../platform/problem.ts'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { isFinished, type Job, type JobStore, type Outcome } from './job-store.ts'

/** Works a request out. Rejects with a `Refusal` for what the request itself is to blame for. */
export type Perform = (kind: string, request: unknown, tools: Tools) => Promise<unknown>

export interface JobsOptions {
  readonly store: JobStore
  readonly now: () => Instant
  /** Equal for equal questions. */
  readonly idOf: (kind: string, request: unknown) => string
  readonly perform: Perform
  readonly toolsFor: (jobId: string, signal: AbortSignal, onProgress: (share: number) => void) => Tools | Promise<Tools>
  readonly takesUp: boolean
  readonly mostRunning?: number
  readonly lookEveryMs?: number
  /** Is told of faults that are ours. */
  readonly report?: (error: unknown) => void
}

export interface Jobs {
  /** The job of this request, which may be done already. Refusal: forecast/busy. */
  submit(kind: string, request: unknown): Promise<Job>
  /** The job once it is finished, or as it is after `waitMs`. Refusal: forecast/unknown-job. */
  wait(id: string, waitMs: number): Promise<Job>
  /** Takes one asking back. Refusal: forecast/unknown-job. */
  cancel(id: string): Promise<Job>
  start(): void
  /** Answers those who wait, and begins nothing more. */
  stopTaking(): void
  /** Leaves what is not done. */
  close(): Promise<void>
}

const renewEveryMs = 500
/** How long a change made by another process may go unseen by those who wait. */
const newsEveryMs = 500
const longestCloseMs = 2_000
/** A job that ended its process so often is not tried again. */
const mostAttempts = 20

export function openJobs(options: JobsOptions): Jobs {
  const { store, now, idOf, perform, toolsFor, takesUp, mostRunning = 2, lookEveryMs = 2_000 } = options
  const report = options.report ?? (() => undefined)
  const holder = randomUUID()
  const own = new Set<string>()
  const running = new Map<string, { readonly controller: AbortController; readonly ended: Promise<void> }>()
  const news = new EventEmitter().setMaxListeners(0)
  let closing = false
  let looking: Promise<void> | null = null
  let lookAgain = false
  let clock: NodeJS.Timeout | null = null

  const look = () => {
    lookAgain = true
    looking ??= takeUp().finally(() => {
      looking = null
    })
  }
  const takeUp = async () => {
    try {
      while (lookAgain) {
        lookAgain = false
        while (!closing && running.size < mostRunning) {
          const claimed = await store.claim(holder, takesUp ? null : [...own])
          if (claimed === null) break
          begin(claimed)
        }
      }
    } catch (error) {
      if (!isConnectionError(error) && !closing) report(error)
    }
  }

  const begin = ({ job, attempts }: { job: Job; attempts: number }) => {
    const controller = new AbortController()
    const ended = run(job, attempts, controller)
      .catch(error => {
        if (!closing) report(error)
      })
      .finally(() => {
        running.delete(job.id)
        own.delete(job.id)
        news.emit(job.id)
        look()
      })
    running.set(job.id, { controller, ended })
  }

  const run = async (job: Job, attempts: number, controller: AbortController) => {
    let progress = 0
    let renewing = false
    const renewal = setInterval(async () => {
      if (renewing) return
      renewing = true
      try {
        if (!(await store.renew(job.id, holder, progress))) controller.abort(notOurs)
      } catch (error) {
        if (!isConnectionError(error) && !closing) report(error)
      } finally {
        renewing = false
      }
    }, renewEveryMs)
    renewal.unref()
    try {
      const outcome = await outcomeOf(job, attempts, controller.signal, share => {
        progress = share
      })
      if (outcome !== null && !closing) await keep(job.id, outcome)
    } finally {
      clearInterval(renewal)
    }
  }

  /** null: it is no longer ours, or will be tried again. */
  const outcomeOf = async (
    { id, kind, request }: Job,
    attempts: number,
    signal: AbortSignal,
    onProgress: (share: number) => void
  ): Promise<Outcome | null> => {
    if (attempts > mostAttempts) return { state: 'failed', error: givenUp }
    try {
      const result = await perform(kind, request, await toolsFor(id, signal, onProgress))
      return signal.aborted ? null : { state: 'done', result }
    } catch (error) {
      if (signal.aborted || isConnectionError(error)) return null
      if (error instanceof Refusal) return { state: 'failed', error: error.error }
      report(error)
      return { state: 'failed', error: failed }
    }
  }

  const keep = async (id: string, outcome: Outcome) => {
    while (!closing) {
      try {
        await store.finish(id, holder, outcome, now())
        return
      } catch (error) {
        if (!isConnectionError(error)) throw error
        await sleep(1_000, undefined, { ref: false })
      }
    }
  }

  const known = async (id: string): Promise<Job> => {
    const job = await store.read(id)
    if (job === null) throw new Refusal(unknown(id))
    return job
  }

  return {
    async submit(kind, request) {
      const id = idOf(kind, request)
      const job = orRefuse(await store.submit({ id, kind, request }, now()))
      if (!isFinished(job)) {
        own.add(id)
        look()
      }
      return job
    },
    async wait(id, waitMs) {
      const until = performance.now() + waitMs
      for (;;) {
        const job = await known(id)
        const left = until - performance.now()
        if (isFinished(job) || left <= 0 || closing) return job
        await newsOf(news, id, Math.min(left, newsEveryMs))
      }
    },
    async cancel(id) {
      const job = await store.cancel(id, now())
      if (job === null) throw new Refusal(unknown(id))
      if (isFinished(job)) {
        own.delete(id)
        running.get(id)?.controller.abort(notOurs)
        news.emit(id)
      }
      return job
    },
    start() {
      if (takesUp) look()
      clock = setInterval(look, lookEveryMs)
      clock.unref()
    },
    stopTaking() {
      closing = true
      for (const id of news.eventNames()) news.emit(id)
    },
    async close() {
      this.stopTaking()
      if (clock) clearInterval(clock)
      for (const { controller } of running.values()) controller.abort(notOurs)
      const ended = [looking, ...[...running.values()].map(({ ended }) => ended)]
      await within(longestCloseMs, Promise.allSettled(ended))
      await within(
        longestCloseMs,
        store.release(holder).catch(() => undefined)
      )
    }
  }
}

const notOurs = new DOMException('the job is no longer this process’s', 'AbortError')

function newsOf(news: EventEmitter, id: string, longestMs: number): Promise<void> {
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer)
      news.off(id, end)
      resolve()
    }
    const timer = setTimeout(end, longestMs)
    news.on(id, end)
  })
}

const within = (ms: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, sleep(ms, undefined, { ref: false })])

const unknown = (id: string): FrownError => ({
  code: 'forecast/unknown-job',
  detail: `There is no job ${id}.`,
  place: 'id',
  remedy: 'Answers are kept for some days; ask the question again.'
})

const failed: FrownError = { code: 'server/failed', detail: 'The server failed at this job; the fault is ours.' }

const givenUp: FrownError = {
  code: 'server/failed',
  detail: `The server ended ${mostAttempts} times while it was at this job, which is not tried again.`
}
