/**
 * Is a number of this property usually reported, or worked out by who lists it?
 */
import type { SourceTier } from './claim.ts'
import type { Property } from './property.ts'

const workedOut: ReadonlySet<Property> = new Set(['trainingComputeFlop', 'runCostUsd', 'trainingTokens'])

/** The tier of a claim from a list that does not say how it knows. */
export const usualTier = (property: Property): SourceTier => (workedOut.has(property) ? 'estimate' : 'secondary')
