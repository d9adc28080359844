/**
 * What was said of a subject, when, and what replaced it?
 */
import type { Claim, ClaimId, Subject } from './claim.ts'
import { type Day, dayOf } from './day.ts'
import { type Property, propertyNames } from './property.ts'

export interface PropertyHistory {
  readonly property: Property
  /** Oldest first. */
  readonly claims: readonly (Claim & { readonly supersededBy: ClaimId | null })[]
}

/** All claims about `subject` recorded by the end of `knownOn`, per property in the register's order. */
export function historyOf(claims: readonly Claim[], subject: Subject, knownOn: Day): PropertyHistory[] {
  const about = claims.filter(
    claim =>
      claim.subject.id === subject.id && claim.subject.kind === subject.kind && dayOf(claim.recordedAt) <= knownOn
  )
  const supersededBy = new Map<ClaimId, ClaimId>()
  for (const claim of about) if (claim.supersedes !== null) supersededBy.set(claim.supersedes, claim.id)
  return propertyNames
    .map(property => ({
      property,
      claims: about
        .filter(claim => claim.property === property)
        .map(claim => ({ ...claim, supersededBy: supersededBy.get(claim.id) ?? null }))
        .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    }))
    .filter(({ claims }) => claims.length > 0)
}
