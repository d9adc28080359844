/**
 * The signatures that a note can carry: a log's (Ed25519 of the text) and a witness's (C2SP tlog-cosignature, version 1:
 * Ed25519 of a fixed first line, the time of signing and the text).
 */
import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { SigningKey, VerifierKey } from './key.ts'

export interface Signature {
  readonly name: string
  readonly id: number
  /** Without the id: 64 bytes of Ed25519, or 8 of the time and 64. */
  readonly bytes: Uint8Array
}

const ed25519Bytes = 64
const timeBytes = 8

/** A log's signature of a note's text, its last newline included. */
export function sign(text: string, key: SigningKey): Signature {
  if (key.algorithm !== 'ed25519') throw new RangeError(`The key of ${key.name} cosigns and does not sign.`)
  return { name: key.name, id: key.id, bytes: ed25519.sign(utf8ToBytes(text), key.seed) }
}

/** A witness's cosignature of a checkpoint's text; `atSeconds` counts since 1970, in whole seconds. */
export function cosign(text: string, key: SigningKey, atSeconds: number): Signature {
  if (key.algorithm !== 'cosignature/v1') throw new RangeError(`The key of ${key.name} signs and does not cosign.`)
  if (!Number.isSafeInteger(atSeconds) || atSeconds < 0) throw new RangeError(`No whole count of seconds: ${atSeconds}`)
  const time = new Uint8Array(timeBytes)
  new DataView(time.buffer).setBigUint64(0, BigInt(atSeconds))
  const bytes = concatBytes(time, ed25519.sign(cosigned(text, atSeconds), key.seed))
  return { name: key.name, id: key.id, bytes }
}

/** Whether `key` made the signature; name and id are not looked at. */
export function verifySignature(text: string, { bytes }: Signature, key: VerifierKey): boolean {
  if (key.algorithm === 'ed25519') return verifies(bytes, utf8ToBytes(text), key)
  const seconds = cosignedAtSeconds({ bytes })
  return seconds !== null && verifies(bytes.subarray(timeBytes), cosigned(text, seconds), key)
}

/** When a cosignature says that it was made, in seconds since 1970; null if it is none or past all reason. */
export function cosignedAtSeconds({ bytes }: Pick<Signature, 'bytes'>): number | null {
  if (bytes.length !== timeBytes + ed25519Bytes) return null
  const seconds = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  return seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : null
}

function verifies(signature: Uint8Array, message: Uint8Array, key: VerifierKey): boolean {
  // Strict RFC 8032: by default the library also takes encodings that other verifiers refuse.
  return signature.length === ed25519Bytes && ed25519.verify(signature, message, key.publicKey, { zip215: false })
}

const cosigned = (text: string, seconds: number) => utf8ToBytes(`cosignature/v1\ntime ${seconds}\n${text}`)
