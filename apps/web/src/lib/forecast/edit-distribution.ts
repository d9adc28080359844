/**
 * Changing a parameter in its own numbers: a doubling time stays one, though the model runs with a rate of growth.
 */
import { distributionFault, type ParameterName, parameterDefinitions } from '@frown/core/simulation'
import type { Distribution } from './distribution-code.ts'
import { quantileAt } from './distribution-shape.ts'

export const plainKinds = ['constant', 'uniform', 'triangular', 'lognormal90'] as const
export type PlainKind = (typeof plainKinds)[number]
export const kindNames: Record<PlainKind | 'mixture', string> = {
  constant: 'One value',
  uniform: 'Evenly between two',
  triangular: 'Triangle',
  lognormal90: 'Lognormal',
  mixture: 'A mixture of several'
}

export interface EditedNumber {
  readonly label: string
  readonly value: number
}

/** What stands within ln, ln 2 over, or a factor. */
export function innermost(of: Distribution): Extract<Distribution, { kind: PlainKind | 'mixture' }> {
  return of.kind === 'logOf' || of.kind === 'ln2Over' || of.kind === 'scaled' ? innermost(of.of) : of
}

const rewrapped = (of: Distribution, inside: Distribution): Distribution =>
  of.kind === 'logOf' || of.kind === 'ln2Over' || of.kind === 'scaled'
    ? { ...of, of: rewrapped(of.of, inside) }
    : inside

/** In which unit the numbers of `of` are. */
export function ownUnit(name: ParameterName, of: Distribution): string {
  const { unit } = parameterDefinitions[name]
  if (of.kind === 'logOf' && of.of.kind !== 'logOf')
    return unit === 'ln per year' ? 'times a year' : unit.replace(/^ln /, '')
  if (of.kind === 'ln2Over') return 'doubling time, years'
  if (of.kind === 'scaled' && Math.abs(of.by - Math.LN10) < 1e-9 && unit.startsWith('ln '))
    return `powers of ten, ${unit.slice(3)}`
  return of.kind === 'scaled' ? `${unit}, before × ${of.by}` : unit
}

const fieldLabels: Record<PlainKind, readonly string[]> = {
  constant: ['value'],
  uniform: ['from', 'to'],
  triangular: ['from', 'likeliest', 'to'],
  lognormal90: ['5% point', '95% point']
}

function plainNumbers(of: Distribution): number[] {
  switch (of.kind) {
    case 'constant':
      return [of.value]
    case 'uniform':
      return [of.low, of.high]
    case 'triangular':
      return [of.low, of.mode, of.high]
    case 'lognormal90':
      return [of.p05, of.p95]
    case 'mixture':
      return []
    default:
      return plainNumbers(innermost(of))
  }
}

const plainOf = (kind: PlainKind, [a = Number.NaN, b = Number.NaN, c = Number.NaN]: readonly number[]): Distribution =>
  kind === 'constant'
    ? { kind, value: a }
    : kind === 'uniform'
      ? { kind, low: a, high: b }
      : kind === 'triangular'
        ? { kind, low: a, mode: b, high: c }
        : { kind, p05: a, p95: b }

/** The numbers that make up a distribution, in the order in which `withNumbers` takes them. */
export function numbersOf(of: Distribution): EditedNumber[] {
  const inside = innermost(of)
  if (inside.kind !== 'mixture')
    return plainNumbers(inside).map((value, index) => ({ label: fieldLabels[inside.kind][index] ?? '', value }))
  return inside.of.flatMap(({ weight, distribution }, index) => {
    const part = innermost(distribution)
    return [
      { label: `part ${index + 1}: weight`, value: weight },
      ...plainNumbers(part).map((value, at) => ({
        label: `part ${index + 1}: ${part.kind === 'mixture' ? '' : (fieldLabels[part.kind][at] ?? '')}`,
        value
      }))
    ]
  })
}

export function withNumbers(of: Distribution, numbers: readonly number[]): Distribution {
  const inside = innermost(of)
  if (inside.kind !== 'mixture') return rewrapped(of, plainOf(inside.kind, numbers))
  let at = 0
  const parts = inside.of.map(({ distribution }) => {
    const part = innermost(distribution)
    const weight = numbers[at++] ?? Number.NaN
    const count = plainNumbers(part).length
    const own = numbers.slice(at, at + count)
    at += count
    return {
      weight,
      distribution: part.kind === 'mixture' ? distribution : rewrapped(distribution, plainOf(part.kind, own))
    }
  })
  return rewrapped(of, { kind: 'mixture', of: parts })
}

const shortened = (value: number): number => Number(value.toPrecision(3))

/** As near as another kind comes: the same 5% and 95% points as ends, or the median. */
export function withKind(of: Distribution, kind: PlainKind): Distribution {
  const inside = innermost(of)
  const at = (level: number) => shortened(quantileAt(inside, level))
  const [low, middle, high] = [at(0.05), at(0.5), at(0.95)]
  const numbers =
    kind === 'constant'
      ? [middle]
      : kind === 'triangular'
        ? [low, middle, high]
        : kind === 'lognormal90' && low <= 0
          ? [shortened(high > 0 ? high / 20 : 0.05), high > 0 ? high : 1]
          : [low, high]
  return rewrapped(of, plainOf(kind, numbers))
}

/** Why the model cannot run with it, in a sentence; null if it can. */
export function faultText(name: ParameterName, distribution: Distribution): string | null {
  const fault = distributionFault(name, distribution)
  if (fault === null) return null
  const detail = fault.detail.replaceAll(`parameters.${name}`, `${parameterDefinitions[name].label}`)
  return [detail, fault.remedy].filter(Boolean).join(' ')
}

export interface Edit {
  /** Of a plain kind; anything else leaves it as it is. */
  readonly kind: string
  readonly numbers: readonly string[]
}

/** The distribution that the fields of a form make of `of`, or why they make none. */
export function edited(
  name: ParameterName,
  of: Distribution,
  { kind, numbers }: Edit
): { readonly distribution: Distribution } | { readonly fault: string } {
  const wanted = plainKinds.find(plain => plain === kind)
  const isOther = wanted !== undefined && wanted !== innermost(of).kind
  const { label } = parameterDefinitions[name]
  let distribution: Distribution
  if (isOther) distribution = withKind(of, wanted)
  else {
    const wrong = numbers.find(text => !/^[-−]?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text.trim()))
    if (wrong !== undefined)
      return { fault: `${label}: “${wrong.slice(0, 40)}” is no number. Write it as 0.5 or 3e10.` }
    distribution = withNumbers(
      of,
      numbers.map(text => Number(text.trim().replace('−', '-')))
    )
  }
  const fault = faultText(name, distribution)
  return fault === null ? { distribution } : { fault }
}

/** Middle and 90% in everyday terms: "×2.4 a year (2 to 2.9)"; null where the model's own are plain already. */
export function plainSpread(unit: string, of: Distribution): string | null {
  const [low, middle, high] = [0.05, 0.5, 0.95].map(level => plainly(unit, quantileAt(of, level)))
  if (!low || !middle || !high) return null
  const bare = (text: string) => text.replace(/^×| a year$| FLOP$/g, '')
  return low === high ? middle : `${middle} (90%: ${bare(low)} to ${bare(high)})`
}

/** A value of the model read in everyday terms: "×2.4 a year", "4.0e31 FLOP", "$240 billion"; null where it is plain already. */
export function plainly(unit: string, value: number): string | null {
  if (unit === 'ln per year') return `×${Number(Math.exp(value).toPrecision(2))} a year`
  if (unit === 'ln FLOP') return `${Math.exp(value).toExponential(1).replace('e+', 'e')} FLOP`
  if (unit !== 'ln USD') return null
  const usd = Math.exp(value)
  const [size, word] = usd >= 1e12 ? [1e12, ' trillion'] : usd >= 1e9 ? [1e9, ' billion'] : [1e6, ' million']
  return usd >= 1e15 || usd < 1e6
    ? `$${usd.toExponential(1).replace('e+', 'e')}`
    : `$${Number((usd / size).toPrecision(2))}${word}`
}
