/**
 * What was written at one instant from one source: a single edit by a person, or a whole import?
 */
import type { Claim } from './claim.ts'
import type { Instant } from './day.ts'

export interface Recording {
  readonly recordedAt: Instant
  /** In the order written; there is at least one. */
  readonly claims: readonly [Claim, ...Claim[]]
}

/** Latest first; `claims` come in the order written. */
export function recordings(claims: readonly Claim[]): Recording[] {
  const byInstant = Map.groupBy(
    claims,
    ({ recordedAt, source }) => `${recordedAt}\n${source.publisher}\n${source.title}`
  )
  return [...byInstant.values()]
    .map(all => ({ recordedAt: (all[0] as Claim).recordedAt, claims: all as [Claim, ...Claim[]] }))
    .reverse()
    .sort((a, b) => (a.recordedAt > b.recordedAt ? -1 : a.recordedAt < b.recordedAt ? 1 : 0))
}
