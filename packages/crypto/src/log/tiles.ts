/**
 * Into which files is a log of some size cut, and how are they called? C2SP tlog-tiles.
 *
 * A tile holds up to 256 hashes, those of complete subtrees of 256^level leaves; an entry bundle holds the entries
 * under a tile of level 0. Full ones never change, so any file server and any cache can hold them.
 */
import type { MerkleTree } from './merkle-tree.ts'

/** Hashes in a full tile, and entries in a full bundle. */
export const tileWidth = 256
const tileHeight = 8

export interface Tile {
  /** 0–63 for hashes; `entries` for the bundle of the entries themselves. */
  readonly level: number | 'entries'
  readonly index: number
  /** 1–256; below 256 the tile is partial. */
  readonly width: number
}

/** `tile/0/x001/x234/067`, `tile/entries/000.p/12`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups = [String(index % 1000).padStart(3, '0')]
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`)
  }
  return `tile/${level}/${groups.join('/')}${width < tileWidth ? `.p/${width}` : ''}`
}

/** The tile of exactly the path that `tilePath` writes; null for any other path. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path)
  if (!match) return null
  const [, level = '', groups = '', width] = match
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width)
  }
  if (tile.level !== 'entries' && tile.level > 63) return null
  if (!Number.isSafeInteger(tile.index) || tile.width < 1) return null
  return tilePath(tile) === path ? tile : null
}

/** Where a log may keep, beside a bundle, what its entries hash; not part of tlog-tiles. */
export const textsPath = (bundle: Tile): string =>
  tilePath({ ...bundle, level: 'entries' }).replace(/^tile\/entries/, 'texts')

/** How many complete subtrees of 256^level leaves a tree of `size` has. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level)
}

/** The files of a log of `size`, its checkpoint aside; with `since`, only those that one of that size has not. */
export function* tilesOf(size: number, since = 0): Generator<Tile> {
  yield* tilesAt('entries', size, since)
  for (let level = 0; hashesAt(level, size) > 0; level++) yield* tilesAt(level, size, since)
}

export function* tilesAt(level: Tile['level'], size: number, since = 0): Generator<Tile> {
  const height = level === 'entries' ? 0 : level
  const count = hashesAt(height, size)
  const before = hashesAt(height, since)
  if (count === before) return
  for (let index = Math.floor(before / tileWidth); index * tileWidth < count; index++) {
    yield { level, index, width: Math.min(tileWidth, count - index * tileWidth) }
  }
}

/** What a tile of hashes holds, cut from the tree: 32 bytes a hash. */
export function tileBytes(tree: MerkleTree, { level, index, width }: Tile): Uint8Array {
  if (level === 'entries') throw new RangeError('The tree has the hashes of entries, not the entries.')
  return tree.hashes(tileHeight * level, index * tileWidth, index * tileWidth + width)
}
