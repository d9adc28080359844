import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Kernel, loadKernel, type Stop } from './kernel.ts'
import { type PlainGroup, plainNormalCdf, plainNormalQuantile, plainRace } from './plain-race.fixture.ts'
import { anyRace, atStart, plainGroups, usualParameters } from './race.fixture.ts'
import type { Levers, ParameterValues } from './race-input.ts'

const kernel = await loadKernel()

function crossings(
  groups: readonly PlainGroup[],
  parameters: readonly ParameterValues[],
  levers: Levers,
  horizonYears = 40,
  stop: Stop = 'never',
  on: Kernel = kernel
): (number | null)[][] {
  on.give(atStart(groups), parameters)
  const result = on.run(levers, { horizonYears, stop })
  return parameters.map((_, d) =>
    groups.map((_, group) => {
      const years = result.crossingYears(group)[d] as number
      return years === Number.POSITIVE_INFINITY ? null : years
    })
  )
}

const [alone] = plainGroups as [PlainGroup]
const without: Partial<ParameterValues> = { automationSlope: 0, transferShare: 0, backfillShare: 0, catchUp: 0 }

const examples = new URL('../../../../shared/data/forecast/examples.json', import.meta.url)
interface Examples {
  readonly groups: PlainGroup[]
  readonly parameters: ParameterValues[]
  readonly horizonYears: number
  readonly cases: { readonly name: string; readonly levers: Levers; readonly crossingYears: (number | null)[][] }[]
}

describe.skipIf(!existsSync(examples))('with the worked cases at hand', () => {
  const { groups, parameters, horizonYears, cases } = existsSync(examples)
    ? (JSON.parse(readFileSync(examples, 'utf8')) as Examples)
    : { groups: [], parameters: [], horizonYears: 40, cases: [] }

  it.each(cases)('$name: kernel and oracle give every crossing to 1e-6 years', ({ levers, crossingYears }) => {
    const found = crossings(groups, parameters, levers, horizonYears)
    crossingYears.forEach((expected, d) => {
      const plain = plainRace(groups, parameters[d] as ParameterValues, levers, horizonYears)
      for (const actual of [found[d], plain])
        expected.forEach((years, group) => {
          if (years === null) expect(actual?.[group]).toBeNull()
          else expect(Math.abs((actual?.[group] ?? Number.NaN) - years)).toBeLessThan(1e-6)
        })
    })
  })
})

describe('the race', () => {
  it('is in the kernel what it is in plain TypeScript, whatever the groups, parameters and levers', () => {
    fc.assert(
      fc.property(anyRace, ({ groups, parameters, levers }) => {
        const found = crossings(groups, parameters, levers)
        parameters.forEach((values, d) => {
          plainRace(groups, values, levers, 40).forEach((years, group) => {
            const actual = found[d]?.[group] ?? null
            // A crossing at the very horizon may fall on either side of it.
            if (years === null || actual === null)
              expect(Math.min(years ?? 40, actual ?? 40)).toBeGreaterThan(40 - 1e-6)
            else expect(Math.abs(actual - years)).toBeLessThan(1e-6)
          })
        })
      }),
      { numRuns: 150 }
    )
  })

  it('comes out the same to the last bit, however the draws are put together and when others stop', () => {
    fc.assert(
      fc.property(anyRace, ({ groups, parameters, levers }) => {
        const together = crossings(groups, parameters, levers)
        parameters.forEach((values, d) => {
          expect(crossings(groups, [values], levers)[0]).toEqual(together[d])
          const [whenAll] = crossings(groups, [values], levers, 40, 'whenAllCrossed')
          expect(whenAll).toEqual(together[d])
          const [whenOne] = crossings(groups, [values], levers, 40, 'whenOneCrossed')
          const first = (row: readonly (number | null)[] = []) => Math.min(...row.map(years => years ?? 999))
          expect(first(whenOne)).toBe(first(together[d]))
        })
      }),
      { numRuns: 60 }
    )
  })

  it('with all levers present but idle is the baseline to the last bit', () => {
    const idle: Levers = {
      refusal: { share: [0, 0, 0], startYears: 0, rampYears: 1 },
      investorFrown: 0,
      ostracism: { access: [1, 1, 1], startYears: 0 },
      shutdown: { groups: [false, false, false], startYears: 0 },
      cap: { flop: 1e60, startYears: 0, covered: [true, true, true], evasion: 1, evasionGrowth: 0 },
      smallModels: { substitution: 0, startYears: 0, rampYears: 0 }
    }
    expect(crossings(plainGroups, [usualParameters], idle)).toEqual(crossings(plainGroups, [usualParameters], {}))
  })

  it('grows by ln 12.6 a year at ×4.5 in compute and ×2.8 in algorithms, nothing in the way', () => {
    const growth = {
      ...usualParameters,
      ...without,
      substitution: 1,
      spendGrowth: Math.log(4.5) / 2,
      hardwareGrowth: Math.log(4.5) / 2,
      durationGrowth: 0,
      durationYears: 1000,
      algorithmGrowth: Math.log(2.8),
      labourGrowth: 0.3,
      lnSpendCapUsd: 60,
      lnAutomationFlop: 250,
      automationSlope: 0.5
    }
    const start = Math.log(alone.computeFlop)
    const parameters = [1, 5].map(years => ({ ...growth, lnThresholdFlop: start + years * Math.log(12.6) }))
    const found = crossings([alone], parameters, {})
    expect(found[0]?.[0]).toBeCloseTo(1, 6)
    expect(found[1]?.[0]).toBeCloseTo(5, 6)
  })

  it.each([
    { why: 'a fifth, by head count', share: 0.2, correlation: 0, lost: 0.2 },
    { why: 'a fifth, the ablest', share: 0.2, correlation: 1, lost: 0.562_905 },
    { why: 'nobody', share: 0, correlation: 0.5, lost: 0 }
  ])('slows at first by ((2 − m)/2)^(λ·s) when $why refuse at once', ({ share, correlation, lost }) => {
    const values = {
      ...usualParameters,
      ...without,
      substitution: 1,
      labourGrowth: 0,
      scaleUpLabour: 0,
      lnSpendCapUsd: 60,
      abilityCorrelation: correlation,
      abilitySpread: 1,
      speedLimit: 12
    }
    const { algorithmGrowth, returns, labourShareOfInput, spendGrowth, hardwareGrowth, durationGrowth } = values
    const slowed = algorithmGrowth * ((2 - lost) / 2) ** (returns * labourShareOfInput)
    // Within the first step all growth is that of the start.
    const perYear = slowed + spendGrowth + hardwareGrowth + durationGrowth
    const lnThresholdFlop = Math.log(alone.computeFlop) + perYear / 24
    const refusal = { share: [share], startYears: 0, rampYears: 0 }
    expect(crossings([alone], [{ ...values, lnThresholdFlop }], { refusal })[0]?.[0]).toBeCloseTo(1 / 24, 7)
  })

  it('is delayed by the second order of f when each leaver is replaced at once by an equal', () => {
    const values = { ...usualParameters, transferShare: 0, abilityCorrelation: 0, backfillShare: 1, backfillQuality: 1 }
    const first = (share: number) => {
      const refusal = { share: [share, share, share], startYears: 0, rampYears: 1 }
      const [row] = crossings(plainGroups, [{ ...values, backfillYears: 1e-3 }], { refusal })
      return row?.[0] as number
    }
    const delay = (share: number) => first(share) - first(0)
    expect(delay(0.02)).toBeGreaterThan(0)
    expect(delay(0.02) / delay(0.01)).toBeCloseTo(4, 1)
  })

  it('leaves only automated research when everyone refuses, and spending grows by (1e-9)^ξ', () => {
    const values = { ...usualParameters, transferShare: 0, scaleUpLabour: 0.1, lnSpendCapUsd: 60, hardwareGrowth: 0 }
    const still = {
      ...values,
      durationGrowth: 0,
      returns: 1e-6,
      automationSlope: 0,
      algorithmGrowth: 0.001,
      catchUp: 0
    }
    const perYear = values.spendGrowth * 1e-9 ** 0.1 + 0.001
    const lnThresholdFlop = Math.log(alone.computeFlop) + perYear / 24
    const refusal = { share: [1], startYears: 0, rampYears: 0 }
    expect(crossings([alone], [{ ...still, backfillShare: 0, lnThresholdFlop }], { refusal })[0]?.[0]).toBeCloseTo(
      1 / 24,
      6
    )
  })

  it('has crossed at 0 where the threshold lies below the start, and never beyond the horizon', () => {
    const reached = { ...usualParameters, lnThresholdFlop: 55 }
    const [row = []] = crossings(plainGroups, [reached], {})
    expect(row.slice(0, 2)).toEqual([0, 0])
    expect(row[2]).toBeGreaterThan(0)
    expect(crossings(plainGroups, [{ ...usualParameters, lnThresholdFlop: 200 }], {})[0]).toEqual([null, null, null])
    expect(crossings(plainGroups, [usualParameters], {}, 1)[0]).toEqual([null, null, null])
  })

  it('says when the speed limit first bound', () => {
    kernel.give(atStart(plainGroups), [usualParameters, { ...usualParameters, speedLimit: 0.5 }])
    const { limitedYears } = kernel.run({}, { horizonYears: 5, stop: 'never' })
    expect([...limitedYears]).toEqual([Number.POSITIVE_INFINITY, 0])
  })

  it('takes a share of its own for each draw', () => {
    const refusal = (share: number) => ({ refusal: { share: [share, share, 0], startYears: 0, rampYears: 1 } })
    kernel.give(atStart(plainGroups), [usualParameters, usualParameters, usualParameters])
    const options = { horizonYears: 40, stop: 'never' } as const
    const scaled = [...kernel.run(refusal(1), { ...options, shareScale: [0.2, 0.5, 1] }).crossingYears(0)]
    const each = [0.2, 0.5, 1].map((share, d) => kernel.run(refusal(share), options).crossingYears(0)[d])
    expect(scaled).toEqual(each)
  })

  it('keeps the draws it is told to', () => {
    const draws = [70, 71, 72, 73].map(lnThresholdFlop => ({ ...usualParameters, lnThresholdFlop }))
    kernel.give(atStart(plainGroups), draws)
    const all = [...kernel.run({}, { horizonYears: 40, stop: 'never' }).crossingYears(0)]
    kernel.keep([1, 3])
    expect([...kernel.values('lnThresholdFlop')]).toEqual([71, 73])
    expect([...kernel.run({}, { horizonYears: 40, stop: 'never' }).crossingYears(0)]).toEqual([all[1], all[3]])
  })

  it('notes the frontier: where it reaches the threshold somebody has just crossed', () => {
    const draws = [68, 72, 76].map(lnThresholdFlop => ({ ...usualParameters, lnThresholdFlop }))
    kernel.give(atStart(plainGroups), draws)
    const options = { horizonYears: 20, stop: 'never', noteEveryMonths: 3 } as const
    const { lnFrontier, crossingYears } = kernel.run({}, options)
    const start = Math.max(...plainGroups.map(group => Math.log(group.computeFlop) + group.lnAlgorithms))
    draws.forEach(({ lnThresholdFlop }, d) => {
      expect(lnFrontier(0)[d]).toBeCloseTo(start, 9)
      const first = Math.min(...plainGroups.map((_, group) => crossingYears(group)[d] as number))
      for (let sample = 0; sample <= 80; sample++)
        expect((lnFrontier(sample)[d] as number) >= lnThresholdFlop).toBe(sample / 4 >= first)
    })
    const shut = { shutdown: { groups: [true, true, true], startYears: 1 } }
    expect(kernel.run(shut, options).lnFrontier(8)[0]).toBe(Number.NEGATIVE_INFINITY)
    expect(() => kernel.run({}, { ...options, horizonYears: 60 })).toThrow('at most 201 times')
  })

  it('refuses a chunk that it cannot hold', () => {
    expect(() => kernel.give(atStart(plainGroups), [])).toThrow('1 to 256 draws')
    expect(() => kernel.give(atStart(Array(17).fill(alone)), [usualParameters])).toThrow('1 to 16 groups')
  })
})

describe('the normal distribution', () => {
  const shares = [1e-6, 1e-5, 1e-3, 0.02, 0.0749, 0.0751, 0.2, 0.4249, 0.5, 0.7, 0.925, 0.99, 1 - 1e-4, 1 - 1e-6]

  it.each(shares)('has its quantile and distribution right to 1e-7 at %d', p => {
    const x = kernel.normalQuantile(p)
    expect(Math.abs(x - plainNormalQuantile(p))).toBeLessThan(1e-7 * Math.max(Math.abs(x), 1e-7))
    expect(Math.abs(kernel.normalCdf(x) / p - 1)).toBeLessThan(1e-9)
    expect(Math.abs(kernel.normalCdf(x) / plainNormalCdf(x) - 1)).toBeLessThan(1e-9)
  })

  it('is reached to the ends', () => {
    expect(kernel.normalCdf(-40)).toBe(0)
    expect(kernel.normalCdf(40)).toBe(1)
    expect(kernel.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(kernel.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
    expect(kernel.normalCdf(-8) / plainNormalCdf(-8)).toBeCloseTo(1, 6)
  })

  it('loses what refuses, by head count where ability does not matter', () => {
    for (const share of shares) expect(Math.abs(kernel.abilityLost(share, 0) / share - 1)).toBeLessThan(1e-7)
    expect(kernel.abilityLost(0, 1)).toBe(0)
    expect(kernel.abilityLost(1, -1)).toBe(1)
    expect(kernel.abilityLost(0.2, 1)).toBeCloseTo(0.5629, 4)
  })
})

describe('exp and ln', () => {
  it('are good to 1e-11', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), x => {
        expect(Math.abs(kernel.exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-11)
        const y = Math.exp(x)
        expect(Math.abs(kernel.ln(y) - Math.log(y))).toBeLessThan(1e-11 * Math.max(1, Math.abs(x)))
      })
    )
  })
  it('are exact at their centres, and stay within their range', () => {
    expect(kernel.exp(0)).toBe(1)
    expect(kernel.ln(1)).toBe(0)
    expect(kernel.exp(-1e9)).toBeLessThan(1e-300)
    expect(kernel.exp(1e9)).toBeGreaterThan(1e300)
  })
})
