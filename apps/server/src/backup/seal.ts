/**
 * The last member of a backup: one stored line, whose every byte follows from what it says.
 */
import { crc32 } from 'node:zlib'
import { Refusal } from '../platform/refusal.ts'

export interface Seal {
  readonly end: 'frown backup'
  /** Of all tables. */
  readonly rows: number
  /** Of the lines, unpacked. */
  readonly bytes: number
  /** Of every byte of the file before the seal. */
  readonly sha256: string
}

/** How every gzip member of a backup begins: no name, no time, no system. */
export const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
const longestLine = 1_000
const around = header.length + 5 + 8

export function sealBytes({ end, rows, bytes, sha256 }: Seal): Buffer {
  const line = Buffer.from(`${JSON.stringify({ end, rows, bytes, sha256 })}\n`)
  const stored = Buffer.from([1, 0, 0, 0, 0])
  stored.writeUInt16LE(line.length, 1)
  stored.writeUInt16LE(0xffff ^ line.length, 3)
  const last = Buffer.alloc(8)
  last.writeUInt32LE(crc32(line), 0)
  last.writeUInt32LE(line.length, 4)
  return Buffer.concat([header, stored, line, last])
}

/** How long a seal is whose line is so long; null: none is. */
export const sealLengthBytes = (line: number): number | null => (line > 0 && line <= longestLine ? line + around : null)

export const malformed = (place: string, why: string): Refusal =>
  new Refusal({
    code: 'backup/malformed-file',
    detail: `This is not a whole backup. ${why}`,
    place,
    remedy: 'Take another copy of it, or an earlier backup. Nothing was changed.'
  })
