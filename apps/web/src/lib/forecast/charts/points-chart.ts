/**
 * Medians and intervals of several things below each other, each with its numbers in words: 90% thin, 50% thick.
 *
 * Long labels break into lines. Years go by their square root, so that weeks keep room beside decades; what lies beyond
 * the horizon ends in an arrow. A ring is the median of one structure, an upright stroke that of the other.
 */
import type { Grade } from '@frown/core/simulation'
import { type Chart, dot, drawing, line, linear, root, rootTicks, text } from './svg.ts'

export interface PointRow {
  readonly label: string
  readonly p05: number
  readonly p25: number
  readonly p50: number
  readonly p75: number
  readonly p95: number
  /** Medians of the two structures; null where they are the same. */
  readonly structures: { readonly substitutes: number; readonly complements: number } | null
  /** A line from nought above the interval, for what stands against it; its look says what it rests on. */
  readonly against?: { readonly value: number; readonly grade: Grade | 'own' } | undefined
}

const lineHeight = 17
const widestLine = 46

export function pointsChart(
  rows: readonly PointRow[],
  label: string,
  { isShare, tickText }: { readonly isShare: boolean; readonly tickText: (value: number) => string }
): Chart {
  const finite = rows
    .flatMap(({ p05, p50, p95, against }) => [p05, p50, p95, against?.value ?? 0])
    .filter(Number.isFinite)
  const low = isShare ? 0 : Math.min(0, ...finite)
  const high = isShare ? 1 : Math.max(0, ...finite) || 0.1
  const scale = (isShare ? linear : root)([low, high], [0.015, 0.955])
  const parts: string[] = []
  let top = 4
  for (const { label: what, p05, p25, p50, p75, p95, structures, against } of rows) {
    const lines = wrapped(what)
    for (const [index, words] of lines.entries())
      parts.push(text('note-text halo', 0, top + 13 + index * lineHeight, words))
    if (against) {
      const above = top + lines.length * lineHeight + 7
      parts.push(line(`belief-line moved is-${against.grade}`, scale(0), above, scale(against.value), above))
      top += 13
    }
    const y = top + lines.length * lineHeight + 9
    parts.push(line('interval-90', scale(p05), y, scale(p95), y), line('interval-50', scale(p25), y, scale(p75), y))
    if (p95 === Number.POSITIVE_INFINITY) parts.push(text('note-text', 0.965, y + 4.5, '→'))
    if (structures)
      parts.push(
        dot('pull-low', scale(structures.substitutes), y, 4),
        line('density-middle', scale(structures.complements), y - 7, scale(structures.complements), y + 7)
      )
    parts.push(dot('interval-dot', scale(p50), y))
    top = y + 15
  }
  const ticks = isShare ? [0, 0.25, 0.5, 0.75, 1] : signedTicks(low, high, scale)
  return drawing(top + 24, label, [
    ...ticks.map(tick => line(tick === 0 ? 'base-line' : 'grid-line', scale(tick), 2, scale(tick), top)),
    ...ticks.map(tick => text('axis-text', scale(tick), top + 18, tickText(tick), tick === low ? 'start' : 'middle')),
    ...parts
  ])
}

/** Marks on both sides of nought that do not run into each other. */
function signedTicks(low: number, high: number, scale: (value: number) => number): number[] {
  const most = Math.max(-low, high)
  const all = rootTicks(most).flatMap(tick => (tick === 0 ? [0] : [-tick, tick]))
  const kept: number[] = []
  for (const tick of all.filter(tick => tick >= low && tick <= high))
    if (kept.every(other => Math.abs(scale(other) - scale(tick)) >= 0.09)) kept.push(tick)
  return kept.sort((a, b) => a - b)
}

function wrapped(words: string, widest = widestLine): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > widest) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
