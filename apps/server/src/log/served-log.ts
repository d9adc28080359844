/**
 * The log as others read it: every file of it by its path, and every entry with its proof.
 *
 * The paths are those of C2SP tlog-tiles, so that any mirror can copy them; texts lie beside, since those may be erased.
 */
import { formatBundle, parseTilePath, type Tile, tileBytes, tileWidth } from '@frown/crypto/log'
import type { Stored } from '../platform/database.ts'
import { newestCheckpoint, readLeaves } from './leaves.ts'
import { type Log, leafBytes } from './log.ts'

/** What may be told of the texts of some entries, a line each; whoever records says what they are. */
export type ReadTexts = (from: number, to: number) => Promise<readonly string[]>

export interface ServedFile {
  readonly bytes: Uint8Array
  readonly contentType: 'text/plain; charset=utf-8' | 'application/octet-stream'
  /** Whether the file will never be another. */
  readonly isFinal: boolean
}

export interface ServedLog {
  readonly log: Log
  /** The newest checkpoint with what witnesses signed of it; null: nothing is recorded yet. */
  checkpoint(): Promise<{ readonly size: number; readonly note: string } | null>
  /** The file at a path such as `checkpoint`, `tile/0/000.p/7`, `texts/000`; null: there is none. */
  file(path: string): Promise<ServedFile | null>
}

const textsPrefix = 'texts/'

export function serveLog(db: Stored, log: Log, readTexts: ReadTexts): ServedLog {
  const checkpoint = async () => {
    const newest = await newestCheckpoint(db)
    if (newest === null) return null
    if (newest.size > log.tree.size) await log.follow()
    return { size: newest.size, note: newest.witnessed }
  }
  /** Whether the tree has all of `tile`. Another process may have appended what a checkpoint already told of. */
  const has = async (tile: Tile) => {
    const wanted = tile.index * tileWidth + tile.width
    if (countAt(tile.level, log.tree.size) >= wanted) return true
    await log.follow()
    return countAt(tile.level, log.tree.size) >= wanted
  }
  return {
    log,
    checkpoint,
    async file(path) {
      if (path === 'checkpoint') {
        const newest = await checkpoint()
        return newest && plain(newest.note)
      }
      const isTexts = path.startsWith(textsPrefix)
      const tile = parseTilePath(isTexts ? `tile/entries/${path.slice(textsPrefix.length)}` : path)
      if (tile === null || !(await has(tile))) return null
      const [from, to] = [tile.index * tileWidth, tile.index * tileWidth + tile.width]
      if (isTexts) return plain((await readTexts(from, to)).map(line => `${line}\n`).join(''))
      const bytes =
        tile.level === 'entries'
          ? formatBundle((await readLeaves(db, from, to)).map(({ leaf }) => leafBytes(leaf)))
          : tileBytes(log.tree, tile)
      return { bytes, contentType: 'application/octet-stream', isFinal: true }
    }
  }
}

const countAt = (level: Tile['level'], size: number): number =>
  level === 'entries' ? size : Math.floor(size / tileWidth ** level)

const plain = (text: string): ServedFile => ({
  bytes: leafBytes(text),
  contentType: 'text/plain; charset=utf-8',
  isFinal: false
})
