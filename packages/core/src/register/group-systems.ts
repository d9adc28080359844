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
export function systemsOf(view: RegisterView, group: GroupId): System[] {
  const groups = withParts(view, group)
  return [...view.systems.values()].filter(system => system.developedBy.some(id => groups.has(id)))
}
