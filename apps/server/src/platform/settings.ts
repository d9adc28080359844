/**
 * Settings that are more than a word: who may speak for others, how much one address may ask, what is logged.
 *
 * Each reader gives the value, or null for a text of another form; config.ts says so in words.
 */
import { isIP } from 'node:net'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export const readLogLevel = (text: string): LogLevel | null => logLevels.find(level => level === text) ?? null

/** What one address may ask in a minute. */
export interface Limits {
  /** Pages and answers of the API. */
  readonly reading: number
  /** Whatever changes something. */
  readonly writing: number
  /** Questions that are computed. */
  readonly computing: number
}

export const usualLimits: Limits = { reading: 1_200, writing: 60, computing: 120 }
const highestLimit = 1_000_000

/** `off` gives 'off'; `reading=3000,writing=100` changes these and leaves the others as usual. */
export function readLimits(text: string): Limits | 'off' | null {
  if (text === 'off') return 'off'
  const limits = { ...usualLimits }
  for (const part of text.split(',')) {
    const [, name, number] = /^\s*(reading|writing|computing)=(\d{1,7})\s*$/.exec(part) ?? []
    const perMinute = Number(number)
    if (name === undefined || perMinute < 1 || perMinute > highestLimit) return null
    limits[name as keyof Limits] = perMinute
  }
  return limits
}

const named = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** Addresses, ranges such as 10.0.0.0/8, and `loopback`, `linklocal`, `uniquelocal`. */
export function readTrustedProxies(text: string): readonly string[] | null {
  const proxies = text.split(',').map(part => part.trim())
  return proxies.every(proxy => named.has(proxy) || isRange(proxy)) ? proxies : null
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  )
}
