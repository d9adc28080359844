/**
 * What share would have to refuse: draws by tenths of it, and those in which even all do not suffice.
 */
import type { AnswerTo } from '@frown/core/forecast'
import type { View } from '../state.ts'
import { type Chart, drawing, line, linear, rect, shareText, text } from './svg.ts'

const height = 210
const top = 22
const bottom = height - 34
/** Ten tenths, a gap, and the bar of what is unreachable. */
const slots = 12.4

export function shareChart(answer: AnswerTo<'requiredShare'>[number], view: View, label: string): Chart {
  const { histogram, unreachable } = answer.summary[view]
  const none = Number(unreachable?.value ?? 0)
  const y = linear([0, 1], [bottom, top])
  const slot = 1 / slots
  const bar = (at: number, share: number, mark: string) =>
    share === 0
      ? ''
      : rect(mark, at + slot * 0.08, y(share), slot * 0.84, bottom - y(share)) +
        text('note-text', at + slot / 2, y(share) - 6, share >= 0.005 ? shareText(share) : '<1%', 'middle')
  return drawing(height, label, [
    line('base-line', 0, bottom, slot * 10, bottom),
    line('base-line', slot * 10.6, bottom, slot * 12.2, bottom),
    ...histogram.map((share, tenth) => bar(tenth * slot, share, 's1 filled')),
    none === 0
      ? ''
      : rect('s0 hatched', slot * 10.8, y(none), slot * 1.2, bottom - y(none)) +
        text('note-text', slot * 11.4, y(none) - 6, shareText(none), 'middle'),
    ...[0, 5, 10].map(tenth =>
      text('axis-text', tenth * slot, bottom + 20, shareText(tenth / 10), tenth === 0 ? 'start' : 'middle')
    ),
    text('axis-text', slot * 11.4, bottom + 20, 'none', 'middle')
  ])
}
