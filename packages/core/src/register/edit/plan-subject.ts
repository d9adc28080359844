/**
 * A system or a group that the register does not know yet: what must be said of it at once, so that it can be listed.
 */
import { fail, ok, type Result } from '../../shared/index.ts'
import type { ClaimDraft, GroupId, Subject, SystemId } from '../claim.ts'
import { type Day, dayOf, parseDay } from '../day.ts'
import { subjectSlug } from '../epoch/subject-slug.ts'
import { type Property, properties, propertyNames } from '../property.ts'
import type { EditPlan, EditRequest, NewSubject } from './edit.ts'
import { readSource } from './read-source.ts'
import { dayRemedy, invalid, readValue } from './read-value.ts'
import { isEditor } from './who-may.ts'

/** Without these it would stand in no list. */
export const neededOf: Readonly<Record<Subject['kind'], readonly Property[]>> = {
  system: ['name', 'releasedOn', 'developedBy'],
  group: ['name']
}

/** Addresses of pages that an id would hide behind. */
const reservedIds = ['new']

/** Errors: account/not-allowed, register/invalid-claim. */
export function planSubject({ claims, view, by, now }: EditRequest, edit: NewSubject): Result<EditPlan> {
  if (!isEditor(by))
    return fail({
      code: 'account/not-allowed',
      detail: `An account with the role ${by.role} may not add a ${edit.of}.`,
      place: 'kind',
      remedy: 'An editor can do it, given a source. Nothing was changed.'
    })
  const today = dayOf(now)
  const written = propertyNames.flatMap((property): [Property, string][] => {
    const text = Object.hasOwn(edit.values, property) ? edit.values[property]?.trim() : undefined
    return text ? [[property, text]] : []
  })
  for (const property of neededOf[edit.of])
    if (!written.some(([given]) => given === property))
      return invalid(`values.${property}`, `${properties[property].label} is missing.`, `A ${edit.of} is listed by it.`)
  const taken = new Set<string>(reservedIds)
  for (const { subject } of claims) if (subject.kind === edit.of) taken.add(subject.id)
  const name = edit.values.name?.trim() ?? ''
  const subject = { kind: edit.of, id: subjectSlug(name, taken) as GroupId & SystemId } as Subject
  const twin = [...(edit.of === 'group' ? view.groups : view.systems).values()].find(
    known => known.name.toLowerCase() === name.toLowerCase()
  )
  if (twin)
    return invalid(
      'values.name',
      `The register knows a ${edit.of} of this name: ${twin.id}.`,
      'Edit that one, or give a name that tells the two apart.'
    )
  const source = readSource(edit.source, today)
  if (!source.ok) return source
  const from = edit.of === 'system' ? edit.values.releasedOn : edit.validFrom
  const place = edit.of === 'system' ? 'values.releasedOn' : 'validFrom'
  const validFrom = parseDay(from?.trim() ?? '')
  if (!validFrom) return invalid(place, 'This is not a day.', dayRemedy)
  if (validFrom > today) return invalid(place, 'This day is still to come.', 'Add it when it has come.')
  const changes: { before: null; after: ClaimDraft }[] = []
  for (const [property, text] of written) {
    if (properties[property].of !== 'both' && properties[property].of !== edit.of)
      return invalid(`values.${property}`, `A ${edit.of} has no such property.`, 'Leave it out.')
    const value = readValue(property, text, { view, subject, place: `values.${property}` })
    if (!value.ok) return value
    const confidence = properties[property].shape === 'count' ? edit.confidence : 'unknown'
    changes.push({
      before: null,
      after: {
        ...fresh(subject, validFrom),
        property,
        value: value.value,
        confidence,
        recordedAt: now,
        source: source.value
      }
    })
  }
  return ok({ subject, name, changes })
}

const fresh = (subject: Subject, validFrom: Day) =>
  ({ subject, validFrom, low: null, high: null, status: 'asserted', supersedes: null, reply: null }) as const
