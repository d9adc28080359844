/**
 * A log's tree in memory: roots of any earlier size, proofs, and the hashes that its tiles are cut from.
 *
 * It keeps the root of every complete subtree, by level, 64 bytes a leaf in all; nothing that is kept ever changes, so
 * any earlier size can be asked for. Recursions as in RFC 6962 section 2.1.
 */
import { HashList } from './hash-list.ts'
import { emptyRoot, type Hash, hashBytes, nodeHash } from './merkle.ts'
import { RightEdge } from './right-edge.ts'

export class MerkleTree {
  readonly #levels: HashList[] = [new HashList()]

  get size(): number {
    return this.#level(0).count
  }

  append(leaf: Hash): void {
    if (leaf.length !== hashBytes) throw new RangeError(`A leaf's hash has ${hashBytes} bytes, not ${leaf.length}.`)
    let hash = leaf
    for (let level = 0; ; level++) {
      const hashes = this.#level(level)
      hashes.push(hash)
      if (hashes.count % 2 === 1) return
      hash = nodeHash(hashes.at(hashes.count - 2), hash)
    }
  }

  /** Root of the first `size` leaves; all when not given. The empty tree's is SHA-256 of nothing. */
  root(size = this.size): Hash {
    this.#demand(size)
    return size === 0 ? emptyRoot() : this.#rootOf(0, size)
  }

  /** The root that the tree would have with `leaves` appended; changes nothing. */
  rootWith(leaves: readonly Hash[]): Hash {
    const edge = new RightEdge(this.#subtrees())
    for (const leaf of leaves) edge.append(leaf)
    return edge.root()
  }

  /** The audit path of the leaf at `index` in the tree of `size`: hashes from the leaf's sibling up to the root's child. */
  inclusionProof(index: number, size = this.size): Hash[] {
    this.#demand(size)
    if (!(Number.isInteger(index) && index >= 0 && index < size)) {
      throw new RangeError(`A tree of ${size} leaves has none at ${index}.`)
    }
    return this.#path(index, 0, size)
  }

  /** Proves that the tree of size `to` begins with the tree of size `from`; empty for equal sizes and for `from` 0. */
  consistencyProof(from: number, to = this.size): Hash[] {
    this.#demand(to)
    if (!(Number.isInteger(from) && from >= 0 && from <= to)) {
      throw new RangeError(`A tree of ${to} leaves does not begin with one of ${from}.`)
    }
    return from === 0 ? [] : this.#subproof(from, 0, to, true)
  }

  /** The roots [from, to) of the complete subtrees of 2^level leaves, concatenated: 32 bytes each. */
  hashes(level: number, from: number, to: number): Uint8Array {
    return this.#level(level).slice(from, to)
  }

  #level(level: number): HashList {
    let hashes = this.#levels[level]
    if (!hashes) {
      hashes = new HashList()
      if (level === this.#levels.length) this.#levels.push(hashes)
    }
    return hashes
  }

  #demand(size: number): void {
    if (!(Number.isInteger(size) && size >= 0 && size <= this.size)) {
      throw new RangeError(`The tree has ${this.size} leaves and was never of size ${size} so far.`)
    }
  }

  /** MTH(D[from:to]); `from` is a multiple of the least power of two ≥ to − from, as in every recursion here. */
  #rootOf(from: number, to: number): Hash {
    const leaves = to - from
    const level = Math.floor(Math.log2(leaves))
    if (2 ** level === leaves) return this.#level(level).at(from / leaves)
    const middle = from + largestPowerBelow(leaves)
    return nodeHash(this.#rootOf(from, middle), this.#rootOf(middle, to))
  }

  #path(index: number, from: number, to: number): Hash[] {
    if (to - from === 1) return []
    const middle = from + largestPowerBelow(to - from)
    return index < middle
      ? [...this.#path(index, from, middle), this.#rootOf(middle, to)]
      : [...this.#path(index, middle, to), this.#rootOf(from, middle)]
  }

  #subproof(size: number, from: number, to: number, known: boolean): Hash[] {
    if (size === to) return known ? [] : [this.#rootOf(from, to)]
    const middle = from + largestPowerBelow(to - from)
    return size <= middle
      ? [...this.#subproof(size, from, middle, known), this.#rootOf(middle, to)]
      : [...this.#subproof(size, middle, to, false), this.#rootOf(from, middle)]
  }

  #subtrees() {
    return this.#levels
      .map((hashes, level) => ({ level, count: hashes.count }))
      .filter(({ count }) => count % 2 === 1)
      .map(({ level, count }) => ({ level, root: this.#level(level).at(count - 1) }))
      .reverse()
  }
}

/** The largest power of two smaller than n, for n ≥ 2. */
function largestPowerBelow(n: number): number {
  let power = 1
  while (2 * power < n) power *= 2
  return power
}
