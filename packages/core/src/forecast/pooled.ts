/**
 * Numbers of draws in several cases that stand for one thing, put together: every draw and every case counts alike.
 *
 * Cases share their draws, so that Monte Carlo leaves as much doubt as the draws alone would.
 */
import { type Estimate, proportion } from './delay.ts'
import { type Extended, extended, type Quantiles, quantile, quantilesOf } from './quantiles.ts'

export interface PooledSummary {
  /** Over draws and cases. */
  readonly spread: Quantiles
  readonly median: Estimate
  /** Least and greatest median of a case; null where there is only one. */
  readonly acrossCases: { readonly low: Extended; readonly high: Extended } | null
  /** Share of draws and cases of which the number is not known: beyond the horizon. */
  readonly unknown: number
}

const z90 = 1.6449

/** Of one row of numbers a case, one number a draw, NaN where unknown. Null of nothing. */
export function poolOf(cases: readonly ArrayLike<number>[], selected: (draw: number) => boolean): PooledSummary | null {
  const rows = cases.map(row => known(row, selected))
  const all = rows.flatMap(row => [...row])
  const values = Float64Array.from(all).sort()
  const spread = quantilesOf(values)
  if (spread === null) return null
  const draws = Math.max(...rows.map(row => row.length))
  const reach = (z90 * 0.5) / Math.sqrt(draws)
  const medians = rows.filter(row => row.length > 0).map(row => quantile(row, 0.5))
  const at = (level: number) => extended(quantile(values, Math.min(1, Math.max(0, level))))
  return {
    spread,
    median: { value: at(0.5), low: at(0.5 - reach), high: at(0.5 + reach) },
    acrossCases:
      cases.length > 1 ? { low: extended(Math.min(...medians)), high: extended(Math.max(...medians)) } : null,
    unknown: 1 - values.length / (cases.length * count(cases[0]?.length ?? 0, selected))
  }
}

function known(row: ArrayLike<number>, selected: (draw: number) => boolean): Float64Array {
  const kept: number[] = []
  for (let draw = 0; draw < row.length; draw++) {
    const value = row[draw] as number
    if (selected(draw) && !Number.isNaN(value)) kept.push(value)
  }
  return Float64Array.from(kept).sort()
}

const count = (draws: number, selected: (draw: number) => boolean): number => {
  let found = 0
  for (let draw = 0; draw < draws; draw++) if (selected(draw)) found++
  return found
}

export interface PooledShare {
  /** What passes of what applies, the undecided counted as not. Null where nothing applies. */
  readonly share: Estimate | null
  readonly undecided: number
  readonly applies: number
}

/** Of one row of passes a case: 0–1, NaN undecided, null where it does not apply. */
export function pooledShare(
  cases: readonly (readonly (number | null)[])[],
  selected: (draw: number) => boolean
): PooledShare {
  const draws = cases[0]?.length ?? 0
  let passed = 0
  let undecided = 0
  let applying = 0
  let all = 0
  let applyingDraws = 0
  for (let draw = 0; draw < draws; draw++) {
    if (!selected(draw)) continue
    const before = applying
    for (const row of cases) {
      const passes = row[draw] as number | null
      all++
      if (passes === null) continue
      applying++
      if (Number.isNaN(passes)) undecided++
      else passed += passes
    }
    if (applying > before) applyingDraws++
  }
  if (applying === 0) return { share: null, undecided: 0, applies: 0 }
  return {
    share: proportion((passed / applying) * applyingDraws, applyingDraws),
    undecided: undecided / applying,
    applies: applying / all
  }
}
