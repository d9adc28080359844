/**
 * Which further claims does an edit make? Nothing is changed in place, so that each edit can be seen, and undone, by another.
 *
 * A reply belongs to the group: only its spokesperson makes, replaces or takes it back, and a contest that bears one
 * stays with the value that it contests. docs/editing.md has the rules in words.
 */
import { type FrownError, fail, ok, type Result } from '../../shared/index.ts'
import { sameValue } from '../changes.ts'
import { checkClaim } from '../check-claim.ts'
import type { Claim, ClaimDraft, Source, Subject } from '../claim.ts'
import { type Day, dayOf, parseDay } from '../day.ts'
import { closest } from '../find-system.ts'
import { properties } from '../property.ts'
import type { Group, System } from '../view.ts'
import type { Doubt, Edit, EditChange, EditKind, EditPlan, EditRequest, Statement, Withdrawal } from './edit.ts'
import { beganWithReply, type HeldClaims, heldClaims, isLive, withdrawnHead } from './held-claims.ts'
import { planSubject } from './plan-subject.ts'
import { planUndo } from './plan-undo.ts'
import { readReply, readSource } from './read-source.ts'
import { dayRemedy, invalid, readNumber, readValue } from './read-value.ts'
import { editsOpenTo } from './who-may.ts'
import { withdrawalOf, withdrawWhole } from './withdrawal.ts'

interface Scene extends EditRequest {
  readonly held: HeldClaims
  readonly today: Day
  /** null: nothing holds. */
  readonly live: Claim | null
}

/**
 * Errors: account/not-allowed, register/unknown-system, register/unknown-group, register/unknown-claim,
 * register/superseded, register/nothing-to-change, register/invalid-claim.
 */
export function planEdit(request: EditRequest): Result<EditPlan> {
  const { edit, view, claims, now, by } = request
  if (edit.kind === 'addSubject') return checked(planSubject(request, edit))
  const undone = edit.kind === 'undo' ? claims.find(({ id }) => id === edit.claim) : null
  if (undone === undefined)
    return fail({
      code: 'register/unknown-claim',
      detail: 'The register holds no claim of this id.',
      place: 'claim',
      remedy: 'Give the id of a claim as its history shows it.'
    })
  const subject = edit.kind === 'undo' ? (undone as Claim).subject : edit.subject
  const known = subject.kind === 'group' ? view.groups.get(subject.id) : view.systems.get(subject.id)
  if (!known && !undone) return fail(unknownSubject(request, subject))
  const developedBy = known && 'developedBy' in known ? known.developedBy : []
  if (!editsOpenTo(by, subject, developedBy).includes(edit.kind)) return fail(notAllowed(request, subject, edit.kind))
  const held = heldClaims(claims, subject)
  const name = known?.name ?? subject.id
  if (edit.kind === 'undo') return checked(planUndo(request, held, undone as Claim, name))
  const of = properties[edit.property].of
  if (of !== 'both' && of !== subject.kind)
    return invalid('property', `This is a property of a ${of}, not of a ${subject.kind}.`, 'Name another property.')
  const live = known?.claims.get(edit.property) ?? null
  if ((live?.id ?? null) !== edit.expected) return fail(superseded(edit.property, live))
  const scene = { ...request, held, today: dayOf(now), live }
  const changes = changesBy(scene, edit)
  return changes.ok ? checked(ok({ subject, name, changes: changes.value })) : changes
}

function changesBy(scene: Scene, edit: Exclude<Edit, { kind: 'addSubject' | 'undo' }>): Result<readonly EditChange[]> {
  switch (edit.kind) {
    case 'add':
    case 'supersede':
      return stated(scene, edit)
    case 'contest':
      return contested(scene, edit)
    case 'reply':
      return replied(scene, edit)
    case 'withdraw':
      return withdrawn(scene, edit)
  }
}

function stated(scene: Scene, edit: Statement): Result<readonly EditChange[]> {
  const { live, view, today, held } = scene
  const { subject, property } = edit
  if ((edit.kind === 'add') !== (live === null))
    return live === null
      ? invalid('kind', 'There is no value to supersede.', 'Add one.')
      : invalid('kind', 'There is a value already.', 'Supersede it.')
  const value = readValue(property, edit.value, { view, subject, place: 'value' })
  if (!value.ok) return value
  const interval = readInterval(edit, value.value)
  if (!interval.ok) return interval
  const validFrom = parseDay(edit.validFrom.trim())
  if (!validFrom) return invalid('validFrom', 'This is not a day.', dayRemedy)
  if (validFrom > today)
    return invalid('validFrom', 'This day is still to come.', 'Give the day from which it is true.')
  const source = readSource(edit.source, today)
  if (!source.ok) return source
  const keepsReply = live !== null && live.reply !== null && sameValue(live.value, value.value)
  const after: ClaimDraft = {
    subject,
    property,
    value: value.value,
    ...interval.value,
    confidence: edit.confidence,
    validFrom,
    recordedAt: scene.now,
    source: source.value,
    status: keepsReply ? 'contested' : 'asserted',
    supersedes: (live ?? withdrawnHead(held, property))?.id ?? null,
    reply: keepsReply ? live.reply : null
  }
  if (live && sayTheSame(live, after)) return fail(nothingToChange('The register says this already.'))
  return ok([{ before: live, after }, ...redated(scene, after)])
}

function readInterval(
  { property, low, high }: Statement,
  value: ClaimDraft['value']
): Result<{ low: number | null; high: number | null }> {
  const bounds: Record<'low' | 'high', number | null> = { low: null, high: null }
  for (const [name, text] of [
    ['low', low],
    ['high', high]
  ] as const) {
    if (text === null || text.trim() === '') continue
    const bound = readNumber(text, properties[property].unit)
    if (bound === null || typeof value !== 'number')
      return invalid(
        name,
        'This is not the end of an interval.',
        'Write a positive number as for the value, or leave it empty.'
      )
    bounds[name] = bound
  }
  if ((bounds.low === null) !== (bounds.high === null))
    return invalid(bounds.low === null ? 'low' : 'high', 'An interval has both ends.', 'Give this end too, or neither.')
  if (bounds.low !== null && bounds.low > Number(value))
    return invalid('low', 'The interval begins above the value.', 'Give an end below the value.')
  if (bounds.high !== null && bounds.high < Number(value))
    return invalid('high', 'The interval ends below the value.', 'Give an end above the value.')
  return ok(bounds)
}

/** A system holds from its release: whatever held from the old day holds from the new one. */
function redated({ live, held, now }: Scene, { property, value }: ClaimDraft): EditChange[] {
  if (property !== 'releasedOn' || live === null || typeof value !== 'string') return []
  return held.heads
    .filter(claim => isLive(claim) && claim.property !== property && claim.validFrom === live.value)
    .map(before => ({ before, after: again(before, { validFrom: value as Day, recordedAt: now }) }))
}

function contested({ live, by, now }: Scene, edit: Doubt): Result<readonly EditChange[]> {
  if (live === null) return invalid('property', 'There is no value to contest.', 'Contest a value that is there.')
  if (live.status === 'contested')
    return fail(
      nothingToChange(by.role === 'spokesperson' ? 'It is contested already: reply to it.' : 'It is contested already.')
    )
  const reply = readReply(edit.reply)
  if (!reply.ok) return reply
  if (by.role === 'spokesperson' && reply.value === null)
    return invalid('reply', 'A group contests in its own words.', 'Say what the group says of the value.')
  if (by.role !== 'spokesperson' && reply.value !== null)
    return invalid('reply', "A reply is in the group's own words.", "Leave it to the group's spokesperson.")
  return ok([{ before: live, after: again(live, { recordedAt: now, status: 'contested', reply: reply.value }) }])
}

function replied({ live, held, now }: Scene, edit: Doubt): Result<readonly EditChange[]> {
  if (live?.status !== 'contested')
    return invalid('property', 'This value is not contested.', 'Contest it, which takes a reply.')
  const reply = readReply(edit.reply)
  if (!reply.ok) return reply
  if (reply.value === live.reply)
    return fail(
      nothingToChange(reply.value === null ? 'There is no reply to take back.' : 'The reply says this already.')
    )
  const ends = reply.value === null && beganWithReply(held, live)
  const status = ends ? 'asserted' : 'contested'
  return ok([{ before: live, after: again(live, { recordedAt: now, status, reply: reply.value }) }])
}

function withdrawn({ live, today, now, ...scene }: Scene, edit: Withdrawal): Result<readonly EditChange[]> {
  if (live === null) return invalid('property', 'There is no value to withdraw.', 'Withdraw a value that is there.')
  const source = readSource(edit.source, today)
  if (!source.ok) return source
  if (edit.property === 'name') return withdrawWhole(scene, edit.subject, { source: source.value, now })
  return ok([{ before: live, after: withdrawalOf(live, { source: source.value, now }) }])
}

/** `claim` as a further entry that supersedes it, with what changes. */
function again({ id, ...claim }: Claim, change: Partial<ClaimDraft>): ClaimDraft {
  return { ...claim, ...change, supersedes: id }
}

const sayTheSame = (a: ClaimDraft, b: ClaimDraft): boolean => JSON.stringify(said(a)) === JSON.stringify(said(b))

const said = ({ value, low, high, confidence, validFrom, source, status, reply }: ClaimDraft): unknown[] => {
  const { url, title, publisher, publishedOn, accessedOn, tier, derivedFrom, licence }: Source = source
  return [
    [value, low, high, confidence, validFrom, status, reply],
    [url, title, publisher, publishedOn, accessedOn, tier, derivedFrom, licence]
  ]
}

/** The last look at what would be written, by the rules that hold for every claim; a clock that went back is no way round. */
function checked(plan: Result<EditPlan>): Result<EditPlan> {
  if (!plan.ok) return plan
  const changes = plan.value.changes.map(({ before, after }) => ({
    before,
    after: before !== null && before.recordedAt > after.recordedAt ? { ...after, recordedAt: before.recordedAt } : after
  }))
  for (const { after } of changes) {
    const broken = checkClaim(after)
    if (broken) return fail(broken)
  }
  return ok({ ...plan.value, changes })
}

function unknownSubject({ view }: EditRequest, { kind, id }: Subject): FrownError {
  const all: readonly (Group | System)[] = [...(kind === 'group' ? view.groups : view.systems).values()]
  const near = closest(
    id,
    all.map(subject => subject.id as string)
  )
  return {
    code: `register/unknown-${kind}`,
    detail: `No ${kind} has the id "${id}" as known on ${view.knownOn}.`,
    place: 'subject.id',
    ...(near.length > 0 ? { remedy: `Perhaps: ${near.join(', ')}.` } : {})
  }
}

function notAllowed({ by, view }: EditRequest, subject: Subject, kind: EditKind): FrownError {
  const base = { code: 'account/not-allowed' as const, place: 'kind' }
  if (by.role !== 'spokesperson')
    return {
      ...base,
      detail:
        kind === 'reply'
          ? 'Only the spokesperson of the group may reply.'
          : `An account with the role ${by.role} may not edit.`,
      remedy: 'Nothing was changed.'
    }
  const group = by.groupId === null ? 'no group' : (view.groups.get(by.groupId)?.name ?? by.groupId)
  return {
    ...base,
    detail: `The spokesperson of ${group} may contest and reply to what is said of it and of systems that it developed; not ${kind} on ${subject.kind} ${subject.id}.`,
    remedy: 'An editor can do it, given a source. Nothing was changed.'
  }
}

const superseded = (property: Claim['property'], live: Claim | null): FrownError => ({
  code: 'register/superseded',
  detail: `Meanwhile the register was changed: ${properties[property].label} ${live ? `is now claim ${live.id}, recorded at ${live.recordedAt}` : 'has no value now'}.`,
  place: property,
  remedy: 'Look at what holds now, then decide again. Nothing was changed.'
})

const nothingToChange = (detail: string): FrownError => ({
  code: 'register/nothing-to-change',
  detail,
  remedy: 'Nothing was changed.'
})
