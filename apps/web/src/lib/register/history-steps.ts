/**
 * What each claim about one property did: asserted it, revised it, said it again, withdrew it, contested it.
 */
import { type ClaimStep, claimStep } from '@frown/core/register'
import type { PropertyHistory } from './resources.ts'

export type HistoryClaim = PropertyHistory['claims'][number]

export interface HistoryStep extends ClaimStep {
  readonly claim: HistoryClaim
}

/** Oldest first, as the claims come. */
export function historySteps(claims: readonly HistoryClaim[]): HistoryStep[] {
  const byId = new Map(claims.map(claim => [claim.id, claim]))
  return claims.map(claim => {
    const before = claim.supersedes === null ? null : (byId.get(claim.supersedes) ?? null)
    return { claim, ...claimStep(claim, before) }
  })
}
