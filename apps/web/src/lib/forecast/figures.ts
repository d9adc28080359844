/**
 * Which questions the explorer asks for a state, and with how many draws: the same on the server and in a browser.
 */
import type { AnswerTo, Asked, Question } from '@frown/core/forecast'
import type { Distribution, ParameterName, Population, RaceSetup, StartingGroup } from '@frown/core/simulation'
import { type ForecastState, scenarioOf } from './state.ts'

/** What ships and what the register says, as the API gives it. */
export interface Beliefs {
  readonly groups: readonly StartingGroup[]
  readonly parameters: Readonly<Record<ParameterName, Distribution>>
}

export const figureNames = ['scenario', 'fan', 'curves', 'requiredShare', 'portfolio', 'waterfall', 'careless'] as const
export type FigureName = (typeof figureNames)[number]
export type FigureAnswers = { readonly [F in FigureName]: AnswerTo<F> }

/** The fan ends where most baselines have crossed. */
const shownYears = 15
const menuCapFlop = 1e27
const curveShares = Array.from({ length: 11 }, (_, tenth) => tenth / 10)

/** Most draws of each figure; finer than what is drawn would show. */
const mostDraws: Record<FigureName, number> = {
  scenario: 10_000,
  fan: 4_000,
  curves: 2_000,
  requiredShare: 1_000,
  portfolio: 500,
  waterfall: 1_000,
  careless: 500
}

/** The race that a state asks about. The kernel takes the logarithm of the threshold, so that it is the same everywhere. */
export function setupOf(state: ForecastState, beliefs: Beliefs): RaceSetup {
  const threshold: Partial<Record<ParameterName, Distribution>> =
    state.thresholdFlop === null
      ? {}
      : { lnThresholdFlop: { kind: 'logOf', of: { kind: 'constant', value: state.thresholdFlop } } }
  return {
    groups: beliefs.groups.map(group => ({ ...group, ...state.groups[group.id] })),
    parameters: { ...beliefs.parameters, ...state.parameters, ...threshold },
    horizonYears: state.horizonYears,
    seed: state.seed
  }
}

export function drawsOf(figure: FigureName, draws: number): number {
  return Math.min(draws, mostDraws[figure])
}

export function askedFor(figure: FigureName, state: ForecastState, beliefs: Beliefs, draws = state.draws): Asked {
  return {
    setup: setupOf(state, beliefs),
    draws: drawsOf(figure, draws),
    delayYears: state.delayYears
  }
}

export function questionFor<F extends FigureName>(figure: F, state: ForecastState): Extract<Question, { kind: F }> {
  const scenario = scenarioOf(state)
  const populations = besides(state.who)
  const questions: { readonly [K in FigureName]: Extract<Question, { kind: K }> } = {
    scenario: { kind: 'scenario', scenario },
    fan: { kind: 'fan', scenario, shownYears: Math.min(shownYears, state.horizonYears) },
    curves: { kind: 'curves', scenario, populations, shares: curveShares },
    requiredShare: { kind: 'requiredShare', scenario, populations, probability: 0.5 },
    portfolio: { kind: 'portfolio', menu: equalMenu(state), probability: 0.5 },
    waterfall: { kind: 'waterfall', scenario },
    careless: { kind: 'careless', scenario }
  }
  return questions[figure] as Extract<Question, { kind: F }>
}

/** Each lever in full at the same price: no opinion on what is cheap, only a way to see what else would do it. */
function equalMenu(state: ForecastState) {
  const { who, startYears, rampYears, evasion, evasionGrowth } = state
  const cap = { flop: state.capFlop ?? menuCapFlop, startYears, covered: 'everyone' as const, evasion, evasionGrowth }
  return {
    full: {
      refusal: { who, share: 1, startYears, rampYears },
      investorFrown: 1,
      smallModels: { substitution: 1, startYears, rampYears },
      cap
    },
    prices: { refusal: 1, investorFrown: 1, smallModels: 1, cap: 1 }
  }
}

/** Who is asked, and who else could be: the two stand side by side. */
const besides = (who: Population): readonly Population[] =>
  who === 'everyone' ? ['leading', 'everyone'] : [who, 'everyone']
