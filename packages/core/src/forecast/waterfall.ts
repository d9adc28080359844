/**
 * From the naive expectation to the answer, one mechanism at a time; and what the answer is without each alone.
 *
 * Naive: progress slows by the share that refuses, so that the years left are divided by 1 − f. The same draws stand
 * behind every bar. Medians do not add up by nature; here each bar is a median, and the steps between them do.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  type Columns,
  checkBudget,
  columnAt,
  invalid,
  type Levers,
  leversOf,
  type RaceSetup,
  type Scenario,
  structureColumn
} from '../simulation/index.ts'
import { type ByStructure, byStructure, delaysOf, type Estimate, medianOf } from './delay.ts'
import { type Mechanism, mechanisms, without } from './mechanisms.ts'
import { sortedWhere } from './quantiles.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'

export interface WaterfallBar {
  readonly id: string
  readonly label: string
  /** Median delay in years, with this mechanism and all before it. */
  readonly delayYears: ByStructure<Estimate | null>
}

export interface Waterfall {
  /** First the naive expectation, last the answer. */
  readonly bars: readonly WaterfallBar[]
  /** The answer with one mechanism switched off, all others on. */
  readonly ablations: readonly WaterfallBar[]
}

/** Errors: forecast/invalid (also where nobody refuses), forecast/unknown-group, forecast/over-budget. */
export async function waterfall(asked: Asked, scenario: Scenario, tools: Tools): Promise<Result<Waterfall>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const { refusal } = scenario
  if (!refusal) return fail(invalid('scenario.refusal', 'is missing.', 'A waterfall starts from a share that refuses.'))
  const rungs = [...mechanisms.keys(), mechanisms.length].map(on => mechanisms.slice(on))
  const races: (readonly Mechanism[])[] = [...rungs, ...mechanisms.map(mechanism => [mechanism])]
  const budget = checkBudget(draws, 2 * races.length, setup.horizonYears)
  if (!budget.ok) return budget

  const run = (race: RaceSetup, scenarios: readonly Levers[], part: Tools): Promise<Columns> =>
    part.sweep({ kind: 'crossing', setup: race, draws, scenarios }, part)
  const found: Columns[] = []
  for (const [index, off] of races.entries())
    found.push(
      await run(
        without(setup, off),
        [{}, levers.value],
        partOf(tools, index / races.length, (index + 1) / races.length)
      )
    )
  const whole = found[rungs.length - 1] as Columns
  const structure = whole[structureColumn] as Float64Array
  const medians = (delays: Float64Array) =>
    byStructure([structure], selected =>
      medianOf(sortedWhere(delays, draw => !Number.isNaN(delays[draw]) && selected(draw)))
    )
  const delaysIn = (columns: Columns) =>
    delaysOf(columns[columnAt(0, 'first')] as Float64Array, columns[columnAt(1, 'first')] as Float64Array)
  const baseline = whole[columnAt(0, 'first')] as Float64Array
  const naive = baseline.map(
    years => Math.max(0, years - refusal.startYears) * (refusal.share / (1 - refusal.share) || 0)
  )
  return ok({
    bars: [
      { id: 'naive', label: 'Progress slows by the share that refuses', delayYears: medians(naive) },
      ...rungs.map((off, index) => ({
        ...labelOf(mechanisms[mechanisms.length - off.length - 1]),
        delayYears: medians(delaysIn(found[index] as Columns))
      }))
    ],
    ablations: mechanisms.map(({ id, label }, index) => ({
      id,
      label,
      delayYears: medians(delaysIn(found[rungs.length + index] as Columns))
    }))
  })
}

/** The last mechanism let in; before the first, research is all that is left of the model. */
const labelOf = (mechanism: Mechanism | undefined) =>
  mechanism === undefined
    ? { id: 'returns', label: 'Ideas get harder to find' }
    : { id: mechanism.id, label: mechanism.label }
