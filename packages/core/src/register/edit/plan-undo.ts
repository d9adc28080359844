/**
 * What undoes an entry? A further one that says what held before, or withdraws what nothing held before.
 *
 * A name brings and takes its subject whole, and a day of release moves the days of what holds from it; so undoing one
 * of these undoes what went with it.
 */
import { fail, ok, type Result } from '../../shared/index.ts'
import { sameValue } from '../changes.ts'
import type { Claim, ClaimDraft } from '../claim.ts'
import type { Instant } from '../day.ts'
import type { EditChange, EditPlan, EditRequest } from './edit.ts'
import { beforeOf, type HeldClaims, isLive } from './held-claims.ts'
import { invalid } from './read-value.ts'
import { withdrawalOf, withdrawWhole } from './withdrawal.ts'

/** Errors: register/superseded, register/invalid-claim. */
export function planUndo({ view, now }: EditRequest, held: HeldClaims, claim: Claim, name: string): Result<EditPlan> {
  const { subject, property } = claim
  const plan = (changes: readonly EditChange[]): Result<EditPlan> => ok({ subject, name, changes })
  if (!held.heads.includes(claim))
    return fail({
      code: 'register/superseded',
      detail: 'A later entry has taken the place of this one.',
      place: property,
      remedy: 'Undo the latest entry, or enter the value that holds. Nothing was changed.'
    })
  const before = beforeOf(held, claim)
  if (before !== null && isLive(claim) && sameValue(claim.value, before.value) && claim.reply !== before.reply)
    return invalid('claim', "A reply is the group's own: only its spokesperson takes it back or puts it again.", '')
  const restores = before !== null && isLive(before)
  if (property === 'name' && !restores) {
    const whole = withdrawWhole({ view, held }, subject, { source: claim.source, now })
    return whole.ok ? plan(whole.value) : whole
  }
  const along = held.heads.filter(other => other !== claim && wentAlong(claim, other, held))
  return plan([claim, ...along].map(one => ({ before: isLive(one) ? one : null, after: undone(one, held, now) })))
}

function wentAlong(claim: Claim, other: Claim, held: HeldClaims): boolean {
  if (other.recordedAt !== claim.recordedAt) return false
  const before = beforeOf(held, other)
  if (claim.property === 'name') return !isLive(claim) && !isLive(other) && before !== null
  return claim.property === 'releasedOn' && before !== null && isLive(other) && isRedated(before, other)
}

const isRedated = (before: Claim, after: Claim): boolean =>
  before.validFrom !== after.validFrom && isLive(before) && sameValue(before.value, after.value)

function undone(claim: Claim, held: HeldClaims, now: Instant): ClaimDraft {
  const before = beforeOf(held, claim)
  if (before === null || !isLive(before)) return withdrawalOf(claim, { source: before?.source ?? claim.source, now })
  const { id: _, ...content } = before
  return { ...content, recordedAt: now, supersedes: claim.id }
}
