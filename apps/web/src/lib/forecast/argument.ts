/**
 * The argument as an essay: in which order claims are read, what their verdicts say, and how to open one in the explorer.
 */
import type { AnswerTo, ClaimVerdict, RaceRun, Swing } from '@frown/core/forecast'
import type { Grade, ParameterName } from '@frown/core/simulation'
import { valueText } from './belief-text.ts'
import { gradeNames } from './believe-words.ts'
import { type ForecastState, usualState, type View, views } from './state.ts'
import { number, percent, sentence, years } from './words.ts'

export type ClaimAnswer = AnswerTo<'claim'>
type Part = ClaimAnswer['parts'][number]
type Measure = ClaimAnswer['measures'][number]

export interface Chapter {
  readonly id: string
  readonly heading: string
  readonly lead: string
  /** Ids, as they are read. */
  readonly claims: readonly string[]
}

export const chapters: readonly Chapter[] = [
  {
    id: 'how-many',
    heading: 'How many would have to stay away?',
    lead: 'Begin with people, since it is people who can decide not to come. The model takes their work away and asks what the others, the machines and the money make of it.',
    claims: [
      'a-tenth-slows-a-little',
      'a-fifth-buys-five-years',
      'it-takes-nearly-everyone',
      'the-ablest-few-suffice',
      'work-finds-a-way'
    ]
  },
  {
    id: 'if-some-stop',
    heading: 'If some stop, what do the others do?',
    lead: 'Whoever stops leaves a place. In these claims each of the leading groups takes each part in turn, and all choices count alike: what is said here is said of no group.',
    claims: [
      'one-closes-others-take-over',
      'three-close-someone-does-it',
      'careful-slow-careless-slow',
      'even-slowing-favours-careless'
    ]
  },
  {
    id: 'shunned',
    heading: 'Can one be left to itself?',
    lead: 'Groups learn from each other. So one could be told less, or tell less itself; and some would rather not be seen at all.',
    claims: [
      'cutting-off-undoes-the-lead',
      'alone-slowed-not-stopped',
      'secrecy-costs-the-secretive',
      'a-project-stays-secret'
    ]
  },
  {
    id: 'rules-money-inventions',
    heading: 'Rules, money and inventions',
    lead: 'Refusing is one way among several. A limit, investors who turn away, or models that need no scale pull at other ends of the same race.',
    claims: [
      'a-cap-is-dodged',
      'money-outweighs-frowning',
      'good-small-models-slow-scaling',
      'culture-is-quickest',
      'short-of-a-freeze-little'
    ]
  }
]

/** Enough for a verdict; finer shares are at the terminal and in the API. */
const mostDraws = 512
export const argumentDraws = ({ draws }: ForecastState): number => Math.min(draws, mostDraws)

/** An answer as a page needs it: one run of each kind, with how many there are. */
export interface ShownClaim extends Omit<ClaimAnswer, 'runs'> {
  readonly examples: readonly Example[]
}
export interface Example {
  readonly run: RaceRun
  /** How many choices of groups count alike, of which this is the first. */
  readonly choices: number
}

export function shownClaim({ runs, ...answer }: ClaimAnswer): ShownClaim {
  const byLabel = Map.groupBy(runs, ({ label }) => label)
  return { ...answer, examples: [...byLabel.values()].map(of => ({ run: of[0] as RaceRun, choices: of.length })) }
}

/** The state in which the explorer shows the same run; null where no address says it. */
export function explorerState(
  { scenario, fixed = {}, carelessAt }: RaceRun,
  asked: ForecastState
): ForecastState | null {
  const { refusal, investorFrown = 0, ostracism, shutdown, cap, smallModels } = scenario
  // Care matters through investors alone; without them the first crossing is the same whoever is careless.
  if (ostracism || (carelessAt !== undefined && investorFrown > 0)) return null
  const starts = new Set([refusal, shutdown, cap, smallModels].flatMap(lever => (lever ? [lever.startYears] : [])))
  const ramps = new Set([refusal, smallModels].flatMap(lever => (lever ? [lever.rampYears] : [])))
  if (starts.size > 1 || ramps.size > 1 || typeof shutdown?.who === 'string') return null
  const constants = Object.entries(fixed).map(([name, value]) => [name, { kind: 'constant', value }] as const)
  return {
    ...asked,
    who: refusal?.who ?? usualState.who,
    refuse: refusal?.share ?? 0,
    startYears: [...starts][0] ?? usualState.startYears,
    rampYears: [...ramps][0] ?? usualState.rampYears,
    investors: investorFrown,
    close: shutdown?.who ?? [],
    capFlop: cap?.flop ?? null,
    capWho: cap?.covered ?? usualState.capWho,
    evasion: cap?.evasion ?? usualState.evasion,
    evasionGrowth: cap?.evasionGrowth ?? usualState.evasionGrowth,
    small: smallModels?.substitution ?? 0,
    parameters: { ...asked.parameters, ...Object.fromEntries(constants) }
  }
}

const verdictNames: Record<ClaimVerdict, string> = {
  holds: 'Holds',
  inPart: 'Holds in part',
  doesNotHold: 'Does not hold',
  turnsOn: 'Turns on'
}

const structureNames: Record<Exclude<View, 'mixed'>, string> = {
  substitutes: 'where compute stands in for people',
  complements: 'where they complement each other'
}
const structures = ['substitutes', 'complements'] as const

/** A label within a sentence. */
const within = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label

const namedInVerdict = 3

/** "Turns on people needed to scale up, and 2 more". */
export function verdictText({ verdict, turnsOn }: ClaimAnswer['verdict']['mixed'], most = namedInVerdict): string {
  if (verdict !== 'turnsOn') return verdictNames[verdict]
  const named = turnsOn.slice(0, most).map(({ label }) => within(label))
  const rest = turnsOn.length - named.length
  const list = rest > 0 || named.length < 2 ? named.join(', ') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  return `${verdictNames.turnsOn} ${list}${rest > 0 ? `, and ${rest} more` : ''}`
}

/** What each structure alone says, where that is not what both say together. */
export function structuresText({ usesRace, verdict }: Pick<ClaimAnswer, 'usesRace' | 'verdict'>): string | null {
  if (!usesRace) return null
  if (views.every(view => verdict[view].verdict === verdict.mixed.verdict)) return null
  return `${sentence(structures.map(view => `${structureNames[view]}: ${within(verdictNames[verdict[view].verdict]).replace('turns on', 'turns on what is believed')}`).join('; '))}.`
}

/** A number with its unit: "0.094 years", "43%". */
export function amount(unit: string, value: number | string): string {
  if (unit === 'years') return years(value as number)
  if (unit === 'probability' || unit === 'share') return signedPercent(Number(value))
  return `${number(value as number)} ${unit}`
}

const signedPercent = (share: number): string => (share < 0 ? `−${percent(-share)}` : percent(share))
/** Where a factor stands: growth as a factor a year, logarithms as what they are of. */
export function factorText(unit: string, value: number): string {
  if (unit === 'share') return signedPercent(value)
  if (unit === 'people') return `${value.toLocaleString('en')} people`
  if (unit === 'years') return years(value)
  if (Math.abs(value) < 0.001 && value !== 0) {
    const [digits = '', power = ''] = value.toExponential(1).split('e')
    return `${digits} × 10^${power.replace('-', '−')} ${unit}`
  }
  return /^(elasticity|correlation|ratio|CES exponent|sd of .*)$/.test(unit) ? number(value) : valueText(unit, value)
}

/** The main number in a sentence or two, its interval, and what it is in each structure. */
export function measureText({ label, unit, values }: Measure, usesRace: boolean): string {
  const { mixed } = values
  if (mixed === null) return `${sentence(label)}: not known within the horizon.`
  const { p05, p50, p95 } = mixed.spread
  const lines = [
    `${sentence(label)}: ${amount(unit, p50)} in the middle of all draws; nine in ten lie between ${unit === 'years' && Number.isFinite(Number(p95)) ? number(p05) : amount(unit, p05)} and ${amount(unit, p95)}.`
  ]
  const [one, other] = structures.map(view => values[view])
  if (usesRace && one && other)
    lines.push(
      `The middle is ${amount(unit, one.spread.p50)} ${structureNames.substitutes} and ${amount(unit, other.spread.p50)} ${structureNames.complements}.`
    )
  if (mixed.acrossCases)
    lines.push(
      `Depending on which group it is, the middle goes from ${amount(unit, mixed.acrossCases.low)} to ${amount(unit, mixed.acrossCases.high)}.`
    )
  if (mixed.unknown > 0) lines.push(`In ${percent(mixed.unknown)} of draws it is not known within the horizon.`)
  return lines.join(' ')
}

export const partVerdictNames = { holds: 'holds', between: 'in between', doesNotHold: 'does not hold' } as const

/** By how many points the structures must differ for both to be said. */
const worthSaying = 0.03

/** In how many draws a part passes, and how many Monte Carlo or the horizon leaves open. */
export function partText({ passing }: Part, usesRace: boolean): string {
  const { share, undecided, applies } = passing.mixed
  if (share === null) return 'It applies to no draw.'
  const [one, other] = structures.map(view => passing[view].share)
  const [low, high] = [one, other].map(of => Number(of?.value))
  const each =
    !usesRace || !one || !other
      ? ''
      : Math.abs(Number(low) - Number(high)) < worthSaying
        ? ', in either structure'
        : `: ${percent(Number(low))} ${structureNames.substitutes}, ${percent(Number(high))} ${structureNames.complements}`
  const open = undecided > 0 ? ` In ${percent(undecided)} more the horizon is too near to tell.` : ''
  const asked = applies < 0.9995 ? ` It applies in ${percent(applies)} of draws.` : ''
  const reach = `${percent(Number(share.low))} to ${percent(Number(share.high))}`
  return `${sentence(percent(Number(share.value)))} of draws pass (${reach})${each}.${open}${asked}`
}

export interface FactorLine {
  readonly factor: string
  readonly label: string
  /** null: it is no belief of the race. */
  readonly grade: Grade | 'given' | null
  readonly gradeText: string
  readonly text: string
}

/** What moves the share that passes. */
export const turningLine = (swing: Swing, state: ForecastState, about: Evidence): FactorLine =>
  factorLine(swing, state, about, result => `${percent(result)} of draws pass`)

/** What moves the main number. */
export const carryingLine = (swing: Swing, unit: string, state: ForecastState, about: Evidence): FactorLine =>
  factorLine(swing, state, about, result => amount(unit, result))

type Evidence = readonly { readonly name: ParameterName; readonly grade: Grade }[]

function factorLine(
  { factor, label, unit, low, high }: Swing,
  { parameters, thresholdFlop }: ForecastState,
  about: Evidence,
  text: (result: number) => string
): FactorLine {
  const at = ({ value, result }: Swing['low'], choice: string) =>
    value === null ? `${text(result)} for ${choice}` : `${text(result)} around ${factorText(unit, value)}`
  const isGiven = Object.hasOwn(parameters, factor) || (factor === 'lnThresholdFlop' && thresholdFlop !== null)
  const grade = isGiven ? 'given' : (about.find(({ name }) => name === factor)?.grade ?? null)
  return {
    factor,
    label: sentence(label),
    grade,
    gradeText: grade === null ? 'a choice' : grade === 'given' ? 'given in this address' : gradeNames[grade],
    text: `${at(low, 'one group')}, ${at(high, 'another')}`
  }
}
