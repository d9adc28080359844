/**
 * What share must refuse to buy a delay? Draw by draw the smallest, or none; and the one share that suffices with a
 * given probability.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  checkBudget,
  leversOf,
  membersOf,
  numberFault,
  type Population,
  populationText,
  requiredShareColumns,
  type Scenario
} from '../simulation/index.ts'
import { type ByStructure, byStructure, type Estimate, proportion } from './delay.ts'
import { type Extended, extended, type Quantiles, quantile, quantilesOf, sortedWhere } from './quantiles.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'

export interface RequiredShareSummary {
  readonly draws: number
  /** Draws whose baseline does not cross by the horizon, of which nothing is said. */
  readonly baselineCensored: number
  /** Smallest sufficient share (0–1); 'Infinity': even all of those asked do not suffice. */
  readonly share: Quantiles | null
  /** Share of draws in which even all do not suffice. */
  readonly unreachable: Estimate | null
  /** Smallest share that suffices with `probability`; 'Infinity': none does. */
  readonly sufficientShare: Extended
  /** Share of draws in which more refusal somewhere means less delay. */
  readonly notMonotone: number
  /** Years of delay when all of those asked refuse; a censored one counts to the horizon only. */
  readonly mostDelayYears: Quantiles | null
  /** Share of draws whose required share lies in each tenth of 0–1. */
  readonly histogram: readonly number[]
}

export interface RequiredShareAnswer {
  readonly who: string
  readonly delayYears: number
  readonly horizonYears: number
  readonly probability: number
  readonly summary: ByStructure<RequiredShareSummary>
}

/** Runs of a draw: the baseline, eleven shares, seven halvings, and the finer look at some. */
const runsPerDraw = 30

/**
 * `scenario` is what is done besides; its refusal, if any, gives start and ramp.
 * Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget.
 */
export async function requiredShare(
  asked: Asked,
  scenario: Scenario,
  who: Population,
  probability: number,
  tools: Tools
): Promise<Result<RequiredShareAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const shareFault = numberFault('probability', probability, 0, 1)
  if (shareFault) return fail(shareFault)
  const { startYears = 0, rampYears = 1 } = scenario.refusal ?? {}
  const levers = leversOf({ ...scenario, refusal: { who, share: 1, startYears, rampYears } }, setup.groups)
  if (!levers.ok) return levers
  const budget = checkBudget(draws, runsPerDraw, setup.horizonYears)
  if (!budget.ok) return budget
  const columns = await tools.sweep({ kind: 'requiredShare', setup, draws, levers: levers.value, delayYears }, tools)
  const column = (name: (typeof requiredShareColumns)[number]) =>
    columns[1 + requiredShareColumns.indexOf(name)] as Float64Array
  return ok({
    who: populationText(who, setup.groups),
    delayYears,
    horizonYears: setup.horizonYears,
    probability,
    summary: byStructure(columns, selected => {
      const baseline = column('baseline')
      const crosses = (draw: number) => baseline[draw] !== Number.POSITIVE_INFINITY && selected(draw)
      const of = (name: (typeof requiredShareColumns)[number]) => sortedWhere(column(name), crosses)
      const draws = sortedWhere(baseline, selected).length
      const known = of('share')
      return {
        draws,
        baselineCensored: draws - known.length,
        share: quantilesOf(known),
        unreachable: proportion(known.filter(share => share === Number.POSITIVE_INFINITY).length, known.length),
        sufficientShare: extended(known.length === 0 ? Number.POSITIVE_INFINITY : quantile(known, probability)),
        notMonotone: known.length === 0 ? 0 : of('notMonotone').filter(flag => flag === 1).length / known.length,
        mostDelayYears: quantilesOf(of('mostDelay')),
        histogram: Array.from(
          { length: 10 },
          (_, tenth) =>
            known.filter(share => share > tenth / 10 && share <= (tenth + 1) / 10).length / Math.max(1, known.length)
        )
      }
    })
  })
}

/** The same for several populations, since who is asked decides the answer. */
export async function requiredShares(
  asked: Asked,
  scenario: Scenario,
  populations: readonly Population[],
  probability: number,
  tools: Tools
): Promise<Result<readonly RequiredShareAnswer[]>> {
  const { setup, draws } = asked
  const fault = askedFault(asked)
  if (fault) return fault
  for (const [index, who] of populations.entries()) {
    const members = membersOf(who, setup.groups, `populations.${index}`)
    if (!members.ok) return members
  }
  const budget = checkBudget(draws, runsPerDraw * populations.length, setup.horizonYears)
  if (!budget.ok) return budget
  const answers: RequiredShareAnswer[] = []
  for (const [index, who] of populations.entries()) {
    const part = partOf(tools, index / populations.length, (index + 1) / populations.length)
    const answer = await requiredShare(asked, scenario, who, probability, part)
    if (!answer.ok) return answer
    answers.push(answer.value)
  }
  return ok(answers)
}
