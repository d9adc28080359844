/**
 * Who may edit what? Editors, reviewers and the operator everything but a group's own words; a spokesperson only the
 * group's own words, on what is said of the group or of a system that it developed. No group is exempt.
 */
import type { GroupId, Subject } from '../claim.ts'
import type { EditKind, Person } from './edit.ts'

const ofEditors: readonly EditKind[] = ['add', 'supersede', 'contest', 'withdraw', 'undo', 'addSubject']
const ofSpokespersons: readonly EditKind[] = ['contest', 'reply']
const editorRoles: ReadonlySet<string> = new Set(['editor', 'reviewer', 'operator'])

export const isEditor = ({ role }: Person): boolean => editorRoles.has(role)

/** What `person` may do with claims about `subject`; `developedBy`: the developers, where it is a system. */
export function editsOpenTo(
  person: Person | null,
  subject: Subject,
  developedBy: readonly GroupId[]
): readonly EditKind[] {
  if (person === null) return []
  if (isEditor(person)) return ofEditors
  const { role, groupId } = person
  const speaksFor =
    groupId !== null && (subject.kind === 'group' ? subject.id === groupId : developedBy.includes(groupId))
  return role === 'spokesperson' && speaksFor ? ofSpokespersons : []
}
