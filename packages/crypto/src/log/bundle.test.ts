import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryLimitBytes, formatBundle, parseBundle, splitBundle } from './bundle.ts'

const entry = (length: number) => new Uint8Array(length).fill(7)

describe('an entry bundle', () => {
  it('holds each entry after its length, the higher byte first', () => {
    expect(formatBundle([Uint8Array.of(9), entry(0), entry(258)])).toEqual(
      Uint8Array.from([0, 1, 9, 0, 0, 1, 2, ...entry(258)])
    )
  })

  it('gives back what was put into it, from any place in a larger buffer', () => {
    const lists = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 })
    fc.assert(
      fc.property(lists, fc.nat(5), (entries, offset) => {
        const bytes = formatBundle(entries)
        const buffer = new Uint8Array(offset + bytes.length + 3)
        buffer.set(bytes, offset)
        const parsed = parseBundle(buffer.subarray(offset, offset + bytes.length), entries.length)
        expect(parsed).toEqual({ ok: true, value: entries })
      })
    )
  })

  it('holds an entry of 65,535 bytes and refuses a longer one', () => {
    const longest = entry(entryLimitBytes)
    expect(parseBundle(formatBundle([longest]), 1)).toEqual({ ok: true, value: [longest] })
    expect(() => formatBundle([entry(entryLimitBytes + 1)])).toThrow(
      'An entry of the log has at most 65535 bytes; this one has 65536.'
    )
  })

  it.each([
    { why: 'nothing', bytes: [], says: 'the bundle breaks off after 0 of its 2 entries' },
    { why: 'one entry too few', bytes: [0, 1, 5], says: 'the bundle breaks off after 1 of its 2 entries' },
    { why: 'half a length', bytes: [0, 1, 5, 0], says: 'the bundle breaks off after 1 of its 2 entries' },
    { why: 'half an entry', bytes: [0, 1, 5, 0, 2, 1], says: 'the bundle breaks off after 1 of its 2 entries' },
    { why: 'an entry too many', bytes: [0, 0, 0, 0, 0, 0], says: 'the bundle goes on after its 2 entries' },
    { why: 'a byte too many', bytes: [0, 0, 0, 0, 0], says: 'the bundle goes on after its 2 entries' }
  ])('is refused with $why', ({ bytes, says }) => {
    expect(parseBundle(Uint8Array.from(bytes), 2)).toEqual({ ok: false, error: says })
  })

  it('is read no further than it is wide, however long the file', () => {
    expect(splitBundle(new Uint8Array(1_000_000), 256).entries).toHaveLength(256)
  })
})
