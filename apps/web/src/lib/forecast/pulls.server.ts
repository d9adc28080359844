/**
 * Pulls for whoever has no script: as many as come within a while. What was asked stays answered, so that the next one has more.
 */
import type { ParameterName } from '@frown/core/simulation'
import { askFigure } from './ask.server.ts'
import type { LoadedBeliefs } from './beliefs.server.ts'
import { askPulls, type Pull, type Pulls } from './pull.ts'
import type { ForecastState } from './state.ts'

/** All of them, or null where they take longer than `longestMs`. */
export async function pullsWithin(
  longestMs: number,
  fetch: typeof globalThis.fetch,
  state: ForecastState,
  beliefs: LoadedBeliefs
): Promise<Pulls | null> {
  if (longestMs <= 0) return null
  const pulls: Partial<Record<ParameterName, Pull>> = {}
  const until = Date.now() + longestMs
  const ask = async (fixed: ForecastState) => {
    if (Date.now() > until) return null
    const answer = await askFigure(fetch, 'scenario', fixed, beliefs, beliefs.asOf)
    return answer.ok ? answer.value : null
  }
  const all = askPulls(state, beliefs, ask, (name, pull) => {
    pulls[name] = pull
  }).catch(() => false)
  const late = new Promise<false>(resolve => setTimeout(resolve, longestMs, false).unref())
  return (await Promise.race([all, late])) ? pulls : null
}
