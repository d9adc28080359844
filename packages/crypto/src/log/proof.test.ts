import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedEntries, treeOf } from './log.fixture.ts'
import { emptyRoot, type Hash, leafHash } from './merkle.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'

const entries = numberedEntries(70)
const tree = treeOf(entries)
const sizes = fc.integer({ min: 1, max: tree.size })
const garbage: Hash[] = [new Uint8Array(), new Uint8Array(31), new Uint8Array(32), new Uint8Array(33)]

/** Two sizes, or an index and a size above it. */
const pair = (least: number) =>
  sizes.chain(size => fc.tuple(fc.integer({ min: least, max: size - 1 + least }), fc.constant(size)))

/** Every proof that differs from `proof` in one place: a bit, a hash more, a hash less, two changed about. */
function changed(proof: readonly Hash[], bit: number): Hash[][] {
  const without = proof.map((_, i) => proof.toSpliced(i, 1))
  const flipped = proof.map((hash, i) => proof.toSpliced(i, 1, flip(hash, bit)))
  const more = [...garbage, ...proof, tree.root()].flatMap(hash =>
    Array.from({ length: proof.length + 1 }, (_, i) => proof.toSpliced(i, 0, hash))
  )
  const swapped = proof.slice(1).map((hash, i) => proof.toSpliced(i, 2, hash, proof[i] ?? hash))
  return [...without, ...flipped, ...more, ...swapped]
}

function flip(hash: Hash, bit: number): Hash {
  return hash.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))
}

const bits = fc.integer({ min: 0, max: 255 })

describe('a proof of inclusion', () => {
  it('proves each leaf of each size', () => {
    for (let size = 1; size <= tree.size; size++) {
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusionProof(index, size)
        expect(verifyInclusion(index, size, leafHash(entries[index] as Hash), proof, tree.root(size))).toBe(true)
      }
    }
  })

  it('proves no other leaf, index, size or root, and proves nothing when changed', () => {
    fc.assert(
      fc.property(pair(0), bits, sizes, ([index, size], bit, other) => {
        const leaf = leafHash(entries[index] as Hash)
        const root = tree.root(size)
        const proof = tree.inclusionProof(index, size)
        for (const wrong of [...garbage, flip(leaf, bit)]) {
          expect(verifyInclusion(index, size, wrong, proof, root)).toBe(false)
          expect(verifyInclusion(index, size, leaf, proof, wrong)).toBe(false)
        }
        for (const wrong of changed(proof, bit)) expect(verifyInclusion(index, size, leaf, wrong, root)).toBe(false)
        for (let at = -1; at <= tree.size; at++) {
          if (at !== index) expect(verifyInclusion(at, size, leaf, proof, root)).toBe(false)
        }
        if (tree.inclusionProof(index % other, other).length !== proof.length) {
          expect(verifyInclusion(index, other, leaf, proof, root)).toBe(false)
        }
      })
    )
  })

  it.each([
    { why: 'a tree without leaves', index: 0, size: 0 },
    { why: 'an index past the tree', index: 1, size: 1 },
    { why: 'a negative index', index: -1, size: 1 },
    { why: 'a fraction', index: 0.5, size: 1 },
    { why: 'no number', index: 0, size: Number.NaN },
    { why: 'a size past 2^53', index: 0, size: 2 ** 53 }
  ])('proves nothing of $why', ({ index, size }) => {
    expect(verifyInclusion(index, size, emptyRoot(), [], emptyRoot())).toBe(false)
  })

  it('is not fooled by the same bytes cut into hashes elsewhere', () => {
    const [leaf, other] = entries.slice(0, 2).map(leafHash) as [Hash, Hash]
    expect(verifyInclusion(0, 2, leaf, [other], tree.root(2))).toBe(true)
    const longer = Uint8Array.of(leaf[31] as number, ...other)
    expect(verifyInclusion(0, 2, leaf.slice(0, 31), [longer], tree.root(2))).toBe(false)
  })

  it('is checked for sizes past 2^32 too', () => {
    const leaf = leafHash(Uint8Array.of(1))
    expect(verifyInclusion(2 ** 40, 2 ** 40 + 1, leaf, [leaf], leaf)).toBe(false)
    const long = Array.from({ length: 41 }, () => leaf)
    expect(verifyInclusion(2 ** 32, 2 ** 41, leaf, long, leaf)).toBe(false)
  })
})

describe('a proof of consistency', () => {
  it('proves each size of each later one', () => {
    for (let to = 0; to <= tree.size; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = tree.consistencyProof(from, to)
        expect(verifyConsistency(from, to, tree.root(from), tree.root(to), proof)).toBe(true)
      }
    }
  })

  it('proves no other root, and proves nothing when changed', () => {
    fc.assert(
      fc.property(pair(1), bits, ([from, to], bit) => {
        const [fromRoot, toRoot] = [tree.root(from), tree.root(to)]
        const proof = tree.consistencyProof(from, to)
        for (const wrong of [...garbage, flip(fromRoot, bit), flip(toRoot, bit)]) {
          expect(verifyConsistency(from, to, wrong, toRoot, proof)).toBe(false)
          expect(verifyConsistency(from, to, fromRoot, wrong, proof)).toBe(false)
        }
        for (const wrong of changed(proof, bit)) {
          expect(verifyConsistency(from, to, fromRoot, toRoot, wrong)).toBe(false)
        }
        if (from < to) expect(verifyConsistency(to, from, toRoot, fromRoot, proof)).toBe(false)
      })
    )
  })

  it('is not fooled by the same bytes cut into hashes elsewhere', () => {
    const [leaf, other] = entries.slice(0, 2).map(leafHash) as [Hash, Hash]
    expect(verifyConsistency(1, 2, leaf, tree.root(2), [other])).toBe(true)
    const longer = Uint8Array.of(leaf[31] as number, ...other)
    expect(verifyConsistency(1, 2, leaf.slice(0, 31), tree.root(2), [longer])).toBe(false)
  })

  it('holds the tree without leaves to its one root', () => {
    expect(verifyConsistency(0, 5, emptyRoot(), tree.root(5), [])).toBe(true)
    expect(verifyConsistency(0, 5, tree.root(5), tree.root(5), [])).toBe(false)
    expect(verifyConsistency(0, 5, emptyRoot(), tree.root(5), [emptyRoot()])).toBe(false)
  })
})
