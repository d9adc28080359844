import { describe, expect, it } from 'vitest'
import { pooledShare, poolOf } from './pooled.ts'

const all = () => true

describe('pooled numbers', () => {
  it('count every draw of every case alike, and tell the cases apart', () => {
    const found = poolOf(
      [
        [1, 2, 3],
        [4, 5, Number.POSITIVE_INFINITY]
      ],
      all
    )
    expect(found?.spread).toMatchObject({ p05: 1, p50: 3, p95: 'Infinity' })
    expect(found?.acrossCases).toEqual({ low: 2, high: 5 })
    expect(found?.unknown).toBe(0)
  })

  it('leave out what is not known, and say how much that is', () => {
    expect(poolOf([[1, Number.NaN, 3, 3]], all)).toMatchObject({
      median: { value: 3 },
      acrossCases: null,
      unknown: 0.25
    })
    expect(poolOf([[1, Number.NaN]], draw => draw === 1)).toBeNull()
  })

  it('leave as much doubt as their draws do, however many cases there are', () => {
    const row = Array.from({ length: 101 }, (_, draw) => draw)
    expect(poolOf([row, row, row], all)?.median).toEqual(poolOf([row], all)?.median)
  })
})

describe('a pooled share', () => {
  it.each([
    { why: 'probabilities', rows: [[0.5, 1]], share: 0.75, undecided: 0, applies: 1 },
    { why: 'draws left open, as failed', rows: [[Number.NaN, 1]], share: 0.5, undecided: 0.5, applies: 1 },
    {
      why: 'not what does not apply',
      rows: [
        [null, 1],
        [0, null]
      ],
      share: 0.5,
      undecided: 0,
      applies: 0.5
    },
    { why: 'nothing', rows: [[null, null]], share: undefined, undecided: 0, applies: 0 }
  ])('counts $why', ({ rows, share, undecided, applies }) => {
    const found = pooledShare(rows, all)
    expect(found).toMatchObject({ undecided, applies })
    expect(found.share?.value).toBe(share)
  })
})
