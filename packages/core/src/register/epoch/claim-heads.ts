/**
 * What does the register hold last on each property, whatever the day? The state that an import starts from.
 */
import type { Claim, ClaimId, Subject } from '../claim.ts'
import type { Property } from '../property.ts'

export type Held = ReadonlyMap<Property, Claim>

export interface ClaimHeads {
  /** Per subject the last claim of each property; it may be a withdrawal. */
  readonly heads: Readonly<Record<Subject['kind'], ReadonlyMap<string, Held>>>
  /** Ids that ever had a training compute, known or withdrawn. */
  readonly withCompute: ReadonlySet<string>
  /** Every name that a system ever had, with the ids. */
  readonly everNamed: ReadonlyMap<string, readonly string[]>
}

export function claimHeads(claims: readonly Claim[]): ClaimHeads {
  const superseded = new Set<ClaimId>()
  for (const claim of claims) if (claim.supersedes !== null) superseded.add(claim.supersedes)
  const heads = { group: new Map<string, Map<Property, Claim>>(), system: new Map<string, Map<Property, Claim>>() }
  const withCompute = new Set<string>()
  const everNamed = new Map<string, string[]>()
  for (const claim of claims) {
    const { kind, id } = claim.subject
    if (claim.property === 'trainingComputeFlop') withCompute.add(id)
    if (kind === 'system' && claim.property === 'name' && typeof claim.value === 'string') {
      const ids = everNamed.get(claim.value) ?? []
      if (!ids.includes(id)) everNamed.set(claim.value, [...ids, id].sort())
    }
    if (superseded.has(claim.id)) continue
    const held = heads[kind].get(id) ?? new Map<Property, Claim>()
    heads[kind].set(id, held)
    const other = held.get(claim.property)
    if (!other || isLater(claim, other)) held.set(claim.property, claim)
  }
  return { heads, withCompute, everNamed }
}

/** The last claim if it is not a withdrawal. */
export function liveOf(held: Held | undefined, property: Property): Claim | null {
  const claim = held?.get(property)
  return claim && claim.status !== 'withdrawn' ? claim : null
}

export const liveClaimsOf = (held: Held | undefined): Claim[] =>
  held ? [...held.values()].filter(claim => claim.status !== 'withdrawn') : []

const isLater = (a: Claim, b: Claim): boolean =>
  a.recordedAt !== b.recordedAt ? a.recordedAt > b.recordedAt : a.id > b.id
