/**
 * Pulls in a browser: worked out one after another while one reads, anew after a change.
 */
import type { Extended } from '@frown/core/forecast'
import type { ParameterName } from '@frown/core/simulation'
import { type Analyst, openAnalyst } from './analyst.ts'
import { askedFor, type Beliefs, questionFor } from './figures.ts'
import { askPulls, medianOf, type Pull, type Pulls, pullDraws } from './pull.ts'
import type { ForecastState } from './state.ts'

/** A change that is followed by another within this time is not worth asking about. */
const restMs = 250

export function createPulls(loaded: { readonly pulls: Pulls | null; readonly answer: Extended | null }) {
  let pulls = $state.raw<Pulls>(loaded.pulls ?? {})
  let answer = $state.raw<Extended | null>(loaded.answer)
  let isBusy = $state(false)
  let problem = $state<string | null>(null)
  let analyst: Analyst | null = null
  let running: AbortController | null = null

  async function run(state: ForecastState, beliefs: Beliefs) {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const { signal } = controller
    isBusy = true
    problem = null
    try {
      await new Promise(resolve => setTimeout(resolve, restMs))
      if (signal.aborted || analyst === null) return
      const asking = analyst
      const ask = (asked: ForecastState) =>
        asking.ask(askedFor('scenario', asked, beliefs), questionFor('scenario', asked), signal)
      answer = medianOf(await ask({ ...state, draws: pullDraws }), state.view)
      const fresh: Partial<Record<ParameterName, Pull>> = {}
      await askPulls(state, beliefs, ask, (name, pull) => {
        fresh[name] = pull
        pulls = { ...pulls, [name]: pull }
      })
      pulls = fresh
    } catch (thrown) {
      if (!signal.aborted) problem = thrown instanceof Error ? thrown.message : String(thrown)
    } finally {
      if (running === controller) isBusy = false
    }
  }

  return {
    get pulls() {
      return pulls
    },
    /** The median with nothing fixed, by as many draws. */
    get answer() {
      return answer
    },
    get isBusy() {
      return isBusy
    },
    get problem() {
      return problem
    },
    /** Returns what ends it. */
    start() {
      analyst = openAnalyst()
      return () => {
        running?.abort()
        analyst?.close()
        analyst = null
      }
    },
    ask: (state: ForecastState, beliefs: Beliefs) => void run(state, beliefs),
    take(next: Pulls, median: Extended | null) {
      running?.abort()
      pulls = next
      answer = median
    }
  }
}
