import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../simulation/index.ts'
import { greatestFixedPoint, leastFixedPoint, normalThresholds, normOutcome, type ThresholdShare } from './norm.ts'

const { normalCdf } = await loadKernel()

/** People who join once so many others have. */
const people =
  (thresholds: readonly number[]): ThresholdShare =>
  share =>
    thresholds.filter(threshold => threshold <= share * thresholds.length + 1e-9).length / thresholds.length
const hundred = Array.from({ length: 100 }, (_, person) => person)

describe('open refusal, one by one', () => {
  it('carries all of Granovetter’s hundred with thresholds 0 to 99', () => {
    expect(leastFixedPoint(people(hundred), 0)).toBe(1)
  })

  it('stops at the first of them where nobody has threshold 1', () => {
    expect(leastFixedPoint(people(hundred.map(threshold => (threshold === 1 ? 2 : threshold))), 0)).toBe(0.01)
  })

  it('stops at 5.5% when thresholds spread by 0.122 around a quarter, and carries all at 0.123', () => {
    expect(leastFixedPoint(normalThresholds(normalCdf, 0.25, 0.122), 0)).toBeCloseTo(0.055, 3)
    expect(leastFixedPoint(normalThresholds(normalCdf, 0.25, 0.123), 0)).toBeGreaterThan(1 - 1e-8)
  })

  it('never ends below those who begin', () => {
    expect(leastFixedPoint(people([200]), 0.3)).toBe(0.3)
  })
})

describe('sealed pledges', () => {
  it('carry all of the hundred also where openly nobody would follow', () => {
    const stuck = people(hundred.map(threshold => (threshold === 0 ? 1 : threshold)))
    expect(leastFixedPoint(stuck, 0)).toBe(0)
    expect(greatestFixedPoint(stuck, 0, 1)).toBe(1)
  })

  it('reach no further than those who pledge', () => {
    const outcome = normOutcome({ mean: 0.25, spread: 0.1, seedShare: 0.01, pledgingShare: 0.6 }, normalCdf)
    expect(outcome.open).toBeLessThan(0.05)
    expect(outcome.sealed).toBeGreaterThan(0.59)
    expect(outcome.sealed).toBeLessThanOrEqual(0.6)
  })

  it('when all pledge, end nowhere below open refusal, and where nothing moves any more', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(share, fc.double({ min: 0.01, max: 0.5, noNaN: true }), share, (mean, spread, seedShare) => {
        const thresholds = normalThresholds(normalCdf, mean, spread)
        const open = leastFixedPoint(thresholds, seedShare)
        const sealed = greatestFixedPoint(thresholds, seedShare, 1)
        expect(sealed).toBeGreaterThanOrEqual(open - 1e-9)
        for (const end of [open, sealed]) expect(Math.max(seedShare, thresholds(end))).toBeCloseTo(end, 6)
      })
    )
  })
})

it('thresholds are clipped to 0–1', () => {
  const thresholds = normalThresholds(normalCdf, 0.5, 0.3)
  expect(thresholds(1)).toBe(1)
  expect(thresholds(-0.01)).toBe(0)
  expect(thresholds(0)).toBeCloseTo(normalCdf(-0.5 / 0.3), 12)
  expect(normalThresholds(normalCdf, 0.5, 0)(0.5)).toBe(1)
  expect(normalThresholds(normalCdf, 0.5, 0)(0.49)).toBe(0)
})
