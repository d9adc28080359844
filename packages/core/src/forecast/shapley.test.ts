import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapley } from './shapley.ts'

const has = (coalition: number, player: number) => Number((coalition & (1 << player)) !== 0)

describe('what each change carries', () => {
  it.each<{ why: string; players: number; worth: (coalition: number) => number; parts: readonly number[] }>([
    { why: 'one change carries all', players: 1, worth: c => 3 + 4 * c, parts: [4] },
    {
      why: 'changes that only add carry what they add',
      players: 3,
      worth: c => 2 * has(c, 0) - 5 * has(c, 1),
      parts: [2, -5, 0]
    },
    {
      why: 'a glove game: one left, two right, a pair is worth 1',
      players: 3,
      worth: c => has(c, 0) * Math.max(has(c, 1), has(c, 2)),
      parts: [2 / 3, 1 / 6, 1 / 6]
    },
    {
      why: 'two that only do together carry half each',
      players: 3,
      worth: c => has(c, 0) * has(c, 2),
      parts: [0.5, 0, 0.5]
    }
  ])('$why', ({ players, worth, parts }) => {
    shapley(players, coalition => [worth(coalition)]).forEach(([part], player) => {
      expect(part).toBeCloseTo(parts[player] as number, 12)
    })
  })

  it('adds up to the difference, is the same for twins, and turns round when the sides are swapped', () => {
    const worths = fc
      .integer({ min: 1, max: 6 })
      .chain(players =>
        fc.tuple(
          fc.constant(players),
          fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2 ** players, maxLength: 2 ** players })
        )
      )
    fc.assert(
      fc.property(worths, ([players, worth]) => {
        const all = 2 ** players - 1
        const parts = shapley(players, coalition => [worth[coalition] as number, 1])
        const sum = parts.reduce((total, [part]) => total + (part as number), 0)
        expect(sum).toBeCloseTo((worth[all] as number) - (worth[0] as number), 9)
        for (const [, second] of parts) expect(second).toBe(0)
        shapley(players, coalition => [worth[all ^ coalition] as number]).forEach(([swapped], player) => {
          expect(swapped).toBeCloseTo(-(parts[player]?.[0] as number), 9)
        })
      }),
      { numRuns: 50 }
    )
  })
})
