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

/** Of values that are sorted. Null of nothing. */
export function quantilesOf(sorted: Float64Array): Quantiles | null {
  if (sorted.length === 0) return null
  const at = (level: number) => extended(quantile(sorted, level))
  return { p05: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) }
}

export const extended = (value: number): Extended =>
  value === Number.POSITIVE_INFINITY ? 'Infinity' : value === Number.NEGATIVE_INFINITY ? '-Infinity' : value

/** The values that `selected` (by their place) leaves, sorted. */
export function sortedWhere(values: Float64Array, selected: (place: number) => boolean): Float64Array {
  const kept = new Float64Array(values.length)
  let count = 0
  for (let place = 0; place < values.length; place++) if (selected(place)) kept[count++] = values[place] as number
  return kept.subarray(0, count).sort()
}
