/**
 * Delay as far as the horizon lets one see: the same as min(delay, horizon − baseline) where the baseline crosses.
 *
 * Finite in every draw, so that draws can be recombined and beliefs moved without any of them dropping out.
 */

/** Years, per draw: what crosses later than the horizon is taken to cross at it. */
export function seenDelays(baseline: Float64Array, scenario: Float64Array, horizonYears: number): Float64Array {
  return baseline.map((base, d) => Math.min(scenario[d] as number, horizonYears) - Math.min(base, horizonYears))
}
