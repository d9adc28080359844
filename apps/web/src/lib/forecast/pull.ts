/**
 * How far each parameter alone moves the answer: median delay when it is fixed at its 5% and at its 95% point.
 */
import type { AnswerTo, Extended } from '@frown/core/forecast'
import { type ParameterName, parameterNames } from '@frown/core/simulation'
import type { Distribution } from './distribution-code.ts'
import { isFixed, quantileAt } from './distribution-shape.ts'
import { type Beliefs, setupOf } from './figures.ts'
import type { ForecastState, View } from './state.ts'

/** Few, so that some forty questions take a few seconds: enough to see what carries the answer. */
export const pullDraws = 256

export interface Pull {
  readonly low: Extended
  readonly high: Extended
}
export type Pulls = Readonly<Partial<Record<ParameterName, Pull>>>

/** What is believed of each parameter in this state. */
export const believed = (state: ForecastState, beliefs: Beliefs): Readonly<Record<ParameterName, Distribution>> =>
  setupOf(state, beliefs).parameters

/** The parameters that have a pull: those that are not fixed anyway. */
function pulling(state: ForecastState, beliefs: Beliefs): ParameterName[] {
  const parameters = believed(state, beliefs)
  return parameterNames.filter(name => !isFixed(parameters[name]))
}

/** The state in which `name` alone is fixed at a level of what is believed of it. */
function fixedAt(name: ParameterName, level: number, state: ForecastState, beliefs: Beliefs): ForecastState {
  // Rounded, so that browsers whose logarithms differ in the last bit ask the same.
  const value = Number(quantileAt(believed(state, beliefs)[name], level).toPrecision(6))
  return {
    ...state,
    draws: pullDraws,
    thresholdFlop: name === 'lnThresholdFlop' ? null : state.thresholdFlop,
    parameters: { ...state.parameters, [name]: { kind: 'constant', value } }
  }
}

export const medianOf = (answer: AnswerTo<'scenario'>, view: View): Extended | null =>
  answer.delay[view].delayYears?.p50 ?? null

/** Asks for each in turn and tells of it; stops at the first that has no answer. */
export async function askPulls(
  state: ForecastState,
  beliefs: Beliefs,
  ask: (state: ForecastState) => Promise<AnswerTo<'scenario'> | null>,
  tell: (name: ParameterName, pull: Pull) => void
): Promise<boolean> {
  for (const name of pulling(state, beliefs)) {
    const [low, high] = await Promise.all([0.05, 0.95].map(level => ask(fixedAt(name, level, state, beliefs))))
    if (!low || !high) return false
    tell(name, { low: medianOf(low, state.view) ?? 'Infinity', high: medianOf(high, state.view) ?? 'Infinity' })
  }
  return true
}

/** By how much it moves the answer, on the scale of the chart; −1 where that is not known. */
export function strength(pull: Pull | undefined): number {
  if (pull === undefined) return -1
  const root = (value: Extended) => Math.sqrt(Math.min(1000, Math.max(0, Number(value))))
  return Math.abs(root(pull.high) - root(pull.low))
}
