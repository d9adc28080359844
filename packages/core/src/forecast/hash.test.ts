import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hash32 } from './hash.ts'

const word = fc.integer({ min: 0, max: 0xffffffff })

describe('a hash of whole numbers', () => {
  it('is a whole number of 32 bits', () => {
    fc.assert(
      fc.property(word, word, word, (seed, a, b) => {
        const hash = hash32(seed, a, b)
        expect(Number.isInteger(hash) && hash >= 0 && hash <= 0xffffffff).toBe(true)
      })
    )
  })

  it.each([
    { why: 'seeds', of: (i: number) => hash32(i, 1, 1) },
    { why: 'first names', of: (i: number) => hash32(1, i, 1) },
    { why: 'second names', of: (i: number) => hash32(1, 1, i) }
  ])('falls as often into each of sixteen parts as chance would, and into the next, over $why', ({ of }) => {
    const count = 16_384
    const cells = new Float64Array(256)
    for (let i = 0; i < count; i++) {
      const cell = (of(i) >>> 28) * 16 + (of(i + 1) >>> 28)
      cells[cell] = (cells[cell] ?? 0) + 1
    }
    const expected = count / 256
    const chiSquared = cells.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    // 255 degrees of freedom: 1 in 10,000 above 347, 1 in 10,000 below 177.
    expect(chiSquared).toBeLessThan(347)
    expect(chiSquared).toBeGreaterThan(177)
  })
})
