/**
 * How delays are said and drawn on a terminal: in years with their interval, and in bars without colour.
 */
import type { components } from './api/schema.ts'
import type { Answered } from './job.ts'

export type Extended = components['schemas']['Extended']
export type Estimate = components['schemas']['Estimate']
export type Quantiles = components['schemas']['Quantiles']
export type DelaySummary = components['schemas']['DelaySummary']

/** Two significant digits, and no hundredths of hundredths: <0.01, 0.095, 1.2, 15; what the horizon hides is said in words. */
export function years(value: Extended | undefined): string {
  const number = Number(value)
  if (value === undefined || Number.isNaN(number)) return 'not known'
  if (number === Number.POSITIVE_INFINITY) return 'beyond the horizon'
  if (number === Number.NEGATIVE_INFINITY) return 'earlier, from beyond the horizon'
  if (number === 0) return '0'
  const size = Math.abs(number)
  const text = size < 0.01 ? '<0.01' : plain(Number(size.toPrecision(2)))
  return number > 0 ? text : size < 0.01 ? '>−0.01' : `−${text}`
}

/** `1 year`, `0.095 years`, `beyond the horizon`. */
export const yearsText = (value: Extended): string =>
  Number.isFinite(Number(value)) ? `${years(value)} year${years(value) === '1' ? '' : 's'}` : years(value)

/** `0.095 years (50%: 0.045–0.17, 90%: <0.01–0.34)` */
export function delayText(delay: Quantiles | null): string {
  if (delay === null) return 'not defined, for nobody crosses within the horizon'
  const { p05, p25, p50, p75, p95 } = delay
  return `${yearsText(p50)} (50%: ${rangeText(p25, p75)}, 90%: ${rangeText(p05, p95)})`
}

/** `0.045–0.17`, `−0.1 to 0.2`, `3 to beyond the horizon`. */
export function rangeText(low: Extended, high: Extended): string {
  const [from, to] = [years(low), years(high)]
  if (from === to) return from
  if (Math.max(Math.abs(Number(low)), Math.abs(Number(high))) < 0.01) return 'about 0'
  return /^\d[\d.]*$|^<0\.01$/.test(from) && /^\d/.test(to) ? `${from}–${to}` : `${from} to ${to}`
}

/** `52% of 4,000 draws (51–54%, by their number alone)`, `none of 10,000 draws`. */
export function chanceText(probability: Estimate | null, draws: number): string {
  if (probability === null) return 'no draw, for nobody crosses within the horizon'
  const value = Number(probability.value)
  const of = `of ${draws.toLocaleString('en')} draw${draws === 1 ? '' : 's'}`
  if (value === 0) return `none ${of}`
  if (value === 1) return `all ${of}`
  return `${percent(value)} ${of} (${percentRange(probability)}, by their number alone)`
}

/** The same within a table: `52% (51–54%)`. */
export function chanceCell(probability: Estimate | null): string {
  if (probability === null) return 'not defined'
  const value = Number(probability.value)
  return value === 0 ? 'none' : value === 1 ? 'all' : `${percent(value)} (${percentRange(probability)})`
}

function percentRange({ low, high }: Estimate): string {
  const [from, to] = [percent(Number(low)), percent(Number(high))]
  return from === to ? from : /^\d/.test(from) ? `${from.slice(0, -1)}–${to}` : `${from}–${to}`
}

/** Whole percents, below one a tenth; what is not quite all or none is not said to be. */
export function percent(share: number): string {
  const value = share * 100
  if (value > 99 && value < 100) return '>99%'
  if (value > 0 && value < 0.1) return '<0.1%'
  return `${value < 0.95 ? Number(value.toPrecision(1)) : Math.round(value)}%`
}

const barWidth = 40

/**
 * A line from the 5th to the 95th percentile with the middle half thick and the median marked, on a scale from `least` to
 * `most`; an arrow where it goes on beyond either.
 */
export function intervalBar({ p05, p25, p50, p75, p95 }: Quantiles, least: number, most: number): string {
  const place = (value: Extended) =>
    Math.round(((Math.min(most, Math.max(least, Number(value))) - least) / (most - least || 1)) * (barWidth - 1))
  const [a, b, c, d, e] = [place(p05), place(p25), place(p50), place(p75), place(p95)]
  const cells: string[] = Array.from({ length: barWidth }, (_, at) =>
    at === c ? '●' : at >= b && at <= d ? '━' : at >= a && at <= e ? '─' : ' '
  )
  if (Number(p95) > most) cells.push('→')
  return `${Number(p05) < least ? '←' : ' '}${cells.join('')}`.trimEnd()
}

/** The scale under such lines. */
export function axisText(least: number, most: number): string {
  const [from, to] = [years(least), yearsText(most)]
  return ` ${from}${to.padStart(barWidth - from.length)}`
}

/** A bar of `share` of the width. */
export const bar = (share: number): string => '█'.repeat(Math.round(Math.min(1, Math.max(0, share)) * barWidth))

/** `everyone, the open community included,` before its verb. */
export const whoBefore = (who: string): string => (who.startsWith('everyone') ? `${who},` : who)

/** What the answer rests on, and how to have it again. */
export function pinsText({ pins }: Answered<unknown>, draws: number, seed = 1): string {
  const { asOf, registerVersion, beliefsVersion, ownParameters, kernelVersion } = pins
  return (
    `Race from ${asOf.trueOn}, as known on ${asOf.knownOn} (entry ${registerVersion}); beliefs ${beliefsVersion}` +
    `${ownParameters.length > 0 ? `, with your own of ${ownParameters.join(', ')}` : ''}; kernel ${kernelVersion}; ` +
    `${draws.toLocaleString('en')} draw${draws === 1 ? '' : 's'}, seed ${seed}.`
  )
}

/** Without an exponent. */
const plain = (number: number): string =>
  number >= 1e21 ? String(number) : number.toLocaleString('en', { useGrouping: false })
