/**
 * Taking back what was said: one value, or with its name a whole subject, as when a row leaves an imported list.
 */
import { ok, type Result } from '../../shared/index.ts'
import type { Claim, ClaimDraft, Source, Subject } from '../claim.ts'
import type { Instant } from '../day.ts'
import { systemsOf } from '../group-systems.ts'
import type { RegisterView } from '../view.ts'
import type { EditChange } from './edit.ts'
import { type HeldClaims, isLive } from './held-claims.ts'
import { invalid } from './read-value.ts'

interface Ground {
  /** Who says that it does not hold. */
  readonly source: Source
  readonly now: Instant
}

export function withdrawalOf(live: Claim, { source, now }: Ground): ClaimDraft {
  const { subject, property, validFrom, id } = live
  return {
    subject,
    property,
    value: null,
    low: null,
    high: null,
    confidence: 'unknown',
    validFrom,
    recordedAt: now,
    source,
    status: 'withdrawn',
    supersedes: id,
    reply: null
  }
}

/** Everything that holds of the subject, its name first. Error: register/invalid-claim while others name it. */
export function withdrawWhole(
  { view, held }: { readonly view: RegisterView; readonly held: HeldClaims },
  subject: Subject,
  ground: Ground
): Result<readonly EditChange[]> {
  const naming = namesIt(view, subject)
  if (naming.length > 0)
    return invalid(
      'property',
      `Others still name this ${subject.kind}: ${naming.slice(0, 3).join(', ')}${naming.length > 3 ? ` and ${naming.length - 3} more` : ''}.`,
      'Correct those first.'
    )
  const live = held.heads.filter(isLive).sort((a, b) => Number(b.property === 'name') - Number(a.property === 'name'))
  return ok(live.map(before => ({ before, after: withdrawalOf(before, ground) })))
}

/** Ids of the subjects whose claims name this one. */
function namesIt(view: RegisterView, { kind, id }: Subject): string[] {
  if (kind === 'system')
    return [...view.systems.values()].filter(system => system.sameRunAs === id).map(system => system.id)
  const parts = [...view.groups.values()].filter(group => group.partOf === id).map(group => group.id)
  const own = systemsOf(view, id).filter(system => system.developedBy.includes(id))
  return [...parts, ...own.map(system => system.id)]
}
