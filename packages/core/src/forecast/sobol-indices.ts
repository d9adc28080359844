/**
 * How much of the spread of an outcome is each factor's: by itself (first order), and with all that it interacts in
 * (total)?
 *
 * Pick and freeze: each factor in turn is taken from a second sample. First order by Saltelli et al. (2010), total by
 * Jansen (1999). Intervals by a bootstrap over blocks of draws, since draws of a block are not independent of each other.
 */
import { hash32 } from './hash.ts'
import { quantile } from './quantiles.ts'

/** What an outcome is in two samples that share nothing, and in the first with one factor taken from the second. */
export interface PickFreeze {
  readonly a: Float64Array
  readonly b: Float64Array
  /** One for each factor. */
  readonly mixed: readonly Float64Array[]
}

/** An index with its 90% interval. Monte Carlo may carry it slightly below 0 or above 1. */
export interface IndexEstimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface FactorIndices {
  readonly first: IndexEstimate
  readonly total: IndexEstimate
}

const replicates = 300

/** Per factor; null where the outcome is the same in every draw, so that there is no spread to divide. */
export function sobolIndices(
  { a, b, mixed }: PickFreeze,
  blockDraws: number,
  seed: number
): readonly FactorIndices[] | null {
  const draws = a.length
  let mean = 0
  for (let d = 0; d < draws; d++) mean += ((a[d] as number) + (b[d] as number)) / (2 * draws)
  const blocks = Math.ceil(draws / blockDraws)
  const width = 3 + 2 * mixed.length
  const sums = new Float64Array(blocks * width)
  for (let d = 0; d < draws; d++) {
    const row = Math.floor(d / blockDraws) * width
    const inA = (a[d] as number) - mean
    const inB = (b[d] as number) - mean
    add(sums, row, 1)
    add(sums, row + 1, inA + inB)
    add(sums, row + 2, inA * inA + inB * inB)
    mixed.forEach((outcome, factor) => {
      const change = (outcome[d] as number) - mean - inA
      add(sums, row + 3 + 2 * factor, inB * change)
      add(sums, row + 4 + 2 * factor, change * change)
    })
  }
  const all = new Float64Array(width)
  for (let block = 0; block < blocks; block++) addRow(all, sums, block)
  const point = indicesOf(all)
  if (point === null) return null
  const resampled: Float64Array[] = []
  for (let replicate = 0; replicate < replicates; replicate++) {
    const some = new Float64Array(width)
    for (let i = 0; i < blocks; i++) addRow(some, sums, hash32(seed, replicate, i) % blocks)
    const indices = indicesOf(some)
    if (indices !== null) resampled.push(indices)
  }
  const estimate = (at: number): IndexEstimate => {
    const sorted = Float64Array.from(resampled, indices => indices[at] as number).sort()
    return { value: point[at] as number, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) }
  }
  return mixed.map((_, factor) => ({ first: estimate(2 * factor), total: estimate(2 * factor + 1) }))
}

/** First and total index of each factor, from sums over draws; null without variance. */
function indicesOf(sums: Float64Array): Float64Array | null {
  const [draws = 0, sum = 0, squares = 0] = sums
  const variance = squares / (2 * draws) - (sum / (2 * draws)) ** 2
  if (!(variance > 1e-24)) return null
  return sums.slice(3).map((value, at) => value / draws / (at % 2 === 0 ? variance : 2 * variance))
}

function add(to: Float64Array, at: number, value: number): void {
  to[at] = (to[at] as number) + value
}

function addRow(to: Float64Array, rows: Float64Array, row: number): void {
  for (let i = 0; i < to.length; i++) add(to, i, rows[row * to.length + i] as number)
}
