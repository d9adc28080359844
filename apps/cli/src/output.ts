/**
 * How answers look on a terminal: tables and sentences for people, one JSON document for machines.
 * No colour anywhere, so that nothing depends on it.
 */

export function writeJson(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
}

export function writeLines(lines: readonly string[]): void {
  process.stdout.write(lines.map(line => `${line}\n`).join(''))
}

/** A sentence beside the answer: what is being done, what to know. */
export function writeNote(note: string): void {
  process.stderr.write(`${wiped()}frown: ${note}\n`)
}

const wiped = (): string => (process.stderr.isTTY ? '\r\x1b[K' : '')

/** Says what takes long, on a terminal only, and wipes it when done. */
export async function whileSaying<T>(doing: string, work: Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work
  process.stderr.write(`${doing} …`)
  try {
    return await work
  } finally {
    process.stderr.write(wiped())
  }
}

const barCells = 24

/** How far long work is (0–1), on a terminal only; null wipes it. */
export function writeProgress(doing: string, share: number | null): void {
  if (!process.stderr.isTTY) return
  if (share === null) {
    process.stderr.write(wiped())
    return
  }
  const full = Math.round(share * barCells)
  process.stderr.write(`${wiped()}${doing} ${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${percentText(share)}`)
}

const widestCell = 60

/** Columns as wide as their widest cell; what is too long for its column ends in …, but the last column runs free. */
export function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = [heading, ...rows].map(row => row.map((cell, column) => cellText(cell, column === heading.length - 1)))
  const widths = heading.map((_, column) => Math.max(...cells.map(row => lengthOf(row[column] ?? ''))))
  const lines = cells.map(row =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  )
  return [lines[0] ?? '', widths.map(width => '─'.repeat(width)).join('  '), ...lines.slice(1)]
}

function cellText(text: string, isLast: boolean): string {
  const line = printable(text)
  return isLast || lengthOf(line) <= widestCell ? line : `${[...line].slice(0, widestCell - 1).join('')}…`
}

/** Text of the register as one line that cannot steer a terminal. */
export const printable = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '\u{FFFD}')

const lengthOf = (text: string): number => [...text].length
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)))

/** Whole numbers below a million as they are, others to three digits: 16384, 0.125, 4.05e11. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value)
  const rounded = Number(value.toPrecision(3))
  if (Math.abs(rounded) >= 1e-3 && Math.abs(rounded) < 1e6) return String(rounded)
  return rounded.toExponential().replace('e+', 'e')
}

export interface Interval {
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
  readonly estimated?: boolean
  readonly contested?: boolean
}

/** A measured number with what is known of its doubt; no number is `not known`. */
export function measuredText(measured: Interval | null | undefined): string {
  if (measured === null || measured === undefined) return 'not known'
  const { value, low, high, estimated, contested } = measured
  const interval =
    typeof low === 'number' && typeof high === 'number' ? ` (${numberText(low)}–${numberText(high)})` : ''
  const marks = [estimated && 'our estimate', contested && 'contested'].filter(mark => mark)
  return `${numberText(value)}${interval}${marks.length > 0 ? `, ${marks.join(', ')}` : ''}`
}

export const percentText = (share: number): string => `${Math.round(share * 100)}%`

/** `1 system`, `16 systems`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

export const asOfText = (asOf: { readonly knownOn: string; readonly trueOn: string }): string =>
  `Known on ${asOf.knownOn}, true on ${asOf.trueOn}. Facts from Epoch AI, CC BY 4.0, where they are the source.`
