/**
 * Which systems match, in which order?
 */
import type { GroupId } from './claim.ts'
import type { Day } from './day.ts'
import { withParts } from './group-systems.ts'
import { measured } from './measured.ts'
import type { Quantity } from './property.ts'
import { compareText } from './training-run.ts'
import type { RegisterView, System } from './view.ts'

export const systemSorts = ['releasedOn', 'trainingComputeFlop', 'parameterCount', 'runCostUsd', 'name'] as const
export type SystemSort = (typeof systemSorts)[number]

export interface SystemFilter {
  /** Every word must occur in the name of the system or of one of its groups, ignoring case. */
  readonly query?: string | undefined
  /** Any of these, parts included. */
  readonly groups?: readonly GroupId[] | undefined
  readonly domains?: readonly string[] | undefined
  readonly minFlop?: number | undefined
  readonly maxFlop?: number | undefined
  readonly releasedFrom?: Day | undefined
  readonly releasedTo?: Day | undefined
  readonly compute?: 'any' | 'known' | 'unknown' | undefined
}

/** Systems that match all of `filter`. A system of unknown compute or date never matches a bound on it. */
export function filterSystems(view: RegisterView, filter: SystemFilter): System[] {
  const groups = filter.groups?.length ? new Set(filter.groups.flatMap(id => [...withParts(view, id)])) : null
  const domains = filter.domains?.length ? new Set(filter.domains) : null
  const words = (filter.query ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return [...view.systems.values()].filter(system => {
    const flop = measured(system, 'trainingComputeFlop')?.value ?? null
    if (filter.compute === 'known' && flop === null) return false
    if (filter.compute === 'unknown' && flop !== null) return false
    if (filter.minFlop !== undefined && !(flop !== null && flop >= filter.minFlop)) return false
    if (filter.maxFlop !== undefined && !(flop !== null && flop <= filter.maxFlop)) return false
    if (filter.releasedFrom && !(system.releasedOn && system.releasedOn >= filter.releasedFrom)) return false
    if (filter.releasedTo && !(system.releasedOn && system.releasedOn <= filter.releasedTo)) return false
    if (groups && !system.developedBy.some(id => groups.has(id))) return false
    if (domains && !system.domain.some(domain => domains.has(domain))) return false
    if (words.length === 0) return true
    const names = system.developedBy.map(id => view.groups.get(id)?.name ?? id)
    const haystack = [system.name, ...names].join('\n').toLowerCase()
    return words.every(word => haystack.includes(word))
  })
}

/** A new list by `sort`; what is unknown comes last either way, and equal systems stand by id. */
export function sortSystems(systems: readonly System[], sort: SystemSort, descending: boolean): System[] {
  const sign = descending ? -1 : 1
  const keyed = systems.map(system => ({ system, key: sortKey(system, sort) }))
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null)
      return Number(a.key === null) - Number(b.key === null) || compareText(a.system.id, b.system.id)
    const difference =
      typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compareText(`${a.key}`, `${b.key}`)
    return sign * difference || compareText(a.system.id, b.system.id)
  })
  return keyed.map(({ system }) => system)
}

/** What `sort` compares: a day or lower-case name as text, a quantity as a number, null where unknown. */
export function sortKey(system: System, sort: SystemSort): string | number | null {
  if (sort === 'name') return system.name.toLowerCase()
  if (sort === 'releasedOn') return system.releasedOn
  return measured(system, sort satisfies Quantity)?.value ?? null
}
