/**
 * Who races, and who is asked.
 */
import { mostGroups, type RaceGroup } from '@frown/kernel'
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'

/** A group at the start of the race. Several may stand for one name only if their ids differ. */
export interface StartingGroup extends RaceGroup {
  readonly id: string
  readonly name: string
  /** Everybody outside the named groups, who publish everything and train little. */
  readonly isOpenCommunity: boolean
}

/** `leading`: every named group. `everyone`: the open community too. Else ids. */
export type Population = 'leading' | 'everyone' | readonly string[]

/** Per group, whether it is of `population`. Error: forecast/unknown-group. */
export function membersOf(population: Population, groups: readonly StartingGroup[], place: string): Result<boolean[]> {
  if (population === 'everyone') return ok(groups.map(() => true))
  if (population === 'leading') return ok(groups.map(group => !group.isOpenCommunity))
  const unknown = population.find(id => !groups.some(group => group.id === id))
  if (unknown !== undefined)
    return fail({
      code: 'forecast/unknown-group',
      detail: `No group of this race has the id "${unknown}".`,
      place,
      remedy: `Give leading, everyone, or ids of: ${groups.map(group => group.id).join(', ')}.`
    })
  if (population.length === 0) return fail(invalid(place, 'names no group.', 'Give at least one.'))
  return ok(groups.map(group => population.includes(group.id)))
}

/** In words: "the 7 leading groups", "everyone, the open community included", "OpenAI and xAI". */
export function populationText(population: Population, groups: readonly StartingGroup[]): string {
  if (population === 'everyone') return 'everyone, the open community included'
  if (population === 'leading') {
    const count = groups.filter(group => !group.isOpenCommunity).length
    return `the ${count} leading group${count === 1 ? '' : 's'}`
  }
  const names = groups.filter(group => population.includes(group.id)).map(group => group.name)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The first thing about `groups` that no race can have. Error: forecast/invalid. */
export function checkGroups(groups: readonly StartingGroup[]): Result<readonly StartingGroup[]> {
  if (groups.length === 0) return fail(invalid('groups', 'is empty.', 'Give at least one group.'))
  if (groups.length > mostGroups)
    return fail(invalid('groups', `has ${groups.length} groups.`, `Give at most ${mostGroups}.`))
  const ids = new Set<string>()
  for (const [index, group] of groups.entries()) {
    const place = `groups.${index}`
    if (ids.has(group.id)) return fail(invalid(`${place}.id`, `"${group.id}" is there twice.`, 'Give each its own id.'))
    ids.add(group.id)
    const fault =
      rangeFault(`${place}.computeFlop`, group.computeFlop) ??
      rangeFault(`${place}.runCostUsd`, group.runCostUsd) ??
      numberFault(`${place}.labourShare`, group.labourShare, 0, 1e9) ??
      numberFault(`${place}.openness`, group.openness, 0, 1) ??
      numberFault(`${place}.lnAlgorithms`, group.lnAlgorithms, -20, 20) ??
      numberFault(`${place}.care`, group.care, 0, 1)
    if (fault) return fail(fault)
  }
  if (!(groups.reduce((sum, group) => sum + group.labourShare, 0) > 0))
    return fail(invalid('groups', 'have no labour at all.', 'Give at least one a labourShare above 0.'))
  return ok(groups)
}

function rangeFault(place: string, { low, high }: { readonly low: number; readonly high: number }): FrownError | null {
  const fault = numberFault(`${place}.low`, low, 1e-3, 1e60) ?? numberFault(`${place}.high`, high, 1e-3, 1e60)
  if (fault) return fault
  return high < low ? invalid(place, `ends at ${high}, below where it begins, ${low}.`, 'Give low ≤ high.') : null
}

/** Why `value` is no number from `low` to `high`; null if it is. */
export function numberFault(place: string, value: number, low: number, high: number): FrownError | null {
  if (Number.isFinite(value) && value >= low && value <= high) return null
  return invalid(place, `is ${value}.`, `Give a number from ${low} to ${high}.`)
}

export const invalid = (place: string, detail: string, remedy: string): FrownError => ({
  code: 'forecast/invalid',
  detail: `${place} ${detail}`,
  place,
  remedy
})
