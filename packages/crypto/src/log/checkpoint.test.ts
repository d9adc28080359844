import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/checkpoint.json' with { type: 'json' }
import { toBase64 } from './bytes.ts'
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { parseVerifierKey } from './key.ts'
import { emptyRoot } from './merkle.ts'
import { parseNote } from './note.ts'
import { cosignedAtSeconds } from './signature.ts'

const key = (text: string) => {
  const parsed = parseVerifierKey(text)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

describe("the specification's checkpoint", () => {
  it('has its origin, size and root, and the time at which its witness cosigned', () => {
    const note = parseNote(vectors.example)
    if (!note.ok) throw new Error(note.error)
    const checkpoint = parseCheckpoint(note.value.text)
    if (!checkpoint.ok) throw new Error(checkpoint.error)
    const { origin, size, root, extensions } = checkpoint.value
    expect([origin, size, toBase64(root)]).toEqual([vectors.exampleOrigin, vectors.exampleSize, vectors.exampleRoot])
    expect(extensions).toEqual([])
    expect(formatCheckpoint(checkpoint.value)).toBe(note.value.text)
    expect(note.value.signatures.map(cosignedAtSeconds)).toEqual([null, vectors.exampleCosignedAtSeconds])
  })
})

describe('a checkpoint of a public log', () => {
  const witnesses = vectors.publishedWitnesses.map(key)

  it('opens with its key and its witnesses', () => {
    const opened = openCheckpoint(vectors.published, [key(vectors.publishedKey), ...witnesses])
    if (!opened.ok) throw new Error(opened.error)
    expect([opened.value.origin, opened.value.size]).toEqual([vectors.publishedOrigin, vectors.publishedSize])
    expect(opened.value.signedBy.map(({ key, atSeconds }) => [key.name, atSeconds])).toEqual([
      [vectors.publishedOrigin, null],
      ...witnesses.map(({ name }) => [name, vectors.publishedCosignedAtSeconds])
    ])
  })

  it('opens with none of them once its size is another', () => {
    const changed = vectors.published.replace(String(vectors.publishedSize), '42')
    for (const one of [key(vectors.publishedKey), ...witnesses]) {
      expect(openCheckpoint(changed, [one])).toEqual({ ok: false, error: `the signature of ${one.name} is wrong` })
    }
  })
})

describe('the text of a checkpoint', () => {
  const root = toBase64(emptyRoot())

  it.each([
    { why: 'has no newline at its end', text: `log\n0\n${root}`, says: 'newline' },
    { why: 'has two lines', text: 'log\n0\n', says: 'three lines' },
    { why: 'has no origin', text: `\n0\n${root}\n`, says: 'no origin' },
    { why: 'has a size with a leading zero', text: `log\n01\n${root}\n`, says: 'leading zeros' },
    { why: 'has a negative size', text: `log\n-1\n${root}\n`, says: 'leading zeros' },
    { why: 'has a size with a sign', text: `log\n+1\n${root}\n`, says: 'leading zeros' },
    { why: 'has a size in powers of ten', text: `log\n1e3\n${root}\n`, says: 'leading zeros' },
    { why: 'has a size past 2^53', text: `log\n9007199254740992\n${root}\n`, says: '2^53' },
    { why: 'has a root that is too short', text: 'log\n1\nAAAA\n', says: '32 bytes' },
    { why: 'has a root that is not base64', text: `log\n1\n${root.slice(1)}\n`, says: '32 bytes' },
    { why: 'has an empty line at its end', text: `log\n1\n${root}\n\n`, says: 'empty line' }
  ])('is refused when it $why', ({ text, says }) => {
    const parsed = parseCheckpoint(text)
    expect(!parsed.ok && parsed.error).toContain(says)
  })

  it('keeps further lines, and is not written with what it could not be read back from', () => {
    const checkpoint = { origin: 'log', size: 0, root: emptyRoot(), extensions: ['one', 'two'] }
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual({ ok: true, value: checkpoint })
    for (const wrong of [
      { origin: 'a\nb' },
      { origin: '' },
      { size: -1 },
      { size: 0.5 },
      { root: new Uint8Array(31) },
      { extensions: [''] }
    ]) {
      expect(() => formatCheckpoint({ ...checkpoint, ...wrong })).toThrow('No checkpoint')
    }
  })
})
