import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, fromUtf8, sameBytes, toBase64 } from './bytes.ts'

describe('base64', () => {
  it.each([
    { text: '', bytes: [] },
    { text: 'Zg==', bytes: [102] },
    { text: 'Zm8=', bytes: [102, 111] },
    { text: 'Zm9v', bytes: [102, 111, 111] },
    { text: '+/+/', bytes: [251, 255, 191] }
  ])('$text is the bytes of RFC 4648', ({ text, bytes }) => {
    expect(fromBase64(text)).toEqual(Uint8Array.from(bytes))
    expect(toBase64(Uint8Array.from(bytes))).toBe(text)
  })

  it.each(['Zg', 'Zg=', 'Zh==', 'Zm8', 'Zm9=', 'Zm9v=', ' Zm9v', 'Zm9v\n', 'Zm 9v', '-_-_', 'Zm9vé', 'Zg==Zg=='])(
    '%j is none',
    text => {
      expect(fromBase64(text)).toBeNull()
    }
  )

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      })
    )
  })
})

describe('UTF-8', () => {
  it('keeps a byte order mark, so that a text with it is another', () => {
    expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa')
  })

  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x80]]])('%j is none', bytes => {
    expect(fromUtf8(Uint8Array.from(bytes))).toBeNull()
  })
})

it.each([
  { a: [], b: [], same: true },
  { a: [1, 2], b: [1, 2], same: true },
  { a: [1, 2], b: [1, 3], same: false },
  { a: [1], b: [1, 2], same: false },
  { a: [1, 2], b: [1], same: false }
])('bytes $a and $b: the same is $same', ({ a, b, same }) => {
  expect(sameBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(same)
})
