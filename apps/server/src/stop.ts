/**
 * How the process ends when it is told to: what has begun is answered, the store is closed, and all within a bounded time.
 *
 * A client that holds its connection open or a database that is frozen is not waited for. What was acknowledged is
 * in the store by then; what was not may be lost, as its asker knows.
 */
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from './app.ts'

const longestDrainMs = 8_000
const longestStopMs = 16_000
/** For an answer to leave the machine before its connection is closed. */
const lingerMs = 500

interface Stopping {
  readonly app: App
  /** What is closed after the last answer. */
  readonly closeRest: () => Promise<void>
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** Ends the process on SIGINT and SIGTERM, with exit code 0; a second signal ends it at once. */
export function stopOnSignal({ app, closeRest, say, complain }: Stopping): void {
  const stop = async () => {
    await app.drain(longestDrainMs)
    const cut = setTimeout(() => app.server.closeAllConnections(), lingerMs)
    await app.close()
    clearTimeout(cut)
    await closeRest()
    return true
  }
  let isStopping = false
  const onSignal = async (signal: 'SIGINT' | 'SIGTERM') => {
    if (isStopping) process.exit(128 + constants.signals[signal])
    isStopping = true
    say('Stopping.')
    try {
      const inTime = await Promise.race([stop(), sleep(longestStopMs, false, { ref: false })])
      if (!inTime) complain('The store did not close in time; what was acknowledged is in it.')
      process.exit(0)
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error))
      process.exit(1)
    }
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
