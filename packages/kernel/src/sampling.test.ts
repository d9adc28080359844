import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution.ts'
import { loadKernel, type Sampling } from './kernel.ts'
import { plainNormalCdf, plainNormalQuantile } from './plain-race.fixture.ts'
import { atStart, constants, plainGroups, usualParameters } from './race.fixture.ts'

const kernel = await loadKernel()
const usual: Sampling = { groups: atStart(plainGroups), parameters: constants(usualParameters), seed: 7 }

/** The first `draws` values of a parameter that is distributed so. */
function drawn(distribution: Distribution, draws = 256, rest: Partial<Sampling> = {}): number[] {
  const parameters = { ...usual.parameters, returns: distribution }
  kernel.sample({ ...usual, parameters, ...rest }, 0, draws)
  return [...kernel.values('returns')]
}

const returnsDimension = 5
const numbers = (draws = 256) => Array.from({ length: draws }, (_, draw) => kernel.uniform(7, draw, returnsDimension))
const lognormal = (p05: number, p95: number, u: number) =>
  Math.exp((Math.log(p05) + Math.log(p95)) / 2 + (Math.log(p95 / p05) / 3.28971) * plainNormalQuantile(u))

describe('quasi-random numbers', () => {
  it('fall once into each of 2^k equal intervals, in every dimension and in every block of 2^k draws', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffffff }),
        fc.integer({ min: 0, max: 71 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 500 }),
        (seed, dimension, k, block) => {
          const size = 2 ** k
          const places = Array.from({ length: size }, (_, i) =>
            Math.floor(kernel.uniform(seed, block * size + i, dimension) * size)
          )
          expect(new Set(places).size).toBe(size)
        }
      ),
      { numRuns: 200 }
    )
  })

  it('fill pairs of the first dimensions evenly: of 2^8 draws one falls into each elementary interval', () => {
    for (const [rows, columns] of [
      [16, 16],
      [4, 64],
      [64, 4]
    ] as const) {
      const cells = Array.from({ length: 256 }, (_, draw) => {
        const x = Math.floor(kernel.uniform(3, draw, 0) * columns)
        return x * rows + Math.floor(kernel.uniform(3, draw, 1) * rows)
      })
      expect(new Set(cells).size).toBe(256)
    }
  })

  it('differ between seeds and dimensions, on average over seeds as chance would', () => {
    const seeds = Array.from({ length: 4000 }, (_, seed) => seed)
    for (const [draw, dimension] of [
      [0, 0],
      [5, 3],
      [1000, 40]
    ] as const) {
      const values = seeds.map(seed => kernel.uniform(seed, draw, dimension))
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / values.length))
      const products = seeds.map(
        seed => (kernel.uniform(seed, draw, dimension) - 0.5) * (kernel.uniform(seed, draw, dimension + 1) - 0.5)
      )
      const covariance = products.reduce((sum, value) => sum + value, 0) / products.length
      expect(Math.abs(covariance)).toBeLessThan(4 / 12 / Math.sqrt(seeds.length))
    }
  })

  it('are never 0 or 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 0xffffffff }), (seed, draw) => {
        const u = kernel.uniform(seed, draw, 0)
        expect(u).toBeGreaterThan(0)
        expect(u).toBeLessThan(1)
      })
    )
  })
})

describe('a parameter', () => {
  it.each<{ why: string; distribution: Distribution; at: (u: number) => number }>([
    { why: 'constant', distribution: { kind: 'constant', value: 3 }, at: () => 3 },
    { why: 'uniform', distribution: { kind: 'uniform', low: -1, high: 4 }, at: u => -1 + 5 * u },
    {
      why: 'triangular',
      distribution: { kind: 'triangular', low: 29, mode: 31, high: 35 },
      at: u => (u < 1 / 3 ? 29 + Math.sqrt(12 * u) : 35 - Math.sqrt(24 * (1 - u)))
    },
    { why: 'lognormal', distribution: { kind: 'lognormal90', p05: 0.2, p95: 0.9 }, at: u => lognormal(0.2, 0.9, u) },
    {
      why: 'the ln of a lognormal',
      distribution: { kind: 'logOf', of: { kind: 'lognormal90', p05: 2, p95: 2.9 } },
      at: u => Math.log(lognormal(2, 2.9, u))
    },
    {
      why: 'ln 2 over a doubling time',
      distribution: { kind: 'ln2Over', of: { kind: 'lognormal90', p05: 1.5, p95: 3 } },
      at: u => Math.LN2 / lognormal(1.5, 3, u)
    },
    {
      why: 'scaled, and nested',
      distribution: { kind: 'scaled', by: 2.5, of: { kind: 'logOf', of: { kind: 'uniform', low: 1, high: 3 } } },
      at: u => 2.5 * Math.log(1 + 2 * u)
    }
  ])('that is $why takes the inverse of its distribution at one number', ({ distribution, at }) => {
    const expected = numbers().map(at)
    drawn(distribution).forEach((value, d) => {
      expect(Math.abs(value - (expected[d] as number))).toBeLessThan(1e-9)
    })
  })

  it('that is a mixture picks its part by a number of its own, in proportion to the weights', () => {
    const part = (value: number): Distribution => ({ kind: 'constant', value })
    const values = drawn({
      kind: 'mixture',
      of: [
        { weight: 1, distribution: part(10) },
        { weight: 2, distribution: { kind: 'uniform', low: 20, high: 21 } },
        { weight: 1, distribution: part(30) }
      ]
    })
    const u = numbers()
    const among = (least: number) => values.filter(value => Math.floor(value / 10) * 10 === least).length
    expect([10, 20, 30].map(among)).toEqual([64, 128, 64])
    values.forEach((value, d) => {
      if (value < 30 && value >= 20) expect(value).toBeCloseTo(20 + (u[d] as number), 9)
    })
  })

  it('that is shifted has its normal score moved, and stays within its range', () => {
    const distribution: Distribution = { kind: 'uniform', low: 0, high: 1 }
    const shifted = drawn(distribution, 256, { shifts: { returns: 1.5 } })
    numbers().forEach((u, d) => {
      expect(shifted[d]).toBeCloseTo(plainNormalCdf(plainNormalQuantile(u) + 1.5), 9)
    })
    expect(Math.max(...drawn(distribution, 256, { shifts: { returns: 50 } }))).toBeLessThanOrEqual(1)
    expect(drawn(distribution, 256, { shifts: { returns: 0 } })).toEqual(drawn(distribution))
  })

  it('may be drawn by another seed while the rest stay as they are', () => {
    const parameters = {
      ...usual.parameters,
      returns: { kind: 'uniform', low: 0, high: 1 },
      catchUp: { kind: 'uniform', low: 0, high: 1 }
    } as const
    const valuesOf = (rest: Partial<Sampling>) => {
      kernel.sample({ ...usual, parameters, ...rest }, 0, 64)
      return { returns: [...kernel.values('returns')], catchUp: [...kernel.values('catchUp')] }
    }
    const a = valuesOf({})
    const b = valuesOf({ seed: 8 })
    const mixed = valuesOf({ reseeded: { seed: 8, parameters: ['returns'], groups: false } })
    expect(mixed).toEqual({ returns: b.returns, catchUp: a.catchUp })
    expect(a.returns).not.toEqual(b.returns)
  })

  it('has the same values wherever the chunk begins', () => {
    const distribution: Distribution = { kind: 'lognormal90', p05: 0.2, p95: 0.9 }
    const all = drawn(distribution, 200)
    kernel.sample({ ...usual, parameters: { ...usual.parameters, returns: distribution } }, 150, 50)
    expect([...kernel.values('returns')]).toEqual(all.slice(150))
  })
})

describe('a group', () => {
  it('whose largest run is not known is drawn log-uniformly between the ends, its cost with it', () => {
    const [first, ...others] = usual.groups
    if (!first) throw new Error('a group')
    const open = { ...first, computeFlop: { low: 1e24, high: 1e26 }, runCostUsd: { low: 2e6, high: 2e8 } }
    const slow = { ...usualParameters, lnThresholdFlop: Math.log(1e25), algorithmGrowth: 0.001, catchUp: 0 }
    const sampling = { groups: [open, ...others], parameters: constants(slow), seed: 7 }
    kernel.sample(sampling, 0, 256)
    const crossing = kernel.run({}, { horizonYears: 40, stop: 'never' }).crossingYears(0)
    // One half of the draws is already there: those above 1e25, the middle of the interval in logs.
    expect([...crossing].filter(years => years === 0)).toHaveLength(128)
  })
})
