/**
 * Does a proof prove it? Checked without the tree: from two roots or a leaf, sizes and the hashes of the proof.
 *
 * Algorithms of RFC 9162 sections 2.1.3.2 and 2.1.4.2, whose proofs are those of RFC 6962. Division in place of
 * shifts, since sizes may pass 2^32.
 */
import { sameBytes } from './bytes.ts'
import { emptyRoot, type Hash, hashBytes, nodeHash } from './merkle.ts'

/** That the leaf with hash `leaf` is the one at `index` of the tree of `size` leaves with `root`. */
export function verifyInclusion(index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const other of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(other, hash)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, other)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(hash, root)
}

/** That the tree of size `to` with `toRoot` begins with the tree of size `from` with `fromRoot`. */
export function verifyConsistency(
  from: number,
  to: number,
  fromRoot: Hash,
  toRoot: Hash,
  proof: readonly Hash[]
): boolean {
  if (!isSize(from) || !isSize(to) || from > to) return false
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot)
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, emptyRoot())
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof
  if (!first) return false
  let at = from - 1
  let last = to - 1
  while (at % 2 === 1) {
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  let fromHash = first
  let toHash = first
  for (const other of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      fromHash = nodeHash(other, fromHash)
      toHash = nodeHash(other, toHash)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = Math.floor(last / 2)
      }
    } else {
      toHash = nodeHash(toHash, other)
    }
    at = Math.floor(at / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && sameBytes(fromHash, fromRoot) && sameBytes(toHash, toRoot)
}

const isHash = (hash: Uint8Array) => hash.length === hashBytes
const isSize = (size: number) => Number.isSafeInteger(size) && size >= 0
const isPowerOfTwo = (n: number) => 2 ** Math.round(Math.log2(n)) === n
