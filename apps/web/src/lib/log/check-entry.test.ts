import { claimEntry, formatTexts, makeClaim, textsOf } from '@frown/core/register'
import {
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  leafHash,
  MerkleTree,
  makeSigningKey,
  sign,
  verifierKeyOf
} from '@frown/crypto/log'
import { describe, expect, it } from 'vitest'
import { checkEntry } from './check-entry.ts'

const salt = '00112233445566778899aabbccddeeff'
const key = makeSigningKey('test.example/log', new Uint8Array(32).fill(1))
const keys = [formatVerifierKey(verifierKeyOf(key))]
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

const claims = ['alpha', 'beta', 'gamma'].map(name =>
  makeClaim({
    subject: { kind: 'system', id: name },
    property: 'name',
    value: name,
    low: null,
    high: null,
    confidence: 'unknown',
    validFrom: '2024-01-01',
    recordedAt: '2025-01-01T00:00:00.000Z',
    source: {
      url: 'https://example.org/',
      title: 'A list',
      publisher: 'Example',
      publishedOn: null,
      accessedOn: null,
      tier: 'secondary',
      derivedFrom: null,
      licence: null
    },
    status: 'asserted',
    supersedes: null,
    reply: null
  } as never)
)
const leaves = claims.map(claim => claimEntry(claim, salt, null))
const tree = new MerkleTree()
for (const leaf of leaves) tree.append(leafHash(new TextEncoder().encode(leaf)))
const text = formatCheckpoint({ origin: key.name, size: 3, root: tree.root(), extensions: [] })

const told = {
  index: 1,
  leaf: leaves[1] as string,
  texts: formatTexts(textsOf(claims[1] as never, salt)),
  proof: tree.inclusionProof(1).map(encode),
  checkpoint: formatNote({ text, signatures: [sign(text, key)] })
}

describe('an entry checked in the browser', () => {
  it('holds, step by step', () => {
    expect(checkEntry(told, keys).map(step => step.holds)).toEqual([true, true, true, true])
  })

  it('holds without texts that are erased', () => {
    const erased = { ...told, texts: formatTexts({ erasedAt: '2026-01-01T00:00:00.000Z' as never }) }
    expect(checkEntry(erased, keys).every(step => step.holds)).toBe(true)
  })

  it.each([
    { what: 'an entry of another kind', change: { leaf: '{}' }, at: 0 },
    { what: 'other texts', change: { texts: told.texts.replace('beta', 'best') }, at: 1 },
    { what: 'a forged signature', change: { checkpoint: told.checkpoint.replace('\n3\n', '\n4\n') }, at: 2 },
    { what: 'another entry', change: { leaf: leaves[2] as string, texts: null }, at: 2 },
    { what: 'another place', change: { index: 0 }, at: 3 },
    { what: 'a proof cut short', change: { proof: told.proof.slice(1) }, at: 3 }
  ])('fails for $what, at the step that finds it', ({ change, at }) => {
    const steps = checkEntry({ ...told, ...change }, keys)
    expect(steps.findIndex(step => !step.holds)).toBe(at)
    expect(steps).toHaveLength(at + 1)
  })

  it('fails with the key of somebody else', () => {
    const other = formatVerifierKey(verifierKeyOf(makeSigningKey(key.name, new Uint8Array(32).fill(2))))
    expect(checkEntry(told, [other]).at(-1)?.holds).toBe(false)
  })
})
