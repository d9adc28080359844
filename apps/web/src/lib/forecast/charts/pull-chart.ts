/**
 * The median delay with a parameter at its 5% point (open dot) and at its 95% point (full), on a scale that all share.
 */
import type { Extended } from '@frown/core/forecast'
import type { Pull } from '../pull.ts'
import { type Chart, dot, drawing, line, numberOf, root, text } from './svg.ts'

const height = 46
const middle = 14

export function pullChart(
  { low, high }: Pull,
  answer: Extended | null,
  most: number,
  label: string,
  valueText: (value: Extended) => string
): Chart {
  const x = root([0, most], [0.03, 0.97])
  const at = (value: Extended) => x(numberOf(value))
  const isClose = Math.abs(at(low) - at(high)) < 0.22
  const isFirstLow = at(low) <= at(high)
  const anchor = (isLow: boolean) => (isClose ? (isLow === isFirstLow ? 'end' : 'start') : 'middle')
  const mark = (value: Extended, isLow: boolean) =>
    text(
      'axis-text',
      at(value),
      middle + 25,
      valueText(value),
      anchored(at(value), anchor(isLow)),
      aside(anchor(isLow))
    )
  return drawing(height, label, [
    line('grid-line', 0.03, middle, 0.97, middle),
    answer === null ? '' : line('threshold-line', at(answer), 2, at(answer), middle + 10),
    line('pull-line', at(low), middle, at(high), middle),
    dot('pull-low', at(low), middle),
    dot('pull-high', at(high), middle),
    mark(low, true),
    mark(high, false)
  ])
}

/** So that two numbers side by side keep apart. */
const aside = (anchor: 'start' | 'middle' | 'end') => (anchor === 'end' ? -2 : anchor === 'start' ? 3 : 0)

/** Text at an edge stays within. */
const anchored = (x: number, wanted: 'start' | 'middle' | 'end') => (x < 0.1 ? 'start' : x > 0.9 ? 'end' : wanted)

/** Years at the end of a scale that fits all of these; what is beyond the horizon stands at its edge. */
export function pullTop(values: readonly (Extended | null)[]): number {
  const most = Math.max(0.1, ...values.map(value => numberOf(value ?? 0)).filter(Number.isFinite)) * 1.05
  return [0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30, 40, 80, 200].find(step => step >= most) ?? most
}
