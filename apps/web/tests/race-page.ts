/**
 * The script of an empty page on which tests run the race; what tests call is `race`.
 */
import { loadKernel } from '@frown/core/simulation'
import { sweepWorkers } from '../src/lib/forecast/sweep-workers.ts'
import { digestOf, kernelDigests, type PlanName, plans } from './race-runs.ts'

const race = {
  kernel: async () => kernelDigests(await loadKernel()),
  async sweep(name: PlanName, workers: number) {
    const pool = sweepWorkers(workers)
    const digest = await digestOf(await pool.sweep(plans[name]))
    pool.close()
    return digest
  },
  /** What a sweep ended with that was told to stop on its way, how far it had come, and the next one of the same pool. */
  async stopAndSweep(workers: number) {
    const pool = sweepWorkers(workers)
    const stop = new AbortController()
    let share = 0
    const onProgress = (done: number) => {
      share = done
      stop.abort(new Error('enough'))
    }
    const ended = await failure(pool.sweep(plans.long, { signal: stop.signal, onProgress }))
    return { ended, share, next: await digestOf(await pool.sweep(plans.crossing)) }
  },
  async closeMeanwhile() {
    const pool = sweepWorkers(2)
    const sweeps = [pool.sweep(plans.long), pool.sweep(plans.long), pool.sweep(plans.long)].map(failure)
    await new Promise(resolve => setTimeout(resolve, 300))
    pool.close()
    return [...(await Promise.all(sweeps)), await failure(pool.sweep(plans.crossing))]
  },
  /** What each of two sweeps of one pool ends with where none can be done. */
  async refusals() {
    return [await failure(kept.sweep(plans.crossing)), await failure(kept.sweep(plans.crossing))]
  },
  sweepAfterRefusals: async () => digestOf(await kept.sweep(plans.crossing))
}

const kept = sweepWorkers(2)

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it came to an end',
    (error: Error) => error.message
  )

declare global {
  var frownRace: typeof race
}
globalThis.frownRace = race
