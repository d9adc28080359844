/**
 * Delay against the share that refuses, for two populations side by side: who is asked decides the answer.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  checkBudget,
  columnAt,
  type Levers,
  leversOf,
  membersOf,
  numberFault,
  type Population,
  populationText,
  type Scenario
} from '../simulation/index.ts'
import { type ByStructure, byStructure, type DelaySummary, summariseDelay } from './delay.ts'
import { type Asked, askedFault, type Tools } from './question.ts'

export interface CurvePoint {
  readonly share: number
  readonly delay: ByStructure<DelaySummary>
}

export interface DelayCurve {
  /** Who is asked, in words. */
  readonly who: string
  readonly points: readonly CurvePoint[]
}

/**
 * A curve for each of `populations` at `shares` (0–1 each), what else `scenario` does being done as well; its refusal, if
 * any, gives start and ramp. Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget.
 */
export async function delayCurves(
  asked: Asked,
  scenario: Scenario,
  populations: readonly Population[],
  shares: readonly number[],
  tools: Tools
): Promise<Result<readonly DelayCurve[]>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const { startYears = 0, rampYears = 1 } = scenario.refusal ?? {}
  for (const [index, share] of shares.entries()) {
    const shareFault = numberFault(`shares.${index}`, share, 0, 1)
    if (shareFault) return fail(shareFault)
  }
  const scenarios: Levers[] = [{}]
  for (const [index, who] of populations.entries()) {
    const members = membersOf(who, setup.groups, `populations.${index}`)
    if (!members.ok) return members
    for (const share of shares) {
      const levers = leversOf({ ...scenario, refusal: { who, share, startYears, rampYears } }, setup.groups)
      if (!levers.ok) return levers
      scenarios.push(levers.value)
    }
  }
  const budget = checkBudget(draws, scenarios.length, setup.horizonYears)
  if (!budget.ok) return budget
  const columns = await tools.sweep({ kind: 'crossing', setup, draws, scenarios }, tools)
  const first = (index: number) => columns[columnAt(index, 'first')] as Float64Array
  const { horizonYears } = setup
  return ok(
    populations.map((who, population) => ({
      who: populationText(who, setup.groups),
      points: shares.map((share, at) => ({
        share,
        delay: byStructure(columns, selected =>
          summariseDelay(first(0), first(1 + population * shares.length + at), { delayYears, horizonYears }, selected)
        )
      }))
    }))
  )
}
