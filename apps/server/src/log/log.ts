/**
 * The transparency log of this register: grows in the transaction of what it records, and is signed there.
 *
 * All hashes are kept in memory (64 bytes a leaf) and follow the store; leaves are read when they are asked for.
 * The newest checkpoint is remembered outside of the database, so that an older state of it cannot pass for the present.
 */
import type { FrownError } from '@frown/core/shared'
import {
  type Checkpoint,
  formatCheckpoint,
  formatNote,
  type Hash,
  leafHash,
  MerkleTree,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  type SigningKey,
  sign
} from '@frown/crypto/log'
import type { Stored } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CheckpointFile } from './checkpoint-file.ts'
import { countLeaves, insertLeaves, leavesFrom, type NewLeaf, newestCheckpoint } from './leaves.ts'

export interface Log {
  /** Its name, the first line of every checkpoint. */
  readonly name: string
  /** The keys that sign it here, the newest first; empty: this process may only read. */
  readonly keys: readonly SigningKey[]
  /** All hashes, as far as they were read. */
  readonly tree: MerkleTree
  /**
   * Appends and signs within `transaction`, once in each, under the lock of all appends; the first time after `verify`.
   * Refusals: log/no-key, log/rolled-back, log/broken.
   */
  append(transaction: Stored, leaves: readonly NewLeaf[]): Promise<void>
  /** Reads what was committed since, and remembers its checkpoint. Refusals: log/rolled-back, log/broken. */
  follow(): Promise<void>
  /** Follows after an append. What was committed stands whether or not it can be remembered, so a fault is only reported. */
  settle(): Promise<void>
  /** Holds the store against its checkpoint and against what is remembered. Refusals: log/rolled-back, log/broken. */
  verify(): Promise<void>
}

const encoder = new TextEncoder()
export const leafBytes = (leaf: string): Uint8Array => encoder.encode(leaf)

export interface LogOptions {
  readonly name: string
  readonly keys: readonly SigningKey[]
  /** null: nothing is remembered. */
  readonly remembered: CheckpointFile | null
  readonly report?: (error: unknown) => void
}

export function openLog(db: Stored, { name, keys, remembered, report }: LogOptions): Log {
  const tree = new MerkleTree()
  let verified = false

  /** Rows may come twice, by a reading that began before another one ended. */
  const readOn = async (from: Stored) => {
    for await (const rows of leavesFrom(from, tree.size))
      for (const { index, leaf } of rows) {
        if (index > tree.size) throw new Refusal(broken(tree.size, 'is not there'))
        if (index === tree.size) tree.append(leafHash(leafBytes(leaf)))
      }
  }
  const refuseShrunk = async (from: Stored) => {
    const leaves = await countLeaves(from)
    if (leaves < tree.size) throw new Refusal(rolledBack(leaves, tree.size))
  }
  /** The newest checkpoint, held against the tree; null: nothing was signed yet. */
  const newest = async (from: Stored): Promise<{ note: string; checkpoint: Checkpoint } | null> => {
    const held = await newestCheckpoint(from)
    if (held === null) return null
    const checkpoint = checkpointOf(held.note, name, keys)
    if (checkpoint?.size !== held.size)
      throw new Refusal(broken(held.size, 'is the size of a checkpoint that no key of this log signed'))
    return { note: held.note, checkpoint }
  }

  const remember = (note: string, size: number) => {
    if (remembered === null) return
    const before = remembered.read()
    if ((before === null ? -1 : sizeOf(before)) < size) remembered.write(note)
  }

  const follow = async () => {
    await refuseShrunk(db)
    await readOn(db)
    const held = await newest(db)
    if (held) remember(held.note, held.checkpoint.size)
  }

  const verify = async (from: Stored) => {
    await readOn(from)
    const held = await newest(from)
    const size = held?.checkpoint.size ?? 0
    const before = remembered?.read() ?? null
    const seen = before === null ? null : checkpointOf(before, name, keys)
    if (before !== null && seen === null) throw new Refusal(unreadMemory)
    if (seen && seen.size > tree.size) throw new Refusal(rolledBack(tree.size, seen.size))
    if (size !== tree.size) throw new Refusal(broken(Math.min(size, tree.size), 'is not covered by a checkpoint'))
    if (held && !sameHash(held.checkpoint.root, tree.root())) throw new Refusal(rewritten('the newest checkpoint'))
    if (seen && !sameHash(seen.root, tree.root(seen.size)))
      throw new Refusal(rewritten(`the checkpoint of ${seen.size} entries that this directory remembers`))
    if (held) remember(held.note, size)
    verified = true
  }

  return {
    name,
    keys,
    tree,
    async append(transaction, leaves) {
      if (keys.length === 0) throw new Refusal(noKey(name))
      if (verified) {
        await refuseShrunk(transaction)
        await readOn(transaction)
      } else await verify(transaction)
      const root = tree.rootWith(leaves.map(({ leaf }) => leafHash(leafBytes(leaf))))
      const size = tree.size + leaves.length
      await insertLeaves(transaction, tree.size, leaves)
      const text = formatCheckpoint({ origin: name, size, root, extensions: [] })
      const note = formatNote({ text, signatures: keys.map(key => sign(text, key)) })
      await transaction.insertInto('log_checkpoint').values({ size, note }).execute()
    },
    follow,
    async settle() {
      try {
        await follow()
      } catch (error) {
        report?.(error)
      }
    },
    verify: () => verify(db)
  }
}

const sameHash = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0

/** What `note` says of the log `name` if one of `keys` signed it; without any key, what it says. */
function checkpointOf(note: string, name: string, keys: readonly SigningKey[]): Checkpoint | null {
  if (keys.length === 0) return read(note)
  const opened = openCheckpoint(note, keys)
  return opened.ok && opened.value.origin === name ? opened.value : null
}

function read(note: string): Checkpoint | null {
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return checkpoint.ok ? checkpoint.value : null
}

const sizeOf = (note: string): number => read(note)?.size ?? -1

const noKey = (name: string): FrownError => ({
  code: 'log/no-key',
  detail: `The key that signs the log ${name} is not here, so nothing can be recorded.`,
  place: 'FROWN_DIR/log/key',
  remedy: 'Put the key file there from your copy of it. Nothing was changed.'
})

const rolledBack = (leaves: number, seen: number): FrownError => ({
  code: 'log/rolled-back',
  detail: `The store holds ${leaves} entries of the log, but ${seen} have been signed and shown: it is an older state.`,
  place: 'FROWN_DIR/log/checkpoint',
  remedy: 'Bring back the newest state of the store. If it is lost, docs/operating.md says how to begin another log.'
})

const rewritten = (what: string): FrownError => ({
  code: 'log/rolled-back',
  detail: `The entries in the store are not those of ${what}: history was changed.`,
  place: 'FROWN_DIR/log/checkpoint',
  remedy: 'Bring back the state of the store that was signed; frown audit names the first broken entry of a copy.'
})

const unreadMemory: FrownError = {
  code: 'log/broken',
  detail: 'The checkpoint that this directory remembers was not signed with the key of this log.',
  place: 'FROWN_DIR/log/checkpoint',
  remedy: 'Put back the key, or the file, that belongs to this store.'
}

const broken = (entry: number, what: string): FrownError => ({
  code: 'log/broken',
  detail: `Entry ${entry} of the log ${what}.`,
  place: `entry ${entry}`,
  remedy: 'Bring back a copy of the store that is whole.'
})
