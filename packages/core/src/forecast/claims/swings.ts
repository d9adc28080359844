/**
 * What do the draws with low values of a parameter show, and those with high ones? All else is as believed in both.
 */

import { pooledShare } from '../pooled.ts'
import { quantile } from '../quantiles.ts'
import type { DrawnFactor } from './claim.ts'
import { type Swing, swingSize, turningShare } from './verdict.ts'

type Selected = (draw: number) => boolean

const end = 0.25
const mostCarriers = 3

/** The setting of each case, where the cases differ in one. */
export interface Setting {
  readonly label: string
  readonly unit: string
  readonly values: readonly number[]
}

/** Of passes (one row a case) those that move the share by at least `turningShare`, the strongest first. */
export function shareSwings(
  rows: readonly (readonly (number | null)[])[],
  setting: Setting | undefined,
  factors: readonly DrawnFactor[],
  selected: Selected
): Swing[] {
  const share = (of: readonly (readonly (number | null)[])[], within: Selected) => {
    const found = pooledShare(of, within).share
    return found === null ? Number.NaN : Number(found.value)
  }
  const found = factors.map(factor => swingOf(factor, selected, within => share(rows, within)))
  if (setting) {
    const { label, unit, values } = setting
    const at = (value: number) => ({
      value,
      result: share(
        rows.filter((_, index) => values[index] === value),
        selected
      )
    })
    found.push({ factor: 'setting', label, unit, low: at(Math.min(...values)), high: at(Math.max(...values)) })
  } else if (rows.length > 1) {
    const shares = rows.map(row => share([row], selected)).sort((a, b) => a - b)
    const end = (at: number) => ({ value: null, result: shares.at(at) ?? Number.NaN })
    found.push({ factor: 'choice', label: 'Which of the leading groups it is', unit: '', low: end(0), high: end(-1) })
  }
  return strongest(found.filter(swing => swingSize(swing) >= turningShare))
}

/** Of a measure (one row a case, NaN unknown) those that move its median most. */
export function measureSwings(
  rows: readonly (readonly number[])[],
  factors: readonly DrawnFactor[],
  selected: Selected
): Swing[] {
  // Sorted once: any part of the draws is then in order too.
  const all = rows
    .flatMap(row => row.map((value, draw) => ({ value, draw })))
    .filter(({ value }) => !Number.isNaN(value))
  all.sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value)))
  const median = (within: Selected) =>
    quantile(
      all.filter(({ draw }) => within(draw)).map(({ value }) => value),
      0.5
    )
  return strongest(factors.map(factor => swingOf(factor, selected, median))).slice(0, mostCarriers)
}

/** Where nothing is known at one end, or it is beyond the horizon, there is no size to go by. */
const strongest = (swings: readonly Swing[]): Swing[] =>
  swings.filter(swing => swingSize(swing) < Number.POSITIVE_INFINITY).sort((a, b) => swingSize(b) - swingSize(a))

function swingOf(
  { id, label, unit, values }: DrawnFactor,
  selected: Selected,
  measure: (within: Selected) => number
): Swing {
  const sorted = values.filter((_, draw) => selected(draw)).sort()
  const [least, most] = [quantile(sorted, end), quantile(sorted, 1 - end)]
  const at = (level: number, within: (value: number) => boolean) => ({
    value: quantile(sorted, level),
    result: measure(draw => selected(draw) && within(values[draw] as number))
  })
  return {
    factor: id,
    label,
    unit,
    low: at(end / 2, value => value <= least),
    high: at(1 - end / 2, value => value >= most)
  }
}
