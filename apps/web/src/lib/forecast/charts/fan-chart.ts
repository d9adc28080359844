/**
 * The frontier's effective compute over the years, without the scenario and with it, against the threshold.
 */
import type { Fan, Quantiles } from '@frown/core/forecast'
import type { View } from '../state.ts'
import { band, type Chart, drawing, finiteOf, line, linear, numberOf, path, rect, text } from './svg.ts'

const usualHeight = 380
const top = 14
const superscript = (number: number): string =>
  String(number).replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')

export function fanChart({ points, threshold }: Fan, view: View, label: string, height = usualHeight): Chart {
  const bottom = height - 34
  const last = points.at(-1)
  const years = last?.years ?? 1
  const most = Math.ceil(
    Math.max(...points.map(point => finiteOf(point.baseline[view], 'p95')), finiteOf(threshold, 'p95')) + 0.3
  )
  const least = Math.floor(Math.min(...points.slice(0, 1).map(point => finiteOf(point.baseline[view], 'p05'))))
  const x = linear([0, years], [0, 1])
  const y = linear([least, Math.min(most, 40)], [bottom, top])
  const decades = Array.from(
    { length: Math.floor((Math.min(most, 40) - least) / 2) + 1 },
    (_, step) => least + step * 2
  )
  const yearMarks = Array.from({ length: Math.floor(years / 5) + 1 }, (_, step) => step * 5)

  const series = (which: 'baseline' | 'scenario', mark: string): string[] => {
    const shown = points.flatMap(point => {
      const quantiles = point[which][view]
      return quantiles === null || !Number.isFinite(numberOf(quantiles.p05)) ? [] : [{ years: point.years, quantiles }]
    })
    const at = (name: keyof Quantiles) =>
      shown.map(({ years, quantiles }) => [x(years), y(numberOf(quantiles[name]))] as const)
    return [
      band(`band-${mark}`, at('p05'), at('p95'), height),
      band(`band-${mark}`, at('p25'), at('p75'), height),
      path(`line-${mark}`, at('p50'), height)
    ]
  }
  const endOf = (which: 'baseline' | 'scenario') => y(finiteOf(last?.[which][view] ?? null, 'p50'))
  const apart = endOf('scenario') - endOf('baseline')
  const nudge = Math.abs(apart) < 18 ? (18 - Math.abs(apart)) / 2 : 0
  return drawing(height, label, [
    threshold === null
      ? ''
      : rect(
          'band-threshold',
          0,
          y(numberOf(threshold.p95)),
          1,
          y(numberOf(threshold.p05)) - y(numberOf(threshold.p95))
        ),
    ...decades.map(decade => line('grid-line', 0, y(decade), 1, y(decade))),
    ...decades.map(decade => text('axis-text', 0, y(decade) + 4, `10${superscript(decade)}`, 'end', -8)),
    line('base-line', 0, bottom, 1, bottom),
    ...yearMarks.map(mark =>
      text(
        'axis-text',
        x(mark),
        bottom + 20,
        mark === 0 ? 'start' : `${mark} years`,
        mark === 0 ? 'start' : mark >= years ? 'end' : 'middle'
      )
    ),
    threshold === null ? '' : line('threshold-line', 0, y(numberOf(threshold.p50)), 1, y(numberOf(threshold.p50))),
    ...series('baseline', '1'),
    ...series('scenario', '2'),
    threshold === null
      ? ''
      : text('note-text halo', 0.01, y(numberOf(threshold.p50)) - 7, 'Threshold as believed: middle, and 90%'),
    text('note-text halo', 1, endOf('baseline') - 8 - nudge, 'Nothing done', 'end', -6),
    text('note-text halo', 1, endOf('scenario') + 20 + nudge, 'Scenario (dashed)', 'end', -6)
  ])
}
