/**
 * What each claim about one property did: asserted it, revised it, said it again, withdrew it, contested it.
 */
import type { PropertyHistory } from './resources.ts'

export type HistoryClaim = PropertyHistory['claims'][number]

export interface HistoryStep {
  readonly claim: HistoryClaim
  readonly kind: 'asserted' | 'unchanged' | 'revised' | 'asserted again' | 'withdrawn' | 'contested'
  /** after ÷ before, for numbers that were revised. */
  readonly ratio: number | null
}

/** Oldest first, as the claims come. */
export function historySteps(claims: readonly HistoryClaim[]): HistoryStep[] {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return claims.map(claim => {
    const before = claim.supersedes === null ? undefined : byId.get(claim.supersedes)
    return { claim, kind: kindOf(claim, before), ratio: ratioOf(claim, before) }
  })
}

function kindOf(claim: HistoryClaim, before: HistoryClaim | undefined): HistoryStep['kind'] {
  if (claim.status === 'withdrawn') return 'withdrawn'
  if (claim.status === 'contested' && before?.status !== 'contested') return 'contested'
  if (!before) return 'asserted'
  if (before.status === 'withdrawn') return 'asserted again'
  const same = JSON.stringify([before.value, before.low, before.high, before.confidence])
  return same === JSON.stringify([claim.value, claim.low, claim.high, claim.confidence]) ? 'unchanged' : 'revised'
}

function ratioOf(claim: HistoryClaim, before: HistoryClaim | undefined): number | null {
  if (typeof claim.value !== 'number' || typeof before?.value !== 'number' || claim.value === before.value) return null
  return claim.value / before.value
}
