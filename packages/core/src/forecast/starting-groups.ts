/**
 * With what does each group start: how large is its largest run so far, what did it cost, and on what does that rest?
 *
 * Known are lower bounds, and the field's largest known run is itself an estimate. So whoever's known run lies within
 * that estimate's error is drawn like whoever leads: what a group discloses must not decide who is first. docs/forecast.md.
 */
import {
  type Claim,
  confidenceFactor,
  type Day,
  dayNumber,
  frontier,
  type GroupId,
  type Interval,
  largestRun,
  type Measured,
  measured,
  type RegisterView,
  type System,
  type SystemId,
  systemsOf,
  type TrainingRun,
  topAtRelease,
  trainingRuns
} from '../register/index.ts'
import { fail, ok, type Result } from '../shared/index.ts'
import { checkGroups, type Grade, invalid, type Range, type StartingGroup } from '../simulation/index.ts'

/** What is believed of a group; the rest comes from the register. */
export interface GroupAssumption {
  readonly id: string
  readonly name: string
  readonly isOpenCommunity: boolean
  /** Its part of the field's research labour, in any unit. */
  readonly labourShare: number
  /** 0–1. */
  readonly openness: number
  /** Against the frontier's, natural logarithm. */
  readonly lnAlgorithms: number
  /** 0–1; null: not known, and `unsetCare` is raced with. */
  readonly care: number | null
  readonly grade: Grade
  readonly source: string
  readonly note: string
  /** Figures of one's own, both or neither, which stand above the register; the open community has only these. */
  readonly computeFlop?: number | undefined
  readonly runCostUsd?: number | undefined
}

/**
 * `open`: later runs are not disclosed or not listed; from the largest known run, or the low end of the estimate of the
 * field's largest if that is less, to the field's largest known run. `measured`: all later systems are disclosed; the
 * interval of the estimate. `unknown`: no run is known; judged. `given`: not from the register.
 */
export type StartKind = 'open' | 'measured' | 'unknown' | 'given'

export interface KnownRun {
  readonly system: SystemId
  readonly name: string
  readonly releasedOn: Day
  readonly computeFlop: Measured
  readonly runCostUsd: number | null
  /** The claim of its compute, with its source. */
  readonly claim: Claim
}

export interface RunPrice {
  /** Median, least and greatest of the runs. */
  readonly usdPerFlop: Interval
  readonly runs: number
  readonly from: Day
  readonly to: Day
}

export interface Start {
  readonly group: StartingGroup
  readonly compute: {
    readonly kind: StartKind
    /** The group's largest known run; null: none, or not asked for. */
    readonly largestKnown: KnownRun | null
    /** Systems released since, with it or on a day not known, whose compute is not known. */
    readonly undisclosedSince: number
  }
  readonly cost: {
    /** `ownRun`: by the price of its largest known run. `recentRuns`: by that of the field. */
    readonly kind: 'ownRun' | 'recentRuns' | 'given'
    /** What a FLOP costs at either end; null: given. */
    readonly usdPerFlop: number | null
  }
  /** Whether care is an assumption of the set; else it is `unsetCare`. */
  readonly isCareSet: boolean
}

export interface StartingField {
  readonly startOn: Day
  /** The field's largest known run, and what a run costs; null where nothing was asked of the register. */
  readonly frontier: KnownRun | null
  readonly price: RunPrice | null
  readonly starts: readonly Start[]
}

export const unsetCare = 0.5

/** A group that released nothing for so long is taken to have runs that are not listed. */
const currentDays = 365
/** Judged: a group that races and has no known run has one of at least this share of the field's largest. */
const leastShareOfFrontier = 0.01
/** Of the runs that were among the ten largest known at release, so many of the latest make the price. */
const pricedRuns = 10
const widestFactor = Math.max(...Object.values(confidenceFactor).map(factor => factor ?? 1))

/** The groups as of the view's day. Errors: forecast/unknown-group, forecast/invalid. */
export function startingGroups(view: RegisterView, assumptions: readonly GroupAssumption[]): Result<StartingField> {
  const startOn = view.trueOn
  const starts: Start[] = []
  let field: Field | null = null
  for (const [index, assumption] of assumptions.entries()) {
    const place = `groups.${index}`
    const { computeFlop, runCostUsd } = assumption
    if ((computeFlop === undefined) !== (runCostUsd === undefined))
      return fail(invalid(place, 'gives one of computeFlop and runCostUsd.', 'Give both, or neither.'))
    if (computeFlop !== undefined && runCostUsd !== undefined) {
      starts.push(givenStart(assumption, computeFlop, runCostUsd))
      continue
    }
    if (assumption.isOpenCommunity)
      return fail(invalid(place, 'is the open community without figures.', 'Give it computeFlop and runCostUsd.'))
    if (!view.groups.has(assumption.id as GroupId)) return fail(unknownGroup(assumption.id, place, startOn))
    if (field === null) {
      const found = fieldOf(view)
      if (!found.ok) return found
      field = found.value
    }
    starts.push(registerStart(view, assumption, field))
  }
  const checked = checkGroups(starts.map(start => start.group))
  if (!checked.ok) return checked
  return ok({ startOn, frontier: field?.frontier ?? null, price: field?.price ?? null, starts })
}

interface Field {
  readonly runs: TrainingRun[]
  readonly frontier: KnownRun
  readonly price: RunPrice
}

function fieldOf(view: RegisterView): Result<Field> {
  const day = view.trueOn
  const runs = trainingRuns(view)
  const largest = frontier(view).at(-1)
  if (!largest) return fail(invalid('startOn', `is ${day}, when no training compute was known.`, 'Give a later day.'))
  const priced = topAtRelease(runs)
    .flatMap(run => {
      const cost = measured(run.system, 'runCostUsd')
      return cost ? [{ run, usdPerFlop: cost.value / run.computeFlop.value }] : []
    })
    .slice(-pricedRuns)
  const prices = priced.map(({ usdPerFlop }) => usdPerFlop).sort((a, b) => a - b)
  const [first, last] = [priced[0], priced.at(-1)]
  if (!first || !last)
    return fail(invalid('startOn', `is ${day}, when no large run’s cost was known.`, 'Give a later day.'))
  const [lower, upper] = [prices[(prices.length - 1) >> 1], prices[prices.length >> 1]] as [number, number]
  return ok({
    runs,
    frontier: knownRun(largest),
    price: {
      usdPerFlop: { value: (lower + upper) / 2, low: prices[0] as number, high: prices.at(-1) as number },
      runs: prices.length,
      from: first.run.releasedOn,
      to: last.run.releasedOn
    }
  })
}

function registerStart(view: RegisterView, assumption: GroupAssumption, field: Field): Start {
  const id = assumption.id as GroupId
  const { known } = largestRun(view, id, field.runs)
  const largestKnown = known && knownRun(known)
  const undisclosedSince = systemsOf(view, id).filter(system => isUndisclosedSince(view, system, known)).length
  const isCurrent = known !== null && dayNumber(view.trueOn) - dayNumber(known.releasedOn) <= currentDays
  const kind = known === null ? 'unknown' : undisclosedSince === 0 && isCurrent ? 'measured' : 'open'
  const computeFlop = intervalOf(kind, largestKnown, field.frontier.computeFlop)
  const ownCostUsd = largestKnown?.runCostUsd ?? null
  const usdPerFlop =
    largestKnown && ownCostUsd !== null ? ownCostUsd / largestKnown.computeFlop.value : field.price.usdPerFlop.value
  return {
    group: asGroup(assumption, computeFlop, {
      low: computeFlop.low * usdPerFlop,
      high: computeFlop.high * usdPerFlop
    }),
    compute: { kind, largestKnown, undisclosedSince },
    cost: { kind: ownCostUsd === null ? 'recentRuns' : 'ownRun', usdPerFlop },
    isCareSet: assumption.care !== null
  }
}

/** No interval passes the field's largest known run, or the least certain estimate would lead. */
function intervalOf(kind: StartKind, own: KnownRun | null, field: Measured): Range {
  if (kind === 'unknown' || own === null) return { low: field.value * leastShareOfFrontier, high: field.value }
  const { value } = own.computeFlop
  if (kind === 'open') return { low: Math.min(value, endsOf(field).low), high: field.value }
  const ends = endsOf(own.computeFlop)
  return { low: ends.low, high: Math.min(ends.high, field.value) }
}

/** The 90% interval; where the source states no confidence, the widest. */
const endsOf = ({ value, low, high }: Measured): Range => ({
  low: low ?? value / widestFactor,
  high: high ?? value * widestFactor
})

function isUndisclosedSince(view: RegisterView, system: System, known: TrainingRun | null): boolean {
  if (measured(system, 'trainingComputeFlop') !== null) return false
  const sibling = system.sameRunAs === null ? undefined : view.systems.get(system.sameRunAs)
  if (sibling && measured(sibling, 'trainingComputeFlop') !== null) return false
  return known === null || system.releasedOn === null || system.releasedOn >= known.releasedOn
}

function givenStart(assumption: GroupAssumption, computeFlop: number, runCostUsd: number): Start {
  return {
    group: asGroup(assumption, { low: computeFlop, high: computeFlop }, { low: runCostUsd, high: runCostUsd }),
    compute: { kind: 'given', largestKnown: null, undisclosedSince: 0 },
    cost: { kind: 'given', usdPerFlop: null },
    isCareSet: assumption.care !== null
  }
}

function asGroup(assumption: GroupAssumption, computeFlop: Range, runCostUsd: Range): StartingGroup {
  const { id, name, isOpenCommunity, labourShare, openness, lnAlgorithms, care } = assumption
  return {
    id,
    name,
    isOpenCommunity,
    computeFlop,
    runCostUsd,
    labourShare,
    openness,
    lnAlgorithms,
    care: care ?? unsetCare
  }
}

function knownRun({ system, releasedOn, computeFlop }: TrainingRun): KnownRun {
  return {
    system: system.id,
    name: system.name,
    releasedOn,
    computeFlop,
    runCostUsd: measured(system, 'runCostUsd')?.value ?? null,
    claim: system.claims.get('trainingComputeFlop') as Claim
  }
}

const unknownGroup = (id: string, place: string, day: Day) => ({
  code: 'forecast/unknown-group' as const,
  detail: `The register knows no group with the id "${id}" as of ${day}.`,
  place: `${place}.id`,
  remedy: 'Give an id of the register, or figures of its own (computeFlop and runCostUsd).'
})
