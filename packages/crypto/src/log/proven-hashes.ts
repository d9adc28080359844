/**
 * Which hashes does the signed root vouch for? Found from the top: the right edge of the tree folds to the root, and each
 * full tile to its hash in the tile above.
 *
 * What is proven this way shows of every entry and every tile below whether it is itself to blame.
 */
import { BrokenLog } from './audit-fault.ts'
import { sameBytes } from './bytes.ts'
import { type HashTile, type ReadFile, readHashTile } from './log-files.ts'
import { type Hash, hashBytes } from './merkle.ts'
import { RightEdge } from './right-edge.ts'
import { hashesAt, tilesAt, tileWidth } from './tiles.ts'

export interface ProvenHashes {
  /** Roots of all full tiles of level 0, in order. */
  readonly bundleRoots: readonly Hash[]
  /** Hashes of the entries after the last full tile. */
  readonly lastLeaves: readonly Hash[]
}

/** The proven hashes; null when the files at the tree's right edge do not fold to the root. */
export async function proveHashes(read: ReadFile, size: number, root: Hash): Promise<ProvenHashes | null> {
  const edges = await readEdges(read, size)
  const edge = new RightEdge()
  for (const { level, hashes } of edges) for (const hash of hashes) edge.append(hash, level * 8)
  if (!sameBytes(edge.root(), root)) return null
  let above: readonly Hash[] = []
  for (const { level, hashes } of edges) {
    if (level === 0) return { bundleRoots: above, lastLeaves: hashes }
    const proven: Hash[] = []
    for (const tile of tilesAt(level, size)) {
      if (tile.width < tileWidth) continue
      const file = await readHashTile(read, tile)
      proven.push(...demandRoot(file, above[tile.index]))
    }
    above = [...proven, ...hashes]
  }
  return { bundleRoots: [], lastLeaves: [] }
}

/** The hashes of a full tile, if they fold to `root`. */
export function demandRoot({ path, hashes }: HashTile, root: Hash | undefined): Hash[] {
  const list = listOf(hashes)
  if (root && sameBytes(rootOf(list), root)) return list
  const detail = 'The tile does not fold to its hash in the tile above, which the signed root vouches for.'
  throw new BrokenLog({ kind: 'tile', path, detail })
}

export function listOf(hashes: Uint8Array): Hash[] {
  return Array.from({ length: hashes.length / hashBytes }, (_, i) =>
    hashes.subarray(i * hashBytes, (i + 1) * hashBytes)
  )
}

export function rootOf(hashes: readonly Hash[]): Hash {
  const edge = new RightEdge()
  for (const hash of hashes) edge.append(hash)
  return edge.root()
}

/** The partial tiles of each level from the highest to 0, without hashes where a level ends with a full tile. */
async function readEdges(read: ReadFile, size: number): Promise<{ level: number; hashes: Hash[] }[]> {
  const edges: { level: number; hashes: Hash[] }[] = []
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const width = hashesAt(level, size) % tileWidth
    const index = Math.floor(hashesAt(level, size) / tileWidth)
    const hashes = width === 0 ? [] : listOf((await readHashTile(read, { level, index, width })).hashes)
    edges.unshift({ level, hashes })
  }
  return edges
}
