/**
 * Which approach? Culture, regulation and technology side by side, each at a stated strength and from when it can begin.
 *
 * Who gains is asked of a generic careless group in each leading group's place in turn; all places count alike. Lead times
 * are assumptions. They decide as much as anything here, so that they are named, graded and can be changed.
 */
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import { type Grade, invalid, longestYears, numberFault, type Scenario } from '../simulation/index.ts'
import { type ByStructure, byStructure, type Estimate } from './delay.ts'
import { below, delayOf, delaysBy, leadGain, seenDelayOf } from './drawn.ts'
import { type PooledSummary, pooledShare, poolOf } from './pooled.ts'
import { type Asked, askedFault, type Tools } from './question.ts'
import { type FoundRun, type RaceRun, runCases } from './race-cases.ts'

export interface Approach {
  readonly id: string
  readonly kind: 'culture' | 'regulation' | 'technology'
  readonly label: string
  /** What is done and how strongly, its times counted from when it begins; the two below add to it. */
  readonly scenario: Scenario
  /** 0–1: how much of others' results still reaches the careless group; null: it is not cut off. */
  readonly carelessAccess: number | null
  /** Whether one of the other leading groups closes, each in turn. */
  readonly closesOne: boolean
  /** Years before it can begin: an assumption. */
  readonly leadYears: number
  readonly leadGrade: Grade
  readonly leadReason: string
  readonly leftOut: string
}

const smallModelsReason =
  'Small models improve every year; when they would be good enough to turn spending, nobody knows.'

/** Strengths are examples, chosen before any was run; change them. */
export const usualApproaches: readonly Approach[] = [
  {
    id: 'culture',
    kind: 'culture',
    label:
      'A norm: half of the leading groups refuse, investors follow half-way, the careless learn only what is published',
    scenario: { refusal: { who: 'leading', share: 0.5, startYears: 0, rampYears: 3 }, investorFrown: 0.5 },
    carelessAccess: 0.3,
    closesOne: false,
    leadYears: 1,
    leadGrade: 'guess',
    leadReason: 'Pledges need no law; how soon half of a field would keep one, nobody has measured.',
    leftOut: 'Whether half can be won at all, and that norms also fade.'
  },
  {
    id: 'cap',
    kind: 'regulation',
    label: 'A cap of 1e27 FLOP on everyone, evaded to twice that and by a third more every year',
    scenario: { cap: { flop: 1e27, startYears: 0, covered: 'everyone', evasion: 2, evasionGrowth: 0.3 } },
    carelessAccess: null,
    closesOne: false,
    leadYears: 4,
    leadGrade: 'judged',
    leadReason:
      'The European Union’s AI Act took from April 2021, when it was proposed, to August 2025, when duties of general-purpose models began; a cap on everyone needs many such laws.',
    leftOut: 'Loopholes beyond evasion that grows at one rate, countries that do not join, and what enforcing costs.'
  },
  {
    id: 'closing',
    kind: 'regulation',
    label: 'One of the leading groups is closed, whichever it is',
    scenario: {},
    carelessAccess: null,
    closesOne: true,
    leadYears: 4,
    leadGrade: 'guess',
    leadReason: 'Taken to need a law as a cap does; no such closing is known.',
    leftOut: 'Appeals, sales of what the group has, and what its example does to the others.'
  },
  {
    id: 'small-models',
    kind: 'technology',
    label: 'Small models are good enough to take 30% of spending growth',
    scenario: { smallModels: { substitution: 0.3, startYears: 0, rampYears: 3 } },
    carelessAccess: null,
    closesOne: false,
    leadYears: 2,
    leadGrade: 'guess',
    leadReason: smallModelsReason,
    leftOut: 'That what makes small models better makes large ones better too.'
  },
  {
    id: 'small-models-rebound',
    kind: 'technology',
    label: 'The same, but demand rebounds: spending grows 15% faster',
    scenario: { smallModels: { substitution: -0.15, startYears: 0, rampYears: 3 } },
    carelessAccess: null,
    closesOne: false,
    leadYears: 2,
    leadGrade: 'guess',
    leadReason: smallModelsReason,
    leftOut: 'How much demand rebounds, which depends on prices that the model does not have.'
  }
]

export interface ApproachResult {
  readonly approach: Approach
  /** Years by which the first crossing of any group comes later. */
  readonly delayYears: ByStructure<PooledSummary | null>
  /** The same over the lead time, as far as the horizon lets one see; null where there is no lead time. */
  readonly perLeadYear: ByStructure<PooledSummary | null> | null
  /** What the generic careless group's lead over the first of the careful gains. */
  readonly carelessGainYears: ByStructure<PooledSummary | null>
  /** Share of draws (and places) in which somebody crosses earlier than if nothing were done. */
  readonly backfire: ByStructure<Estimate | null>
  /** P(delay ≥ the delay asked for), what the horizon leaves open counted as not. */
  readonly probability: ByStructure<Estimate | null>
  /** Share of draws in which somebody has crossed before it begins. */
  readonly tooLate: ByStructure<Estimate | null>
}

/** `scenario` with everything in it `years` later. */
export function startedAfter(scenario: Scenario, years: number): Scenario {
  const later = <T extends { readonly startYears: number }>(lever: T): T => ({
    ...lever,
    startYears: lever.startYears + years
  })
  const { refusal, ostracism, shutdown, cap, smallModels, ...rest } = scenario
  return {
    ...rest,
    ...(refusal && { refusal: later(refusal) }),
    ...(ostracism && { ostracism: later(ostracism) }),
    ...(shutdown && { shutdown: later(shutdown) }),
    ...(cap && { cap: later(cap) }),
    ...(smallModels && { smallModels: later(smallModels) })
  }
}

/** The approach as a run with the generic careless group at `place`, which is one of `leading`. */
export function approachRun(approach: Approach, place: string, leading: readonly string[]): RaceRun {
  const { label, carelessAccess, closesOne, leadYears } = approach
  const next = leading[(leading.indexOf(place) + 1) % leading.length] as string
  const scenario: Scenario = {
    ...approach.scenario,
    ...(carelessAccess !== null && { ostracism: { who: [place], access: carelessAccess, startYears: 0 } }),
    ...(closesOne && { shutdown: { who: [next], startYears: 0 } })
  }
  return { label, scenario: startedAfter(scenario, leadYears), carelessAt: place }
}

/**
 * `asked.draws` are run once for each approach in each of the leading groups' places.
 * Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget.
 */
export async function compareApproaches(
  asked: Asked,
  approaches: readonly Approach[],
  tools: Tools
): Promise<Result<readonly ApproachResult[]>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws } = asked
  const leading = setup.groups.filter(group => !group.isOpenCommunity).map(({ id }) => id)
  const approachFault = approachesFault(approaches, leading.length)
  if (approachFault) return fail(approachFault)
  const cases = leading.map(place => approaches.map(approach => approachRun(approach, place, leading)))
  const found = await runCases(setup, draws, cases, tools)
  if (!found.ok) return found
  const { structure } = found.value
  return ok(
    approaches.map((approach, at) => {
      const runs = found.value.cases.map(runs => runs[at] as FoundRun)
      return resultOf(approach, runs, structure, asked)
    })
  )
}

function approachesFault(approaches: readonly Approach[], leading: number): FrownError | null {
  if (approaches.length === 0) return invalid('approaches', 'is empty.', 'Give at least one approach.')
  const least = approaches.some(({ closesOne }) => closesOne) ? 2 : 1
  if (leading < least)
    return invalid('setup.groups', `has ${leading} leading groups.`, `Comparing these approaches takes ${least}.`)
  for (const [index, { leadYears, carelessAccess }] of approaches.entries()) {
    const fault =
      numberFault(`approaches.${index}.leadYears`, leadYears, 0, longestYears) ??
      (carelessAccess === null ? null : numberFault(`approaches.${index}.carelessAccess`, carelessAccess, 0, 1))
    if (fault) return fault
  }
  return null
}

function resultOf(
  approach: Approach,
  runs: readonly FoundRun[],
  structure: Float64Array,
  { setup: { horizonYears }, delayYears }: Asked
): ApproachResult {
  const perDraw = (of: (run: FoundRun, draw: number) => number) =>
    runs.map(run => Array.from(structure, (_, draw) => of(run, draw)))
  const pooled = (of: (run: FoundRun, draw: number) => number) => {
    const rows = perDraw(of)
    return byStructure([structure], selected => poolOf(rows, selected))
  }
  const shares = (of: (run: FoundRun, draw: number) => number) => {
    const rows = perDraw(of)
    return byStructure([structure], selected => pooledShare(rows, selected).share)
  }
  const { leadYears } = approach
  return {
    approach,
    delayYears: pooled((run, draw) => delayOf(run, draw)),
    perLeadYear: leadYears > 0 ? pooled((run, draw) => seenDelayOf(run, draw, horizonYears) / leadYears) : null,
    carelessGainYears: pooled(leadGain),
    backfire: shares((run, draw) => below(delayOf(run, draw), 0)),
    probability: shares((run, draw) => delaysBy(run, draw, delayYears, horizonYears)),
    tooLate: shares(({ baseline }, draw) => Number((baseline.first[draw] as number) <= leadYears))
  }
}
