/**
 * What does one cell of Epoch AI's files hold? Strictly: what is not of the column's form is refused, never guessed.
 */
import type { Confidence } from '../claim.ts'
import { type Day, parseDay } from '../day.ts'

/** `wrong` says what the column holds instead, `noted` that the cell was read as not known. */
export type CellReading<T> = { readonly value: T; readonly noted?: string } | { readonly wrong: string }

const numberPattern = /^\d+(\.\d+)?([eE][+-]?\d+)?$/
const countMeaning = 'a positive finite number, or nothing'

export function readCount(cell: string): CellReading<number | null> {
  const text = cell.trim()
  if (text === '') return { value: null }
  const value = numberPattern.test(text) ? withoutFloatNoise(Number(text)) : Number.NaN
  return Number.isFinite(value) && value > 0 ? { value } : { wrong: countMeaning }
}

/** The files print binary fractions: 3.3499999999999998e+25 is 3.35e25. */
const withoutFloatNoise = (value: number): number => Number(value.toPrecision(15))

/** Some cells hold 0 for "not known", or one number for each of several data sets, which add up to nothing. */
export function readDatasetSize(cell: string): CellReading<number | null> {
  const parts = cell.split(',').map(part => part.trim())
  if (parts.length > 1 && parts.every(part => numberPattern.test(part)))
    return { value: null, noted: 'several sizes, read as not known' }
  if (/^0+(\.0+)?$/.test(cell.trim())) return { value: null, noted: 'a size of zero, read as not known' }
  return readCount(cell)
}

export function readDay(cell: string): CellReading<Day | null> {
  const text = cell.trim()
  if (text === '') return { value: null }
  const day = parseDay(text)
  return day ? { value: day } : { wrong: 'a day written YYYY-MM-DD, or nothing' }
}

const confidenceOf: Readonly<Record<string, Confidence>> = {
  '': 'unknown',
  Unknown: 'unknown',
  Unverified: 'unknown',
  Confident: 'confident',
  Likely: 'likely',
  Speculative: 'speculative'
}

export function readConfidence(cell: string): CellReading<Confidence> {
  const text = cell.trim()
  const value = Object.hasOwn(confidenceOf, text) ? confidenceOf[text] : undefined
  return value ? { value } : { wrong: 'Confident, Likely, Speculative, Unknown, Unverified, or nothing' }
}

/** The mark is a tick: without it nothing is said. */
export function readMark(cell: string): CellReading<boolean> {
  const text = cell.trim().toLowerCase()
  if (text === 'true' || text === 'checked') return { value: true }
  return text === '' || text === 'false' ? { value: false } : { wrong: 'True, or nothing' }
}

export function readText(cell: string, longest: number): CellReading<string | null> {
  const text = oneLine(cell)
  return text.length <= longest && isPlain(text)
    ? { value: text === '' ? null : text }
    : { wrong: `a text in UTF-8, of at most ${longest} characters` }
}

/** Steers no terminal, hides nothing (zero width, direction), and was read in its own encoding: another leaves U+FFFD. */
const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cf}\uFFFD]/u.test(text)

/** Words of a short list, in the file's order, without repeats. */
export function readWords(cell: string): CellReading<readonly string[]> {
  const words = splitList(cell)
  const odd = words.some(word => !isPlain(word) || word.length > 60 || /\/\/|^[\d.,+eE-]+$/.test(word))
  return odd ? { wrong: 'a few words, separated by commas' } : { value: words }
}

/** Some names hold a comma of their own: "Qilin Co., Ltd. (APUS)". */
export function readOrganisations(cell: string): CellReading<readonly string[]> {
  const names: string[] = []
  for (const part of splitList(cell)) {
    const last = names.length - 1
    if (last >= 0 && /^(Ltd|Inc|LLC|GmbH|S\.A|Co)\b/.test(part)) names[last] = `${names[last]}, ${part}`
    else names.push(part)
  }
  const odd = names.some(name => !isPlain(name) || name.length > 120 || /\/\/|^[\d.,+eE-]+$/.test(name))
  return odd ? { wrong: 'names of organisations, separated by commas' } : { value: names }
}

const addressPattern = /^https?:\/\/[^\s"<>]+$/
const bareAddressPattern = /^[a-z0-9-]+(\.[a-z0-9-]+)+\/[^\s"<>]+$/i

/**
 * Every address in the cell; words around them are left out, as they may be anything, names of persons included.
 * A text fragment quotes the page and is no part of where it is.
 */
export function readLinks(cell: string): CellReading<readonly string[]> {
  const links: string[] = []
  for (const word of cell.split(/\s+/)) {
    const bare = word.replace(/#:~:text=.*$/, '').replace(/[,;]+$/, '')
    const address = addressPattern.test(bare) ? bare : bareAddressPattern.test(bare) ? `https://${bare}` : null
    if (address && address.length <= 500 && !links.includes(address)) links.push(address)
  }
  if (links.length === 0 && cell.trim() !== '') return { value: links, noted: 'no address in it, read as no link' }
  return { value: links }
}

const bitsOf: Readonly<Record<string, number>> = {
  FP64: 64,
  FP32: 32,
  FP16: 16,
  BF16: 16,
  FP8: 8,
  INT8: 8,
  NVFP4: 4,
  FP4: 4
}

/** Bits of a number in training, where the format says so; TF32 has 19 to 32, depending on what is counted. */
export function readNumericFormat(cell: string): CellReading<number | null> {
  const text = cell.trim()
  return { value: Object.hasOwn(bitsOf, text) ? (bitsOf[text] ?? null) : null }
}

const splitList = (cell: string): string[] => [
  ...new Set(
    cell
      .split(',')
      .map(oneLine)
      .filter(part => part !== '')
  )
]

const oneLine = (cell: string): string => cell.replace(/\s+/g, ' ').trim()
