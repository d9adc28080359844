/**
 * What do sealed pledges buy? The share that refuses openly, and under sealed pledges, and the delay that each gives.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  checkBudget,
  columnAt,
  leversOf,
  membersOf,
  numberFault,
  type Population,
  populationText,
  type Scenario
} from '../simulation/index.ts'
import { type ByStructure, byStructure, type DelaySummary, summariseDelay } from './delay.ts'
import { normOutcome } from './norm.ts'
import { type Asked, askedFault, type Tools } from './question.ts'

/** How thresholds are spread over people, and who begins. */
export interface Norm {
  /** Mean and spread (sd) of the share of peers that must refuse before one does, 0–1. */
  readonly mean: number
  readonly spread: number
  /** Share that refuses whatever others do, 0–1. */
  readonly seedShare: number
  /** Share that gives a sealed conditional pledge, 0–1. */
  readonly pledgingShare: number
}

export interface NormSide {
  /** Share that refuses in the end, 0–1. */
  readonly share: number
  readonly delay: ByStructure<DelaySummary>
}

export interface NormAnswer {
  readonly who: string
  readonly delayYears: number
  readonly open: NormSide
  readonly sealed: NormSide
}

/** The scenario's refusal, if any, gives start and ramp. Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function answerNorm(
  asked: Asked,
  norm: Norm,
  who: Population,
  scenario: Scenario,
  tools: Tools
): Promise<Result<NormAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const shareFault =
    numberFault('norm.mean', norm.mean, 0, 1) ??
    numberFault('norm.spread', norm.spread, 0, 10) ??
    numberFault('norm.seedShare', norm.seedShare, 0, 1) ??
    numberFault('norm.pledgingShare', norm.pledgingShare, 0, 1)
  if (shareFault) return fail(shareFault)
  const { setup, draws, delayYears } = asked
  const members = membersOf(who, setup.groups, 'who')
  if (!members.ok) return members
  const { startYears = 0, rampYears = 1 } = scenario.refusal ?? {}
  const { open, sealed } = normOutcome(norm, tools.kernel.normalCdf)
  const refusing = (share: number) =>
    leversOf({ ...scenario, refusal: { who, share: Math.min(1, share), startYears, rampYears } }, setup.groups)
  const openLevers = refusing(open)
  if (!openLevers.ok) return openLevers
  const sealedLevers = refusing(sealed)
  if (!sealedLevers.ok) return sealedLevers
  const budget = checkBudget(draws, 3, setup.horizonYears)
  if (!budget.ok) return budget
  const scenarios = [{}, openLevers.value, sealedLevers.value]
  const columns = await tools.sweep({ kind: 'crossing', setup, draws, scenarios }, tools)
  const first = (index: number) => columns[columnAt(index, 'first')] as Float64Array
  const { horizonYears } = setup
  const side = (share: number, index: number): NormSide => ({
    share,
    delay: byStructure(columns, selected =>
      summariseDelay(first(0), first(index), { delayYears, horizonYears }, selected)
    )
  })
  return ok({ who: populationText(who, setup.groups), delayYears, open: side(open, 1), sealed: side(sealed, 2) })
}
