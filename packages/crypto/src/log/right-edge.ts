/**
 * What root has a tree that only grows at its right edge?
 *
 * It keeps the roots of the complete subtrees from left to right, at most one per level, and nothing else: enough to
 * append and to fold the root, in memory that grows with the logarithm of the size.
 */
import { emptyRoot, type Hash, nodeHash } from './merkle.ts'

interface Subtree {
  /** It has 2^level leaves. */
  readonly level: number
  readonly root: Hash
}

export class RightEdge {
  readonly #subtrees: Subtree[]

  constructor(subtrees: readonly Subtree[] = []) {
    this.#subtrees = [...subtrees]
  }

  /** Appends a complete subtree of 2^level leaves; the leaves so far must be a multiple of as many. */
  append(hash: Hash, level = 0): void {
    let subtree = { level, root: hash }
    for (let last = this.#subtrees.at(-1); last && last.level <= subtree.level; last = this.#subtrees.at(-1)) {
      if (last.level < subtree.level)
        throw new RangeError('A subtree is appended only after whole subtrees of its size.')
      subtree = { level: subtree.level + 1, root: nodeHash(last.root, subtree.root) }
      this.#subtrees.pop()
    }
    this.#subtrees.push(subtree)
  }

  root(): Hash {
    const last = this.#subtrees.at(-1)
    if (!last) return emptyRoot()
    return this.#subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(left.root, right), last.root)
  }
}
