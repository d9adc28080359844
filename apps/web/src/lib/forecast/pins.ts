/**
 * What a link to an answer holds, so that it can be opened later: what the answer rested on, and what it was.
 */
import type { Extended, Quantiles } from '@frown/core/forecast'

export interface Versions {
  readonly register: number
  readonly beliefs: string
  readonly kernel: string
}

/** A delay as it was cited: null where it was not defined in any draw. */
export type Was = Pick<Quantiles, 'p05' | 'p50' | 'p95'> | null

export interface Pins {
  readonly kernel: string | null
  readonly beliefs: string | null
  readonly register: number | null
  /** undefined: not in the address. */
  readonly was: Was | undefined
  readonly faults: readonly string[]
}

const pinNames = ['k', 'b', 'r', 'was'] as const

/** Six digits: far more than is shown, and the same wherever it is worked out. */
const digits = (value: Extended): string => {
  const number = Number(value)
  if (Number.isFinite(number)) return String(Number(number.toPrecision(6)))
  return number > 0 ? 'inf' : '-inf'
}

export const wasText = (quantiles: Was): string =>
  quantiles === null ? 'none' : [quantiles.p50, quantiles.p05, quantiles.p95].map(digits).join(',')

export function readPins(params: Pick<URLSearchParams, 'get'>): Pins {
  const faults: string[] = []
  const text = (name: string): string | null => params.get(name)?.slice(0, 100) || null
  const version = (name: string, what: string): string | null => {
    const given = text(name)
    if (given === null || /^[\w.-]{1,64}$/.test(given)) return given
    faults.push(`${name} is “${given}”, which names no ${what}.`)
    return null
  }
  const entry = text('r')
  const isEntry = entry !== null && /^\d{1,9}$/.test(entry)
  if (entry !== null && !isEntry) faults.push(`r is “${entry}”, which is no entry of the register.`)
  return {
    kernel: version('k', 'kernel'),
    beliefs: version('b', 'version of the beliefs'),
    register: isEntry ? Number(entry) : null,
    was: readWas(text('was'), faults),
    faults
  }
}

function readWas(given: string | null, faults: string[]): Was | undefined {
  if (given === null) return undefined
  if (given === 'none') return null
  const values = given.split(',').map((part): Extended | null => {
    if (part === 'inf') return 'Infinity'
    if (part === '-inf') return '-Infinity'
    return /^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(part) ? Number(part) : null
  })
  const [p50, p05, p95] = values
  if (values.length === 3 && p50 != null && p05 != null && p95 != null) return { p50, p05, p95 }
  faults.push(`was is “${given}”, which is no median with its 90% interval.`)
  return undefined
}

/** The parameters of an address that pin an answer, but for its days. */
export const pinsOf = (
  { draws, seed }: { readonly draws: number; readonly seed: number },
  { register, beliefs, kernel }: Versions,
  was?: Was
): Record<string, string> => ({
  draws: String(draws),
  seed: String(seed),
  k: kernel,
  b: beliefs,
  r: String(register),
  ...(was !== undefined && { was: wasText(was) })
})

/** Without what pins an answer: for links to a new one. */
export const unpinned = (params: Iterable<[string, string]>): [string, string][] =>
  [...params].filter(([name]) => !(pinNames as readonly string[]).includes(name))

/** What has moved on since an answer was pinned, in sentences. */
export function movedOn(pins: Pins, now: Versions, knownOn: string): string[] {
  const lines: string[] = []
  if (pins.kernel !== null && pins.kernel !== now.kernel)
    lines.push(`The kernel that works the race out is another: ${pins.kernel} then, ${now.kernel} now.`)
  if (pins.beliefs !== null && pins.beliefs !== now.beliefs)
    lines.push(`The beliefs that ship are others: ${pins.beliefs} then, ${now.beliefs} now.`)
  if (pins.register !== null && pins.register !== now.register)
    lines.push(
      `The register has gone from entry ${pins.register} to ${now.register}; this page keeps to what was known on ${knownOn}.`
    )
  return lines
}
