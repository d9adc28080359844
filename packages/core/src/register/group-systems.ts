/**
 * Whose system is it? A group answers for its parts; a joint system counts for each of its developers.
 */
import type { GroupId } from './claim.ts'
import type { RegisterView, System } from './view.ts'

/** The group and all that is part of it, however deep. */
export function withParts(view: RegisterView, group: GroupId): ReadonlySet<GroupId> {
  const found = new Set([group])
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, partOf } of view.groups.values()) {
      if (partOf !== null && found.has(partOf) && !found.has(id)) {
        found.add(id)
        grown = true
      }
    }
  }
  return found
}

/** Systems developed by the group or its parts, in the view's order. */
export function systemsOf(view: RegisterView, group: GroupId): readonly System[] {
  let byGroup = systemsByGroup.get(view)
  if (!byGroup) {
    byGroup = sortedByGroup(view)
    systemsByGroup.set(view, byGroup)
  }
  return byGroup.get(group) ?? []
}

/** A view never changes, and lists of groups ask this of every group. */
const systemsByGroup = new WeakMap<RegisterView, ReadonlyMap<GroupId, readonly System[]>>()

function sortedByGroup(view: RegisterView): ReadonlyMap<GroupId, readonly System[]> {
  const byGroup = new Map<GroupId, System[]>()
  for (const system of view.systems.values()) {
    const answering = new Set(system.developedBy.flatMap(id => [...withWholes(view, id)]))
    for (const id of answering) {
      const systems = byGroup.get(id)
      if (systems) systems.push(system)
      else byGroup.set(id, [system])
    }
  }
  return byGroup
}

/** The group and all that it is part of. */
function withWholes(view: RegisterView, group: GroupId): ReadonlySet<GroupId> {
  const found = new Set<GroupId>()
  for (let id: GroupId | null = group; id !== null && !found.has(id); id = view.groups.get(id)?.partOf ?? null)
    found.add(id)
  return found
}
