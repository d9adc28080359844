/**
 * How does the frontier's effective compute grow, without a scenario and with it, against the threshold?
 */
import { ok, type Result } from '../shared/index.ts'
import {
  type Columns,
  checkBudget,
  checkHorizon,
  type FrontierPlan,
  leversOf,
  type Scenario,
  samplesOf
} from '../simulation/index.ts'
import { type ByStructure, byStructure } from './delay.ts'
import { type Quantiles, quantilesOf, sortedWhere } from './quantiles.ts'
import { type Asked, askedFault, type Tools } from './question.ts'

export interface FanPoint {
  readonly years: number
  /** log10 FLOP of the leader's effective compute; '-Infinity' where every group is shut. */
  readonly baseline: ByStructure<Quantiles | null>
  readonly scenario: ByStructure<Quantiles | null>
}

export interface Fan {
  readonly points: readonly FanPoint[]
  /** log10 FLOP, as believed. */
  readonly threshold: Quantiles | null
}

const log10e = 1 / Math.LN10
const mostPoints = 61

/** Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function frontierFan(
  asked: Asked,
  scenario: Scenario,
  shownYears: number,
  tools: Tools
): Promise<Result<Fan>> {
  const setup = { ...asked.setup, horizonYears: shownYears }
  const shown = checkHorizon(shownYears, 'shownYears')
  if (!shown.ok) return shown
  const fault = askedFault({ ...asked, setup, delayYears: 0 })
  if (fault) return fault
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const { draws } = asked
  // Three times the months: nothing is left early here, and all samples are kept.
  const budget = checkBudget(draws, 6, shownYears)
  if (!budget.ok) return budget
  const noteEveryMonths = noteEvery(Math.round(shownYears * 12))
  const plan: FrontierPlan = { kind: 'frontier', setup, draws, scenarios: [{}, levers.value], noteEveryMonths }
  const columns = await tools.sweep(plan, tools)
  const samples = samplesOf(plan)
  const at = (which: number, sample: number) => columns[1 + which * samples + sample] as Float64Array
  return ok({
    points: Array.from({ length: samples }, (_, sample) => ({
      years: (sample * noteEveryMonths) / 12,
      baseline: inTens(columns, at(0, sample)),
      scenario: inTens(columns, at(1, sample))
    })),
    threshold: thresholdOf(asked, tools)
  })
}

const inTens = (columns: Columns, lnFlop: Float64Array): ByStructure<Quantiles | null> => {
  const log10 = lnFlop.map(ln => ln * log10e)
  return byStructure(columns, selected => quantilesOf(sortedWhere(log10, selected)))
}

/** Months between points: the least divisor of `months` that leaves few enough. */
function noteEvery(months: number): number {
  let every = 1
  while (months % every !== 0 || months / every > mostPoints) every++
  return every
}

function thresholdOf({ setup, draws }: Asked, { kernel }: Tools): Quantiles | null {
  const chunk = 256
  const values = new Float64Array(Math.min(draws, 4 * chunk))
  for (let first = 0; first < values.length; first += chunk) {
    const count = Math.min(chunk, values.length - first)
    kernel.sample(setup, first, count)
    values.set(kernel.values('lnThresholdFlop'), first)
  }
  return quantilesOf(values.map(ln => ln * log10e).sort())
}
