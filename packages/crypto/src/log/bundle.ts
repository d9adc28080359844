/**
 * Entries as they lie in an entry bundle: each after its length in two bytes, the higher first. C2SP tlog-tiles.
 */
import { got, type Outcome, refused } from './outcome.ts'

/** The longest entry whose length two bytes can say. */
export const entryLimitBytes = 65_535
const lengthBytes = 2

/** @throws RangeError for an entry of more than 65,535 bytes. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + lengthBytes + entry.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const entry of entries) {
    demandEntry(entry)
    view.setUint16(at, entry.length)
    bytes.set(entry, at + lengthBytes)
    at += lengthBytes + entry.length
  }
  return bytes
}

/** @throws RangeError for an entry of more than 65,535 bytes, which a log cannot hold. */
export function demandEntry(entry: Uint8Array): void {
  if (entry.length > entryLimitBytes) {
    throw new RangeError(`An entry of the log has at most ${entryLimitBytes} bytes; this one has ${entry.length}.`)
  }
}

/** The entries of a bundle that has exactly `width`. */
export function parseBundle(bytes: Uint8Array, width: number): Outcome<Uint8Array[]> {
  const { entries, surplusBytes } = splitBundle(bytes)
  if (surplusBytes > 0) return refused(`the bundle breaks off within entry ${entries.length} of it`)
  if (entries.length !== width) return refused(`the bundle has ${entries.length} entries, not ${width}`)
  return got(entries)
}

/** The entries up to where the bundle breaks off, and how many bytes then remain; views of `bytes`, not copies. */
export function splitBundle(bytes: Uint8Array): { entries: Uint8Array[]; surplusBytes: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Uint8Array[] = []
  let at = 0
  while (at + lengthBytes <= bytes.length) {
    const to = at + lengthBytes + view.getUint16(at)
    if (to > bytes.length) break
    entries.push(bytes.subarray(at + lengthBytes, to))
    at = to
  }
  return { entries, surplusBytes: bytes.length - at }
}
