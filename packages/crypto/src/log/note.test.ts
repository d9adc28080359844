import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/note.json' with { type: 'json' }
import { parseSigningKey, parseVerifierKey } from './key.ts'
import { formatNote, openNote } from './note.ts'
import { sign } from './signature.ts'

const verifier = (text: string) => {
  const key = parseVerifierKey(text)
  if (!key.ok) throw new Error(key.error)
  return key.value
}
const peter = verifier(vectors.verifierKey)
const enoch = verifier(vectors.otherVerifierKey)

describe("the note of Go's sumdb/note", () => {
  it('is what its key makes of its text', () => {
    const key = parseSigningKey(vectors.signingKey)
    if (!key.ok) throw new Error(key.error)
    const note = formatNote({ text: vectors.text, signatures: [sign(vectors.text, key.value)] })
    expect(note).toBe(`${vectors.text}\n${vectors.signature}`)
  })

  it('opens with either key, both, and not with none', () => {
    const note = `${vectors.text}\n${vectors.signature}${vectors.otherSignature}`
    const signers = (keys: (typeof peter)[]) => {
      const opened = openNote(note, keys)
      return opened.ok ? opened.value.signedBy.map(({ key }) => key.name) : opened.error
    }
    expect(signers([peter])).toEqual(['PeterNeumann'])
    expect(signers([enoch])).toEqual(['EnochRoot'])
    expect(signers([enoch, peter])).toEqual(['PeterNeumann', 'EnochRoot'])
    expect(signers([])).toBe('none of the known keys signed the note')
  })
})
