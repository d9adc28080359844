/**
 * A text with the signatures of those who stand for it: C2SP signed-note.
 *
 * Signatures of unknown keys are passed over, so that a log can change its key and witnesses can add themselves; a wrong
 * one under a known key spoils the whole note.
 */
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, fromUtf8, toBase64 } from './bytes.ts'
import { isKeyName, sameKey, type VerifierKey } from './key.ts'
import { got, type Outcome, refused } from './outcome.ts'
import { cosignedAtSeconds, type Signature, verifySignature } from './signature.ts'

export interface Note {
  /** Ends with a newline. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

/** A signature that was verified, and the key it was verified with. */
export interface Signer {
  readonly key: VerifierKey
  /** When a witness says that it cosigned, in seconds since 1970; null for a log's signature. */
  readonly atSeconds: number | null
}

export interface OpenNote extends Note {
  /** One for each known key, in the order of the note; never empty. */
  readonly signedBy: readonly Signer[]
}

const noteLimitBytes = 1_000_000
const signatureLimit = 100
const dash = '— '

/** The note as it is served; with a signature twice, once. */
export function formatNote({ text, signatures }: Note): string {
  const lines = new Set(signatures.map(signatureLine))
  if (!isText(text)) throw new RangeError('The text of a note ends with a newline and has no other control characters.')
  if (lines.size === 0) throw new RangeError('A note has at least one signature.')
  return `${text}\n${[...lines].join('')}`
}

export function parseNote(note: Uint8Array | string): Outcome<Note> {
  const bytes = typeof note === 'string' ? utf8ToBytes(note) : note
  if (bytes.length > noteLimitBytes) return refused(`the note has more than ${noteLimitBytes} bytes`)
  const whole = fromUtf8(bytes)
  if (whole === null) return refused('the note is not UTF-8')
  const split = whole.lastIndexOf('\n\n')
  if (split < 0) return refused('the note has no blank line before signatures')
  const text = whole.slice(0, split + 1)
  const rest = whole.slice(split + 2)
  if (!isText(text)) return refused('the note has a control character')
  if (!rest.endsWith('\n')) return refused('the note does not end with a signature and a newline')
  const lines = rest.slice(0, -1).split('\n')
  if (lines.length > signatureLimit) return refused(`the note has more than ${signatureLimit} signatures`)
  const signatures: Signature[] = []
  for (const line of lines) {
    const signature = parseSignature(line)
    if (!signature)
      return refused(`line ${text.split('\n').length + lines.indexOf(line) + 1} of the note is no signature`)
    signatures.push(signature)
  }
  return got({ text, signatures })
}

/** The note, if at least one of the known keys signed it and no signature under a known key is wrong. */
export function openNote(note: Uint8Array | string, known: readonly VerifierKey[]): Outcome<OpenNote> {
  const parsed = parseNote(note)
  if (!parsed.ok) return parsed
  const { text, signatures } = parsed.value
  const signers = new Map<VerifierKey, Signer>()
  for (const signature of signatures) {
    const [key, other] = known.filter(({ name, id }) => name === signature.name && id === signature.id)
    if (!key) continue
    if (other && !sameKey(key, other)) return refused(`two known keys have the name ${key.name} and the same id`)
    if (!verifySignature(text, signature, key)) return refused(`the signature of ${key.name} is wrong`)
    const atSeconds = key.algorithm === 'cosignature/v1' ? cosignedAtSeconds(signature) : null
    const earlier = signers.get(key)?.atSeconds ?? null
    signers.set(key, { key, atSeconds: earlier !== null && earlier > (atSeconds ?? 0) ? earlier : atSeconds })
  }
  if (signers.size === 0) return refused('none of the known keys signed the note')
  return got({ text, signatures, signedBy: [...signers.values()] })
}

function signatureLine({ name, id, bytes }: Signature): string {
  if (!isKeyName(name)) throw new RangeError(`No key has the name ${name}.`)
  const idBytes = new Uint8Array(4)
  new DataView(idBytes.buffer).setUint32(0, id)
  return `${dash}${name} ${toBase64(concatBytes(idBytes, bytes))}\n`
}

function parseSignature(line: string): Signature | null {
  if (!line.startsWith(dash)) return null
  const [name, encoded, surplus] = line.slice(dash.length).split(' ')
  if (!name || !encoded || surplus !== undefined || !isKeyName(name)) return null
  const bytes = fromBase64(encoded)
  if (!bytes || bytes.length < 5) return null
  return { name, id: new DataView(bytes.buffer, bytes.byteOffset).getUint32(0), bytes: bytes.subarray(4) }
}

const isText = (text: string) =>
  text.endsWith('\n') && text.isWellFormed() && ![...text].some(character => character < ' ' && character !== '\n')
