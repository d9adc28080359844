/**
 * What does a scenario buy? When somebody crosses without it and with it, and the delay between, draw by draw.
 */
import { ok, type Result } from '../shared/index.ts'
import { type Columns, checkBudget, columnAt, leversOf, type Scenario, scenarioText } from '../simulation/index.ts'
import { type ByStructure, byStructure, type DelaySummary, summariseDelay } from './delay.ts'
import { type Quantiles, quantilesOf, sortedWhere } from './quantiles.ts'
import { type Asked, askedFault, type Tools } from './question.ts'

export interface ScenarioAnswer {
  /** What is done, by whom. */
  readonly scenario: string
  readonly delayYears: number
  readonly horizonYears: number
  /** Years from the start to the first crossing of any group. */
  readonly baselineYears: ByStructure<Quantiles | null>
  readonly scenarioYears: ByStructure<Quantiles | null>
  readonly delay: ByStructure<DelaySummary>
  /** Shares of draws in which the speed limit bound before the first crossing, which is then later than it would be. */
  readonly limited: { readonly baseline: number; readonly scenario: number }
}

/** Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function answerScenario(asked: Asked, scenario: Scenario, tools: Tools): Promise<Result<ScenarioAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const budget = checkBudget(draws, 2, setup.horizonYears)
  if (!budget.ok) return budget
  const columns = await tools.sweep({ kind: 'crossing', setup, draws, scenarios: [{}, levers.value] }, tools)
  const column = (index: number, name: 'first' | 'limited') => columns[columnAt(index, name)] as Float64Array
  const { horizonYears } = setup
  return ok({
    scenario: scenarioText(scenario, setup.groups),
    delayYears,
    horizonYears,
    baselineYears: yearsByStructure(columns, column(0, 'first')),
    scenarioYears: yearsByStructure(columns, column(1, 'first')),
    delay: byStructure(columns, selected =>
      summariseDelay(column(0, 'first'), column(1, 'first'), { delayYears, horizonYears }, selected)
    ),
    limited: { baseline: finiteShare(column(0, 'limited')), scenario: finiteShare(column(1, 'limited')) }
  })
}

const yearsByStructure = (columns: Columns, years: Float64Array): ByStructure<Quantiles | null> =>
  byStructure(columns, selected => quantilesOf(sortedWhere(years, selected)))

const finiteShare = (years: Float64Array): number =>
  years.reduce((count, value) => count + Number(value !== Number.POSITIVE_INFINITY), 0) / years.length
