/**
 * How large is it, and how sure is that?
 *
 * Epoch AI states a confidence, not an interval. It is read as a 90% interval of a factor of 3 (confident),
 * 10 (likely) or 30 (speculative) either way: docs/register.md, "Intervals", says on what that rests.
 */
import type { Confidence } from './claim.ts'
import type { Quantity } from './property.ts'
import type { Measured, System } from './view.ts'

export const confidenceFactor: Record<Confidence, number | null> = {
  confident: 3,
  likely: 10,
  speculative: 30,
  unknown: null
}

/** Factor of the 90% interval of 6·N·D; its inputs' units are mixed in the sources, docs/register.md says how far. */
const estimateFactor = 2

/** The value of `quantity`, or null where it is not known. */
export function measured(system: System, quantity: Quantity): Measured | null {
  const claim = system.claims.get(quantity)
  if (typeof claim?.value !== 'number') return null
  const base = {
    value: claim.value,
    confidence: claim.confidence,
    contested: claim.status === 'contested',
    estimated: false
  }
  if (claim.low !== null && claim.high !== null)
    return { ...base, low: claim.low, high: claim.high, intervalFrom: 'source' }
  const factor = confidenceFactor[claim.confidence]
  if (factor === null) return { ...base, low: null, high: null, intervalFrom: null }
  return { ...base, low: claim.value / factor, high: claim.value * factor, intervalFrom: 'confidence' }
}

/** 6·N·D where parameters and data are known and training compute is not; never a fact. Hoffmann et al. 2022, appendix F. */
export function estimatedTrainingCompute(system: System): Measured | null {
  if (system.claims.has('trainingComputeFlop')) return null
  const parameters = measured(system, 'activeParameterCount') ?? measured(system, 'parameterCount')
  const data = measured(system, 'trainingTokens')
  if (!parameters || !data || !system.domain.includes('Language')) return null
  const value = 6 * parameters.value * data.value
  return {
    value,
    low: value / estimateFactor,
    high: value * estimateFactor,
    intervalFrom: 'estimate',
    confidence: 'speculative',
    contested: parameters.contested || data.contested,
    estimated: true
  }
}
