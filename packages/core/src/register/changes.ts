/**
 * What does the register say on one day that it did not say on another?
 *
 * Compares values, not claims: a claim re-asserted with the same value is no change.
 */
import { registerAsOf } from './as-of.ts'
import type { Claim, ClaimValue, Subject } from './claim.ts'
import type { Day } from './day.ts'
import { type Property, properties, propertyNames } from './property.ts'
import { compareText } from './training-run.ts'
import type { Group, RegisterView, System } from './view.ts'

export const changeKinds = [
  'added',
  'removed',
  'asserted',
  'withdrawn',
  'revised',
  'renamed',
  'contested',
  'replied',
  'uncontested'
] as const

export interface Change {
  readonly subject: Subject
  /** The subject's name on the later day, or the last it had. */
  readonly name: string
  /**
   * `added`, `removed`: the whole subject came or went.
   * The others are of one property of a subject that both days know: `contested`, `replied` and `uncontested` of the
   * same value, contested anew, with another reply or none, and no more.
   */
  readonly kind: (typeof changeKinds)[number]
  /** null where the whole subject came or went. */
  readonly property: Property | null
  readonly before: Claim | null
  readonly after: Claim | null
  /** after ÷ before, for numbers that were revised. */
  readonly ratio: number | null
}

/** Changes between what was known by the end of `from` and of `to`, both of the world on `trueOn`. */
export function changesBetween(claims: readonly Claim[], days: { from: Day; to: Day; trueOn: Day }): Change[] {
  const before = registerAsOf(claims, { knownOn: days.from, trueOn: days.trueOn })
  const after = registerAsOf(claims, { knownOn: days.to, trueOn: days.trueOn })
  return changesOfViews(before, after)
}

export function changesOfViews(before: RegisterView, after: RegisterView): Change[] {
  return [
    ...subjectChanges('system', before.systems, after.systems),
    ...subjectChanges('group', before.groups, after.groups)
  ]
}

function subjectChanges(
  kind: Subject['kind'],
  before: ReadonlyMap<string, System | Group>,
  after: ReadonlyMap<string, System | Group>
): Change[] {
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort(compareText)
  return ids.flatMap(id => {
    const subject = { kind, id } as Subject
    const old = before.get(id)
    const now = after.get(id)
    const name = (now ?? old)?.name ?? id
    const whole = { subject, name, property: null, ratio: null }
    if (!old) return [{ ...whole, kind: 'added', before: null, after: now?.claims.get('name') ?? null }]
    if (!now) return [{ ...whole, kind: 'removed', before: old.claims.get('name') ?? null, after: null }]
    return propertyNames.flatMap(property => {
      const change = propertyChange(property, old.claims.get(property) ?? null, now.claims.get(property) ?? null)
      return change ? [{ subject, name, ...change }] : []
    })
  })
}

function propertyChange(
  property: Property,
  before: Claim | null,
  after: Claim | null
): Omit<Change, 'subject' | 'name'> | null {
  if (before?.id === after?.id) return null
  const base = { property, before, after, ratio: null }
  if (!before) return { ...base, kind: 'asserted' }
  if (!after) return { ...base, kind: 'withdrawn' }
  if (!sameValue(before.value, after.value)) {
    const isCount = properties[property].shape === 'count'
    const ratio = isCount ? (after.value as number) / (before.value as number) : null
    return { ...base, kind: property === 'name' ? 'renamed' : 'revised', ratio }
  }
  if (after.status !== before.status)
    return { ...base, kind: after.status === 'contested' ? 'contested' : 'uncontested' }
  if (after.reply !== before.reply) return { ...base, kind: 'replied' }
  if (before.low !== after.low || before.high !== after.high || before.confidence !== after.confidence)
    return { ...base, kind: 'revised', ratio: properties[property].shape === 'count' ? 1 : null }
  return null
}

/** Equal but for rounding in the last digits and for the order of a list. */
export function sameValue(a: ClaimValue | null, b: ClaimValue | null): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
  if (Array.isArray(a) && Array.isArray(b)) return [...a].sort().join('\n') === [...b].sort().join('\n')
  return a === b
}
