/**
 * Intervals below each other: 90% thin, 50% thick, the median a dot with its number.
 */
import type { Quantiles } from '@frown/core/forecast'
import { type Chart, dot, drawing, finiteOf, line, linear, numberOf, text } from './svg.ts'

export interface IntervalRow {
  readonly label: string
  readonly quantiles: Quantiles | null
}

const row = 40
const top = 8

export function intervalChart(
  rows: readonly IntervalRow[],
  label: string,
  { valueText, none }: { readonly valueText: (value: number) => string; readonly none: string }
): Chart {
  const low = Math.min(0, ...rows.map(({ quantiles }) => finiteOf(quantiles, 'p05')))
  const high = Math.max(0, ...rows.map(({ quantiles }) => finiteOf(quantiles, 'p95')))
  const reach = high - low || 1
  const domain = [low === 0 ? 0 : low - reach * 0.04, high === 0 ? 0 : high + reach * 0.04] as const
  const x = linear(domain, [0.01, 0.97])
  const bottom = top + rows.length * row
  const ticks = ticksOf(domain)
  return drawing(bottom + 28, label, [
    ...ticks.map(tick => line(tick === 0 ? 'base-line' : 'grid-line', x(tick), top, x(tick), bottom)),
    ...ticks.map(tick => text('axis-text', x(tick), bottom + 19, valueText(tick), 'middle')),
    ...rows.flatMap(({ label: what, quantiles }, index) => {
      const y = top + index * row
      if (quantiles === null) return [text('note-text', 0, y + 14, `${what}: ${none}`)]
      const at = (name: keyof Quantiles) => x(numberOf(quantiles[name]))
      return [
        text('note-text halo', 0, y + 14, `${what}: ${valueText(numberOf(quantiles.p50))}`),
        line('interval-90', at('p05'), y + 27, at('p95'), y + 27),
        line('interval-50', at('p25'), y + 27, at('p75'), y + 27),
        dot('interval-dot', at('p50'), y + 27)
      ]
    })
  ])
}

function ticksOf([low, high]: readonly [number, number]): number[] {
  const reach = high - low || 1
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50].find(size => reach / size <= 6) ?? 100
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) =>
    Number(((first + at) * step).toFixed(6))
  )
}
