/**
 * A sweep on threads of this process: started at the first one, and no reason for the process to stay once they are idle.
 *
 * Even a small sweep goes to a thread: here it would keep everybody else waiting for their pages.
 */
import { Worker } from 'node:worker_threads'
import { type SweepPlan, type SweepPool, type SweepReply, type SweepWorker, sweepPool } from '@frown/core/simulation'

const program = new URL('./sweep-thread.ts', import.meta.url)

export const sweepThreads = (size: number): SweepPool => sweepPool(startThread, size)

/** The `draws` draws of `plan` from `first` on, as a plan of their own that these threads understand. */
export const chunkOf = (plan: SweepPlan, first: number, draws: number): SweepPlan & { readonly from: number } => ({
  ...plan,
  draws,
  from: first
})

function startThread(): SweepWorker {
  // How this process was started must not change how the thread is.
  const worker = new Worker(program, { execArgv: [] })
  worker.unref()
  return {
    post(request) {
      if (request.kind === 'part') worker.ref()
      worker.postMessage(request)
    },
    listen(onReply, onLost) {
      worker.on('message', (reply: SweepReply) => {
        worker.unref()
        onReply(reply)
      })
      let reason = new Error('the thread ended')
      worker.on('error', error => {
        reason = error instanceof Error ? error : new Error(String(error))
      })
      worker.on('exit', () => onLost(reason))
    },
    end() {
      worker.terminate()
    }
  }
}
