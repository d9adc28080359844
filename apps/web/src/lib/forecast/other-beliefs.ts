/**
 * The other side of two beliefs: what differs from this side, in an address (`q.NAME=distribution`), a form or a file.
 */
import type { Asked, Question } from '@frown/core/forecast'
import { type ParameterName, parameterDefinitions, parameterNames } from '@frown/core/simulation'
import { type Address, withParams } from '#lib/ui/links.ts'
import { beliefText } from './belief-text.ts'
import { type Distribution, readDistribution, writeDistribution } from './distribution-code.ts'
import { quantileAt } from './distribution-shape.ts'
import { faultText } from './edit-distribution.ts'
import { type Beliefs, setupOf } from './figures.ts'
import { type Changes, soundChanges } from './parameter-set.ts'
import { type ForecastState, scenarioOf, writeState } from './state.ts'

export interface Example {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly other: Changes
}

const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high })
const logOf90 = (p05: number, p95: number): Distribution => ({ kind: 'logOf', of: { kind: 'lognormal90', p05, p95 } })

/** Opposites to start from; none is ours. The first stands where an address names none. */
export const examples: readonly [Example, ...Example[]] = [
  {
    id: 'scarce',
    label: 'Scaling needs scarce people',
    note: 'Spending on runs slows nearly as much as labour does.',
    other: { scaleUpLabour: uniform(0.5, 0.9) }
  },
  {
    id: 'money',
    label: 'Money and machines suffice',
    note: 'Whoever is left scales up all the same.',
    other: { scaleUpLabour: uniform(0, 0.1) }
  },
  {
    id: 'hard',
    label: 'Ideas get much harder to find',
    note: 'High returns to effort; since the trend is given, ideas must then get harder all the faster.',
    other: { returns: uniform(0.8, 1.2) }
  },
  {
    id: 'takeoff',
    label: 'A quick take-off',
    note: 'AI does as much research as people did from 10²⁶ to 10²⁹ FLOP on, and ever more.',
    other: { automationSlope: uniform(0.4, 0.8), lnAutomationFlop: logOf90(1e26, 1e29) }
  },
  {
    id: 'gone',
    label: 'Who leaves is gone for good',
    note: 'Few are replaced, few go on elsewhere.',
    other: { backfillShare: uniform(0, 0.2), transferShare: uniform(0, 0.1) }
  },
  {
    id: 'elsewhere',
    label: 'Who leaves goes on elsewhere',
    note: 'Most are replaced, and most work on at groups that do not refuse.',
    other: { backfillShare: uniform(0.8, 1), transferShare: uniform(0.6, 0.9) }
  }
]

export interface OtherSide {
  readonly other: Changes
  /** Whether the address names none, so that the first example stands. */
  readonly isExample: boolean
  readonly faults: readonly string[]
}

const longest = 300

export function readOther(params: URLSearchParams): OtherSide {
  const faults: string[] = []
  const other: Partial<Record<ParameterName, Distribution>> = {}
  for (const key of [...new Set(params.keys())].filter(key => key.startsWith('q.')).slice(0, 60)) {
    const name = parameterNames.find(known => `q.${known}` === key)
    const distribution = readDistribution((params.get(key) ?? '').slice(0, longest))
    if (name === undefined) faults.push(`${key.slice(0, 60)} is no parameter.`)
    else if (distribution === null) faults.push(`${key} is not written as a distribution.`)
    else other[name] = distribution
  }
  const sound = soundChanges(other)
  const isExample = Object.keys(sound.changes).length === 0
  return {
    other: isExample ? examples[0].other : sound.changes,
    isExample,
    faults: [...faults, ...sound.faults]
  }
}

/** The other side as parameters of an address; what it does not hold is removed. */
export const writeOther = (other: Changes): Record<string, string | null> =>
  Object.fromEntries(
    parameterNames.map(name => {
      const distribution = other[name]
      return [`q.${name}`, distribution ? writeDistribution(distribution) : null]
    })
  )

const fields = { edit: null, low: null, mid: null, high: null }

/** The page at `from` with another other side. */
export const otherHref = (from: Address, other: Changes): string =>
  withParams(from, { ...fields, ...writeOther(other) })

/** This side and the other, changed for each other. */
export function swappedHref(from: Address, state: ForecastState, other: Changes, beliefs: Beliefs): string {
  const mine = setupOf(state, beliefs).parameters
  const names = parameterNames.filter(name => other[name] !== undefined)
  return withParams(from, {
    ...fields,
    ...writeState({ ...state, parameters: { ...state.parameters, ...other } }),
    ...writeOther(Object.fromEntries(names.map(name => [name, mine[name]])))
  })
}

/** A saved set as the other side: all that it makes different from this side. */
export function otherFrom(set: Changes, state: ForecastState, beliefs: Beliefs): Changes {
  const mine = setupOf(state, beliefs).parameters
  const theirs = { ...beliefs.parameters, ...set }
  return Object.fromEntries(
    parameterNames
      .filter(name => writeDistribution(mine[name]) !== writeDistribution(theirs[name]))
      .map(name => [name, theirs[name]])
  )
}

/** In which unit a form takes a parameter: everyday terms in place of logarithms. */
export function formUnit(name: ParameterName): string {
  const { unit } = parameterDefinitions[name]
  return unit === 'ln per year' ? 'times a year' : unit.replace(/^ln /, '')
}

/** Middle and 90%, looked up and not drawn. */
export function spreadText(name: ParameterName, of: Distribution): string {
  const [p05 = 0, p50 = 0, p95 = 0] = [0.05, 0.5, 0.95].map(level => quantileAt(of, level))
  return beliefText(parameterDefinitions[name].unit, { p05, p50, p95 }, of.kind !== 'mixture')
}

export interface GivenBelief {
  readonly name: string
  readonly low: string
  /** May be empty. */
  readonly mid: string
  readonly high: string
}

/** What the fields of the form say, or why they say nothing: even between two ends, or a triangle. */
export function beliefGiven({
  name: given,
  low,
  mid,
  high
}: GivenBelief): { readonly name: ParameterName; readonly distribution: Distribution } | { readonly fault: string } {
  const name = parameterNames.find(known => known === given)
  if (name === undefined) return { fault: `“${given.slice(0, 40)}” is no parameter. Choose one of the list.` }
  const { label, unit } = parameterDefinitions[name]
  const isLog = unit.startsWith('ln ')
  const numbers: number[] = []
  for (const text of mid.trim() === '' ? [low, high] : [low, mid, high]) {
    const plain = text.trim().replace('−', '-')
    if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(plain))
      return { fault: `${label}: “${text.slice(0, 40)}” is no number. Write it as 0.5 or 3e10.` }
    const value = Number(plain)
    if (isLog && value <= 0) return { fault: `${label} is in ${formUnit(name)} and has to be above 0.` }
    numbers.push(isLog ? Number(Math.log(value).toPrecision(6)) : value)
  }
  const [a = 0, b = 0, c = 0] = numbers
  const distribution: Distribution =
    numbers.length === 3
      ? { kind: 'triangular', low: a, mode: b, high: c }
      : a === b
        ? { kind: 'constant', value: a }
        : uniform(a, b)
  const fault = faultText(name, distribution)
  return fault === null ? { name, distribution } : { fault }
}

/** As many as the parts are divided over, so that all numbers are of the same draws. */
const mostDraws = 1024

export const comparedDraws = ({ draws }: ForecastState): number => Math.min(draws, mostDraws)

export function comparison(
  state: ForecastState,
  other: Changes,
  beliefs: Beliefs
): { readonly asked: Asked; readonly question: Extract<Question, { kind: 'twoBeliefs' }> } {
  const setup = setupOf(state, beliefs)
  return {
    asked: { setup, draws: comparedDraws(state), delayYears: state.delayYears },
    question: { kind: 'twoBeliefs', scenario: scenarioOf(state), other: { ...setup.parameters, ...other } }
  }
}
