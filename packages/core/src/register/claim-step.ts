/**
 * What did a claim do to the one before it on the same property?
 */
import type { Claim } from './claim.ts'

export const claimStepKinds = [
  'asserted',
  'unchanged',
  'revised',
  'asserted again',
  'withdrawn',
  'contested',
  'replied',
  'uncontested'
] as const

export interface ClaimStep {
  /** `replied`: another reply to the same value, or none any more. */
  readonly kind: (typeof claimStepKinds)[number]
  /** after ÷ before, for numbers that were revised. */
  readonly ratio: number | null
}

type Said = Pick<Claim, 'value' | 'low' | 'high' | 'confidence' | 'status' | 'reply'>

/** `before`: the claim that this one supersedes; null: none. */
export const claimStep = (claim: Said, before: Said | null): ClaimStep => ({
  kind: kindOf(claim, before),
  ratio: ratioOf(claim, before)
})

function kindOf(claim: Said, before: Said | null): ClaimStep['kind'] {
  if (claim.status === 'withdrawn') return 'withdrawn'
  if (!before) return 'asserted'
  if (before.status === 'withdrawn') return 'asserted again'
  if (claim.status === 'contested' && before.status !== 'contested') return 'contested'
  const said = ({ value, low, high, confidence }: Said) => JSON.stringify([value, low, high, confidence])
  if (said(before) !== said(claim)) return 'revised'
  if (claim.status !== before.status) return 'uncontested'
  return claim.reply === before.reply ? 'unchanged' : 'replied'
}

function ratioOf(claim: Said, before: Said | null): number | null {
  if (typeof claim.value !== 'number' || typeof before?.value !== 'number' || claim.value === before.value) return null
  return claim.value / before.value
}
