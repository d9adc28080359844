/**
 * The differences between two known days, counted and named for people.
 */
import type { Change } from './resources.ts'

export type ChangeKind = Change['kind']

/** In the order in which the page tells them: what matters most to a reader of numbers first. */
export const changeKinds = [
  { kind: 'revised', label: 'Revised', says: 'another value, interval or confidence' },
  { kind: 'withdrawn', label: 'Withdrawn', says: 'a value that its source no longer gives' },
  { kind: 'asserted', label: 'Asserted', says: 'a value that was not known before, of a subject that was' },
  { kind: 'added', label: 'Added', says: 'a system or group that was not known before' },
  { kind: 'removed', label: 'Removed', says: 'a system or group that is no longer listed' },
  { kind: 'renamed', label: 'Renamed', says: 'the same subject under another name' },
  {
    kind: 'contested',
    label: 'Contested',
    says: 'the value is doubted; where its group says why, that stands beside it'
  },
  { kind: 'replied', label: 'Replied', says: 'a contested value with another reply of its group, or none any more' },
  { kind: 'uncontested', label: 'No longer contested', says: 'the same value, and nobody contests it any more' }
] as const satisfies readonly { kind: ChangeKind; label: string; says: string }[]

export const isChangeKind = (text: string | null): text is ChangeKind => changeKinds.some(({ kind }) => kind === text)

export interface ChangeFilter {
  readonly kind: ChangeKind | null
  readonly property: string | null
  /** Ids of the systems to keep, and the group itself; null: all. */
  readonly subjects: ReadonlySet<string> | null
}

export const filterChanges = <Kept extends Pick<Change, 'kind' | 'property' | 'subject'>>(
  changes: readonly Kept[],
  { kind, property, subjects }: ChangeFilter
): Kept[] =>
  changes.filter(
    change =>
      (kind === null || change.kind === kind) &&
      (property === null || change.property === property) &&
      (subjects === null || subjects.has(`${change.subject.kind} ${change.subject.id}`))
  )

/** How many of each kind, kinds without any left out. */
export function countKinds(changes: readonly Pick<Change, 'kind'>[]) {
  return changeKinds
    .map(known => ({ ...known, count: changes.filter(change => change.kind === known.kind).length }))
    .filter(({ count }) => count > 0)
}

/** How many of each property, most first. */
export function countProperties(changes: readonly Pick<Change, 'property' | 'label'>[]) {
  const counts = new Map<string, { property: string; label: string; count: number }>()
  for (const { property, label } of changes) {
    if (property === null) continue
    const held = counts.get(property)
    if (held) held.count += 1
    else counts.set(property, { property, label: label ?? property, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
}
