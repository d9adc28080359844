/**
 * What must the register be told of the organisations in a file: new ones with their parents, and earlier beginnings.
 */
import type { Claim, ClaimValue, GroupId } from '../claim.ts'
import type { Day } from '../day.ts'
import type { Property } from '../property.ts'
import { type ClaimHeads, liveClaimsOf, liveOf } from './claim-heads.ts'
import type { EpochRecord } from './epoch-file.ts'
import { groupsOf, type KnownGroups } from './known-groups.ts'
import { isHeldByPeople } from './match-systems.ts'

export interface GroupDraft {
  readonly id: GroupId
  readonly property: Property
  readonly value: ClaimValue
  readonly validFrom: Day
  readonly supersedes: Claim | null
}

/** A group is true of the world from the earliest release of a system of its own or of its parts. */
export function groupDrafts(
  heads: ClaimHeads,
  known: KnownGroups,
  records: readonly EpochRecord[],
  today: Day
): { readonly drafts: GroupDraft[]; readonly added: { id: GroupId; name: string }[] } {
  const parentOf = (id: GroupId): GroupId | null => {
    const live = liveOf(heads.heads.group.get(id), 'partOf')?.value
    return typeof live === 'string' ? (live as GroupId) : (known.listed.get(id)?.partOf ?? null)
  }
  const firstRelease = new Map<GroupId, Day>()
  for (const record of records) {
    const day = record.releasedOn ?? today
    for (const named of groupsOf(record, known)) {
      const seen = new Set<GroupId>()
      for (let id: GroupId | null = named; id !== null && !seen.has(id); id = parentOf(id)) {
        seen.add(id)
        const first = firstRelease.get(id)
        if (first === undefined || day < first) firstRelease.set(id, day)
      }
    }
  }
  const drafts: GroupDraft[] = []
  const added: { id: GroupId; name: string }[] = []
  for (const [id, validFrom] of [...firstRelease].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const held = heads.heads.group.get(id)
    if (liveOf(held, 'name')) {
      for (const claim of liveClaimsOf(held))
        if (validFrom < claim.validFrom && claim.value !== null && !isHeldByPeople(claim))
          drafts.push({ id, property: claim.property, value: claim.value, validFrom, supersedes: claim })
      continue
    }
    const listed = known.listed.get(id)
    const withdrawn = held?.get('name')
    if (!listed || (withdrawn && isHeldByPeople(withdrawn))) continue
    added.push({ id, name: listed.name })
    const facts: [Property, ClaimValue | null][] = [
      ['name', listed.name],
      ['alsoKnownAs', listed.alsoKnownAs.length > 0 ? listed.alsoKnownAs : null],
      ['country', listed.country],
      ['partOf', listed.partOf]
    ]
    for (const [property, value] of facts)
      if (value !== null) drafts.push({ id, property, value, validFrom, supersedes: held?.get(property) ?? null })
  }
  return { drafts, added }
}
