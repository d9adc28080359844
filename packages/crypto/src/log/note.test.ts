import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/note.json' with { type: 'json' }
import { toBase64 } from './bytes.ts'
import { makeSigningKey, parseSigningKey, parseVerifierKey, type VerifierKey } from './key.ts'
import { formatNote, openNote, parseNote } from './note.ts'
import { cosign, cosignedAtSeconds, sign } from './signature.ts'

const verifier = (text: string) => {
  const key = parseVerifierKey(text)
  if (!key.ok) throw new Error(key.error)
  return key.value
}
const peter = verifier(vectors.verifierKey)
const enoch = verifier(vectors.otherVerifierKey)
const { text, signature, otherSignature } = vectors
const signers = (note: string | Uint8Array, keys: VerifierKey[]) => {
  const opened = openNote(note, keys)
  return opened.ok ? opened.value.signedBy.map(({ key }) => key.name) : opened.error
}

describe("the note of Go's sumdb/note", () => {
  it('is what its key makes of its text', () => {
    const key = parseSigningKey(vectors.signingKey)
    if (!key.ok) throw new Error(key.error)
    expect(formatNote({ text, signatures: [sign(text, key.value)] })).toBe(`${text}\n${signature}`)
  })

  it.each([
    { why: 'the one that signed', keys: [peter], opens: ['PeterNeumann'] },
    { why: 'the other that signed', keys: [enoch], opens: ['EnochRoot'] },
    { why: 'both', keys: [enoch, peter], opens: ['PeterNeumann', 'EnochRoot'] },
    { why: 'one of them twice', keys: [enoch, peter, enoch], opens: ['PeterNeumann', 'EnochRoot'] },
    { why: 'none', keys: [], opens: 'none of the known keys signed the note' },
    {
      why: 'a key of the same name and another id',
      keys: [makeSigningKey('PeterNeumann', new Uint8Array(32))],
      opens: 'none of the known keys signed the note'
    },
    {
      why: 'a key that has the same name and id by chance',
      keys: [{ ...enoch, name: peter.name, id: peter.id }],
      opens: 'the signature of PeterNeumann is wrong'
    },
    {
      why: 'two keys of one name and id',
      keys: [peter, { ...enoch, name: peter.name, id: peter.id }],
      opens: 'two known keys have the name PeterNeumann and the same id'
    }
  ])('opens with $why: $opens', ({ keys, opens }) => {
    expect(signers(`${text}\n${signature}${otherSignature}`, keys)).toEqual(opens)
  })

  it('does not open with a key of another name, though id and signature are right', () => {
    const misnamed = signature.replace('PeterNeumann', 'CarmenSandiego')
    expect(signers(`${text}\n${misnamed}`, [peter])).toBe('none of the known keys signed the note')
  })

  it('opens once for a signature that is there twice', () => {
    expect(signers(`${text}\n${signature}${signature}`, [peter])).toEqual(['PeterNeumann'])
  })

  it('is spoiled by one wrong signature of a known key, and by none of an unknown key', () => {
    const wrong = `${otherSignature.slice(0, 60)}ABCD${otherSignature.slice(60)}`
    expect(signers(`${text}\n${signature}${wrong}`, [peter, enoch])).toBe('the signature of EnochRoot is wrong')
    expect(signers(`${text}\n${signature}${wrong}`, [peter])).toEqual(['PeterNeumann'])
  })
})

describe('a malformed note', () => {
  it.each([
    { why: 'without signatures', note: text },
    { why: 'with none after its blank line', note: `${text}\n` },
    { why: 'that does not end with a newline', note: `${text}\n${signature.trimEnd()}` },
    { why: 'with a control character', note: `\u0001${text}\n${signature}` },
    { why: 'with a carriage return', note: `${text}\r\n${signature}` },
    { why: 'that ends with another character than a newline', note: `${text}\n${signature.trimEnd()}x` },
    { why: 'with a word after a signature', note: `${text}\n${signature.trimEnd()} more\n` },
    { why: 'with a space in a name', note: `${text}\n— Bad Name ${signature.slice(15)}` },
    { why: 'with a hyphen for the dash', note: `${text}\n-${signature.slice(1)}` },
    { why: 'with a line that is no signature', note: `${text}\n${signature}Unexpected line.\n` },
    { why: 'with a signature of only an id', note: `${text}\n— PeterNeumann x08gow==\n` },
    { why: 'with 101 signatures', note: `${text}\n${signature.repeat(101)}` },
    { why: 'of more than a megabyte', note: `${'long\n'.repeat(200_000)}\n${signature}` },
    { why: 'that is not UTF-8', note: Uint8Array.from([0xff, ...utf8ToBytes(`${text}\n${signature}`)]) }
  ])('$why is refused', ({ note }) => {
    expect(parseNote(note).ok).toBe(false)
    expect(openNote(note, [peter]).ok).toBe(false)
  })

  it('names the line that is no signature', () => {
    const parsed = parseNote(`${text}\n${signature}Unexpected line.\n`)
    expect(parsed).toEqual({ ok: false, error: 'line 5 of the note is no signature' })
  })

  it.each([
    { why: 'a byte order mark before it', change: (note: string) => `\ufeff${note}` },
    { why: 'base64 with stray last bits', change: (note: string) => note.replace('BwJnAM=', 'BwJnAN=') },
    { why: 'base64 without its padding', change: (note: string) => note.replace('BwJnAM=', 'BwJnAM') },
    { why: 'a space in its base64', change: (note: string) => note.replace('x08go', 'x08 go') },
    { why: 'the letters of base64 for addresses', change: (note: string) => note.replace('x08go/', 'x08go_') }
  ])('is not the same with $why', ({ change }) => {
    const note = `${text}\n${signature}`
    expect(change(note)).not.toBe(note)
    expect(openNote(change(note), [peter]).ok).toBe(false)
  })

  it('has its text end at the last blank line', () => {
    const key = makeSigningKey('a', new Uint8Array(32))
    const verse = 'Ognuno sta solo\n\ned è subito sera.\n'
    const opened = openNote(formatNote({ text: verse, signatures: [sign(verse, key)] }), [key])
    expect(opened.ok && opened.value.text).toBe(verse)
  })

  it.each([
    { why: 'a text without its newline', note: { text: 'a', signatures: [] }, says: 'ends with a newline' },
    { why: 'no signature', note: { text: 'a\n', signatures: [] }, says: 'at least one signature' },
    {
      why: 'a name that no key can have',
      note: { text: 'a\n', signatures: [{ name: 'a b', id: 1, bytes: new Uint8Array(64) }] },
      says: 'No key has the name'
    }
  ])('is not made with $why', ({ note, says }) => {
    expect(() => formatNote(note)).toThrow(says)
  })
})

describe('a cosignature', () => {
  const log = makeSigningKey('log.example', new Uint8Array(32).fill(1))
  const witness = makeSigningKey('witness.example', new Uint8Array(32).fill(2), 'cosignature/v1')
  const body = `log.example\n0\n${toBase64(new Uint8Array(32))}\n`

  it('says when it was made, and the latest of two counts', () => {
    const signatures = [cosign(body, witness, 1_700_000_001), cosign(body, witness, 1_700_000_000)]
    expect(signatures.map(cosignedAtSeconds)).toEqual([1_700_000_001, 1_700_000_000])
    const opened = openNote(formatNote({ text: body, signatures }), [witness])
    expect(opened.ok && opened.value.signedBy).toEqual([{ key: witness, atSeconds: 1_700_000_001 }])
  })

  it('is wrong with any bit of it or of the text changed', () => {
    const good = cosign(body, witness, 1_700_000_000)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 * good.bytes.length - 1 }), bit => {
        const bytes = good.bytes.map((byte, i) => (i === Math.floor(bit / 8) ? byte ^ (1 << (bit % 8)) : byte))
        expect(openNote(formatNote({ text: body, signatures: [{ ...good, bytes }] }), [witness]).ok).toBe(false)
      })
    )
    const other = body.replace('\n0\n', '\n1\n')
    expect(openNote(formatNote({ text: other, signatures: [good] }), [witness]).ok).toBe(false)
  })

  it("is none of a log's, nor a log's signature a cosignature, by the same key pair", () => {
    const asLog = makeSigningKey(witness.name, witness.seed)
    const cosigned = cosign(body, witness, 1)
    expect(openNote(formatNote({ text: body, signatures: [cosigned] }), [asLog]).ok).toBe(false)
    expect(openNote(formatNote({ text: body, signatures: [{ ...cosigned, id: asLog.id }] }), [asLog]).ok).toBe(false)
    const signed = { ...sign(body, asLog), id: witness.id }
    expect(openNote(formatNote({ text: body, signatures: [signed] }), [witness]).ok).toBe(false)
    expect(cosignedAtSeconds(signed)).toBeNull()
  })

  it('is not made by a key of a log, at no time, or in half a second; nor a signature by a witness', () => {
    expect(() => cosign(body, log, 1)).toThrow('signs and does not cosign')
    expect(() => sign(body, witness)).toThrow('cosigns and does not sign')
    for (const seconds of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(() => cosign(body, witness, seconds)).toThrow('seconds')
  })
})
