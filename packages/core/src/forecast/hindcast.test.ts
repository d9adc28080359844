import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hindcast, hindcast, hindcastText } from './hindcast.ts'
import { smallRegister } from './small-register.fixture.ts'

interface Run {
  on: string
  log10Flop: number
}

const viewOf = (runs: readonly Run[]) =>
  smallRegister(
    ['acme'],
    runs.map(({ on, log10Flop }, i) => ({ name: `S${i}`, by: 'acme', released: on, flop: 10 ** log10Flop })),
    '2027-01-01'
  )

const hindcastOf = (runs: readonly Run[], span?: { from: number; to: number; until: number }): Hindcast => {
  const result = hindcast(viewOf(runs), span)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

/** Each year a largest run that wavers around growth of ×10, and two small ones. */
const steady = (until: number, of: (year: number) => number = () => 0): Run[] =>
  Array.from({ length: until - 2009 }, (_, i) => 2010 + i).flatMap(year => [
    { on: `${year}-03-01`, log10Flop: 4 + year - 2010 + (year % 2) * 0.4 + of(year) },
    { on: `${year}-06-01`, log10Flop: 1 + (year - 2010) / 4 },
    { on: `${year}-09-01`, log10Flop: 0.5 + (year - 2010) / 4 }
  ])

describe('a hindcast', () => {
  it('of growth that goes on holds, and its middle is near', () => {
    const { years, trend, coverage } = hindcastOf(steady(2025))
    expect(years.map(({ year, verdict }) => [year, verdict])).toEqual(
      [2021, 2022, 2023, 2024, 2025].map(year => [year, 'inside'])
    )
    expect(trend).toMatchObject({ n: 11, from: '2010-07-01', to: '2020-07-01' })
    expect(Math.log10(trend.growthPerYear.value)).toBeCloseTo(1, 1)
    for (const { predictedFlop, actual } of years)
      expect(Math.abs(Math.log10(predictedFlop.value / actual.computeFlop.value))).toBeLessThan(0.4)
    expect(coverage).toEqual({ forecasts: 45, inside: 45, above: 0, below: 0 })
  })

  it.each([
    { why: 'that stops is too high', after: -6, verdict: 'below', text: /2023 \(below\)/ },
    { why: 'that leaps is too low', after: 4, verdict: 'above', text: /2023 \(above\)/ }
  ])('of growth $why', ({ after, verdict, text }) => {
    const found = hindcastOf(steady(2025, year => (year > 2020 ? after : 0)))
    expect(found.years.map(year => year.verdict)).toEqual(Array(5).fill(verdict))
    expect(hindcastText(found)[0]).toMatch(text)
  })

  it('with the band of an ordinary run misses the largest', () => {
    const found = hindcastOf(steady(2025))
    expect(found.years.every(year => year.ordinaryRunFlop.value < year.predictedFlop.value)).toBe(true)
    expect(hindcastText(found).at(-1)).toMatch(/misses [1-5] of 5 years/)
  })

  it('names the actual run by its own day, and leaves out a year without one', () => {
    const { years } = hindcastOf(steady(2025).filter(({ on }) => !on.startsWith('2022')))
    expect(years.map(({ year }) => year)).toEqual([2021, 2023, 2024, 2025])
    expect(years[0]?.actual).toMatchObject({ releasedOn: '2021-03-01' })
  })

  it('knows nothing of what came later', () => {
    const later = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 5 })
    const before = hindcastOf(steady(2020).concat({ on: '2021-05-01', log10Flop: 12 }))
    fc.assert(
      fc.property(later, flops => {
        const runs = flops.map((log10Flop, i) => ({ on: `2021-0${i + 1}-01`, log10Flop }))
        const { trend, years } = hindcastOf(steady(2020).concat(runs))
        expect(trend).toEqual(before.trend)
        expect(years[0]?.predictedFlop).toEqual(before.years[0]?.predictedFlop)
      }),
      { numRuns: 20 }
    )
  })

  it('is refused where there is no line to fit', () => {
    expect(hindcast(viewOf(steady(2011)))).toMatchObject({ ok: false, error: { code: 'register/too-few-systems' } })
  })
})
