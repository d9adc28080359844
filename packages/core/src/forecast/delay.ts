/**
 * How much later does the first group cross, and what can be said where somebody has not crossed by the horizon?
 *
 * Crossings beyond the horizon are censored: a delay may then be infinite as far as the run shows, or undefined. There is
 * no mean of such numbers, so that none is given. docs/forecast.md, "Delay".
 */
import { type Columns, type Structure, structureColumn, structures } from '../simulation/index.ts'
import { type Extended, extended, type Quantiles, quantile, quantilesOf } from './quantiles.ts'

/** Years of delay per draw: ∞ where the scenario alone is censored, −∞ where the baseline alone is, NaN where both are. */
export function delaysOf(baseline: Float64Array, scenario: Float64Array): Float64Array {
  return baseline.map((base, d) => {
    const years = scenario[d] as number
    return base === Number.POSITIVE_INFINITY && years === Number.POSITIVE_INFINITY ? Number.NaN : years - base
  })
}

/** Whether the delay is at least `delayYears`: 1 yes, 0 no, NaN undecided (the horizon is nearer) or undefined. */
export function reaches(base: number, delay: number, delayYears: number, horizonYears: number): number {
  if (Number.isNaN(delay)) return Number.NaN
  if (delay === Number.POSITIVE_INFINITY) return horizonYears - base >= delayYears ? 1 : Number.NaN
  return delay >= delayYears ? 1 : 0
}

/** A number with the range in which Monte Carlo alone leaves it (90%). */
export interface Estimate {
  readonly value: Extended
  readonly low: Extended
  readonly high: Extended
}

export interface DelaySummary {
  readonly draws: number
  /** Draws in which neither crosses by the horizon; of the others what follows is said. */
  readonly undefinedDraws: number
  readonly baselineCensored: number
  readonly scenarioCensored: number
  /** Years. */
  readonly delayYears: Quantiles | null
  readonly medianDelayYears: Estimate | null
  /** Delay as a share of the years that the baseline had left; of draws in which it had any. */
  readonly ofRemaining: Quantiles | null
  /** P(delay ≥ the delay asked for), counting undecided draws as not. */
  readonly probability: Estimate | null
  /** Share of draws in which the horizon is too near to tell. */
  readonly undecided: number
  /** Share of draws in which the scenario crosses earlier than the baseline. */
  readonly backfire: number
}

const z90 = 1.6449

/** `selected`: which draws are looked at; all if left out. */
export function summariseDelay(
  baseline: Float64Array,
  scenario: Float64Array,
  asked: { readonly delayYears: number; readonly horizonYears: number },
  selected?: (draw: number) => boolean
): DelaySummary {
  const delays = delaysOf(baseline, scenario)
  const draws = [...delays.keys()].filter(d => selected === undefined || selected(d))
  const defined = draws.filter(d => !Number.isNaN(delays[d]))
  const values = Float64Array.from(defined, d => delays[d] as number)
  const reached = defined.map(d =>
    reaches(baseline[d] as number, delays[d] as number, asked.delayYears, asked.horizonYears)
  )
  const remaining = defined.filter(d => (baseline[d] as number) > 0 && baseline[d] !== Number.POSITIVE_INFINITY)
  const share = (count: number) => (defined.length === 0 ? 0 : count / defined.length)
  return {
    draws: draws.length,
    undefinedDraws: draws.length - defined.length,
    baselineCensored: draws.filter(d => baseline[d] === Number.POSITIVE_INFINITY).length,
    scenarioCensored: draws.filter(d => scenario[d] === Number.POSITIVE_INFINITY).length,
    delayYears: quantilesOf(values),
    medianDelayYears: medianOf(values),
    ofRemaining: quantilesOf(Float64Array.from(remaining, d => (delays[d] as number) / (baseline[d] as number))),
    probability: proportion(reached.filter(r => r === 1).length, defined.length),
    undecided: share(reached.filter(r => Number.isNaN(r)).length),
    backfire: share(values.filter(delay => delay < 0).length)
  }
}

/** The median with the order statistics that bound it (90%, binomial); wider than quasi-random draws leave it. */
export function medianOf(values: Float64Array): Estimate | null {
  if (values.length === 0) return null
  const sorted = values.slice().sort()
  const reach = (z90 * 0.5) / Math.sqrt(values.length)
  const at = (level: number) => extended(quantile(sorted, Math.min(1, Math.max(0, level))))
  return { value: at(0.5), low: at(0.5 - reach), high: at(0.5 + reach) }
}

/** A share with its interval (90%, Wilson 1927). Null of nothing. */
export function proportion(hits: number, count: number): Estimate | null {
  if (count === 0) return null
  const p = hits / count
  const z2 = z90 * z90
  const centre = (p + z2 / (2 * count)) / (1 + z2 / count)
  const reach = (z90 * Math.sqrt((p * (1 - p)) / count + z2 / (4 * count * count))) / (1 + z2 / count)
  return { value: p, low: Math.min(p, Math.max(0, centre - reach)), high: Math.max(p, Math.min(1, centre + reach)) }
}

/** Anything, over all draws and for each structure by itself. */
export interface ByStructure<T> {
  readonly mixed: T
  readonly substitutes: T
  readonly complements: T
}

export function byStructure<T>(
  columns: Columns,
  summarise: (selected: (draw: number) => boolean) => T
): ByStructure<T> {
  const structure = columns[structureColumn] as Float64Array
  const of = (which: Structure) => summarise(draw => structure[draw] === structures[which])
  return { mixed: summarise(() => true), substitutes: of('substitutes'), complements: of('complements') }
}
