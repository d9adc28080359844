/**
 * The fields of the forms that edit the register: how a claim fills them, and which edit they make.
 *
 * Every field is text, as forms send it, and keeps its name from the form to the preview and back.
 */
import type { Property, Subject } from '@frown/core/register'
import type { components } from '../../api/schema.ts'
import type { PropertyValue } from '../resources.ts'

export type EditBody = components['schemas']['EditInput']
type Source = components['schemas']['WrittenSourceInput']

export const sourceFields = [
  'url',
  'title',
  'publisher',
  'publishedOn',
  'accessedOn',
  'tier',
  'derivedFrom',
  'licence'
] as const
const ownFields = ['expected', 'value', 'low', 'high', 'confidence', 'validFrom', 'reply', 'claim'] as const

export type FieldName = (typeof sourceFields)[number] | (typeof ownFields)[number] | `values.${Property}`
export type Fields = { readonly [Name in FieldName]?: string }

/** What a person may set out to do with one property. */
export const tasks = ['correct', 'contest', 'reply', 'withdraw', 'undo'] as const
export type Task = (typeof tasks)[number]
export const isTask = (text: string | null): text is Task => tasks.some(task => task === text)

export const fieldsOfForm = (form: FormData): Fields =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** What the form shows at first: the value that holds, and a source to be named. */
export function fieldsOfValue(
  held: PropertyValue | null,
  { today, validFrom, sameSource }: { today: string; validFrom: string | null; sameSource: boolean }
): Fields {
  const source = sameSource && held ? held.source : null
  return {
    expected: held?.claimId ?? '',
    value: held === null ? '' : Array.isArray(held.value) ? held.value.join('\n') : wordsOf(held.value),
    low: held?.intervalFrom === 'source' ? String(held.low) : '',
    high: held?.intervalFrom === 'source' ? String(held.high) : '',
    confidence: held?.confidence ?? 'unknown',
    validFrom: held?.validFrom ?? validFrom ?? '',
    reply: held?.reply ?? '',
    url: source?.url ?? '',
    title: source?.title ?? '',
    publisher: source?.publisher ?? '',
    publishedOn: source?.publishedOn ?? '',
    accessedOn: source?.accessedOn ?? today,
    tier: source?.tier ?? 'secondary',
    derivedFrom: source?.derivedFrom ?? '',
    licence: source?.licence ?? ''
  }
}

const wordsOf = (value: string | number | boolean | null): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')

/** The edit that the fields of one property make; the API judges them. */
export function editOf(task: Task, fields: Fields, subject: Subject, property: Property, dryRun: boolean): EditBody {
  const expected = fields.expected || null
  const on = { subject, property, expected, dryRun }
  switch (task) {
    case 'correct':
      return {
        kind: expected === null ? 'add' : 'supersede',
        ...on,
        value: fields.value ?? '',
        low: fields.low || null,
        high: fields.high || null,
        confidence: (fields.confidence || 'unknown') as 'unknown',
        validFrom: fields.validFrom ?? '',
        source: sourceOf(fields)
      }
    case 'contest':
    case 'reply':
      return { kind: task, ...on, reply: fields.reply || null }
    case 'withdraw':
      return { kind: task, ...on, source: sourceOf(fields) }
    case 'undo':
      return { kind: task, claim: fields.claim ?? '', dryRun }
  }
}

/** The edit that adds a subject. */
export const subjectOf = (of: Subject['kind'], fields: Fields, dryRun: boolean): EditBody => ({
  kind: 'addSubject',
  of,
  values: Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      name.startsWith('values.') && text ? [[name.slice('values.'.length), text]] : []
    )
  ),
  confidence: (fields.confidence || 'unknown') as 'unknown',
  validFrom: fields.validFrom || null,
  source: sourceOf(fields),
  dryRun
})

const sourceOf = (fields: Fields): Source =>
  ({
    url: fields.url ?? '',
    title: fields.title ?? '',
    publisher: fields.publisher ?? '',
    publishedOn: fields.publishedOn || null,
    accessedOn: fields.accessedOn || null,
    tier: (fields.tier || 'secondary') as 'secondary',
    derivedFrom: fields.derivedFrom || null,
    licence: fields.licence || null
  }) satisfies Source

/** The field that a refusal of the API speaks of; null: none of the form. */
export function fieldAt(place: string | undefined): FieldName | null {
  const name = place?.replace(/^source\./, '')
  return name && ([...sourceFields, ...ownFields] as string[]).includes(name)
    ? (name as FieldName)
    : name?.startsWith('values.')
      ? (name as FieldName)
      : null
}
