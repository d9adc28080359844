/**
 * Everything that the scaling chart shows and says, read from the API: for the register, the start page and the files.
 */
import { isHttpError } from '@sveltejs/kit'
import { asOfParams, read } from '../api/client.ts'
import type { ChartFile } from '../charts/chart-file.server.ts'
import { shownSpan } from '../charts/day-axis.server.ts'
import { dayText } from '../ui/day-text.ts'
import { flopParts, plainText } from '../ui/quantity-text.ts'
import { filterParams, isFiltered, type RegisterQuery } from './register-query.ts'
import type { Groups, SystemSummary, Systems, Trend } from './resources.ts'
import { type ScalingPoint, scalingChart, scalingHeight, thresholds } from './scaling-chart.server.ts'
import { chooseSeries, type Series, seriesOf } from './series.ts'

/** Intervals are drawn when there are at most this many points; more would be a wall of lines. */
const mostIntervals = 90

export interface Scaling {
  readonly asOf: Systems['asOf']
  /** The span of the time axis. */
  readonly from: string
  readonly to: string
  readonly series: readonly Series[]
  readonly groups: Groups['items']
  readonly drawn: number
  /** Systems of known compute and date that lie outside the span. */
  readonly outside: number
  /** Systems of known compute, but no known date. */
  readonly undated: number
  /** Systems that match all but the bounds on compute, and whose compute is not known: they may belong here too. */
  readonly unknown: number
  readonly trend: Trend | null
  readonly trendProblem: string | null
  readonly words: string
  readonly uncertainty: string
  readonly svg: () => string
  readonly file: () => ChartFile
}

export async function loadScaling(fetch: typeof globalThis.fetch, url: URL, query: RegisterQuery): Promise<Scaling> {
  const asOf = asOfParams(url)
  const filters = { ...filterParams(query), ...asOf }
  const wanted = query.compute === 'unknown' ? 'unknown' : 'known'
  const trendParams = {
    ...asOf,
    from: `${query.trendFrom}-01-01`,
    to: query.releasedTo,
    group: query.group,
    frontier: query.trend === 'frontier' ? 'true' : 'false'
  } as const
  const whole = { sort: 'releasedOn', order: 'asc', limit: 5000 } as const
  const listed = read(fetch, '/api/v1/register/systems', { ...filters, ...whole, compute: wanted })
  const [known, field, unknown, groups, fitted] = await Promise.all([
    listed,
    isFiltered(query) ? read(fetch, '/api/v1/register/systems', { ...asOf, ...whole, compute: 'known' }) : listed,
    read(fetch, '/api/v1/register/systems', { ...filters, minFlop: null, compute: 'unknown', limit: 1 }),
    read(fetch, '/api/v1/register/groups', asOf),
    query.trend === 'none' ? null : fitOf(read(fetch, '/api/v1/register/trend', trendParams))
  ])

  const series = chooseSeries(groups.items, field.items, query.group.split(',').filter(Boolean))
  const markOf = seriesOf(series, groups.items)
  const points = known.items.flatMap(system => pointOf(system, markOf) ?? [])
  const { from, to } = shownSpan(
    points.map(({ releasedOn }) => releasedOn),
    query,
    known.asOf.trueOn
  )
  const inside = points.filter(point => point.releasedOn >= from && point.releasedOn <= to)
  const used = series.filter(({ mark }) => inside.some(point => point.mark === mark))
  const intervals = inside.length <= mostIntervals
  const trend = fitted?.trend ?? null
  const uncertainty = uncertaintyOf(intervals, trend)
  const svg = () =>
    scalingChart({
      points: inside,
      from,
      to,
      band: trend?.band ?? [],
      intervals,
      label: `Training compute of ${inside.length} AI systems against their release, on a log scale`
    })
  return {
    asOf: known.asOf,
    from,
    to,
    series: used,
    groups: groups.items,
    drawn: inside.length,
    outside: points.length - inside.length,
    undated: wanted === 'known' ? known.items.filter(system => system.releasedOn === null).length : 0,
    unknown: unknown.total,
    trend,
    trendProblem: fitted?.problem ?? null,
    words: wordsOf(inside, unknown.total, trend),
    uncertainty,
    svg,
    file: () => ({
      svg: svg(),
      height: scalingHeight,
      title: 'Training compute of notable AI systems',
      subtitle: `FLOP, log scale, by day of release. ${unknown.total} further systems: compute not known.`,
      legend: used,
      uncertainty,
      asOf: known.asOf
    })
  }
}

/** The fit, or in a sentence why there is none. */
async function fitOf(answer: Promise<Trend>): Promise<{ trend: Trend | null; problem: string | null }> {
  try {
    return { trend: await answer, problem: null }
  } catch (failure) {
    if (isHttpError(failure) && failure.status < 500) return { trend: null, problem: failure.body.message }
    throw failure
  }
}

function pointOf(system: SystemSummary, markOf: (ids: readonly string[]) => string): ScalingPoint | null {
  const compute = system.trainingComputeFlop
  if (!compute || system.releasedOn === null) return null
  return {
    id: system.id,
    name: system.name,
    groups: system.groups.map(group => group.name).join(', ') || 'developer not known',
    releasedOn: system.releasedOn,
    flop: compute.value,
    low: compute.low,
    high: compute.high,
    confidence: compute.confidence,
    mark: markOf(system.groups.map(group => group.id))
  }
}

function uncertaintyOf(intervals: boolean, trend: Trend | null): string {
  return [
    'Each value is an estimate: Epoch AI’s stated confidence is read as a 90% interval of a factor of 3 (confident), 10 (likely) or 30 (speculative) either way',
    intervals ? ', drawn as thin lines.' : '; narrow the list to 90 systems or fewer to see the intervals drawn.',
    trend
      ? ' The band around the trend is the 90% interval of the fitted line, not of single systems; it leaves out what is not disclosed.'
      : ''
  ].join('')
}

function wordsOf(points: readonly ScalingPoint[], unknown: number, trend: Trend | null): string {
  const first = points[0]
  const last = points.at(-1)
  const unknowns = `Of ${unknown} further ${unknown === 1 ? 'system' : 'systems'} the training compute is not known; they are not drawn.`
  if (!first || !last) return `No system of known training compute matches. ${unknowns}`
  const largest = points.reduce((a, b) => (b.flop > a.flop ? b : a))
  const above = thresholds
    .filter(({ flop }) => points.some(point => point.flop >= flop))
    .map(
      ({ flop }) =>
        `${points.filter(point => point.flop >= flop).length} at or above ${plainText(flopParts(flop))} FLOP`
    )
  return [
    `${points.length} systems of known training compute, released from ${dayText(first.releasedOn)} to ${dayText(last.releasedOn)}.`,
    `The largest is ${largest.name} of ${largest.groups} with ${plainText(flopParts(largest.flop))} FLOP (${largest.confidence}), released on ${dayText(largest.releasedOn)}.`,
    above.length > 0 ? `${above.join(', ')}.` : '',
    unknowns,
    trend?.growthPerYear.value
      ? `The fitted trend from ${trend.from.slice(0, 4)} grows by a factor of ${trend.growthPerYear.value.toFixed(2)} a year.`
      : ''
  ]
    .filter(Boolean)
    .join(' ')
}
