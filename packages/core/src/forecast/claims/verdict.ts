/**
 * From the share of draws that pass a claim's tests to a verdict, by one rule for all claims.
 *
 * What a share turns on is read off the draws themselves (Monte Carlo filtering): those with the lowest quarter of a
 * parameter's values against those with the highest. It costs no further run, so that every parameter is looked at.
 */
import type { Estimate } from '../delay.ts'

export type ClaimVerdict = 'holds' | 'inPart' | 'doesNotHold' | 'turnsOn'
export type PartVerdict = 'holds' | 'between' | 'doesNotHold'

/** Share of draws that must pass for a part to hold; it does not hold where no more than the rest can. */
export const holdingShare = 0.9
/** By how much a parameter alone must move the share that passes for the claim to turn on it. */
export const turningShare = 0.25

export const verdictRule =
  'Each part of a claim is a test that a draw passes or fails. A part holds where at least 90% of draws pass, and does ' +
  'not where at most 10% can; draws that the horizon leaves open are counted against either. The claim holds, or does ' +
  'not, where all its parts do. Else it turns on whatever moves the share that passes a part in between by at least 25 ' +
  'points: a parameter, from the lowest quarter of its values to the highest; a setting, from the lowest to the ' +
  'highest; which group it is, from the choice with the lowest share to that with the highest. Where nothing does, the ' +
  'claim holds in part.'

/** At the low and at the high end of a factor, all others as believed. */
export interface Swing {
  readonly factor: string
  readonly label: string
  readonly unit: string
  /** Middle value of the factor at each end, and what is measured there; no value where no number orders the choices. */
  readonly low: { readonly value: number | null; readonly result: number }
  readonly high: { readonly value: number | null; readonly result: number }
}

export interface PartShare {
  /** Share of draws (and cases) that pass, those left open counted as not; Monte-Carlo range. Null: none applies. */
  readonly share: Estimate | null
  readonly undecided: number
  /** Share of draws and cases to which the part applies. */
  readonly applies: number
  readonly verdict: PartVerdict
  /** Those that move the share by at least `turningShare`, the strongest first. */
  readonly swings: readonly Swing[]
}

export interface VerdictGiven {
  readonly verdict: ClaimVerdict
  /** What it turns on, the strongest first; empty for every other verdict. */
  readonly turnsOn: readonly Swing[]
}

/** `share` counts what is undecided as failed. */
export function partVerdict(share: number, undecided: number): PartVerdict {
  // Sums of shares end in rounding; a billionth decides nothing.
  if (share >= holdingShare - 1e-9) return 'holds'
  return share + undecided <= 1 - holdingShare + 1e-9 ? 'doesNotHold' : 'between'
}

export const swingSize = ({ low, high }: Swing): number => Math.abs(high.result - low.result)

/** `parts`: at least one. */
export function claimVerdict(parts: readonly Pick<PartShare, 'verdict' | 'swings'>[]): VerdictGiven {
  const all = (wanted: PartVerdict) => parts.every(({ verdict }) => verdict === wanted)
  if (all('holds')) return { verdict: 'holds', turnsOn: [] }
  if (all('doesNotHold')) return { verdict: 'doesNotHold', turnsOn: [] }
  const strongest = new Map<string, Swing>()
  for (const swing of parts.filter(({ verdict }) => verdict === 'between').flatMap(({ swings }) => swings)) {
    const known = strongest.get(swing.factor)
    if (swingSize(swing) >= turningShare && (!known || swingSize(swing) > swingSize(known)))
      strongest.set(swing.factor, swing)
  }
  const turnsOn = [...strongest.values()].sort((a, b) => swingSize(b) - swingSize(a))
  return { verdict: turnsOn.length > 0 ? 'turnsOn' : 'inPart', turnsOn }
}
