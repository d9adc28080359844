import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberedEntries, treeOf } from './log.fixture.ts'
import { leafHash } from './merkle.ts'
import { MerkleTree } from './merkle-tree.ts'
import { RightEdge } from './right-edge.ts'

const entries = numberedEntries(300)
const leaves = entries.map(leafHash)
const tree = treeOf(entries)

describe('the tree of a log', () => {
  it('keeps the root of every earlier size as it grows', () => {
    for (const size of [0, 1, 2, 3, 63, 64, 65, 255, 256, 257, 300]) {
      expect(tree.root(size)).toEqual(treeOf(entries.slice(0, size)).root())
    }
  })

  it('foretells its root, and stays as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }), (size, more) => {
        const before = treeOf(entries.slice(0, size))
        expect(before.rootWith(leaves.slice(size, size + more))).toEqual(tree.root(size + more))
        expect([before.size, before.root()]).toEqual([size, tree.root(size)])
      })
    )
  })

  it('gives the roots of complete subtrees, concatenated', () => {
    expect(tree.hashes(0, 3, 5)).toEqual(Uint8Array.from([...(leaves[3] ?? []), ...(leaves[4] ?? [])]))
    expect(tree.hashes(8, 0, 1)).toEqual(tree.root(256))
    expect(tree.hashes(1, 150, 150)).toEqual(new Uint8Array())
  })

  it('gives copies, which change nothing in it', () => {
    const root = tree.root()
    tree.root(256).fill(0)
    tree.hashes(0, 0, 300).fill(0)
    for (const hash of tree.inclusionProof(5)) hash.fill(0)
    expect(tree.root()).toEqual(root)
    expect(tree.root(256)).toEqual(treeOf(entries.slice(0, 256)).root())
  })

  it.each([
    { why: 'a leaf that is no hash', ask: () => new MerkleTree().append(new Uint8Array(31)), says: '31' },
    { why: 'a size that it never had', ask: () => tree.root(301), says: 'size 301' },
    { why: 'a negative size', ask: () => tree.root(-1), says: 'size -1' },
    { why: 'a proof for a leaf past the size', ask: () => tree.inclusionProof(10, 10), says: 'none at 10' },
    { why: 'a proof from a later size', ask: () => tree.consistencyProof(11, 10), says: 'begin with one of 11' },
    { why: 'subtrees that are not complete', ask: () => tree.hashes(8, 0, 2), says: '1 hashes' }
  ])('refuses $why', ({ ask, says }) => {
    expect(ask).toThrow(says)
  })
})

describe('the right edge of a tree', () => {
  it('takes whole subtrees in place of their leaves', () => {
    const edge = new RightEdge()
    edge.append(tree.root(256), 8)
    for (const leaf of leaves.slice(256)) edge.append(leaf)
    expect(edge.root()).toEqual(tree.root())
  })

  it('refuses a subtree where its leaves cannot stand', () => {
    const edge = new RightEdge()
    edge.append(tree.root(1))
    expect(() => edge.append(tree.root(2), 1)).toThrow('only after whole subtrees')
  })
})
