/** The TrueType or OpenType font in a WOFF 1.0 file (W3C Recommendation of 13 December 2012, sections 3 to 5). */
import { inflateSync } from 'node:zlib'

const entryBytes = 20

export function trueTypeOf(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font')
  const count = woff.readUInt16BE(12)
  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(power * 16, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE((count - power) * 16, 10)

  const tables: Buffer[] = []
  let at = header.length
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * entryBytes
    const offset = woff.readUInt32BE(entry + 4)
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const table = packed.length < length ? inflateSync(packed) : packed
    const out = 12 + index * 16
    woff.copy(header, out, entry, entry + 4)
    woff.copy(header, out + 4, entry + 16, entry + 20)
    header.writeUInt32BE(at, out + 8)
    header.writeUInt32BE(length, out + 12)
    const padding = (4 - (length % 4)) % 4
    tables.push(table, Buffer.alloc(padding))
    at += length + padding
  }
  return Buffer.concat([header, ...tables])
}
