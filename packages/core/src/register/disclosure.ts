/**
 * How much is no longer disclosed? Shares of the listed systems whose training compute is known.
 *
 * A count of what is listed, not a sample: no interval, but the numbers behind every share.
 */
import type { GroupId } from './claim.ts'
import { yearOf } from './day.ts'
import { systemsOf } from './group-systems.ts'
import { measured } from './measured.ts'
import type { RegisterView, System } from './view.ts'

export interface Disclosure {
  readonly systems: number
  readonly withKnownCompute: number
  /** 0–1; null where there are no systems. */
  readonly share: number | null
}

/** Per year of release, earliest first; systems without a known date stand under `null`, last. */
export function disclosureByYear(view: RegisterView): (Disclosure & { readonly year: number | null })[] {
  const byYear = Map.groupBy(view.systems.values(), system => (system.releasedOn ? yearOf(system.releasedOn) : null))
  return [...byYear]
    .map(([year, systems]) => ({ year, ...disclosureOf(systems) }))
    .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY))
}

/** Per group with its parts, most systems first. */
export function disclosureByGroup(view: RegisterView): (Disclosure & { readonly group: GroupId })[] {
  return [...view.groups.keys()]
    .map(group => ({ group, ...disclosureOf(systemsOf(view, group)) }))
    .filter(({ systems }) => systems > 0)
    .sort((a, b) => b.systems - a.systems || (a.group < b.group ? -1 : 1))
}

export function disclosureOf(systems: readonly System[]): Disclosure {
  const withKnownCompute = systems.filter(system => measured(system, 'trainingComputeFlop') !== null).length
  return {
    systems: systems.length,
    withKnownCompute,
    share: systems.length === 0 ? null : withKnownCompute / systems.length
  }
}
