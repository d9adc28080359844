/**
 * The files of a log as an audit reads them: there, and of the length that their place asks for.
 *
 * A full tile or bundle may stand in for its partial one, which a log may drop once the full one is there.
 */
import { BrokenLog } from './audit-fault.ts'
import { entryLimitBytes, splitBundle } from './bundle.ts'
import { hashBytes } from './merkle.ts'
import { type Tile, tilePath, tileWidth } from './tiles.ts'

/** The bytes of a file of the log (`checkpoint`, `tile/0/000`, `tile/entries/000.p/7`), null when there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>

/** No file of a log is longer: a reader of a mirror it does not trust can stop here. */
export const fileLimitBytes = tileWidth * (2 + entryLimitBytes)

/** Hashes of a tile, 32 bytes each and exactly as many as it is wide, and the file that they are in. */
export interface HashTile {
  readonly path: string
  readonly hashes: Uint8Array
}

export interface Bundle {
  readonly path: string
  /** Those that could be read, at most as many as the tile is wide. */
  readonly entries: readonly Uint8Array[]
  /** What is wrong with the file as a whole, though the entries may be right. */
  readonly fault: string | null
}

export async function readHashTile(read: ReadFile, tile: Tile): Promise<HashTile> {
  const { path, bytes, width } = await readTile(read, tile)
  if (bytes.length !== width * hashBytes) {
    const detail = `The tile has ${bytes.length} bytes, not the ${width * hashBytes} of ${width} hashes.`
    throw new BrokenLog({ kind: 'malformed', path, detail })
  }
  return { path, hashes: bytes.subarray(0, tile.width * hashBytes) }
}

export async function readBundle(read: ReadFile, tile: Tile): Promise<Bundle> {
  const { path, bytes, width } = await readTile(read, tile)
  const { entries, fault } = splitBundle(bytes, width)
  return { path, entries: entries.slice(0, tile.width), fault }
}

/** The tile's own file or, where a partial one is gone, the full one's, with the width that the file should have. */
async function readTile(read: ReadFile, tile: Tile): Promise<{ path: string; bytes: Uint8Array; width: number }> {
  const full = { ...tile, width: tileWidth }
  for (const file of tile.width === tileWidth ? [tile] : [tile, full]) {
    const path = tilePath(file)
    const bytes = await read(path)
    if (bytes) return { path, bytes, width: file.width }
  }
  throw new BrokenLog({ kind: 'missing', path: tilePath(tile), detail: 'The file is not there.' })
}
