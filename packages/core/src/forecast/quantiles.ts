/**
 * Quantiles of draws, some of which are infinite: beyond the horizon, or unreachable.
 */

/** A number that may be infinite, in a form that JSON can hold; `Number()` reads it back. */
export type Extended = number | 'Infinity' | '-Infinity'

export interface Quantiles {
  readonly p05: Extended
  readonly p25: Extended
  readonly p50: Extended
  readonly p75: Extended
  readonly p95: Extended
}

/** The smallest value that at least the share `level` (0–1) of `sorted` does not exceed; NaN of nothing. */
export function quantile(sorted: ArrayLike<number>, level: number): number {
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(level * sorted.length) - 1))
  return sorted[at] ?? Number.NaN
}

/** Null where there is nothing to sort. */
export function quantilesOf(values: Float64Array): Quantiles | null {
  if (values.length === 0) return null
  const sorted = values.slice().sort()
  const at = (level: number) => extended(quantile(sorted, level))
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) }
}

export const extended = (value: number): Extended =>
  value === Number.POSITIVE_INFINITY ? 'Infinity' : value === Number.NEGATIVE_INFINITY ? '-Infinity' : value
