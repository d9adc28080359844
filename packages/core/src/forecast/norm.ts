/**
 * What share refuses, when each waits for others? Open refusal, one by one, stops at the least fixed point; sealed
 * conditional pledges, opened together, reach the greatest. The gap between the two is what sealing buys.
 *
 * Granovetter (1978): each refuses once a share x of peers visibly does; x is normal over people, clipped to 0–1.
 */

/** Distribution function over thresholds, on 0–1: the share of people who refuse once `share` does. */
export type ThresholdShare = (share: number) => number

const stillness = 1e-12
const mostSteps = 10_000_000

/** Thresholds Normal(mean, spread), clipped: those below 0 lead, and at 1 everyone joins. */
export const normalThresholds =
  (normalCdf: (x: number) => number, mean: number, spread: number): ThresholdShare =>
  share =>
    share >= 1 ? 1 : share < 0 ? 0 : spread === 0 ? Number(share >= mean) : normalCdf((share - mean) / spread)

/** Where open refusal, one by one, ends: f ← max(f₀, F(f)) from the seed share f₀ (0–1). */
export function leastFixedPoint(thresholds: ThresholdShare, seedShare: number): number {
  let share = seedShare
  for (let step = 0; step < mostSteps; step++) {
    const next = Math.max(seedShare, thresholds(share))
    if (Math.abs(next - share) < stillness) return next
    share = next
  }
  return share
}

/** What pledges opened together reach: the greatest f = max(f₀, p·F(f)) where the share p (0–1) has pledged. */
export function greatestFixedPoint(thresholds: ThresholdShare, seedShare: number, pledgingShare: number): number {
  let share = 1
  for (let step = 0; step < mostSteps; step++) {
    const next = Math.max(seedShare, pledgingShare * thresholds(share))
    if (Math.abs(next - share) < stillness) return next
    share = next
  }
  return share
}

export interface NormOutcome {
  /** Shares that refuse, 0–1. */
  readonly open: number
  readonly sealed: number
}

export function normOutcome(
  norm: { readonly mean: number; readonly spread: number; readonly seedShare: number; readonly pledgingShare: number },
  normalCdf: (x: number) => number
): NormOutcome {
  const thresholds = normalThresholds(normalCdf, norm.mean, norm.spread)
  return {
    open: leastFixedPoint(thresholds, norm.seedShare),
    sealed: greatestFixedPoint(thresholds, norm.seedShare, norm.pledgingShare)
  }
}
