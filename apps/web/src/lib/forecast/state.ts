/**
 * What a page of the forecast asks, as its address holds it: everything, so that a link shows the same digits again.
 *
 * Whatever of an address cannot be read is left out and named; a page never breaks on it. The race starts on the page's
 * `trueOn` day, as known on `knownOn`, which the frame around every page keeps.
 */
import type { ParameterName, Population, Scenario } from '@frown/core/simulation'
import { parameterNames } from '@frown/core/simulation'
import { type Distribution, readDistribution, writeDistribution } from './distribution-code.ts'

export const views = ['mixed', 'substitutes', 'complements'] as const
export type View = (typeof views)[number]

export interface ForecastState {
  readonly who: Population
  /** 0–1. */
  readonly refuse: number
  readonly startYears: number
  readonly rampYears: number
  /** 0–1. */
  readonly investors: number
  /** Ids of groups that close when the refusal starts. */
  readonly close: readonly string[]
  /** FLOP; null: no cap. */
  readonly capFlop: number | null
  readonly capWho: Population
  readonly evasion: number
  readonly evasionGrowth: number
  /** −1 to 1. */
  readonly small: number
  /** FLOP of effective compute; null: as believed. */
  readonly thresholdFlop: number | null
  readonly delayYears: number
  readonly horizonYears: number
  readonly seed: number
  readonly draws: number
  readonly view: View
  /** In place of what ships. */
  readonly parameters: Readonly<Partial<Record<ParameterName, Distribution>>>
  /** By id, fields in place of the shipped assumptions. */
  readonly groups: Readonly<Record<string, Readonly<Partial<Record<GroupField, number>>>>>
}

export const groupFields = ['labourShare', 'openness', 'lnAlgorithms', 'care'] as const
export type GroupField = (typeof groupFields)[number]

export const usualState: ForecastState = {
  who: 'leading',
  refuse: 0.2,
  startYears: 0,
  rampYears: 1,
  investors: 0,
  close: [],
  capFlop: null,
  capWho: 'leading',
  evasion: 2,
  evasionGrowth: 0.3,
  small: 0,
  thresholdFlop: null,
  delayYears: 5,
  horizonYears: 40,
  seed: 1,
  draws: 2000,
  view: 'mixed',
  parameters: {},
  groups: {}
}

export interface ReadState {
  readonly state: ForecastState
  /** What of the address could not be read, in words. */
  readonly faults: readonly string[]
}

const numbers = {
  refuse: [0, 1],
  startYears: [0, 40],
  rampYears: [0, 40],
  investors: [0, 1],
  evasion: [1, 1e6],
  evasionGrowth: [-10, 10],
  small: [-1, 1],
  delayYears: [0, 200],
  horizonYears: [1, 200],
  seed: [0, 0xffffffff],
  draws: [50, 10_000]
} as const satisfies Partial<Record<keyof ForecastState, readonly [number, number]>>
const whole: ReadonlySet<string> = new Set(['seed', 'draws', 'horizonYears'])

/** Names of numbers in an address, where they differ from those of the state. */
const short = { startYears: 'start', rampYears: 'ramp', delayYears: 'delay', horizonYears: 'horizon' } as const
const nameOf = (field: string): string => (short as Record<string, string>)[field] ?? field

const longest = 300
const mostOverrides = 200

export function readState(params: URLSearchParams, known: readonly string[]): ReadState {
  const faults: string[] = []
  const state: { -readonly [F in keyof ForecastState]: ForecastState[F] } = { ...usualState }
  const text = (name: string): string | null => {
    const value = params.get(name)
    return value === null || value === '' ? null : value.slice(0, longest)
  }
  const number = (name: string, [least, most]: readonly [number, number], isWhole = false): number | null => {
    const given = text(name)
    if (given === null) return null
    const value = /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(given) ? Number(given) : Number.NaN
    if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
    faults.push(`${name} is “${given}”, which is no ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`)
    return null
  }
  for (const [field, range] of Object.entries(numbers) as [keyof typeof numbers, readonly [number, number]][]) {
    const value = number(nameOf(field), range, whole.has(field))
    if (value !== null) state[field] = value
  }
  const population = (name: string): Population | null => {
    const given = text(name)
    if (given === null) return null
    if (given === 'leading' || given === 'everyone') return given
    const ids = given.split(',').filter(id => known.includes(id))
    if (ids.length > 0) return ids
    faults.push(`${name} is “${given}”, which names no group of this race.`)
    return null
  }
  state.who = population('who') ?? state.who
  state.capWho = population('capWho') ?? state.capWho
  state.close = (text('close') ?? '').split(',').filter(id => known.includes(id))
  state.capFlop = number('cap', [1e20, 1e60])
  state.thresholdFlop = number('threshold', [1e20, 1e100])
  if (state.delayYears > state.horizonYears) {
    faults.push(`delay is ${state.delayYears}, beyond the horizon of ${state.horizonYears} years.`)
    state.delayYears = state.horizonYears
  }
  const view = text('view')
  if (view !== null && (views as readonly string[]).includes(view)) state.view = view as View
  else if (view !== null) faults.push(`view is “${view}”, which is none of ${views.join(', ')}.`)

  const parameters: Partial<Record<ParameterName, Distribution>> = {}
  const groups: Record<string, Partial<Record<GroupField, number>>> = {}
  for (const name of [...new Set(params.keys())].slice(0, mostOverrides)) {
    const [kind, of = '', field = ''] = name.split('.')
    if (kind === 'p') {
      const distribution = readDistribution((params.get(name) ?? '').slice(0, longest))
      if (!(parameterNames as readonly string[]).includes(of)) faults.push(`${name} is no parameter.`)
      else if (distribution === null) faults.push(`${name} is not written as a distribution.`)
      else parameters[of as ParameterName] = distribution
    } else if (kind === 'g') {
      const value = number(name, field === 'labourShare' ? [0, 100] : field === 'lnAlgorithms' ? [-20, 20] : [0, 1])
      if (!known.includes(of) || !(groupFields as readonly string[]).includes(field))
        faults.push(`${name} is no assumption about a group of this race.`)
      else if (value !== null) groups[of] = { ...groups[of], [field]: value }
    }
  }
  return { state: { ...state, parameters, groups }, faults }
}

/** The state as parameters of an address; what is usual is left out. */
export function writeState(state: ForecastState): Record<string, string | null> {
  const params: Record<string, string | null> = {}
  for (const field of Object.keys(numbers) as (keyof typeof numbers)[])
    params[nameOf(field)] = state[field] === usualState[field] ? null : String(state[field])
  const population = (who: Population, usual: Population) =>
    who === usual ? null : typeof who === 'string' ? who : who.join(',')
  params.who = population(state.who, usualState.who)
  params.capWho = population(state.capWho, usualState.capWho)
  params.close = state.close.length === 0 ? null : state.close.join(',')
  params.cap = state.capFlop === null ? null : flopText(state.capFlop)
  params.threshold = state.thresholdFlop === null ? null : flopText(state.thresholdFlop)
  params.view = state.view === usualState.view ? null : state.view
  for (const [name, distribution] of Object.entries(state.parameters))
    params[`p.${name}`] = writeDistribution(distribution)
  for (const [id, fields] of Object.entries(state.groups))
    for (const [field, value] of Object.entries(fields)) params[`g.${id}.${field}`] = String(value)
  return params
}

const flopText = (flop: number): string => flop.toExponential().replace('e+', 'e')

/** What is done, as core has it. */
export function scenarioOf(state: ForecastState): Scenario {
  const { who, refuse, startYears, rampYears, investors, close, capFlop, capWho, evasion, evasionGrowth, small } = state
  return {
    refusal: { who, share: refuse, startYears, rampYears },
    ...(investors > 0 && { investorFrown: investors }),
    ...(close.length > 0 && { shutdown: { who: close, startYears } }),
    ...(capFlop !== null && { cap: { flop: capFlop, startYears, covered: capWho, evasion, evasionGrowth } }),
    ...(small !== 0 && { smallModels: { substitution: small, startYears, rampYears } })
  }
}
