/**
 * The chart of a claim, as words, numbers and a drawing.
 */
import type { PooledSummary } from '@frown/core/forecast'
import { amount, type ShownClaim } from './argument.ts'
import { type PointRow, pointsChart } from './charts/points-chart.ts'
import type { Drawn } from './drawn.ts'
import { views } from './state.ts'
import { number, percent, sentence } from './words.ts'

type Shown = Pick<ShownClaim, 'gist' | 'usesRace' | 'draws' | 'measures' | 'chart'>

export function drawClaim(claim: Shown): Drawn {
  const { gist, usesRace, draws, measures, chart } = claim
  const isShare = measures[0]?.unit === 'probability'
  const points = inOrder(pointsOf(claim))
  const rows = points.map(({ x, values }): PointRow => {
    const { mixed, substitutes, complements } = values
    const { p05, p25, p50, p75, p95 } = mixed.spread
    const shown = (value: number | string) => (isShare ? amount('share', value) : number(value as number))
    return {
      label: `${xText(x, chart.x)}: ${together(`${shown(p50)} (${shown(p05)} to ${shown(p95)})`)}`,
      p05: Number(p05),
      p25: Number(p25),
      p50: Number(p50),
      p75: Number(p75),
      p95: Number(p95),
      structures:
        usesRace && substitutes && complements
          ? { substitutes: Number(substitutes.spread.p50), complements: Number(complements.spread.p50) }
          : null
    }
  })
  const subtitle = `${sentence(chart.y)}, by: ${chart.x}.`
  const words = `${subtitle} Median and 90% interval. ${rows.map(({ label }) => sentence(label.replaceAll('\u00a0', ' '))).join('; ')}.`
  return {
    title: gist,
    subtitle,
    panels: [
      {
        ...pointsChart(rows, words, { isShare, tickText: value => (isShare ? percent(value) : number(value)) }),
        heading: null
      }
    ],
    words,
    uncertainty: `Dots are medians; thick lines hold 50% and thin ones 90% of ${draws.toLocaleString('en')} draws${usesRace ? ', both structures half and half. Ring: median where compute stands in for people. Upright stroke: where they complement each other' : ''}.${isShare ? '' : ' Square-root scale.'}`,
    columns: ['measure', 'unit', 'structure', 'p05', 'p25', 'p50', 'p75', 'p95', 'unknown'],
    rows: measures.flatMap(({ label, unit, values }) =>
      views.map(view => {
        const of = values[view]
        const { p05 = '', p25 = '', p50 = '', p75 = '', p95 = '' } = of?.spread ?? {}
        return [label, unit, view, p05, p25, p50, p75, p95, of?.unknown ?? 1]
      })
    )
  }
}

/** A line does not break within it. */
const together = (text: string): string => text.replaceAll(' ', '\u00a0')

interface Point {
  readonly x: number | string
  readonly values: {
    readonly mixed: PooledSummary
    readonly substitutes: PooledSummary | null
    readonly complements: PooledSummary | null
  }
}

/** Points of the chart with their measures, which stand in the same order, some without a point. */
function pointsOf({ measures, chart }: Pick<Shown, 'measures' | 'chart'>): Point[] {
  let from = 0
  return chart.points.flatMap(({ x, p05, p50, p95 }) => {
    const at = measures.findIndex(({ values: { mixed } }, index) => {
      if (index < from || mixed === null) return false
      return mixed.spread.p05 === p05 && mixed.spread.p50 === p50 && mixed.spread.p95 === p95
    })
    const found = measures[at]?.values
    if (!found?.mixed) return []
    from = at + 1
    return [{ x, values: { ...found, mixed: found.mixed } }]
  })
}

function inOrder(points: readonly Point[]): Point[] {
  const areNumbers = points.every(({ x }) => typeof x === 'number')
  return areNumbers ? points.toSorted((a, b) => Number(a.x) - Number(b.x)) : [...points]
}

function xText(x: number | string, axis: string): string {
  if (typeof x === 'string') return x
  if (axis.startsWith('share')) return amount('share', x)
  return Math.abs(x) >= 100 ? x.toLocaleString('en') : number(x)
}
