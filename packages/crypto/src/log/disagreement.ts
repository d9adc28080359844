/**
 * Who is to blame when the tiles at the tree's right edge do not fold to the signed root? Asked of the entries, from which
 * all tiles and the root are made anew.
 *
 * Entries that lead to the root are right, and the first tile that differs from them is broken; where neither does, the
 * first place at which they differ is named.
 */
import type { AuditFault } from './audit-fault.ts'
import { sameBytes } from './bytes.ts'
import { wrongEntry } from './entry-check.ts'
import { type ReadFile, readBundle, readHashTile } from './log-files.ts'
import { type Hash, leafHash } from './merkle.ts'
import { listOf, rootOf } from './proven-hashes.ts'
import { RightEdge } from './right-edge.ts'
import { hashesAt, tilesAt, tileWidth } from './tiles.ts'

export async function faultOfDisagreement(read: ReadFile, size: number, root: Hash): Promise<AuditFault> {
  const edge = new RightEdge()
  let differing: { tile: AuditFault; entry?: AuditFault } | null = null
  let made: Hash[] = []
  for (const tile of tilesAt('entries', size)) {
    const [bundle, hashes] = await Promise.all([readBundle(read, tile), readHashTile(read, { ...tile, level: 0 })])
    const wrong = wrongEntry(bundle, listOf(hashes.hashes), tile.index * tileWidth)
    if (wrong?.kind === 'malformed') return wrong
    const leaves = bundle.entries.map(leafHash)
    for (const leaf of leaves) edge.append(leaf)
    if (wrong) differing ??= { tile: tileFault(hashes.path), entry: wrong }
    if (tile.width === tileWidth) made.push(rootOf(leaves))
  }
  for (let level = 1; hashesAt(level, size) > 0; level++) {
    const next: Hash[] = []
    for (const tile of tilesAt(level, size)) {
      const { path, hashes } = await readHashTile(read, tile)
      const wanted = made.slice(tile.index * tileWidth, tile.index * tileWidth + tile.width)
      if (!listOf(hashes).every((hash, i) => sameBytes(hash, wanted[i] as Hash)))
        differing ??= { tile: tileFault(path) }
      if (tile.width === tileWidth) next.push(rootOf(wanted))
    }
    made = next
  }
  if (differing && sameBytes(edge.root(), root)) return differing.tile
  if (differing?.entry) {
    return { ...differing.entry, detail: `${differing.entry.detail} Neither leads to the signed root.` }
  }
  if (differing) return differing.tile
  const detail = 'Entries and tiles agree with each other, and their root is not the one that is signed.'
  return { kind: 'root', path: 'checkpoint', detail }
}

const tileFault = (path: string): AuditFault => ({
  kind: 'tile',
  path,
  detail: 'The tile does not hold the hashes that the entries below it have.'
})
