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

/** The entries of a bundle that should have `width`. */
export function parseBundle(bytes: Uint8Array, width: number): Outcome<readonly Uint8Array[]> {
  const { entries, fault } = splitBundle(bytes, width)
  return fault === null ? got(entries) : refused(fault)
}

/**
 * The entries that can be read, at most `width`, and what is wrong with the bundle after them; views of `bytes`, not
 * copies. It stops at `width`, since 16 MB of zeros would be eight million entries.
 */
export function splitBundle(
  bytes: Uint8Array,
  width: number
): { readonly entries: readonly Uint8Array[]; readonly fault: string | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width && at + lengthBytes <= bytes.length) {
    const to = at + lengthBytes + view.getUint16(at)
    if (to > bytes.length) break
    entries.push(bytes.subarray(at + lengthBytes, to))
    at = to
  }
  if (entries.length < width) {
    return { entries, fault: `the bundle breaks off after ${entries.length} of its ${width} entries` }
  }
  return { entries, fault: at < bytes.length ? `the bundle goes on after its ${width} entries` : null }
}
