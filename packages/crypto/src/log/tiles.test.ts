import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/tiles.json' with { type: 'json' }
import { numberedEntries, treeOf } from './log.fixture.ts'
import { parseTilePath, type Tile, tileBytes, tilePath, tilesOf, tileWidth } from './tiles.ts'

const level = (value: number | string): Tile['level'] => (value === 'entries' ? value : Number(value))
const tiles = vectors.paths.map(({ path, ...tile }) => ({ path, tile: { ...tile, level: level(tile.level) } }))

describe('paths of tiles', () => {
  it.each(tiles)('has $path both ways', ({ path, tile }) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  it.each([
    ...vectors.refused,
    'tile/0/x000/001',
    'tile/00/001',
    'tile/0/001.p/0',
    'tile/0/001.p/01',
    'tile/0/001.p/256',
    '/tile/0/001',
    'tile/0/001/',
    'tile/0/../001',
    'tile/data/001',
    'tile/0/x999/x999/x999/x999/x999/999',
    'checkpoint',
    'tile/0/٠٠١'
  ])('refuses %s', path => {
    expect(parseTilePath(path)).toBeNull()
  })

  it('reads back every path it writes', () => {
    const levels = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }))
    const indexes = fc.oneof(fc.nat(5000), fc.maxSafeNat())
    const tile = fc.record({ level: levels, index: indexes, width: fc.integer({ min: 1, max: 256 }) })
    fc.assert(
      fc.property(tile, tile => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile)
      })
    )
  })
})

describe('the tiles of a log', () => {
  it("of 70,000 entries are those of the specification's example", () => {
    const count = (wanted: (tile: Tile) => boolean) => [...tilesOf(70_000)].filter(wanted)
    for (const [at, full] of Object.entries(vectors.treeOf70000.full)) {
      expect(count(tile => tile.level === Number(at) && tile.width === tileWidth)).toHaveLength(full)
    }
    for (const [at, width] of Object.entries(vectors.treeOf70000.partial)) {
      expect(count(tile => tile.level === Number(at) && tile.width < tileWidth).map(tile => tile.width)).toEqual([
        width
      ])
    }
    expect(count(tile => tile.level === 'entries')).toHaveLength(274)
    expect(count(() => true)).toHaveLength(274 + 274 + 2 + 1)
  })

  it.each([
    { size: 0, paths: [] },
    { size: 1, paths: ['tile/entries/000.p/1', 'tile/0/000.p/1'] },
    { size: 256, paths: ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'] },
    {
      size: 257,
      paths: ['tile/entries/000', 'tile/entries/001.p/1', 'tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
    }
  ])('of $size entries are $paths.length files', ({ size, paths }) => {
    expect([...tilesOf(size)].map(tilePath)).toEqual(paths)
  })

  it('since an earlier size are those that the earlier log had not', () => {
    const sizes = fc.oneof(fc.nat(600), fc.nat(70_000))
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [since, size] = [Math.min(a, b), Math.max(a, b)]
        const had = new Set([...tilesOf(since)].map(tilePath))
        const wanted = [...tilesOf(size)].map(tilePath).filter(path => !had.has(path))
        expect([...tilesOf(size, since)].map(tilePath)).toEqual(wanted)
      }),
      { numRuns: 50 }
    )
  })

  it('hold the hashes of the subtrees under them', () => {
    const tree = treeOf(numberedEntries(600))
    expect(tileBytes(tree, { level: 1, index: 0, width: 2 })).toEqual(tree.hashes(8, 0, 2))
    expect(tileBytes(tree, { level: 0, index: 2, width: 88 })).toEqual(tree.hashes(0, 512, 600))
    expect(() => tileBytes(tree, { level: 'entries', index: 0, width: 1 })).toThrow('not the entries')
  })
})
