/**
 * Writes under faults: one after another, for as long as it is wanted, with what each was answered.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Served, writerTo } from '../../apps/server/src/served.fixture.ts'

export interface Answered {
  /** null: the connection broke. */
  readonly status: number | null
  readonly code: string
  readonly ms: number
  readonly atMs: number
}

export interface Writing {
  readonly acknowledged: readonly string[]
  readonly answers: readonly Answered[]
  /** Writes no more; resolves when the last is answered. */
  stop(): Promise<void>
  /** What was acknowledged and is not there. */
  lost(server: Served): Promise<string[]>
}

const pauseMs = 100

/** Begins to write to `server`, which may be another process by the next write. */
export function writeTo(server: () => Served): Writing {
  const writer = writerTo()
  const answers: Answered[] = []
  let isWanted = true
  const writing = (async () => {
    while (isWanted) {
      const from = performance.now()
      const response = await writer.write(server())
      const text = response?.ok === false ? await response.text() : ''
      answers.push({
        status: response?.status ?? null,
        code: /"code":"([\w/-]+)"/.exec(text)?.[1] ?? '',
        ms: performance.now() - from,
        atMs: performance.now()
      })
      if (response?.ok !== true) await sleep(pauseMs)
    }
  })()
  return {
    acknowledged: writer.acknowledged,
    answers,
    async stop() {
      isWanted = false
      await writing
    },
    lost: writer.lost
  }
}

/** Waits until a write after `sinceMs` is acknowledged; how long that took, null: not within `longestMs`. */
export async function recovery({ answers }: Writing, sinceMs: number, longestMs: number): Promise<number | null> {
  while (performance.now() - sinceMs < longestMs) {
    const done = answers.find(({ status, atMs }) => status === 200 && atMs > sinceMs)
    if (done) return done.atMs - sinceMs
    await sleep(50)
  }
  return null
}

/** Of the answers between two moments: how many of which kind. */
export function summary(answers: readonly Answered[], fromMs = 0, toMs = Number.POSITIVE_INFINITY): string {
  const kinds = new Map<string, number>()
  for (const { status, code, atMs } of answers) {
    if (atMs < fromMs || atMs > toMs) continue
    const kind = status === 200 ? 'done' : status === null ? 'broken off' : `${status} ${code}`
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  }
  return [...kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ') || 'none'
}
