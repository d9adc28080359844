/**
 * The debate about the race as claims that it can be asked about, and the one way to have each answered.
 *
 * Gists are ours, and quote nobody. A verdict follows from measured numbers by `verdictRule`; none is written down.
 */
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import {
  invalid,
  type Kernel,
  type ParameterName,
  parameterDefinitions,
  parameterNames,
  type RaceSetup
} from '../simulation/index.ts'
import { beliefsOf } from './belief.ts'
import { carelessClaims } from './claims/careless-place.ts'
import type { Assumption, Claim, ClaimContext, ClaimPlan, DrawnFactor, FoundCase } from './claims/claim.ts'
import { closingClaims } from './claims/closing.ts'
import { limitingClaims } from './claims/limiting.ts'
import { refusingClaims } from './claims/refusing.ts'
import { secrecyClaims } from './claims/secrecy.ts'
import { measureSwings, shareSwings } from './claims/swings.ts'
import { claimVerdict, type PartShare, partVerdict, type Swing, type VerdictGiven } from './claims/verdict.ts'
import { type ByStructure, byStructure } from './delay.ts'
import { isKnown } from './factors.ts'
import { type PooledSummary, pooledShare, poolOf } from './pooled.ts'
import type { Extended } from './quantiles.ts'
import { type Asked, askedFault, type Tools } from './question.ts'
import { type RaceRun, runCases, tooManyDraws } from './race-cases.ts'

/** In the order of their numbers. */
export const claims: readonly Claim[] = [
  ...refusingClaims,
  ...closingClaims,
  ...carelessClaims,
  ...limitingClaims,
  ...secrecyClaims
].sort((a, b) => a.number - b.number)

/** Enough for medians to a few per cent and shares to 0.03; all claims in about a minute on two cores. */
export const claimDraws = 1024
const mostClaimDraws = 16_384

export interface ClaimPartAnswer {
  /** What a draw must show, in a sentence without its full stop. */
  readonly says: string
  readonly passing: ByStructure<PartShare>
}

export interface ClaimMeasure {
  readonly label: string
  readonly unit: string
  readonly values: ByStructure<PooledSummary | null>
}

export interface ClaimAnswer {
  readonly id: string
  readonly number: number
  readonly gist: string
  readonly leftOut: string
  /** False of a closed form, of which there is nothing to open in an explorer and nothing by structure. */
  readonly usesRace: boolean
  readonly draws: number
  readonly delayYears: number
  readonly horizonYears: number
  readonly verdict: ByStructure<VerdictGiven>
  readonly parts: readonly ClaimPartAnswer[]
  readonly measures: readonly ClaimMeasure[]
  readonly assumptions: readonly Assumption[]
  /** What moves the median of the first measure most: three at most, the strongest first. */
  readonly carriedBy: ByStructure<readonly Swing[]>
  /** Every run once, for an explorer; where the cases differ only in who it is, each of them. */
  readonly runs: readonly RaceRun[]
  readonly chart: {
    readonly x: string
    readonly y: string
    /** Median and 90% interval, over all draws. */
    readonly points: readonly {
      readonly x: number | string
      readonly p05: Extended
      readonly p50: Extended
      readonly p95: Extended
    }[]
  }
}

/** JSON-serialisable. Errors: forecast/invalid (also of a race too small for the claim), forecast/over-budget. */
export async function claimAnswer(claim: Claim, asked: Asked, tools: Tools): Promise<Result<ClaimAnswer>> {
  const fault = askedFault(asked) ?? drawsFault(asked.draws)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const context = contextOf(asked, tools.kernel)
  if (context.leading.length < claim.leastLeading)
    return fail(
      invalid(
        'setup.groups',
        `has ${context.leading.length} leading groups.`,
        `This claim is about at least ${claim.leastLeading}.`
      )
    )
  const plan = claim.plan(context)
  const found = await runCases(
    setup,
    draws,
    plan.cases.map(({ runs }) => runs),
    tools
  )
  if (!found.ok) return found
  const usesRace = plan.cases.some(({ runs }) => runs.length > 0)
  if (!usesRace) tools.onProgress?.(1)
  const factors = [...(plan.factors ?? []), ...(usesRace ? drawnParameters(tools.kernel, setup, draws) : [])]
  const cases = plan.cases.map(({ setting = Number.NaN }, at) => ({ runs: found.value.cases[at] ?? [], setting }))
  /** A closed form is the same in every structure. */
  const byWorld = <T>(summarise: (selected: (draw: number) => boolean) => T): ByStructure<T> =>
    byStructure([found.value.structure], selected => summarise(usesRace ? selected : () => true))

  const parts = plan.parts.map(({ says, passes }) => {
    const rows = cases.map(one => Array.from({ length: draws }, (_, draw) => passes(one, draw)))
    return {
      says,
      passing: byWorld((selected): PartShare => {
        const { share, undecided, applies } = pooledShare(rows, selected)
        return {
          share,
          undecided,
          applies,
          verdict: share === null ? 'between' : partVerdict(Number(share.value), undecided),
          swings: shareSwings(rows, settingOf(plan, cases), factors, selected)
        }
      })
    }
  })
  const measured = plan.measures.map(measure => ({
    measure,
    rows: cases
      .filter(({ setting }) => measure.setting === undefined || measure.setting === setting)
      .map(one => Array.from({ length: draws }, (_, draw) => measure.of(one, draw)))
  }))
  const measures = measured.map(({ measure: { label, unit }, rows }) => ({
    label,
    unit,
    values: byWorld(selected => poolOf(rows, selected))
  }))
  const ofParts = (which: keyof ByStructure<unknown>) => claimVerdict(parts.map(({ passing }) => passing[which]))
  return ok({
    id: claim.id,
    number: claim.number,
    gist: claim.gist,
    leftOut: claim.leftOut,
    usesRace,
    draws,
    delayYears,
    horizonYears: setup.horizonYears,
    verdict: {
      mixed: ofParts('mixed'),
      substitutes: ofParts('substitutes'),
      complements: ofParts('complements')
    },
    parts,
    measures,
    assumptions: plan.assumptions ?? [],
    carriedBy: byWorld(selected => measureSwings(measured[0]?.rows ?? [], factors, selected)),
    runs: distinct(plan.cases.flatMap(({ runs }) => runs)),
    chart: {
      ...plan.chart,
      points: measured.flatMap(({ measure: { at } }, index) => {
        const spread = measures[index]?.values.mixed?.spread
        return at === undefined || !spread ? [] : [{ x: at, p05: spread.p05, p50: spread.p50, p95: spread.p95 }]
      })
    }
  })
}

const distinct = (runs: readonly RaceRun[]): RaceRun[] => [
  ...new Map(runs.map(run => [JSON.stringify(run), run])).values()
]

function drawsFault(draws: number): { ok: false; error: FrownError } | null {
  if (draws > mostClaimDraws) return fail(tooManyDraws(draws, mostClaimDraws))
  const isCount = Number.isInteger(draws) && draws >= 1
  return isCount ? null : fail(invalid('draws', `is ${draws}.`, 'Give a whole number above 0, such as 1024.'))
}

function contextOf({ setup, draws, delayYears }: Asked, kernel: Kernel): ClaimContext {
  let belief: ReturnType<typeof beliefsOf> | undefined
  return {
    leading: setup.groups.filter(group => !group.isOpenCommunity).map(({ id }) => id),
    everyone: setup.groups.map(({ id }) => id),
    delayYears,
    horizonYears: setup.horizonYears,
    draws,
    belief: name => {
      belief ??= beliefsOf(kernel, setup)
      return belief(name)
    }
  }
}

/** What each draw has of every parameter that is not taken as known. */
function drawnParameters(kernel: Kernel, { groups, parameters, seed }: RaceSetup, draws: number): DrawnFactor[] {
  const names = parameterNames.filter(name => !isKnown(parameters[name]))
  const values = new Map<ParameterName, Float64Array>(names.map(name => [name, new Float64Array(draws)]))
  const chunk = 256
  for (let first = 0; first < draws; first += chunk) {
    const count = Math.min(chunk, draws - first)
    kernel.sample({ groups, parameters, seed }, first, count)
    for (const [name, all] of values) all.set(kernel.values(name).subarray(0, count), first)
  }
  return names.map(name => {
    const { label, unit } = parameterDefinitions[name]
    return { id: name, label, unit, values: values.get(name) as Float64Array }
  })
}

const settingOf = ({ setting }: ClaimPlan, cases: readonly FoundCase[]) =>
  setting && { ...setting, values: cases.map(one => one.setting) }
