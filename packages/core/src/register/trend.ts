/**
 * How fast does training compute grow, and how sure is that?
 *
 * Ordinary least squares of log10 compute on time: growth is roughly exponential, and a straight line on a
 * log axis is the least that can be said. Intervals are Student's t, 90%, for scatter around the line alone;
 * they do not hold what is not disclosed. docs/register.md, "Trends".
 */
import jstat from 'jstat'
import { fail, ok, type Result } from '../shared/index.ts'
import type { GroupId } from './claim.ts'
import { type Day, dayNumber } from './day.ts'
import { topAtRelease } from './frontier.ts'
import { withParts } from './group-systems.ts'
import { runsOfEachSystem, type TrainingRun, trainingRuns } from './training-run.ts'
import type { RegisterView } from './view.ts'

const daysPerYear = 365.25

export interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface Trend {
  /** Factor by which compute grows in a year, with its 90% interval. */
  readonly growthPerYear: Interval
  /** With its 90% interval. Where growth may be below 1 an end is infinite, written null. */
  readonly doublingTimeMonths: {
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
  }
  readonly rSquared: number
  /** Training runs that the line is fitted to. */
  readonly n: number
  readonly from: Day
  readonly to: Day
  /** The line: log10 FLOP = log10FlopAtCentre + slopeLog10PerYear × years since centre. */
  readonly slopeLog10PerYear: number
  readonly log10FlopAtCentre: number
  /** Mean release, in days since 1970-01-01. */
  readonly centreDayNumber: number
  readonly residualSdLog10: number
  /** Sum of squared years from the centre. */
  readonly spreadYears2: number
}

export interface TrendFilter {
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly groups?: readonly GroupId[] | undefined
  /** Only runs among the ten largest known of the field at release. */
  readonly frontierOnly?: boolean | undefined
  /** What counts once: a training run, or (as sources list them) each system. */
  readonly count?: 'runs' | 'systems' | undefined
}

/** The runs that `filter` leaves, earliest first. What counts as frontier is decided on the whole field. */
export function trendRuns(view: RegisterView, filter: TrendFilter = {}): TrainingRun[] {
  const groups = filter.groups?.length ? new Set(filter.groups.flatMap(id => [...withParts(view, id)])) : null
  const all = filter.count === 'systems' ? runsOfEachSystem(view) : trainingRuns(view)
  return (filter.frontierOnly ? topAtRelease(all) : all).filter(
    ({ releasedOn, system }) =>
      (!filter.from || releasedOn >= filter.from) &&
      (!filter.to || releasedOn <= filter.to) &&
      (!groups || system.developedBy.some(id => groups.has(id)))
  )
}

/** Errors: register/too-few-systems. */
export function fitTrend(runs: readonly TrainingRun[]): Result<Trend> {
  const days = runs.map(run => dayNumber(run.releasedOn))
  const n = runs.length
  if (n < 3 || new Set(days).size < 3)
    return fail({
      code: 'register/too-few-systems',
      detail: `A trend needs at least three training runs of known compute released on different days; here are ${n}.`,
      remedy: 'Widen the dates or the groups.'
    })
  const logs = runs.map(run => Math.log10(run.computeFlop.value))
  const centre = mean(days)
  const meanLog = mean(logs)
  let spread = 0
  let covariance = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    const x = ((days[i] as number) - centre) / daysPerYear
    const y = (logs[i] as number) - meanLog
    spread += x * x
    covariance += x * y
    total += y * y
  }
  const slope = covariance / spread
  const residual = Math.max(0, total - slope * covariance)
  const residualSd = Math.sqrt(residual / (n - 2))
  const half = tQuantile95(n - 2) * (residualSd / Math.sqrt(spread))
  const doubling = (s: number) => (s > 0 ? (12 * Math.log10(2)) / s : null)
  return ok({
    growthPerYear: { value: 10 ** slope, low: 10 ** (slope - half), high: 10 ** (slope + half) },
    doublingTimeMonths: { value: doubling(slope), low: doubling(slope + half), high: doubling(slope - half) },
    rSquared: total === 0 ? 1 : 1 - residual / total,
    n,
    from: (runs[0] as TrainingRun).releasedOn,
    to: (runs.at(-1) as TrainingRun).releasedOn,
    slopeLog10PerYear: slope,
    log10FlopAtCentre: meanLog,
    centreDayNumber: centre,
    residualSdLog10: residualSd,
    spreadYears2: spread
  })
}

/** The fitted line on `day` in FLOP, with the 90% interval of the line (not of a single run). */
export function trendOn(trend: Trend, day: Day): Interval {
  const years = (dayNumber(day) - trend.centreDayNumber) / daysPerYear
  const log = trend.log10FlopAtCentre + trend.slopeLog10PerYear * years
  const half =
    tQuantile95(trend.n - 2) * trend.residualSdLog10 * Math.sqrt(1 / trend.n + years ** 2 / trend.spreadYears2)
  return { value: 10 ** log, low: 10 ** (log - half), high: 10 ** (log + half) }
}

/** What the line says of one further run on `day`, in FLOP, with its 90% interval: that of the line and the scatter around it. */
export function runOn(trend: Trend, day: Day): Interval {
  const years = (dayNumber(day) - trend.centreDayNumber) / daysPerYear
  const log = trend.log10FlopAtCentre + trend.slopeLog10PerYear * years
  const half =
    tQuantile95(trend.n - 2) * trend.residualSdLog10 * Math.sqrt(1 + 1 / trend.n + years ** 2 / trend.spreadYears2)
  return { value: 10 ** log, low: 10 ** (log - half), high: 10 ** (log + half) }
}

const tQuantile95 = (degreesOfFreedom: number): number => jstat.studentt.inv(0.95, degreesOfFreedom)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
