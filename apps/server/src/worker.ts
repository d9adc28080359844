/**
 * A process that does chunks of the large sweeps of the servers on the same PostgreSQL, and nothing else.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Instant } from '@frown/core/register'
import { openChunkQueue } from './forecast/chunk-queue.ts'
import { type ChunkNews, workOnChunks } from './forecast/chunk-work.ts'
import { sweepVersion } from './forecast/sweep-size.ts'
import { sweepThreads } from './forecast/sweep-threads.ts'
import { openStore } from './open-store.ts'
import type { Config } from './platform/config.ts'
import { Refusal } from './platform/refusal.ts'

export interface WorkerOptions {
  readonly now: () => Instant
  /** Stops it after the chunks in hand. */
  readonly signal: AbortSignal
  /** Is told when it begins to take chunks. */
  readonly onReady: (version: string) => void
  readonly report: (news: ChunkNews) => void
}

const longestCloseMs = 3_000

/** Works until told to stop. Refusals: input/invalid (no DATABASE_URL), store/unavailable, store/newer-schema. */
export async function runWorker(config: Config, { now, signal, onReady, report }: WorkerOptions): Promise<void> {
  if (config.databaseUrl === null) throw new Refusal(noServer)
  const opened = await openStore(config, { now, ledgerDirectory: null })
  const threads = sweepThreads(config.threads)
  try {
    const { sharing } = opened.forecast
    if (sharing === null) throw new Refusal(noServer)
    const queue = await openChunkQueue(sharing.url, sweepVersion, { watches: false })
    try {
      onReady(sweepVersion)
      const { chunks } = sharing
      await workOnChunks({ queue, chunks, version: sweepVersion, sweep: threads.sweep, signal, report })
    } finally {
      const closed = queue.close().catch(() => undefined)
      await Promise.race([closed, sleep(longestCloseMs, undefined, { ref: false })])
    }
  } finally {
    threads.close()
    await opened.close().catch(() => undefined)
  }
}

const noServer = {
  code: 'input/invalid',
  detail: 'A worker needs the PostgreSQL server that the Frown server uses; an embedded store has no room for two.',
  place: 'DATABASE_URL',
  remedy: 'Set DATABASE_URL to the address that the server has.'
} as const
