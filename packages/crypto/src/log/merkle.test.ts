import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/merkle.json' with { type: 'json' }
import { emptyRoot, leafHash, nodeHash } from './merkle.ts'
import { MerkleTree } from './merkle-tree.ts'
import { verifyConsistency, verifyInclusion } from './proof.ts'

const leaves = vectors.leaves.map(data => leafHash(hexToBytes(data)))
const treeOf = (size: number) => {
  const tree = new MerkleTree()
  for (const leaf of leaves.slice(0, size)) tree.append(leaf)
  return tree
}

describe('hashing of RFC 6962', () => {
  it('hashes nothing, leaves and nodes as the reference does', () => {
    expect(bytesToHex(emptyRoot())).toBe(vectors.emptyRoot)
    for (const { data, hash } of vectors.leafHashes) expect(bytesToHex(leafHash(hexToBytes(data)))).toBe(hash)
    for (const { left, right, hash } of vectors.nodeHashes) {
      expect(bytesToHex(nodeHash(hexToBytes(left), hexToBytes(right)))).toBe(hash)
    }
  })
})

describe("the reference's tree of eight leaves", () => {
  it.each(vectors.roots.map((root, i) => ({ root, size: i + 1 })))('has its root at size $size', ({ root, size }) => {
    expect(bytesToHex(treeOf(size).root())).toBe(root)
    expect(bytesToHex(treeOf(8).root(size))).toBe(root)
    expect(bytesToHex(treeOf(2).rootWith(leaves.slice(2, size)))).toBe(size < 2 ? vectors.roots[1] : root)
  })

  it.each(vectors.inclusion)('has its proof that leaf $index is in size $size', ({ index, size, proof }) => {
    expect(treeOf(8).inclusionProof(index, size).map(bytesToHex)).toEqual(proof)
    const [leaf, root] = [leaves[index], vectors.roots[size - 1]]
    if (!leaf || !root) throw new Error('no such vector')
    expect(verifyInclusion(index, size, leaf, proof.map(hexToBytes), hexToBytes(root))).toBe(true)
  })

  it.each(vectors.consistency)('has its proof that size $to begins with size $from', ({ from, to, proof }) => {
    expect(treeOf(8).consistencyProof(from, to).map(bytesToHex)).toEqual(proof)
    const [fromRoot, toRoot] = [from, to].map(size => hexToBytes(vectors.roots[size - 1] ?? ''))
    if (!fromRoot || !toRoot) throw new Error('no such vector')
    expect(verifyConsistency(from, to, fromRoot, toRoot, proof.map(hexToBytes))).toBe(true)
  })
})
