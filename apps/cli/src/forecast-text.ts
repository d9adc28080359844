/**
 * How delays are said and drawn on a terminal: in years with their interval, and in bars without colour.
 */
import type { components } from './api/schema.ts'
import type { Answered } from './job.ts'

export type Extended = components['schemas']['Extended']
export type Estimate = components['schemas']['Estimate']
export type Quantiles = components['schemas']['Quantiles']
export type DelaySummary = components['schemas']['DelaySummary']

/** Two significant digits: 0.095, 1.2, 15. */
export function years(value: Extended | undefined): string {
  const number = Number(value)
  if (value === undefined || Number.isNaN(number)) return 'not known'
  if (!Number.isFinite(number)) return number > 0 ? 'beyond the horizon' : 'from beyond the horizon'
  if (number === 0) return '0'
  const text = String(Number(number.toPrecision(2)))
  return /e/.test(text) ? (Math.abs(number) < 1e-3 ? '0.00' : number.toFixed(0)) : text
}

/** `0.095 years (50%: 0.045–0.17, 90%: 0.0034–0.34)` */
export function delayText(delay: Quantiles | null): string {
  if (delay === null) return 'not defined in any draw'
  const { p05, p25, p50, p75, p95 } = delay
  return `${years(p50)} years (50%: ${rangeText(p25, p75)}, 90%: ${rangeText(p05, p95)})`
}

export const rangeText = (low: Extended, high: Extended): string =>
  `${years(low)}${Number(low) < 0 || Number(high) < 0 || !Number.isFinite(Number(high)) ? ' to ' : '–'}${years(high)}`

/** `4%`, `0.4%`, `none of 10,000 draws`. */
export function chanceText(probability: Estimate | null, draws: number): string {
  if (probability === null) return 'not defined'
  const value = Number(probability.value)
  const count = draws.toLocaleString('en')
  if (value === 0) return `none of ${count} draws`
  if (value === 1) return `all of ${count} draws`
  return `${percent(value)} (${percent(Number(probability.low))}–${percent(Number(probability.high))}, by the number of draws alone)`
}

/** What is not quite all or none is not said to be. */
export function percent(share: number): string {
  const value = share * 100
  if (value >= 99.5 && value < 100) return '>99%'
  if (value > 0 && value < 0.1) return '<0.1%'
  return `${value === 0 || value >= 10 || Number.isInteger(value) ? Math.round(value) : Number(value.toPrecision(2))}%`
}

const barWidth = 40

/** A line from the 5th to the 95th percentile with the middle half thick and the median marked, on a scale up to `most`. */
export function intervalBar({ p05, p25, p50, p75, p95 }: Quantiles, least: number, most: number): string {
  const place = (value: Extended) =>
    Math.round(((Math.min(most, Math.max(least, Number(value))) - least) / (most - least || 1)) * (barWidth - 1))
  const [a, b, c, d, e] = [place(p05), place(p25), place(p50), place(p75), place(p95)]
  return Array.from({ length: barWidth }, (_, at) =>
    at === c ? '●' : at >= b && at <= d ? '━' : at >= a && at <= e ? '─' : ' '
  )
    .join('')
    .trimEnd()
}

/** A bar of `share` of the width. */
export const bar = (share: number): string => '█'.repeat(Math.round(Math.min(1, Math.max(0, share)) * barWidth))

/** What the answer rests on, and how to have it again. */
export const pinsText = ({ pins }: Answered<unknown>): string =>
  `Race from ${pins.asOf.trueOn}, as known on ${pins.asOf.knownOn} (entry ${pins.registerVersion}); beliefs ${pins.beliefsVersion}` +
  `${pins.ownParameters.length > 0 ? `, with your own of ${pins.ownParameters.join(', ')}` : ''}; kernel ${pins.kernelVersion}.`
