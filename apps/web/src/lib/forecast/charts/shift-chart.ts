/**
 * One belief as it is and as it would have to be: two 90% intervals on a scale of their own, the middles joined.
 *
 * What a belief stands on shows in its line: measured is drawn through, judged dashed, a guess dotted.
 */
import type { Belief } from '@frown/core/forecast'
import type { Grade } from '@frown/core/simulation'
import { type Chart, dot, drawing, line, linear, text } from './svg.ts'

export interface Shift {
  readonly prior: Belief
  readonly moved: Belief
  /** null: given by whoever asks. */
  readonly grade: Grade | null
  readonly hasMiddle: boolean
  readonly priorText: string
  readonly movedText: string
}

const height = 84
const priorY = 26
const movedY = 46

export function shiftChart({ prior, moved, grade, hasMiddle, priorText, movedText }: Shift, label: string): Chart {
  const low = Math.min(prior.p05, moved.p05)
  const high = Math.max(prior.p95, moved.p95)
  const x = linear([low, high], [0.015, 0.985])
  const look = `is-${grade ?? 'own'}`
  return drawing(height, label, [
    line('grid-line', 0, priorY, 1, priorY),
    line('grid-line', 0, movedY, 1, movedY),
    line(`belief-line prior ${look}`, x(prior.p05), priorY, x(prior.p95), priorY),
    line(`belief-line moved ${look}`, x(moved.p05), movedY, x(moved.p95), movedY),
    hasMiddle ? line('belief-join', x(prior.p50), priorY, x(moved.p50), movedY) : '',
    hasMiddle ? dot('belief-dot prior', x(prior.p50), priorY, 5) : '',
    hasMiddle ? dot('belief-dot moved', x(moved.p50), movedY, 5) : '',
    text('note-text halo', 0, priorY - 13, priorText),
    text('note-text halo', 0, movedY + 22, movedText)
  ])
}
