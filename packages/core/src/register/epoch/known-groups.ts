/**
 * Which organisation does a cell mean? Names and aliases that the register or a given list knows; nothing is guessed.
 */
import { fail, ok, type Result } from '../../shared/index.ts'
import type { GroupId } from '../claim.ts'
import { closest } from '../find-system.ts'
import type { ClaimHeads } from './claim-heads.ts'
import { liveOf } from './claim-heads.ts'
import type { EpochRecord } from './epoch-file.ts'
import { subjectSlug } from './subject-slug.ts'

/** An organisation as listed in data/register/groups.csv. */
export interface ListedGroup {
  readonly id: GroupId
  readonly name: string
  readonly alsoKnownAs: readonly string[]
  readonly country: string | null
  readonly partOf: GroupId | null
}

export interface KnownGroups {
  readonly idOf: ReadonlyMap<string, GroupId>
  /** Listed or to be created: what the register would be told of a group that it does not hold yet. */
  readonly listed: ReadonlyMap<GroupId, ListedGroup>
}

/** Errors: import/unknown-groups, unless `create` allows to add them. */
export function knownGroups(
  { heads }: ClaimHeads,
  list: readonly ListedGroup[],
  records: readonly EpochRecord[],
  create: boolean
): Result<KnownGroups> {
  const idOf = new Map<string, GroupId>()
  const listed = new Map<GroupId, ListedGroup>()
  const spellings: string[] = []
  const learn = (id: GroupId, names: readonly string[]) => {
    for (const name of names) {
      spellings.push(name)
      if (!idOf.has(fold(name))) idOf.set(fold(name), id)
    }
  }
  for (const [id, held] of heads.group) {
    const name = liveOf(held, 'name')?.value
    const also = liveOf(held, 'alsoKnownAs')?.value
    learn(id as GroupId, [...(typeof name === 'string' ? [name] : []), ...(Array.isArray(also) ? also : [])])
  }
  for (const group of list) {
    listed.set(group.id, group)
    learn(group.id, [group.name, ...group.alsoKnownAs])
  }
  const unknown = [...new Set(records.flatMap(record => record.organisations))]
    .filter(name => !idOf.has(fold(name)))
    .sort()
  if (unknown.length > 0 && !create) return fail(unknownGroups(unknown, records, spellings))
  const taken = new Set<string>([...heads.group.keys(), ...listed.keys()])
  for (const name of unknown) {
    if (idOf.has(fold(name))) continue
    const id = subjectSlug(name, taken) as GroupId
    taken.add(id)
    idOf.set(fold(name), id)
    listed.set(id, { id, name, alsoKnownAs: [], country: null, partOf: null })
  }
  return ok({ idOf, listed })
}

/** Ids of the developers that a row names, without repeats, in its order. */
export const groupsOf = (record: EpochRecord, { idOf }: KnownGroups): GroupId[] => [
  ...new Set(record.organisations.flatMap(name => idOf.get(fold(name)) ?? []))
]

const fold = (name: string): string => name.toLowerCase()

function unknownGroups(unknown: readonly string[], records: readonly EpochRecord[], spellings: readonly string[]) {
  const described = unknown.map(name => {
    const row = records.find(record => record.organisations.includes(name))?.row
    const near = closest(name, spellings, 3)
    return `"${name}" (row ${row}${near.length > 0 ? `; closest known: ${near.join(', ')}` : ''})`
  })
  return {
    code: 'import/unknown-groups' as const,
    detail: `The register does not know ${unknown.length === 1 ? 'this organisation' : `these ${unknown.length} organisations`}: ${described.join('; ')}.`,
    place: 'column Organization',
    remedy:
      'If the names are right, import again with --create-groups, which adds them. Otherwise correct them in the file.'
  }
}
