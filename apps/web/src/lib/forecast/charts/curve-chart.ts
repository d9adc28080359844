/**
 * Delay against the share that refuses, for one population; both panels of a figure share a scale.
 */
import type { AnswerTo } from '@frown/core/forecast'
import type { View } from '../state.ts'
import {
  band,
  type Chart,
  drawing,
  finiteOf,
  line,
  linear,
  numberOf,
  path,
  root,
  rootTicks,
  shareText,
  text
} from './svg.ts'

type Curves = AnswerTo<'curves'>
type Curve = Curves[number]

const usualHeight = 300
const top = 16

/** Years at the top of the scale that fits all curves. */
export function curveMost(curves: Curves, view: View): number {
  const ends = curves.flatMap(({ points }) => points.map(({ delay }) => finiteOf(delay[view].delayYears, 'p95')))
  const most = Math.max(0.2, ...ends)
  return [0.2, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 80, 200].find(step => step >= most) ?? most
}

export function curveChart(
  { points }: Curve,
  view: View,
  most: number,
  chosen: number | null,
  label: string,
  height = usualHeight
): Chart {
  const bottom = height - 34
  const x = linear([0, 1], [0, 1])
  const y = root([0, most], [bottom, top])
  const shown = points.flatMap(({ share, delay }) => {
    const quantiles = delay[view].delayYears
    return quantiles === null ? [] : [{ share, quantiles }]
  })
  const at = (name: 'p05' | 'p25' | 'p50' | 'p75' | 'p95') =>
    shown.map(({ share, quantiles }) => [x(share), y(numberOf(quantiles[name]))] as const)
  const structure = (which: 'substitutes' | 'complements') =>
    points.flatMap(({ share, delay }) => {
      const quantiles = delay[which].delayYears
      return quantiles === null ? [] : [[x(share), y(numberOf(quantiles.p50))] as const]
    })
  const marks = [0, 0.25, 0.5, 0.75, 1]
  return drawing(height, label, [
    ...rootTicks(most).map(tick => line('grid-line', 0, y(tick), 1, y(tick))),
    ...rootTicks(most).map(tick => text('axis-text', 0, y(tick) + 4, String(tick), 'end', -8)),
    line('base-line', 0, bottom, 1, bottom),
    ...marks.map(mark =>
      text('axis-text', x(mark), bottom + 20, shareText(mark), mark === 0 ? 'start' : mark === 1 ? 'end' : 'middle')
    ),
    band('band-2', at('p05'), at('p95'), height),
    band('band-2', at('p25'), at('p75'), height),
    ...(view === 'mixed'
      ? [
          path('line-structure dotted', structure('substitutes'), height),
          path('line-structure dash-dotted', structure('complements'), height)
        ]
      : []),
    path('line-2 solid', at('p50'), height),
    chosen === null ? '' : line('threshold-line', x(chosen), top, x(chosen), bottom)
  ])
}
