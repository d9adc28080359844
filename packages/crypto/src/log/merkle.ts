/**
 * The two hashes of which a log's tree is made: RFC 6962 section 2.1 with SHA-256.
 *
 * A leaf is hashed after a 0 and a node after a 1, so that neither can be passed off as the other.
 */
import { sha256 } from '@noble/hashes/sha2.js'

/** 32 bytes. */
export type Hash = Uint8Array

export const hashBytes = 32

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)

export function leafHash(data: Uint8Array): Hash {
  return sha256.create().update(leafPrefix).update(data).digest()
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256.create().update(nodePrefix).update(left).update(right).digest()
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array())
}
