/**
 * Pieces of a drawing that fits any width without a script: x is a share of the width, y and text keep their size.
 *
 * Written as text, so that server and browser draw the same. Looks are classes of chart.css; no style attribute.
 */
import type { Extended, Quantiles } from '@frown/core/forecast'

export interface Chart {
  readonly svg: string
  readonly height: number
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const rounded = (number: number): string => String(Number(number.toFixed(2)))
/** A place between 0 (left) and 1 (right). */
const across = (share: number): string => `${rounded(share * 100)}%`

export function drawing(height: number, label: string, parts: readonly string[]): Chart {
  const body = parts.filter(Boolean).join('')
  return {
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" class="plot-svg" width="100%" height="${height}" role="img" aria-label="${escaped(label)}">${body}</svg>`
  }
}

export const line = (className: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${className}" x1="${across(x1)}" y1="${rounded(y1)}" x2="${across(x2)}" y2="${rounded(y2)}"/>`

export const rect = (className: string, x: number, y: number, width: number, height: number): string =>
  `<rect class="${className}" x="${across(x)}" y="${rounded(y)}" width="${across(Math.max(0, width))}" height="${rounded(Math.max(0, height))}"/>`

export const dot = (className: string, x: number, y: number, r = 4.5): string =>
  `<circle class="${className}" cx="${across(x)}" cy="${rounded(y)}" r="${r}"/>`

type Anchor = 'start' | 'middle' | 'end'
export const text = (
  className: string,
  x: number,
  y: number,
  content: string,
  anchor: Anchor = 'start',
  dx = 0
): string =>
  `<text class="${className}" x="${across(x)}" y="${rounded(y)}" text-anchor="${anchor}"${dx === 0 ? '' : ` dx="${dx}"`}>${escaped(content)}</text>`

type Point = readonly [x: number, y: number]
const stretch = 1000

/** A line through points (x 0–1, y in pixels), in a frame of its own that is stretched with the width. */
export function path(className: string, points: readonly Point[], height: number): string {
  if (points.length === 0) return ''
  return stretched(`<path class="${className}" d="M${points.map(inFrame).join('L')}"/>`, height)
}

/** The area between two lines over the same x. */
export function band(className: string, lower: readonly Point[], upper: readonly Point[], height: number): string {
  if (lower.length === 0) return ''
  const around = [...upper, ...[...lower].reverse()]
  return stretched(`<path class="${className}" d="M${around.map(inFrame).join('L')}Z"/>`, height)
}

const inFrame = ([x, y]: Point): string => `${rounded(x * stretch)},${rounded(y)}`
const stretched = (content: string, height: number): string =>
  `<svg viewBox="0 0 ${stretch} ${height}" preserveAspectRatio="none" width="100%" height="${height}">${content}</svg>`

export type Scale = (value: number) => number

/** From `domain` to `range`, and no further. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  return value => start + ((Math.min(to, Math.max(from, value)) - from) / (to - from || 1)) * (end - start)
}

/** As `linear`, by the square root: small values keep room beside large ones. */
export function root([from, to]: readonly [number, number], range: readonly [number, number]): Scale {
  const signed = (value: number) => Math.sign(value) * Math.sqrt(Math.abs(value))
  const scale = linear([signed(from), signed(to)], range)
  return value => scale(signed(value))
}

/** The number of a quantile; infinite ones stay so. */
export const numberOf = (value: Extended): number => Number(value)

export const finiteOf = (quantiles: Quantiles | null, name: keyof Quantiles): number => {
  const value = quantiles === null ? 0 : Number(quantiles[name])
  return Number.isFinite(value) ? value : 0
}

const yearTicks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 40, 80]
/** Marks of a square-root scale up to `most` years that stand at least a tenth of it apart. */
export function rootTicks(most: number): number[] {
  const kept = [0]
  for (const tick of yearTicks)
    if (tick <= most && Math.sqrt(tick / most) - Math.sqrt((kept.at(-1) ?? 0) / most) >= 0.1) kept.push(tick)
  return kept
}

export const shareText = (share: number): string => `${Math.round(share * 100)}%`
