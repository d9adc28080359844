import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import vectors from '../../vectors/note.json' with { type: 'json' }
import {
  formatSigningKey,
  formatVerifierKey,
  isKeyName,
  makeSigningKey,
  parseSigningKey,
  parseVerifierKey,
  verifierKeyOf
} from './key.ts'

/** Every part of the text, and the text with each character changed to the next. */
function manglings(text: string): string[] {
  const parts = Array.from({ length: text.length }, (_, i) =>
    Array.from({ length: text.length - i }, (_, j) => text.slice(i, i + j + 1))
  )
  const next = Array.from(
    text,
    (_, i) => text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) + 1) + text.slice(i + 1)
  )
  return [...parts.flat(), ...next, `${text}\n`, ` ${text}`, `${text}=`].filter(mangled => mangled !== text)
}

describe('a public key as text', () => {
  it("is that of Go's sumdb/note, both ways", () => {
    const key = parseVerifierKey(vectors.verifierKey)
    expect(key).toMatchObject({ ok: true, value: { name: 'PeterNeumann', id: 0xc74f20a3, algorithm: 'ed25519' } })
    expect(key.ok && formatVerifierKey(key.value)).toBe(vectors.verifierKey)
  })

  it('is refused in every mangling', () => {
    for (const mangled of manglings(vectors.verifierKey)) expect(parseVerifierKey(mangled).ok, mangled).toBe(false)
  })

  it.each(vectors.refusedVerifierKeys)('is refused where $why', ({ key }) => {
    expect(parseVerifierKey(key).ok).toBe(false)
  })

  it('is not a secret key, and the refusal does not repeat it', () => {
    expect(parseVerifierKey(vectors.signingKey)).toEqual({
      ok: false,
      error: 'this is a secret key where a public one is asked for'
    })
  })
})

describe('a secret key as text', () => {
  it("is that of Go's sumdb/note, both ways, and has its public key", () => {
    const key = parseSigningKey(vectors.signingKey)
    if (!key.ok) throw new Error(key.error)
    expect(formatSigningKey(key.value)).toBe(vectors.signingKey)
    expect(formatVerifierKey(key.value)).toBe(vectors.verifierKey)
    expect(verifierKeyOf(key.value)).not.toHaveProperty('seed')
  })

  it('is refused in every mangling, never repeated', () => {
    const secret = vectors.signingKey.slice(-20)
    for (const mangled of manglings(vectors.signingKey).filter(text => text.length > 30)) {
      const key = parseSigningKey(mangled)
      expect(key.ok, mangled).toBe(false)
      expect(!key.ok && key.error).not.toContain(secret)
    }
  })
})

describe('keys of any name and seed', () => {
  const names = fc.string({ minLength: 1, unit: 'grapheme' }).filter(isKeyName)
  const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
  const algorithms = fc.constantFrom('ed25519' as const, 'cosignature/v1' as const)

  it('are read back from their text', () => {
    fc.assert(
      fc.property(names, seeds, algorithms, (name, seed, algorithm) => {
        const key = makeSigningKey(name, seed, algorithm)
        expect(parseSigningKey(formatSigningKey(key))).toEqual({ ok: true, value: key })
        expect(parseVerifierKey(formatVerifierKey(key))).toEqual({ ok: true, value: verifierKeyOf(key) })
      }),
      { numRuns: 30 }
    )
  })

  it('have one id as a log and another as a witness', () => {
    const seed = new Uint8Array(32)
    expect(makeSigningKey('a', seed).id).not.toBe(makeSigningKey('a', seed, 'cosignature/v1').id)
  })

  it.each(['', ' ', 'a b', 'a+b', 'a\u00a0b', 'a\u2028', 'a\n', 'a\u0007', 'a\ud800'])('are not named %j', name => {
    expect(() => makeSigningKey(name, new Uint8Array(32))).toThrow("A key's name")
  })

  it('are not made of a seed of another length', () => {
    expect(() => makeSigningKey('a', new Uint8Array(31))).toThrow('32 bytes, not 31')
  })
})
