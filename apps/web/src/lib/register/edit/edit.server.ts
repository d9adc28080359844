/**
 * The pages that edit one property of a subject: what they show, and the preview and the writing that their forms ask for.
 *
 * Everything goes through the public API with the reader's own session, so that the pages can do no more than it allows.
 */
import { editsOpenTo, isProperty, type Property, properties, type Subject } from '@frown/core/register'
import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { read } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'
import type { PropertyValue } from '../resources.ts'
import {
  type EditBody,
  editOf,
  type Fields,
  fieldsOfForm,
  fieldsOfValue,
  isTask,
  subjectOf,
  type Task
} from './edit-fields.ts'

type Event = RequestEvent<{ id: string; property: string }>
export type EditReport = components['schemas']['EditReport']

/** What a form came back with: the fields as sent, and either what would change or why not. */
export interface EditAnswer {
  readonly fields: Fields
  readonly report?: EditReport
  readonly refusal?: {
    readonly code: string
    readonly message: string
    readonly place?: string
    readonly remedy?: string
  }
}

interface Known {
  readonly id: string
  readonly name: string
  readonly developedBy: readonly string[]
  readonly validFrom: string | null
  readonly properties: readonly PropertyValue[]
}

const nounOf = { system: 'systems', group: 'groups' } as const

async function readKnown({ fetch }: Pick<Event, 'fetch'>, { kind, id }: Subject): Promise<Known> {
  const detail =
    kind === 'system'
      ? await read(fetch, '/api/v1/register/systems/{id}', { id })
      : await read(fetch, '/api/v1/register/groups/{id}', { id })
  const named = detail.properties.find(({ property }) => property === 'name')
  return {
    id: detail.id,
    name: detail.name,
    developedBy: 'groups' in detail ? detail.groups.map(group => group.id) : [],
    validFrom: ('releasedOn' in detail ? detail.releasedOn : null) ?? named?.validFrom ?? null,
    properties: detail.properties
  }
}

export async function loadEdit(event: Event, kind: Subject['kind']) {
  const { account } = event.locals
  if (account === null) error(401, 'Only who has signed in may edit.', { suggestions: signIn })
  const subject = { kind, id: event.params.id } as Subject
  const property = propertyOf(event)
  if (property === null) error(404, `A ${kind} has no property "${event.params.property}".`)
  const asked = event.url.searchParams.get('do')
  const task: Task = isTask(asked) ? asked : 'correct'
  // A withdrawn subject has no page of its values; undoing needs none.
  const known = task === 'undo' ? null : await readKnown(event, subject)
  const held = known?.properties.find(one => one.property === property) ?? null
  const may = editsOpenTo(account as never, subject, (known?.developedBy ?? []) as never)
  if (known !== null && !may.some(edit => edit === task || (task === 'correct' && edit === 'supersede')))
    error(403, `Your account may not ${task} this.`, { suggestions: howTo })
  const { label, unit, shape } = properties[property]
  const today = new Date().toISOString().slice(0, 10)
  const name = known?.name ?? subject.id
  return {
    title: `${task === 'correct' && held === null ? 'Add' : wordOf[task]}: ${label.toLowerCase()} of ${name}`,
    personal: true,
    subject,
    name,
    back: `/${nounOf[kind]}/${subject.id}`,
    property,
    label,
    unit: unit as string | null,
    shape,
    task,
    held,
    speaksForGroup: account.role === 'spokesperson',
    initial: fieldsOfValue(held, {
      today,
      validFrom: known?.validFrom ?? null,
      sameSource: event.url.searchParams.get('source') === 'same'
    })
  }
}

const wordOf: Readonly<Record<Task, string>> = {
  correct: 'Correct',
  contest: 'Contest',
  reply: 'Reply',
  withdraw: 'Withdraw',
  undo: 'Undo'
}

const howTo = [{ href: '/correcting', label: 'How to correct the register' }]
const signIn = [{ href: '/account', label: 'Sign in' }, ...howTo]

function propertyOf({ params }: Event): Property | null {
  return isProperty(params.property) ? params.property : null
}

/** Actions of a page that edits one property: show what would change, go back to the form, write. */
export function editActions(kind: Subject['kind']) {
  const bodyOf = (event: Event, fields: Fields, dryRun: boolean): EditBody => {
    const asked = event.url.searchParams.get('do')
    const subject = { kind, id: event.params.id } as Subject
    return editOf(isTask(asked) ? asked : 'correct', fields, subject, event.params.property as Property, dryRun)
  }
  return actionsOf<Event>(bodyOf)
}

/** Actions of the page that adds a subject. */
export const subjectActions = (kind: Subject['kind']) =>
  actionsOf<RequestEvent>((_event, fields, dryRun) => subjectOf(kind, fields, dryRun))

export function loadNew({ locals }: RequestEvent, kind: Subject['kind']) {
  const { account } = locals
  if (account === null) error(401, 'Only who has signed in may edit.', { suggestions: signIn })
  if (!editsOpenTo(account as never, { kind, id: '' } as never, []).includes('addSubject'))
    error(403, `Your account may not add a ${kind}.`, { suggestions: howTo })
  const today = new Date().toISOString().slice(0, 10)
  return {
    title: `Add a ${kind}`,
    personal: true,
    of: kind,
    initial: fieldsOfValue(null, { today, validFrom: today, sameSource: false })
  }
}

function actionsOf<E extends RequestEvent>(bodyOf: (event: E, fields: Fields, dryRun: boolean) => EditBody) {
  return {
    async preview(event: E) {
      const fields = fieldsOfForm(await event.request.formData())
      const asked = await post(event, bodyOf(event, fields, true))
      return 'report' in asked ? { fields, ...asked } : fail(asked.status, { fields, refusal: asked.refusal })
    },
    async form(event: E) {
      return { fields: fieldsOfForm(await event.request.formData()) }
    },
    async write(event: E) {
      const fields = fieldsOfForm(await event.request.formData())
      const asked = await post(event, bodyOf(event, fields, false))
      if (!('report' in asked)) return fail(asked.status, { fields, refusal: asked.refusal })
      redirect(303, afterwards(asked.report))
    }
  }
}

/** The page that shows what was written, with a way to take it back; of a group that is gone, the claim. */
function afterwards({ subject, changes, claims }: EditReport): string {
  const [first] = changes
  const isGone = subject.kind === 'group' && first?.property === 'name' && first.kind === 'withdrawn'
  return isGone ? `/claims/${claims[0]}` : `/${nounOf[subject.kind]}/${subject.id}?recorded=${claims[0]}`
}

async function post({ fetch }: RequestEvent, body: EditBody) {
  const response = await fetch('/api/v1/register/claims', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  if (response.ok) return { report: (await response.json()) as EditReport }
  const problem: Partial<components['schemas']['Problem']> = await response.json().catch(() => ({}))
  const { code = 'server/failed', detail: message = 'The register did not answer.', place, remedy } = problem
  const refusal = { code: code as string, message, ...(place && { place }), ...(remedy && { remedy }) }
  return { status: response.status, refusal }
}
