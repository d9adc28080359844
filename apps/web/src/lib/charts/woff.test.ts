import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { trueTypeOf } from './woff.server.ts'

const require = createRequire(import.meta.url)
const woff = readFileSync(require.resolve('@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'))

describe('a font unpacked from WOFF', () => {
  const font = trueTypeOf(woff)

  it('has the size that the WOFF header promises', () => {
    expect(font.length).toBe(woff.readUInt32BE(16))
  })

  it('has its tables where it says, with the sums it says', () => {
    const count = font.readUInt16BE(4)
    for (let index = 0; index < count; index++) {
      const entry = 12 + index * 16
      const tag = font.toString('latin1', entry, entry + 4)
      if (tag === 'head') continue
      expect([tag, sumOf(font, font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12))]).toEqual([
        tag,
        font.readUInt32BE(entry + 4)
      ])
    }
  })

  it('is refused where the file is no WOFF', () => {
    expect(() => trueTypeOf(Buffer.from('wOF2 and then something'))).toThrow('not a WOFF 1.0 font')
  })
})

/** Checksum of an OpenType table: the sum of its 32-bit words. */
function sumOf(font: Buffer, offset: number, length: number): number {
  let sum = 0
  for (let at = offset; at < offset + length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
  return sum
}
