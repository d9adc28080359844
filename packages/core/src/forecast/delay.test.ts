import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { delaysOf, medianOf, proportion, reaches, summariseDelay } from './delay.ts'
import { quantilesOf } from './quantiles.ts'

const never = Number.POSITIVE_INFINITY
const of = (...values: number[]) => Float64Array.from(values)

describe('a delay', () => {
  it.each([
    { why: 'both cross', base: 4, scenario: 5.5, delay: 1.5 },
    { why: 'the scenario crosses earlier', base: 4, scenario: 3, delay: -1 },
    { why: 'the scenario is censored', base: 4, scenario: never, delay: never },
    { why: 'the baseline is censored', base: never, scenario: 30, delay: -never },
    { why: 'both are censored', base: never, scenario: never, delay: Number.NaN }
  ])('is $delay where $why', ({ base, scenario, delay }) => {
    expect(delaysOf(of(base), of(scenario))[0]).toBe(delay)
  })

  it.each([
    { why: 'long enough', base: 4, delay: 5, reached: 1 },
    { why: 'too short', base: 4, delay: 4.99, reached: 0 },
    { why: 'censored, and the horizon far enough', base: 4, delay: never, reached: 1 },
    { why: 'censored, and the horizon too near to tell', base: 36, delay: never, reached: Number.NaN },
    { why: 'undefined', base: never, delay: Number.NaN, reached: Number.NaN },
    { why: 'an advance from beyond the horizon', base: never, delay: -never, reached: 0 }
  ])('that is $why reaches 5 years: $reached', ({ base, delay, reached }) => {
    expect(reaches(base, delay, 5, 40)).toBe(reached)
  })
})

describe('a summary', () => {
  const baseline = of(4, 4, 4, 38, never, never, 0)
  const scenario = of(10, 3, never, never, never, 39, 0)
  const summary = summariseDelay(baseline, scenario, { delayYears: 5, horizonYears: 40 })

  it('counts what is censored apart, and no undefined draw among the others', () => {
    expect(summary).toMatchObject({
      draws: 7,
      undefinedDraws: 1,
      baselineCensored: 2,
      scenarioCensored: 3,
      undecided: 1 / 6,
      backfire: 2 / 6
    })
    expect(summary.probability?.value).toBe(2 / 6)
  })

  it('has infinite quantiles where they are, and no mean', () => {
    expect(summary.delayYears).toEqual({ p05: '-Infinity', p25: -1, p50: 0, p75: 'Infinity', p95: 'Infinity' })
    expect(JSON.stringify(summary)).not.toContain('mean')
  })

  it('gives delay as a share of what the baseline had left, where it had any', () => {
    expect(summary.ofRemaining).toEqual({ p05: -0.25, p25: -0.25, p50: 1.5, p75: 'Infinity', p95: 'Infinity' })
  })

  it('may be of some draws only', () => {
    expect(summariseDelay(baseline, scenario, { delayYears: 5, horizonYears: 40 }, draw => draw === 0)).toMatchObject({
      draws: 1,
      probability: { value: 1 },
      delayYears: { p50: 6 }
    })
  })

  it('of nothing has nothing to say', () => {
    expect(summariseDelay(of(), of(), { delayYears: 5, horizonYears: 40 })).toMatchObject({
      draws: 0,
      delayYears: null,
      medianDelayYears: null,
      probability: null
    })
  })
})

it('quantiles are values that were drawn, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), values => {
      const { p05, p25, p50, p75, p95 } = quantilesOf(Float64Array.from(values).sort()) as unknown as Record<
        string,
        number
      >
      const found = [p05, p25, p50, p75, p95] as number[]
      expect(found).toEqual([...found].sort((a, b) => a - b))
      for (const value of found) expect(values.some(drawn => drawn === value)).toBe(true)
    })
  )
})

it('the median’s interval holds the true median in about nine of ten samples', () => {
  let held = 0
  let state = 1
  const random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  for (let sample = 0; sample < 1000; sample++) {
    const median = medianOf(Float64Array.from({ length: 101 }, random).sort())
    if (Number(median?.low) <= 0.5 && Number(median?.high) >= 0.5) held++
  }
  expect(held).toBeGreaterThan(870)
  expect(held).toBeLessThan(950)
})

it.each([
  { hits: 0, count: 10, low: 0, high: 0.2129 },
  { hits: 5, count: 10, low: 0.2692, high: 0.7308 },
  { hits: 10, count: 10, low: 0.7871, high: 1 }
])('$hits of $count are known to lie between $low and $high (Wilson)', ({ hits, count, low, high }) => {
  const found = proportion(hits, count)
  expect(found?.value).toBe(hits / count)
  expect(found?.low).toBeCloseTo(low, 3)
  expect(found?.high).toBeCloseTo(high, 3)
})
