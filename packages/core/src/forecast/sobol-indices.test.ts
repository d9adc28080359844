import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../simulation/index.ts'
import { hash32 } from './hash.ts'
import { blockSeeds } from './sensitivity.ts'
import { type PickFreeze, sobolIndices } from './sobol-indices.ts'

const kernel = await loadKernel()
type Outcome = (x: readonly number[]) => number

/** Runs of an outcome of numbers in (0, 1), seeded as the race is. */
function runsOf(outcome: Outcome, factors: number, draws: number, blockDraws = 8): PickFreeze {
  const dimensions = Array.from({ length: factors }, (_, i) => i)
  const at = (from: (draw: number, dimension: number) => number) =>
    Float64Array.from({ length: draws }, (_, draw) => outcome(dimensions.map(i => from(draw, i))))
  const sample = (which: 'a' | 'b', draw: number, dimension: number) =>
    kernel.uniform(blockSeeds(1, Math.floor(draw / blockDraws))[which], draw % blockDraws, dimension)
  return {
    a: at((draw, i) => sample('a', draw, i)),
    b: at((draw, i) => sample('b', draw, i)),
    mixed: dimensions.map(taken => at((draw, i) => sample(i === taken ? 'b' : 'a', draw, i)))
  }
}

const angle = (x: number) => Math.PI * (2 * x - 1)
/** Ishigami & Homma (1990) with a = 7, b = 0.1. */
const ishigami: Outcome = ([x = 0, y = 0, z = 0]) =>
  Math.sin(angle(x)) + 7 * Math.sin(angle(y)) ** 2 + 0.1 * angle(z) ** 4 * Math.sin(angle(x))
/** Sobol's g: the smaller a, the more a factor counts. */
const gs = [0, 1, 4.5, 9, 99, 99]
const g: Outcome = x =>
  x.reduce(
    (product, value, i) => (product * (Math.abs(4 * value - 2) + (gs[i] as number))) / (1 + (gs[i] as number)),
    1
  )
const gParts = gs.map(a => 1 / (3 * (1 + a) ** 2))
const gVariance = gParts.reduce((product, part) => product * (1 + part), 1) - 1

const functions: readonly { why: string; outcome: Outcome; first: readonly number[]; total: readonly number[] }[] = [
  {
    why: 'a sum: by squares of slopes, without interaction',
    outcome: ([x = 0, y = 0, z = 0]) => 3 * x + 2 * y - z + 40,
    first: [9 / 14, 4 / 14, 1 / 14],
    total: [9 / 14, 4 / 14, 1 / 14]
  },
  { why: 'Ishigami’s function', outcome: ishigami, first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437] },
  {
    why: 'Sobol’s g',
    outcome: g,
    first: gParts.map(part => part / gVariance),
    total: gParts.map(part => (part * (1 + gVariance)) / (1 + part) / gVariance)
  },
  {
    why: 'both of two high: only together',
    outcome: ([x = 0, y = 0]) => Number(x > 0.5 && y > 0.5),
    first: [1 / 3, 1 / 3],
    total: [2 / 3, 2 / 3]
  }
]

describe('Sobol indices', () => {
  it.each(functions)('of $why', ({ outcome, first, total }) => {
    const indices = sobolIndices(runsOf(outcome, first.length, 16_384), 8, 1)
    if (!indices) throw new Error('indices')
    indices.forEach((index, i) => {
      expect(Math.abs(index.first.value - (first[i] as number))).toBeLessThan(0.03)
      expect(Math.abs(index.total.value - (total[i] as number))).toBeLessThan(0.03)
      for (const { value, low, high } of [index.first, index.total]) {
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
        expect(high - low).toBeLessThan(0.1)
      }
    })
  })

  it('have intervals that hold the truth about nine times in ten', () => {
    let held = 0
    let asked = 0
    for (let start = 0; start < 40; start++) {
      const from = runsOf(g, gs.length, 512)
      const fresh = runsOf(x => g(x.map((value, i) => (value + hash32(7, start, i) / 2 ** 32) % 1)), gs.length, 512)
      expect(fresh.a).not.toEqual(from.a)
      sobolIndices(fresh, 8, start)
        ?.slice(0, 3)
        .forEach(({ first, total }, i) => {
          const part = gParts[i] as number
          const truths = [part / gVariance, (part * (1 + gVariance)) / (1 + part) / gVariance]
          for (const [at, index] of [first, total].entries()) {
            asked++
            if (index.low <= (truths[at] as number) && (truths[at] as number) <= index.high) held++
          }
        })
    }
    expect(held / asked).toBeGreaterThan(0.8)
    expect(held / asked).toBeLessThan(0.98)
  })

  it('of what never changes are none', () => {
    expect(
      sobolIndices(
        runsOf(() => 0.1, 2, 64),
        8,
        1
      )
    ).toBeNull()
  })

  it('do not change with the outcome’s unit or zero', () => {
    const runs = runsOf(g, gs.length, 256)
    const plain = sobolIndices(runs, 8, 1)
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (by, plus) => {
          const other = (values: Float64Array) => values.map(value => by * value + plus)
          const moved = sobolIndices({ a: other(runs.a), b: other(runs.b), mixed: runs.mixed.map(other) }, 8, 1)
          moved?.forEach(({ first, total }, i) => {
            expect(first.value).toBeCloseTo(plain?.[i]?.first.value as number, 8)
            expect(total.high).toBeCloseTo(plain?.[i]?.total.high as number, 8)
          })
        }
      ),
      { numRuns: 20 }
    )
  })
})
