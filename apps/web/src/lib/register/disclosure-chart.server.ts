/**
 * The share of systems with known compute, by year, over the counts that it rests on.
 *
 * Two panels on one axis of years: a share alone would hide that some years list three systems and others a hundred.
 */
import * as Plot from '@observablehq/plot'
import type { ChartFile } from '../charts/chart-file.server.ts'
import { draw } from '../charts/drawing.server.ts'
import { disclosureWords, peakAndLatest, type YearShare } from './disclosure-words.ts'
import type { Disclosure } from './resources.ts'
import { isFew, percentText } from './share-text.ts'

/** Before this year the list has few systems a year; the table has them all. */
export const firstYear = 2010

const height = 420
/** The panel of counts takes the lower part, from 0 to this height on a scale that ends at 1. */
const countsTop = 0.26
const sharesFrom = 0.4

const shareAt = (share: number): number => sharesFrom + share * (1 - sharesFrom)

interface ShownYear extends YearShare {
  readonly year: number
  readonly share: number
}

const shownYears = (years: readonly YearShare[]): ShownYear[] =>
  years.filter((row): row is ShownYear => row.year !== null && row.year >= firstYear && row.share !== null)

export function disclosureChart(years: readonly YearShare[]): string {
  const shown = shownYears(years)
  const last = shown.at(-1)?.year ?? firstYear
  const found = peakAndLatest(years)
  const named = found ? [...new Set([found.peak, found.latest])].filter(row => row.year >= firstYear) : []
  const most = Math.max(10, ...shown.map(row => row.systems))
  const countAt = (count: number): number => (count / most) * countsTop
  const countTick = most >= 100 ? 50 : most >= 40 ? 20 : 5
  const counts = Array.from({ length: Math.floor(most / countTick) }, (_, index) => (index + 1) * countTick)
  const shares = [0, 0.25, 0.5, 0.75, 1]
  const tickText = new Map([
    ...shares.map(share => [shareAt(share), `${share * 100}%`] as const),
    ...counts.map(count => [countAt(count), String(count)] as const),
    [0, '0'] as const
  ])
  const bar = (top: (row: ShownYear) => number, className: string) =>
    Plot.rect(shown, {
      x1: row => row.year - 0.36,
      x2: row => row.year + 0.36,
      y1: () => 0,
      y2: row => countAt(top(row)),
      className
    })
  const dots = (rows: ShownYear[], className: string) =>
    Plot.dot(rows, { x: 'year', y: row => shareAt(row.share), r: 4.5, title: yearTitle, className: `s1 ${className}` })
  const yearTicks = Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index).filter(
    year => (last - year) % 4 === 0
  )
  return draw({
    height,
    label: 'Share of notable systems with known training compute, by year of release, over the number of systems',
    marginTop: 26,
    marginBottom: 30,
    x: { type: 'linear', domain: [firstYear - 0.6, last + 0.6] },
    y: { type: 'linear', domain: [0, 1] },
    marks: [
      Plot.ruleY([...shares.slice(1).map(shareAt), ...counts.map(countAt)], { className: 'grid-line' }),
      Plot.ruleY([0, shareAt(0)], { className: 'base-line' }),
      Plot.axisY([...tickText.keys()], {
        tickSize: 0,
        label: null,
        className: 'axis-text',
        tickFormat: (at: number) => tickText.get(at) ?? '',
        dx: 3
      }),
      Plot.axisX(yearTicks, { tickSize: 0, label: null, className: 'axis-text', tickFormat: 'd' }),
      bar(row => row.systems, 'count-all'),
      bar(row => row.withKnownCompute, 's1 filled'),
      Plot.text(['Share with known training compute'], {
        x: () => firstYear - 0.6,
        y: () => 1,
        dy: -14,
        textAnchor: 'start',
        className: 'note-text halo'
      }),
      Plot.text(['Systems listed, of them with known compute'], {
        x: () => firstYear - 0.6,
        y: () => countsTop,
        dy: -14,
        textAnchor: 'start',
        className: 'note-text halo'
      }),
      Plot.line(shown, { x: 'year', y: row => shareAt(row.share), className: 's1 share-line' }),
      dots(
        shown.filter(row => !isFew(row.systems)),
        'dot-solid'
      ),
      dots(
        shown.filter(row => isFew(row.systems)),
        'hollow'
      ),
      ...named.map(row =>
        Plot.text([row], {
          x: 'year',
          y: () => shareAt(row.share),
          text: () => percentText(row.share),
          // Off the line, which falls towards the latest year.
          dy: row === found?.peak ? -14 : 16,
          className: 'note-text halo strong'
        })
      )
    ]
  })
}

const yearTitle = (row: ShownYear): string =>
  `${row.year}\n${Math.round(row.share * 100)}%: ${row.withKnownCompute} of ${row.systems} systems${isFew(row.systems) ? ' (few)' : ''}`

export const disclosureUncertainty =
  'A count of what is listed, not a sample, so a share has no interval; it depends on which systems the source lists. Rings: years of fewer than ten systems. The last year is still filling.'

export const disclosureFile = (answer: Disclosure): ChartFile => ({
  svg: disclosureChart(answer.byYear),
  height,
  title: 'How much is disclosed',
  subtitle: 'Notable AI systems with known training compute, by year of release',
  uncertainty: disclosureUncertainty,
  asOf: answer.asOf
})

export const disclosureChartWords = (years: readonly YearShare[]): string => disclosureWords(years, firstYear)
