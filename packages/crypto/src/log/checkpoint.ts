/**
 * What a log says of itself at one moment: its name, how many entries it has and the root of their tree, signed.
 *
 * C2SP tlog-checkpoint, read strictly: of two texts that mean the same, one is refused.
 */
import { fromBase64, toBase64 } from './bytes.ts'
import type { SigningKey, VerifierKey } from './key.ts'
import { type Hash, hashBytes } from './merkle.ts'
import { formatNote, type OpenNote, openNote } from './note.ts'
import { got, type Outcome, refused } from './outcome.ts'
import { sign } from './signature.ts'

export interface Checkpoint {
  /** The log's name, the same in all its checkpoints. */
  readonly origin: string
  /** Number of entries. */
  readonly size: number
  readonly root: Hash
  /** Further lines; a log should have none, since no auditor can check them. */
  readonly extensions: readonly string[]
}

export interface OpenCheckpoint extends Checkpoint, OpenNote {}

/** The text that is signed. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`
  const parsed = parseCheckpoint(text)
  if (!parsed.ok) throw new RangeError(`No checkpoint: ${parsed.error}.`)
  return text
}

export function parseCheckpoint(text: string): Outcome<Checkpoint> {
  if (!text.endsWith('\n')) return refused('the checkpoint does not end with a newline')
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || size === undefined || root === undefined) {
    return refused('the checkpoint has fewer than the three lines origin, size and root')
  }
  if (origin === '') return refused('the checkpoint has no origin')
  if (!/^(0|[1-9][0-9]*)$/.test(size)) return refused("the checkpoint's size is not a number without leading zeros")
  if (!Number.isSafeInteger(Number(size))) return refused("the checkpoint's size is past 2^53")
  const hash = fromBase64(root)
  if (hash?.length !== hashBytes) return refused(`the checkpoint's root is not base64 of ${hashBytes} bytes`)
  if (extensions.includes('')) return refused('the checkpoint has an empty line')
  return got({ origin, size: Number(size), root: hash, extensions })
}

/** The signed checkpoint as it is served. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey): string {
  const text = formatCheckpoint(checkpoint)
  return formatNote({ text, signatures: [sign(text, key)] })
}

/** The checkpoint in a note that at least one of the known keys signed. */
export function openCheckpoint(note: Uint8Array | string, known: readonly VerifierKey[]): Outcome<OpenCheckpoint> {
  const opened = openNote(note, known)
  if (!opened.ok) return opened
  const parsed = parseCheckpoint(opened.value.text)
  return parsed.ok ? got({ ...parsed.value, ...opened.value }) : parsed
}
