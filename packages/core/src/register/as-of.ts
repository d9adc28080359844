/**
 * What did the register say on one day of the world on another?
 *
 * A claim is live when it had been recorded, nothing recorded since supersedes it, it is not withdrawn,
 * and it is already true. Of several live ones the latest in the world, then the latest recorded, holds.
 */
import type { Claim, ClaimId, GroupId, SystemId } from './claim.ts'
import { type Day, dayOf } from './day.ts'
import type { Property } from './property.ts'
import type { AsOf, Group, RegisterView, System } from './view.ts'

export function registerAsOf(claims: readonly Claim[], asOf: AsOf): RegisterView {
  const bySubject = { group: new Map<string, Map<Property, Claim>>(), system: new Map<string, Map<Property, Claim>>() }
  for (const claim of liveClaims(claims, asOf)) {
    const subjects = bySubject[claim.subject.kind]
    const held = subjects.get(claim.subject.id) ?? new Map<Property, Claim>()
    subjects.set(claim.subject.id, held)
    const other = held.get(claim.property)
    if (!other || isLater(claim, other)) held.set(claim.property, claim)
  }
  const groups = new Map<GroupId, Group>()
  for (const [id, held] of bySubject.group) {
    const name = text(held, 'name')
    if (name !== null) groups.set(id as GroupId, groupOf(id as GroupId, name, held))
  }
  const systems = new Map<SystemId, System>()
  for (const [id, held] of bySubject.system) {
    const name = text(held, 'name')
    if (name !== null) systems.set(id as SystemId, systemOf(id as SystemId, name, held))
  }
  return { ...asOf, groups, systems }
}

/** Every claim that holds on these days, in the order recorded. */
export function liveClaims(claims: readonly Claim[], { knownOn, trueOn }: AsOf): Claim[] {
  const known = claims.filter(claim => dayOf(claim.recordedAt) <= knownOn)
  const superseded = new Set<ClaimId>()
  for (const claim of known) if (claim.supersedes !== null) superseded.add(claim.supersedes)
  return known.filter(claim => claim.status !== 'withdrawn' && claim.validFrom <= trueOn && !superseded.has(claim.id))
}

function isLater(a: Claim, b: Claim): boolean {
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom
  return a.recordedAt >= b.recordedAt
}

const groupOf = (id: GroupId, name: string, claims: ReadonlyMap<Property, Claim>): Group => ({
  id,
  name,
  alsoKnownAs: texts(claims, 'alsoKnownAs'),
  country: text(claims, 'country'),
  partOf: text(claims, 'partOf') as GroupId | null,
  claims
})

const systemOf = (id: SystemId, name: string, claims: ReadonlyMap<Property, Claim>): System => ({
  id,
  name,
  releasedOn: text(claims, 'releasedOn') as Day | null,
  developedBy: texts(claims, 'developedBy') as readonly GroupId[],
  domain: texts(claims, 'domain'),
  notabilityCriteria: texts(claims, 'notabilityCriteria'),
  sameRunAs: text(claims, 'sameRunAs') as SystemId | null,
  claims
})

function text(claims: ReadonlyMap<Property, Claim>, property: Property): string | null {
  const value = claims.get(property)?.value
  return typeof value === 'string' ? value : null
}

function texts(claims: ReadonlyMap<Property, Claim>, property: Property): readonly string[] {
  const value = claims.get(property)?.value
  return Array.isArray(value) ? value : []
}
