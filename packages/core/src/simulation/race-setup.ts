/**
 * A race to be run: who, by which beliefs, for how long, with which seed. Serialisable, and enough to reproduce every digit.
 */
import type { Distribution, ParameterName } from '@frown/kernel'
import { fail, ok, type Result } from '../shared/index.ts'
import { checkGroups, invalid, type StartingGroup } from './group.ts'
import { distributionFault, parameterDefinitions } from './parameters.ts'
import { longestYears } from './scenario.ts'

export interface RaceSetup {
  readonly groups: readonly StartingGroup[]
  readonly parameters: Readonly<Record<ParameterName, Distribution>>
  /** A whole number of months. */
  readonly horizonYears: number
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number
}

/** Draws × scenarios × months, of all that one question may ask: about ten minutes on two cores. */
const mostMonthsOfDraws = 2e10
export const mostDrawsOfSweep = 4_000_000

/** Errors: forecast/invalid, naming the field. */
export function checkSetup(setup: RaceSetup): Result<RaceSetup> {
  const groups = checkGroups(setup.groups)
  if (!groups.ok) return groups
  const horizon = checkHorizon(setup.horizonYears)
  if (!horizon.ok) return horizon
  if (!Number.isInteger(setup.seed) || setup.seed < 0 || setup.seed > 0xffffffff)
    return fail(invalid('seed', `is ${setup.seed}.`, 'Give a whole number from 0 to 4294967295.'))
  for (const name of Object.keys(parameterDefinitions) as ParameterName[]) {
    const fault = distributionFault(name, setup.parameters[name])
    if (fault) return fail(fault)
  }
  return ok(setup)
}

export function checkHorizon(horizonYears: number, place = 'horizonYears'): Result<number> {
  const months = horizonYears * 12
  const isWhole = months >= 1 - 1e-6 && horizonYears <= longestYears && Math.abs(months - Math.round(months)) <= 1e-6
  if (isWhole) return ok(horizonYears)
  return fail(
    invalid(
      place,
      `is ${horizonYears}.`,
      `Give a whole number of months, from one to ${longestYears} years, such as 40 or 2.5.`
    )
  )
}

/** Errors: forecast/invalid (no count), forecast/over-budget. */
export function checkBudget(draws: number, runsPerDraw: number, horizonYears: number): Result<number> {
  if (!Number.isInteger(draws) || draws < 1)
    return fail(invalid('draws', `is ${draws}.`, 'Give a whole number above 0, such as 10000.'))
  const most = Math.min(mostDrawsOfSweep, Math.floor(mostMonthsOfDraws / (runsPerDraw * horizonYears * 12)))
  if (draws <= most) return ok(draws)
  return fail({
    code: 'forecast/over-budget',
    detail: `${draws} draws over ${horizonYears} years, each run ${runsPerDraw} times, is more than this server takes on.`,
    place: 'draws',
    remedy: `Give at most ${most} draws, or a shorter horizon.`
  })
}
