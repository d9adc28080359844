/**
 * Who signs, and by which key? Names, ids and the text forms of keys: C2SP signed-note, secret ones as in Go's sumdb/note.
 *
 * The id hashes name, algorithm and public key, so that one key pair cannot be taken for another's nor, under one
 * algorithm, its signature for one under the other.
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, sameBytes, toBase64 } from './bytes.ts'
import { got, type Outcome, refused } from './outcome.ts'

/** A log signs by `ed25519`; a witness by `cosignature/v1`, Ed25519 with the time of signing. */
export type Algorithm = 'ed25519' | 'cosignature/v1'
const algorithmBytes = { ed25519: 0x01, 'cosignature/v1': 0x04 } as const satisfies Record<Algorithm, number>
const keyBytes = 32

/** A public key, trusted or not. */
export interface VerifierKey {
  readonly name: string
  /** The first 32 bits of a hash of name, algorithm and public key. */
  readonly id: number
  readonly algorithm: Algorithm
  /** 32 bytes. */
  readonly publicKey: Uint8Array
}

export interface SigningKey extends VerifierKey {
  /** 32 secret bytes. */
  readonly seed: Uint8Array
}

/** Not empty, without spaces, plus or control characters. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && [...name].every(c => c > ' ')
}

/** @throws RangeError for a name that no key can have or a seed that is not of 32 bytes. */
export function makeSigningKey(name: string, seed: Uint8Array, algorithm: Algorithm = 'ed25519'): SigningKey {
  if (!isKeyName(name))
    throw new RangeError(`A key's name is not empty and has no spaces, plus or control characters: ${name}`)
  if (seed.length !== keyBytes) throw new RangeError(`A key's seed has ${keyBytes} bytes, not ${seed.length}.`)
  const publicKey = ed25519.getPublicKey(seed)
  return { name, id: idOf(name, algorithm, publicKey), algorithm, publicKey, seed }
}

/** The public part, which can be shown to anyone. */
export function verifierKeyOf({ name, id, algorithm, publicKey }: VerifierKey): VerifierKey {
  return { name, id, algorithm, publicKey }
}

/** `name+1a2b3c4d+base64`. */
export function formatVerifierKey({ name, id, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${hexId(id)}+${encoded(algorithm, publicKey)}`
}

/** `PRIVATE+KEY+name+1a2b3c4d+base64`: whoever reads it can sign. */
export function formatSigningKey({ name, id, algorithm, seed }: SigningKey): string {
  return `PRIVATE+KEY+${name}+${hexId(id)}+${encoded(algorithm, seed)}`
}

export function parseVerifierKey(text: string): Outcome<VerifierKey> {
  if (text.startsWith('PRIVATE+KEY+')) return refused('this is a secret key where a public one is asked for')
  const parsed = parseKey(text)
  if (!parsed.ok) return parsed
  const { name, id, algorithm, key: publicKey } = parsed.value
  return id === hexId(idOf(name, algorithm, publicKey))
    ? got({ name, id: Number.parseInt(id, 16), algorithm, publicKey })
    : refused('the id in the key is not that of its name and public key')
}

/** Its refusals never repeat the text, which is secret. */
export function parseSigningKey(text: string): Outcome<SigningKey> {
  const prefix = 'PRIVATE+KEY+'
  if (!text.startsWith(prefix)) return refused(`a secret key begins with ${prefix}`)
  const parsed = parseKey(text.slice(prefix.length))
  if (!parsed.ok) return parsed
  const { name, id, algorithm, key: seed } = parsed.value
  const key = makeSigningKey(name, seed, algorithm)
  return id === hexId(key.id) ? got(key) : refused('the id in the key is not that of its name and public key')
}

export function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.name === b.name && a.algorithm === b.algorithm && sameBytes(a.publicKey, b.publicKey)
}

function parseKey(text: string): Outcome<{ name: string; id: string; algorithm: Algorithm; key: Uint8Array }> {
  const [, name, id, data] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? []
  if (name === undefined || id === undefined || data === undefined) {
    return refused('a key is a name, an id of eight hexadecimal digits and base64, joined by plus signs')
  }
  if (!isKeyName(name)) return refused("the key's name is empty or has a space or control character")
  const bytes = fromBase64(data)
  if (!bytes) return refused("the key's last part is not base64")
  const algorithm = (Object.keys(algorithmBytes) as Algorithm[]).find(name => algorithmBytes[name] === bytes[0])
  if (!algorithm) return refused(`the key's algorithm is neither Ed25519 (1) nor cosignature/v1 (4)`)
  if (bytes.length !== 1 + keyBytes) return refused(`the key has ${bytes.length - 1} bytes, not ${keyBytes}`)
  return got({ name, id, algorithm, key: bytes.subarray(1) })
}

function idOf(name: string, algorithm: Algorithm, publicKey: Uint8Array): number {
  const hash = sha256(concatBytes(utf8ToBytes(`${name}\n`), Uint8Array.of(algorithmBytes[algorithm]), publicKey))
  return new DataView(hash.buffer, hash.byteOffset).getUint32(0)
}

const hexId = (id: number) => id.toString(16).padStart(8, '0')
const encoded = (algorithm: Algorithm, key: Uint8Array) =>
  toBase64(concatBytes(Uint8Array.of(algorithmBytes[algorithm]), key))
