/**
 * A personal set of parameters: only what differs from what ships, in an address or in a file.
 */
import { type ParameterName, parameterDefinitions, parameterNames } from '@frown/core/simulation'
import { type Distribution, readDistribution, writeDistribution } from './distribution-code.ts'
import { faultText } from './edit-distribution.ts'
import type { Beliefs } from './figures.ts'
import { type ForecastState, writeState } from './state.ts'

export type Changes = ForecastState['parameters']

/** Without what the model cannot run with, which is named. */
export function soundChanges(changes: Changes): { readonly changes: Changes; readonly faults: readonly string[] } {
  const faults: string[] = []
  const kept: Partial<Record<ParameterName, Distribution>> = {}
  for (const name of parameterNames) {
    const distribution = changes[name]
    if (distribution === undefined) continue
    const fault = faultText(name, distribution)
    if (fault === null) kept[name] = distribution
    else faults.push(fault)
  }
  return { changes: kept, faults }
}

/** An address with this state and no other; parameters in the model's order, so that the same set is the same address. */
export function stateHref(pathname: string, search: Iterable<[string, string]>, state: ForecastState): string {
  const written = writeState({ ...state, parameters: {} })
  const query = new URLSearchParams(
    [...search].filter(([name]) => !/^[pg]\./.test(name) && !Object.hasOwn(written, name))
  )
  for (const [name, value] of Object.entries(written)) if (value) query.set(name, value)
  for (const name of parameterNames) {
    const distribution = state.parameters[name]
    if (distribution) query.set(`p.${name}`, writeDistribution(distribution))
  }
  return `${pathname}${query.size > 0 ? `?${query}` : ''}`
}

/** As the shipped set is written; a reader's own values rest on no source that we know. */
export function fileOf(changes: Changes, version: string): string {
  const parameters = parameterNames.flatMap(name => {
    const distribution = changes[name]
    return distribution
      ? [{ name, distribution, grade: 'guess', source: 'The reader who saved this set', note: '' }]
      : []
  })
  const about = `Changes to the parameters of Frown's race. All others are those that ship, version ${version}.`
  return `${JSON.stringify({ format: 1, about, parameters }, null, 2)}\n`
}

type Read = { readonly ok: true; readonly changes: Changes } | { readonly ok: false; readonly fault: string }
const refused = (fault: string): Read => ({ ok: false, fault })

export const largestFileBytes = 200_000
const longestCode = 300

/** A file in our format, the shipped one, or `{name: distribution}`; what equals what ships is no change. */
export function readFile(text: string, shipped: Beliefs['parameters']): Read {
  if (text.length > largestFileBytes) return refused('The file is too large for a set of parameters.')
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    return refused('The file is not JSON.')
  }
  if (!isObject(given)) return refused('The file holds no set of parameters.')
  if (given.format !== undefined && given.format !== 1)
    return refused(`The file has format ${brief(given.format)}; this version of Frown reads format 1.`)
  if (given.parameters !== undefined && !Array.isArray(given.parameters) && !isObject(given.parameters))
    return refused('“parameters” of the file is no list of parameters.')
  const listed = given.parameters ?? given
  const entries: [unknown, unknown][] = Array.isArray(listed)
    ? listed.map(entry => (isObject(entry) ? [entry.name, entry.distribution] : [entry, undefined]))
    : Object.entries(listed)
  if (entries.length === 0) return refused('The file names no parameter.')
  if (entries.length > 200) return refused('The file names more parameters than there are.')
  const changes: Partial<Record<ParameterName, Distribution>> = {}
  const seen = new Set<string>()
  for (const [given, value] of entries) {
    const name = parameterNames.find(known => known === given)
    if (name === undefined) return refused(`The file names ${brief(given)}, which is no parameter of this model.`)
    if (seen.has(name)) return refused(`The file names ${name} twice.`)
    seen.add(name)
    const distribution = distributionFrom(value)
    if (distribution === null)
      return refused(`${parameterDefinitions[name].label} (${name}) is not given as a distribution.`)
    const fault = faultText(name, distribution)
    if (fault) return refused(fault)
    const code = writeDistribution(distribution)
    if (code.length > longestCode || readDistribution(code) === null)
      return refused(`${parameterDefinitions[name].label} (${name}) is too long to stand in an address.`)
    if (code !== writeDistribution(shipped[name])) changes[name] = distribution
  }
  return { ok: true, changes }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const brief = (value: unknown): string => `“${String(value).slice(0, 40)}”`

const fields = {
  constant: ['value'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  lognormal90: ['p05', 'p95'],
  scaled: ['by']
} as const

/** A distribution of what JSON holds, with nothing else in it. Null where it is none. */
function distributionFrom(value: unknown, depth = 0): Distribution | null {
  if (!isObject(value) || depth > 6) return null
  const { kind } = value
  if (kind === 'mixture') {
    if (depth > 0 || !Array.isArray(value.of)) return null
    const parts = value.of.slice(0, 9).map(part => ({
      weight: isObject(part) ? part.weight : null,
      distribution: isObject(part) ? distributionFrom(part.distribution, depth + 1) : null
    }))
    if (parts.some(({ weight, distribution }) => typeof weight !== 'number' || distribution === null)) return null
    return { kind, of: parts as { weight: number; distribution: Distribution }[] }
  }
  const names = typeof kind === 'string' && Object.hasOwn(fields, kind) ? fields[kind as keyof typeof fields] : []
  if (names.some(name => typeof value[name] !== 'number')) return null
  const numbers = Object.fromEntries(names.map(name => [name, value[name]]))
  if (kind === 'logOf' || kind === 'ln2Over' || kind === 'scaled') {
    const of = distributionFrom(value.of, depth + 1)
    return of === null ? null : ({ kind, ...numbers, of } as Distribution)
  }
  return names.length > 0 ? ({ kind, ...numbers } as unknown as Distribution) : null
}
