import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type AuditOptions, auditLog } from './audit.ts'
import type { AuditFault } from './audit-fault.ts'
import { formatBundle } from './bundle.ts'
import { signCheckpoint } from './checkpoint.ts'
import { makeSigningKey, verifierKeyOf } from './key.ts'
import type { ReadFile } from './log-files.ts'
import { leafHash } from './merkle.ts'
import { MerkleTree } from './merkle-tree.ts'
import { type Tile, tileBytes, tilePath, tilesOf, tileWidth } from './tiles.ts'

export const origin = 'log.example/register'
export const logKey = makeSigningKey(origin, new Uint8Array(32).fill(1))
export const trusted = [verifierKeyOf(logKey)]

/** Different entries of `bytes` bytes each, numbered from `first`. */
export function numberedEntries(count: number, bytes = 8, first = 0): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => utf8ToBytes(String(first + i).padStart(bytes, '.')))
}

export function treeOf(entries: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree()
  for (const entry of entries) tree.append(leafHash(entry))
  return tree
}

/** All files of a log of the first `size` entries, as an operator with `key` serves them. */
export function filesOf(
  entries: readonly Uint8Array[],
  { key = logKey, size = entries.length, tree = treeOf(entries) } = {}
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const tile of tilesOf(size)) files.set(tilePath(tile), fileOf(tile, entries, tree))
  return files.set('checkpoint', utf8ToBytes(checkpointOf(tree, { key, size })))
}

export function fileOf(tile: Tile, entries: readonly Uint8Array[], tree: MerkleTree): Uint8Array {
  const from = tile.index * tileWidth
  return tile.level === 'entries' ? formatBundle(entries.slice(from, from + tile.width)) : tileBytes(tree, tile)
}

export function checkpointOf(tree: MerkleTree, { key = logKey, size = tree.size, origin = '' } = {}): string {
  return signCheckpoint({ origin: origin || key.name, size, root: tree.root(size), extensions: [] }, key)
}

export const readerOf =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile =>
  async path =>
    files.get(path) ?? null

export const audit = (files: ReadonlyMap<string, Uint8Array>, options: Partial<AuditOptions> = {}) =>
  auditLog({ read: readerOf(files), keys: trusted, ...options })

/** The fault of the log, or that there is none. */
export async function faultOf(
  files: ReadonlyMap<string, Uint8Array>,
  options: Partial<AuditOptions> = {}
): Promise<AuditFault | 'none'> {
  const result = await audit(files, options)
  return result.ok ? 'none' : result.error
}

export function flip(bytes: Uint8Array, at: number, by: number): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ by : byte))
}
