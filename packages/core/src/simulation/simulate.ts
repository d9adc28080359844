/**
 * Races with values given outright: no distribution, no register; what goes in and what comes out are plain numbers.
 */
import type { Kernel, Levers, ParameterValues } from '@frown/kernel'
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import { checkGroups, invalid, numberFault, type StartingGroup } from './group.ts'
import { checkValues } from './parameters.ts'
import { checkHorizon } from './race-setup.ts'
import { longestYears } from './scenario.ts'

export interface GivenGroup {
  readonly id: string
  readonly computeFlop: number
  readonly runCostUsd: number
  readonly labourShare: number
  readonly openness: number
  readonly lnAlgorithms: number
  /** 0–1; null or left out: 0.5. */
  readonly care?: number | null | undefined
}

export interface GivenRace {
  readonly groups: readonly GivenGroup[]
  /** One draw each. */
  readonly parameters: readonly ParameterValues[]
  readonly levers: Levers
  readonly horizonYears: number
}

export interface SimulationResult {
  /** Years from the start, per draw and group; null: not within the horizon. */
  readonly crossingYears: (number | null)[][]
  /** Years from the start until the speed limit first bound in the draw; null: never. */
  readonly speedLimitYears: (number | null)[]
}

export const mostGivenDraws = 20_000
/** Few, so that a thread that serves others is soon free again. */
const drawsAtOnce = 64

/** Leaves the thread now and then. Errors: forecast/invalid, forecast/over-budget. */
export async function simulate(kernel: Kernel, race: GivenRace): Promise<Result<SimulationResult>> {
  const fault = raceFault(race)
  if (fault) return fail(fault)
  const { parameters, levers, horizonYears } = race
  const groups = race.groups.map(asStarting)
  const crossingYears: (number | null)[][] = []
  const speedLimitYears: (number | null)[] = []
  for (let first = 0; first < parameters.length; first += drawsAtOnce) {
    const draws = parameters.slice(first, first + drawsAtOnce)
    kernel.give(groups, draws)
    const result = kernel.run(levers, { horizonYears, stop: 'never' })
    for (let d = 0; d < draws.length; d++) {
      crossingYears.push(groups.map((_, group) => finiteOrNull(result.crossingYears(group)[d] as number)))
      speedLimitYears.push(finiteOrNull(result.limitedYears[d] as number))
    }
    await new Promise(resolve => setTimeout(resolve))
  }
  return ok({ crossingYears, speedLimitYears })
}

const finiteOrNull = (years: number): number | null => (years === Number.POSITIVE_INFINITY ? null : years)

const asStarting = ({ id, computeFlop, runCostUsd, care, ...rest }: GivenGroup): StartingGroup => ({
  ...rest,
  id,
  name: id,
  isOpenCommunity: false,
  computeFlop: { low: computeFlop, high: computeFlop },
  runCostUsd: { low: runCostUsd, high: runCostUsd },
  care: care ?? 0.5
})

function raceFault({ groups, parameters, levers, horizonYears }: GivenRace): FrownError | null {
  const checked = checkGroups(groups.map(asStarting))
  if (!checked.ok) return checked.error
  const horizon = checkHorizon(horizonYears)
  if (!horizon.ok) return horizon.error
  if (parameters.length === 0) return invalid('parameters', 'is empty.', 'Give the values of at least one draw.')
  if (parameters.length > mostGivenDraws)
    return {
      code: 'forecast/over-budget',
      detail: `${parameters.length} draws are more than are taken at once.`,
      place: 'parameters',
      remedy: `Give at most ${mostGivenDraws} draws at a time.`
    }
  for (const [index, values] of parameters.entries()) {
    const fault = checkValues(values, `parameters.${index}`)
    if (fault) return fault
  }
  return leversFault(levers, groups.length)
}

/** Lists have a place for each group, and every number is one that a lever can have. */
function leversFault(levers: Levers, groups: number): FrownError | null {
  const { refusal, investorFrown, ostracism, shutdown, cap, smallModels } = levers
  const years = (place: string, value: number) => numberFault(place, value, 0, longestYears)
  const list = (place: string, values: readonly unknown[]) =>
    values.length === groups
      ? null
      : invalid(place, `has ${values.length} entries for ${groups} groups.`, 'Give one for each group, in their order.')
  const shares = (place: string, values: readonly number[]) =>
    list(place, values) ??
    values.map((value, index) => numberFault(`${place}.${index}`, value, 0, 1)).find(fault => fault !== null) ??
    null
  return (
    (refusal &&
      (shares('levers.refusal.share', refusal.share) ??
        years('levers.refusal.startYears', refusal.startYears) ??
        years('levers.refusal.rampYears', refusal.rampYears))) ??
    (investorFrown === undefined ? null : numberFault('levers.investorFrown', investorFrown, 0, 1)) ??
    (ostracism &&
      (shares('levers.ostracism.access', ostracism.access) ??
        years('levers.ostracism.startYears', ostracism.startYears))) ??
    (shutdown &&
      (list('levers.shutdown.groups', shutdown.groups) ?? years('levers.shutdown.startYears', shutdown.startYears))) ??
    (cap &&
      (numberFault('levers.cap.flop', cap.flop, 1, 1e60) ??
        list('levers.cap.covered', cap.covered) ??
        years('levers.cap.startYears', cap.startYears) ??
        numberFault('levers.cap.evasion', cap.evasion, 1, 1e6) ??
        numberFault('levers.cap.evasionGrowth', cap.evasionGrowth, -10, 10))) ??
    (smallModels &&
      (numberFault('levers.smallModels.substitution', smallModels.substitution, -1, 1) ??
        years('levers.smallModels.startYears', smallModels.startYears) ??
        years('levers.smallModels.rampYears', smallModels.rampYears))) ??
    null
  )
}
