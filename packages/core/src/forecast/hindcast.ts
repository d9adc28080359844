/**
 * Had growth been fitted on what was published up to one year, would it have told the largest runs of the next?
 *
 * A year's largest of many runs is no ordinary run, so the line is fitted to each year's largest and its band is that of
 * one further such year; the band of an ordinary run stands beside it, to show how it fails. docs/forecast.md, "Hindcast".
 */
import {
  type Day,
  fitTrend,
  type Interval,
  type RegisterView,
  runOn,
  type TrainingRun,
  type Trend,
  trendRuns,
  yearOf
} from '../register/index.ts'
import { ok, type Result } from '../shared/index.ts'

export type Verdict = 'inside' | 'above' | 'below'

export interface HindcastYear {
  readonly year: number
  /** The year's largest run, with the 90% interval for one further year. */
  readonly predictedFlop: Interval
  /** The largest known run of the year; the largest may be undisclosed. */
  readonly actual: TrainingRun
  readonly verdict: Verdict
  /** What the line through all runs says of an ordinary run of the year, with its 90% interval. */
  readonly ordinaryRunFlop: Interval
  readonly ordinaryVerdict: Verdict
}

/** How often the method was right from other years: fitted to each year's end in turn, up to five years ahead. */
export interface Coverage {
  /** Not independent: they share years. */
  readonly forecasts: number
  readonly inside: number
  readonly above: number
  readonly below: number
}

export interface Hindcast {
  /** Of the largest run of a year. */
  readonly trend: Trend
  readonly ordinaryTrend: Trend
  readonly years: readonly HindcastYear[]
  readonly coverage: Coverage
}

export interface HindcastYears {
  /** First and last year that the line is fitted to. */
  readonly from: number
  readonly to: number
  /** Last year that is predicted. */
  readonly until: number
}

export const usualHindcast: HindcastYears = { from: 2010, to: 2020, until: 2025 }

const mostYearsAhead = 5
const fewestYearsFitted = 5

/** Years without a known run are left out. Error: register/too-few-systems. */
export function hindcast(view: RegisterView, span: HindcastYears = usualHindcast): Result<Hindcast> {
  const { from, to, until } = span
  const runs = trendRuns(view, { from: firstDay(from), to: lastDay(until) })
  const largest = largestOfYears(runs)
  const trend = fitTrend(upTo(largest, to))
  if (!trend.ok) return trend
  const ordinaryTrend = fitTrend(upTo(runs, to))
  if (!ordinaryTrend.ok) return ordinaryTrend
  const actuals = new Map(runs.map(run => [run.system.id, run]))
  const years = largest
    .filter(({ releasedOn }) => yearOf(releasedOn) > to)
    .map(({ system, releasedOn, computeFlop }) => {
      const predictedFlop = runOn(trend.value, releasedOn)
      const ordinaryRunFlop = runOn(ordinaryTrend.value, releasedOn)
      return {
        year: yearOf(releasedOn),
        predictedFlop,
        actual: actuals.get(system.id) as TrainingRun,
        verdict: verdictOf(computeFlop.value, predictedFlop),
        ordinaryRunFlop,
        ordinaryVerdict: verdictOf(computeFlop.value, ordinaryRunFlop)
      }
    })
  return ok({
    trend: trend.value,
    ordinaryTrend: ordinaryTrend.value,
    years,
    coverage: coverageOf(largest, from, until)
  })
}

/** Each year's largest known run, dated to the middle of the year: when in the year it came is not to be predicted. */
function largestOfYears(runs: readonly TrainingRun[]): TrainingRun[] {
  const largest = new Map<number, TrainingRun>()
  for (const run of runs) {
    const year = yearOf(run.releasedOn)
    const other = largest.get(year)
    if (!other || run.computeFlop.value > other.computeFlop.value) largest.set(year, run)
  }
  return [...largest].map(([year, run]) => ({ ...run, releasedOn: dayIn(year, '07-01') }))
}

function coverageOf(largest: readonly TrainingRun[], from: number, until: number): Coverage {
  const counts = { inside: 0, above: 0, below: 0 }
  for (let last = from + fewestYearsFitted - 1; last < until; last++) {
    const trend = fitTrend(upTo(largest, last))
    if (!trend.ok) continue
    for (const { releasedOn, computeFlop } of largest) {
      const ahead = yearOf(releasedOn) - last
      if (ahead < 1 || ahead > mostYearsAhead) continue
      counts[verdictOf(computeFlop.value, runOn(trend.value, releasedOn))] += 1
    }
  }
  return { forecasts: counts.inside + counts.above + counts.below, ...counts }
}

/** Where it fails, in sentences. */
export function hindcastText({ years, coverage, trend, ordinaryTrend }: Hindcast): string[] {
  const missed = years.filter(({ verdict }) => verdict !== 'inside')
  const ordinaryMissed = years.filter(({ ordinaryVerdict }) => ordinaryVerdict !== 'inside')
  const over = years.filter(({ predictedFlop, actual }) => predictedFlop.value > actual.computeFlop.value)
  const factors = years.map(({ predictedFlop, actual }) => predictedFlop.value / actual.computeFlop.value)
  const width = Math.max(...years.map(({ predictedFlop }) => predictedFlop.high / predictedFlop.value))
  return [
    missed.length === 0
      ? `The largest known run of each of ${years.length} years lies inside the 90% band.`
      : `Outside the 90% band: ${missed.map(({ year, verdict }) => `${year} (${verdict})`).join(', ')}.`,
    over.length === 0 || over.length === years.length
      ? `The middle of the band is too ${over.length === 0 ? 'low' : 'high'} in every year, by factors of ${rounded(Math.min(...factors.map(away)))} to ${rounded(Math.max(...factors.map(away)))}: the errors of the years are one error.`
      : `The middle of the band is too high in ${over.length} of ${years.length} years.`,
    `The band is wide, up to a factor of ${rounded(width)} either way, so that it holds them says little.`,
    `From other years, ${coverage.inside} of ${coverage.forecasts} forecasts held, ${coverage.above} were too low and ${coverage.below} too high; they share years and are not independent.`,
    `An ordinary run’s band (growth of ${rounded(ordinaryTrend.growthPerYear.value)} a year against ${rounded(trend.growthPerYear.value)} for the largest) misses ${ordinaryMissed.length} of ${years.length} years: the largest of many is no ordinary run.`
  ]
}

const away = (factor: number): number => (factor < 1 ? 1 / factor : factor)
const rounded = (x: number): number => Number(x.toPrecision(2))

const upTo = (runs: readonly TrainingRun[], year: number): TrainingRun[] =>
  runs.filter(({ releasedOn }) => yearOf(releasedOn) <= year)

const verdictOf = (flop: number, { low, high }: Interval): Verdict =>
  flop < low ? 'below' : flop > high ? 'above' : 'inside'

const dayIn = (year: number, monthAndDay: string): Day => `${String(year).padStart(4, '0')}-${monthAndDay}` as Day
const firstDay = (year: number): Day => dayIn(year, '01-01')
const lastDay = (year: number): Day => dayIn(year, '12-31')
