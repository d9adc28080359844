import { describe, expect, it } from 'vitest'
import { movedOn, pinsOf, readPins, unpinned, wasText } from './pins.ts'

const now = { register: 7, beliefs: 'b1', kernel: 'k1' }
const was = { p50: 0.0943396226415094, p05: -0.003, p95: 'Infinity' } as const

describe('what a link pins', () => {
  it('is read as it was written, to six digits', () => {
    const pins = pinsOf({ draws: 2000, seed: 1 }, now, was)
    expect(pins).toEqual({ draws: '2000', seed: '1', k: 'k1', b: 'b1', r: '7', was: '0.0943396,-0.003,inf' })
    const read = readPins(new URLSearchParams(pins))
    expect(read).toMatchObject({ kernel: 'k1', beliefs: 'b1', register: 7, faults: [] })
    expect(read.was && wasText(read.was)).toBe(wasText(was))
  })

  it('may be that nothing was defined, or nothing at all', () => {
    expect(readPins(new URLSearchParams('was=none')).was).toBeNull()
    expect(readPins(new URLSearchParams('')).was).toBeUndefined()
  })

  it.each(['was=1', 'was=a,b,c', 'was=1,2,3,4', 'was=NaN,1,2', 'k=<script>', 'b=a+b', 'r=-1', 'r=1e9'])(
    'is left out and named where it is %s',
    query => {
      const read = readPins(new URLSearchParams(query))
      expect(read).toMatchObject({ kernel: null, beliefs: null, register: null })
      expect(read.was).toBeUndefined()
      expect(read.faults).toHaveLength(1)
    }
  )

  it('is taken off for a new answer', () =>
    expect(unpinned(new URLSearchParams('k=1&b=2&r=3&was=none&refuse=1'))).toEqual([['refuse', '1']]))
})

describe('what has moved on', () => {
  it('is nothing where all is the same', () =>
    expect(movedOn(readPins(new URLSearchParams('k=k1&b=b1&r=7')), now, '2026-01-01')).toEqual([]))

  it('is named one by one', () =>
    expect(movedOn(readPins(new URLSearchParams('k=k0&b=b0&r=6')), now, '2026-01-01')).toEqual([
      'The kernel that works the race out is another: k0 then, k1 now.',
      'The beliefs that ship are others: b0 then, b1 now.',
      'The register has gone from entry 6 to 7; this page keeps to what was known on 2026-01-01.'
    ]))
})
