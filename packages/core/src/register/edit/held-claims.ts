/**
 * What does the register hold last of one subject, and what held before it?
 */
import type { Claim, ClaimId, Subject } from '../claim.ts'
import type { Property } from '../property.ts'

export interface HeldClaims {
  /** The claims that no other supersedes, withdrawals among them. */
  readonly heads: readonly Claim[]
  readonly byId: ReadonlyMap<ClaimId, Claim>
}

export function heldClaims(claims: readonly Claim[], { kind, id }: Subject): HeldClaims {
  const about = claims.filter(({ subject }) => subject.id === id && subject.kind === kind)
  const superseded = new Set(about.map(({ supersedes }) => supersedes))
  return {
    heads: about.filter(claim => !superseded.has(claim.id)),
    byId: new Map(about.map(claim => [claim.id, claim]))
  }
}

export const isLive = (claim: Claim): boolean => claim.status !== 'withdrawn'

/** The withdrawal that a further claim on the property takes up; null: there was no claim. */
export const withdrawnHead = ({ heads }: HeldClaims, property: Property): Claim | null =>
  heads.findLast(claim => claim.property === property && !isLive(claim)) ?? null

export const beforeOf = ({ byId }: HeldClaims, { supersedes }: Claim): Claim | null =>
  (supersedes === null ? null : byId.get(supersedes)) ?? null

/** Of a contested claim: whether the contest began with the group's own words, and so ends when it takes them back. */
export function beganWithReply(held: HeldClaims, claim: Claim): boolean {
  let first = claim
  for (let before = beforeOf(held, first); before?.status === 'contested'; before = beforeOf(held, first))
    first = before
  return first.reply !== null
}
