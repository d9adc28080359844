/**
 * How a number with its uncertainty reads.
 *
 * FLOP in powers of ten with one shared exponent, counts and money in words, so that value and interval can be
 * compared at a glance.
 */
export interface QuantityValue {
  readonly value: number
  readonly low?: number | null
  readonly high?: number | null
}

export interface NumberParts {
  /** "2.1" or "0.7–6.3". */
  readonly digits: string
  /** 25 in "2.1 × 10²⁵"; null where a word or nothing follows. */
  readonly exponent: number | null
  /** "billion", "million" or nothing. */
  readonly word: string
}

const words: readonly [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e4, 'thousand']
]
const wordScale: Record<string, number> = { trillion: 1e12, billion: 1e9, million: 1e6, thousand: 1e3 }

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** Two significant digits, without an exponent; whole numbers of any length stay whole. */
function digitsOf(number: number): string {
  if (number >= 100) return grouped(Number(number.toPrecision(3)))
  if (number >= 10) return trimmed(number.toPrecision(3))
  return trimmed(number.toPrecision(2))
}

/** Bounds are no surer than two digits. */
const boundOf = (number: number): string =>
  number >= 10 ? grouped(Number(number.toPrecision(2))) : trimmed(number.toPrecision(2))

function grouped(number: number): string {
  return Math.round(number)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
}

/** The number in powers of ten. */
export function flopParts(value: number): NumberParts {
  const [digits = '0', exponent = '0'] = value.toExponential(1).split('e')
  return { digits: trimmed(digits), exponent: Number(exponent), word: '' }
}

/** The number in words: 1.8 trillion. */
export function countParts(value: number): NumberParts {
  const found = words.find(([from]) => value >= from)
  if (!found) return { digits: value >= 10 ? grouped(value) : trimmed(value.toPrecision(2)), exponent: null, word: '' }
  return { digits: digitsOf(value / (wordScale[found[1]] ?? 1)), exponent: null, word: found[1] }
}

export const valueParts = (value: number, unit: string | null): NumberParts =>
  unit === 'FLOP' ? flopParts(value) : countParts(value)

/**
 * The interval as one range on the scale of its value (0.7–6.3 beside 2.1), or as two numbers where that would be hard
 * to read. null: the source gives none.
 */
export function intervalParts(quantity: QuantityValue, unit: string | null): readonly NumberParts[] | null {
  const { value, low, high } = quantity
  if (low == null || high == null || (low === value && high === value)) return null
  const parts = valueParts(value, unit)
  const scale = parts.exponent === null ? (wordScale[parts.word] ?? 1) : 10 ** parts.exponent
  if (low / scale < 0.095 || high / scale >= 99.5) return [valueParts(low, unit), valueParts(high, unit)]
  return [{ ...parts, digits: `${boundOf(low / scale)}–${boundOf(high / scale)}` }]
}

const superscript = (number: number): string =>
  String(number).replace(/[-0-9]/g, digit => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')))

/** For titles, descriptions and other places without markup. */
export function plainText(parts: NumberParts): string {
  if (parts.exponent !== null) return `${parts.digits} × 10${superscript(parts.exponent)}`
  return parts.word ? `${parts.digits} ${parts.word}` : parts.digits
}

export const intervalText = (interval: readonly NumberParts[]): string => interval.map(plainText).join(' – ')

/** "2.1 × 10²⁵ FLOP (0.7–6.3 × 10²⁵, likely)" */
export function quantityText(quantity: QuantityValue & { confidence?: string }, unit: string | null): string {
  const interval = intervalParts(quantity, unit)
  const doubt = [interval && intervalText(interval), quantity.confidence].filter(Boolean).join(', ')
  return `${plainText(valueParts(quantity.value, unit))}${unit ? ` ${unit}` : ''}${doubt ? ` (${doubt})` : ''}`
}
