import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from './as-of.ts'
import { day, groupClaims, groupId, systemClaims, today } from './claims.fixture.ts'
import { dayFromNumber } from './day.ts'
import { fitTrend, runOn, type Trend, trendOn, trendRuns } from './trend.ts'

const viewOf = (runs: { day: number; log10Flop: number }[]) =>
  registerAsOf(
    [
      ...groupClaims('acme'),
      ...runs.flatMap((run, i) =>
        systemClaims(`s${i}`, { trainingComputeFlop: 10 ** run.log10Flop }, { released: dayFromNumber(run.day) })
      )
    ],
    today
  )

function fitted(runs: { day: number; log10Flop: number }[]): Trend {
  const result = fitTrend(trendRuns(viewOf(runs)))
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

describe('a trend', () => {
  it('of runs on a straight line is that line, without doubt', () => {
    const trend = fitted([0, 1, 2, 3].map(year => ({ day: 15_000 + year * 365.25 * 4, log10Flop: 20 + year * 2 })))
    expect(trend.growthPerYear.value).toBeCloseTo(10 ** 0.5, 6)
    expect(trend.growthPerYear.low).toBeCloseTo(trend.growthPerYear.high, 5)
    expect(trend.doublingTimeMonths.value).toBeCloseTo(12 * Math.log10(2) * 2, 6)
    expect(trend.rSquared).toBeCloseTo(1, 9)
  })

  it('agrees with a textbook: x 0 1 2 3 4, y 1 3 2 5 4 has slope 0.8, R² 0.64', () => {
    const trend = fitted([1, 3, 2, 5, 4].map((y, i) => ({ day: 12_000 + i * 1461, log10Flop: y + 15 })))
    expect(trend.slopeLog10PerYear).toBeCloseTo(0.2, 9)
    expect(trend.rSquared).toBeCloseTo(0.64, 9)
    const standardError = Math.sqrt(3.6 / 3 / 10) / 4
    expect(Math.log10(trend.growthPerYear.high)).toBeCloseTo(0.2 + 2.353363 * standardError, 6)
  })

  it('that may be falling has no longest doubling time', () => {
    const trend = fitted([1, 3, 2, 5, 4].map((y, i) => ({ day: 12_000 + i * 365, log10Flop: y + 15 })).slice(0, 3))
    expect(trend.growthPerYear.low).toBeLessThan(1)
    expect(trend.doublingTimeMonths.high).toBeNull()
  })

  it.each([
    { why: 'no runs', days: [] },
    { why: 'two runs', days: [1, 2] },
    { why: 'three runs on two days', days: [1, 1, 2] }
  ])('is refused for $why', ({ days }) => {
    const result = fitTrend(trendRuns(viewOf(days.map(d => ({ day: 15_000 + d, log10Flop: 20 })))))
    expect(result).toMatchObject({ ok: false, error: { code: 'register/too-few-systems' } })
  })

  it('takes only the runs asked for', () => {
    const view = viewOf([1, 2, 3, 4].map(i => ({ day: 15_000 + i, log10Flop: 25 - i })))
    expect(trendRuns(view, { from: dayFromNumber(15_002), to: dayFromNumber(15_003) })).toHaveLength(2)
    expect(trendRuns(view, { groups: [groupId('bolt')] })).toHaveLength(0)
    expect(trendRuns(view, { frontierOnly: true })).toHaveLength(4)
  })

  it('does not change its growth when all compute is measured in another unit', () => {
    const runs = fc.array(
      fc.record({
        day: fc.integer({ min: 10_000, max: 20_000 }),
        log10Flop: fc.double({ min: 10, max: 26, noNaN: true })
      }),
      { minLength: 4, maxLength: 20 }
    )
    fc.assert(
      fc.property(runs, fc.double({ min: -3, max: 3, noNaN: true }), (some, shift) => {
        fc.pre(new Set(some.map(run => run.day)).size > 3)
        const trend = fitted(some)
        const shifted = fitted(some.map(run => ({ ...run, log10Flop: run.log10Flop + shift })))
        expect(shifted.slopeLog10PerYear).toBeCloseTo(trend.slopeLog10PerYear, 6)
        expect(shifted.rSquared).toBeCloseTo(trend.rSquared, 6)
      }),
      { numRuns: 50 }
    )
  })

  it('is surest at its centre', () => {
    const trend = fitted([1, 3, 2, 5, 4].map((y, i) => ({ day: 12_000 + i * 1461, log10Flop: y + 15 })))
    const width = (on: string) => Math.log(trendOn(trend, day(on)).high / trendOn(trend, day(on)).low)
    const centre = dayFromNumber(Math.round(trend.centreDayNumber))
    expect(width(centre)).toBeLessThan(width('2002-01-01'))
    expect(width(centre)).toBeLessThan(width('2025-01-01'))
  })

  it('says of one further run what a textbook says: at x 5, y 5.4 ± t·s·√(1 + 1/5 + 9/10)', () => {
    const trend = fitted([1, 3, 2, 5, 4].map((y, i) => ({ day: 12_000 + i * 1461, log10Flop: y + 15 })))
    const { value, high } = runOn(trend, dayFromNumber(12_000 + 5 * 1461))
    expect(Math.log10(value)).toBeCloseTo(20.4, 9)
    expect(Math.log10(high / value)).toBeCloseTo(2.353363 * Math.sqrt(3.6 / 3) * Math.sqrt(2.1), 5)
  })
})
