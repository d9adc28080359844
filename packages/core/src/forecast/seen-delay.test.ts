import { describe, expect, it } from 'vitest'
import { seenDelays } from './seen-delay.ts'

describe('a delay as far as the horizon lets one see', () => {
  it.each([
    { why: 'both cross', base: 3, crossing: 5, years: 2 },
    { why: 'the scenario does not', base: 3, crossing: Number.POSITIVE_INFINITY, years: 37 },
    { why: 'neither does', base: Number.POSITIVE_INFINITY, crossing: Number.POSITIVE_INFINITY, years: 0 },
    { why: 'the baseline does not', base: Number.POSITIVE_INFINITY, crossing: 39, years: -1 }
  ])('where $why', ({ base, crossing, years }) => {
    expect(seenDelays(Float64Array.of(base), Float64Array.of(crossing), 40)[0]).toBe(years)
  })
})
