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
  selected: (draw: number) => boolean = () => true
): DelaySummary {
  const delays = delaysOf(baseline, scenario)
  const counts = { draws: 0, baselineCensored: 0, scenarioCensored: 0, reached: 0, undecided: 0, backfire: 0 }
  const values = new Float64Array(delays.length)
  const ofRemaining = new Float64Array(delays.length)
  let defined = 0
  let remaining = 0
  for (let d = 0; d < delays.length; d++) {
    if (!selected(d)) continue
    const base = baseline[d] as number
    const delay = delays[d] as number
    counts.draws++
    if (base === Number.POSITIVE_INFINITY) counts.baselineCensored++
    if (scenario[d] === Number.POSITIVE_INFINITY) counts.scenarioCensored++
    if (Number.isNaN(delay)) continue
    values[defined++] = delay
    if (base > 0 && base !== Number.POSITIVE_INFINITY) ofRemaining[remaining++] = delay / base
    const reached = reaches(base, delay, asked.delayYears, asked.horizonYears)
    if (reached === 1) counts.reached++
    if (Number.isNaN(reached)) counts.undecided++
    if (delay < 0) counts.backfire++
  }
  const known = values.subarray(0, defined).sort()
  const share = (count: number) => (defined === 0 ? 0 : count / defined)
  return {
    draws: counts.draws,
    undefinedDraws: counts.draws - defined,
    baselineCensored: counts.baselineCensored,
    scenarioCensored: counts.scenarioCensored,
    delayYears: quantilesOf(known),
    medianDelayYears: medianOf(known),
    ofRemaining: quantilesOf(ofRemaining.subarray(0, remaining).sort()),
    probability: proportion(counts.reached, defined),
    undecided: share(counts.undecided),
    backfire: share(counts.backfire)
  }
}

/** The median of `sorted`, with the order statistics that bound it (90%, binomial); quasi-random draws leave less doubt. */
export function medianOf(sorted: Float64Array): Estimate | null {
  if (sorted.length === 0) return null
  const reach = (z90 * 0.5) / Math.sqrt(sorted.length)
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
