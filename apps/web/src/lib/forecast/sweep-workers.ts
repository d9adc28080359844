/**
 * A sweep on Web Workers, started at the first one.
 *
 * Never in the page's own thread: even a small sweep would hold up what is typed and scrolled meanwhile. A browser that
 * starts no worker or runs no WebAssembly answers with a sentence, and may be asked again.
 */
import { type SweepPool, type SweepReply, type SweepRequest, type SweepWorker, sweepPool } from '@frown/core/simulation'

/** Few, so that some hundred draws are spread over all workers, and a sweep that is told to stop soon does. */
const drawsAtOnce = 64
const mostWorkers = 8
const longestStartMs = 30_000

const notStarted = 'This browser did not start the workers that run the forecast.'
const closed = 'The workers that run the forecast are closed.'

/** Sent once, when the program of a worker runs. */
export type Started = 'started'

/** `size`: at least 1; if left out, as many as the browser offers, at most 8. */
export function sweepWorkers(size = usualSize()): SweepPool {
  let isClosed = false
  const pool = sweepPool(() => (isClosed ? refusing(closed) : workerOf(startOrNull())), size, drawsAtOnce)
  return {
    sweep: pool.sweep,
    close() {
      isClosed = true
      pool.close()
    }
  }
}

const usualSize = () => Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency || 1))

/** Where a policy forbids workers, some browsers throw and others send an event. */
function startOrNull(): Worker | null {
  try {
    return new Worker(new URL('./sweep-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}

function workerOf(worker: Worker | null): SweepWorker {
  if (worker === null) return refusing(notStarted)
  let hasStarted = false
  let leave: (sentence: string) => void = () => undefined
  return {
    post: request => worker.postMessage(request),
    listen(onReply, onLost) {
      const limit = setTimeout(() => leave(notStarted), longestStartMs)
      // Of the two the pool heeds the first: a part that waits is refused, and the next one finds another worker.
      leave = sentence => {
        clearTimeout(limit)
        worker.terminate()
        onReply({ ok: false, message: sentence })
        onLost(new Error(sentence))
      }
      const lose = () => {
        if (!hasStarted) return leave(notStarted)
        worker.terminate()
        onLost(new Error('a worker failed'))
      }
      worker.addEventListener('error', lose)
      worker.addEventListener('messageerror', lose)
      worker.addEventListener('message', ({ data }: MessageEvent<SweepReply | Started>) => {
        if (data !== 'started') return onReply(data)
        hasStarted = true
        clearTimeout(limit)
      })
    },
    // A worker that is terminated says nothing of it.
    end: () => leave(closed)
  }
}

/** Stands where no worker is. */
function refusing(sentence: string): SweepWorker {
  let refuse: () => void = () => undefined
  return {
    post(request: SweepRequest) {
      if (request.kind === 'part') queueMicrotask(refuse)
    },
    listen(onReply, onLost) {
      refuse = () => {
        onReply({ ok: false, message: sentence })
        onLost(new Error(sentence))
      }
    },
    end: () => undefined
  }
}
