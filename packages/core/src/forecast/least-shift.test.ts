import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKernel } from '../simulation/index.ts'
import { leastShift, medianReaches, normOf, type ShiftProblem } from './least-shift.ts'

const kernel = await loadKernel()
const draws = 2048

type Outcome = (z: readonly number[]) => number

function problemOf(
  outcome: Outcome,
  variables: number,
  target: number,
  bounds: Partial<ShiftProblem> = {}
): ShiftProblem {
  const scores = Array.from({ length: variables }, (_, i) =>
    Float64Array.from({ length: draws }, (_, d) => kernel.normalQuantile(kernel.uniform(5, d, i)))
  )
  return {
    scores,
    target,
    mostDeviations: 3,
    mostNorm: 6,
    normalQuantile: kernel.normalQuantile,
    exp: kernel.exp,
    outcomes: async shifts =>
      Float64Array.from({ length: draws }, (_, d) =>
        outcome(scores.map((score, i) => (score[d] as number) + (shifts[i] as number)))
      ),
    ...bounds
  }
}

const none = (count: number) => new Array<number>(count).fill(0)
const sum =
  (slopes: readonly number[]): Outcome =>
  z =>
    slopes.reduce((total, slope, i) => total + slope * (z[i] as number), 0)

describe('the smallest shift', () => {
  it.each<{ why: string; outcome: Outcome; target: number; shifts: readonly number[] }>([
    { why: 'of a sum goes along its slopes', outcome: sum([3, 4]), target: 5, shifts: [0.6, 0.8] },
    {
      why: 'of a sum that no draw reaches at first',
      outcome: sum([0.3, -0.4, 0]),
      target: 2,
      shifts: [0.8 / 0.3, -3, 0]
    },
    {
      why: 'of a curved outcome with the same halves',
      outcome: z => Math.exp(sum([1, 2])(z)),
      target: Math.exp(4),
      shifts: [0.8, 1.6]
    },
    { why: 'is none where all is well', outcome: sum([1, 1]), target: -1, shifts: [0, 0] }
  ])('$why', async ({ outcome, target, shifts }) => {
    const problem = problemOf(outcome, shifts.length, target, { mostNorm: 10 })
    const found = await leastShift(problem, none(shifts.length))
    expect(found.isReached).toBe(true)
    const least = normOf(shifts)
    expect(normOf(found.shifts)).toBeLessThan(least * 1.06 + 0.05)
    found.shifts.forEach((shift, i) => {
      expect(Math.abs(shift - (shifts[i] as number))).toBeLessThan(0.2)
    })
  })

  it.each([
    { why: 'one bound', target: 7, bounds: {} },
    { why: 'the bound of all', target: 4, bounds: { mostNorm: 2 } }
  ])('is not found beyond $why, and the furthest is shown', async ({ target, bounds }) => {
    const problem = problemOf(sum([1, 1, 0.1]), 3, target, bounds)
    const found = await leastShift(problem, none(3))
    expect(found.isReached).toBe(false)
    expect(normOf(found.shifts)).toBeLessThanOrEqual(problem.mostNorm + 1e-9)
    const gained = sum([1, 1, 0.1])(found.shifts)
    expect(gained).toBeGreaterThan(Math.min(6, problem.mostNorm * Math.SQRT2) * 0.95)
  })

  it('reaches the target within its bounds wherever a sum can, from any start, and hardly further than it must', async () => {
    const slope = fc.double({ min: -2, max: 2, noNaN: true })
    await fc.assert(
      fc.asyncProperty(
        fc.array(slope, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        async (slopes, distance, start) => {
          const size = normOf(slopes)
          fc.pre(size > 0.1 && Math.max(...slopes.map(Math.abs)) * distance < 3 * size)
          const problem = problemOf(sum(slopes), slopes.length, distance * size)
          const { shifts, isReached } = await leastShift(
            problem,
            slopes.map(() => start)
          )
          expect(isReached).toBe(true)
          expect(medianReaches(await problem.outcomes(shifts), problem.target)).toBe(true)
          expect(normOf(shifts)).toBeLessThan(distance * 1.06 + 0.05)
          expect(normOf(shifts)).toBeGreaterThan(distance * 0.94 - 0.05)
        }
      ),
      { numRuns: 15 }
    )
  })
})
