/**
 * What a page of a subject offers for editing to who is signed in: only as of today, since edits act on what holds now.
 */
import { type EditKind, editsOpenTo, type GroupId, properties, propertyNames, type Subject } from '@frown/core/register'

interface Asked {
  readonly account: App.Locals['account']
  readonly url: URL
  readonly subject: { readonly kind: Subject['kind']; readonly id: string }
  readonly developedBy: readonly string[]
  /** Properties that have a value. */
  readonly held: readonly string[]
}

export interface OpenEdits {
  /** Address of the subject's page. */
  readonly base: string
  readonly may: readonly EditKind[]
  /** Properties that have no value, for who may add one. */
  readonly missing: readonly { readonly property: string; readonly label: string }[]
  /** The entry that was just made; null: none was, or nobody may undo it. */
  readonly recorded: string | null
}

export function openEdits({ account, url, subject, developedBy, held }: Asked): OpenEdits {
  const isToday = !url.searchParams.has('knownOn') && !url.searchParams.has('trueOn')
  const person = account && { role: account.role, groupId: account.groupId as GroupId | null }
  const may = isToday ? editsOpenTo(person, subject as Subject, developedBy as GroupId[]) : []
  const recorded = url.searchParams.get('recorded')
  return {
    base: `/${subject.kind}s/${subject.id}`,
    may,
    missing: may.includes('add')
      ? propertyNames
          .filter(property => [subject.kind, 'both'].includes(properties[property].of) && !held.includes(property))
          .map(property => ({ property, label: properties[property].label }))
      : [],
    recorded: may.length > 0 && recorded !== null && /^[0-9a-f]{32}$/.test(recorded) ? recorded : null
  }
}
