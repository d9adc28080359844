/**
 * From the naive expectation to the answer, one mechanism at a time: each row begins where the last one ended.
 */
import type { AnswerTo } from '@frown/core/forecast'
import type { View } from '../state.ts'
import { type Chart, dot, drawing, line, rect, root, rootTicks, text } from './svg.ts'

const row = 46
const top = 6

export function stepsChart({ bars }: AnswerTo<'waterfall'>, view: View, label: string): Chart {
  const values = bars.map(({ delayYears }) => Number(delayYears[view]?.value ?? 0))
  const finite = values.filter(Number.isFinite)
  const least = Math.min(0, ...finite)
  const most = Math.max(0.1, ...finite) * (values.some(value => value === Number.POSITIVE_INFINITY) ? 1.3 : 1.05)
  const x = root([least, most], [0, 0.86])
  const bottom = top + bars.length * row
  const place = (value: number) => (Number.isFinite(value) ? x(value) : 0.9)
  return drawing(bottom + 30, label, [
    ...rootTicks(most).map(tick => line('grid-line', x(tick), top, x(tick), bottom)),
    ...rootTicks(most).map(tick =>
      text(
        'axis-text',
        x(tick),
        bottom + 20,
        tick === 0 ? '0 years' : String(tick),
        tick === 0 && least === 0 ? 'start' : 'middle'
      )
    ),
    ...bars.flatMap(({ label: what }, index) => {
      const value = values[index] as number
      const before = index === 0 ? 0 : (values[index - 1] as number)
      const y = top + index * row
      const [from, to] = [place(before), place(value)].sort((a, b) => a - b) as [number, number]
      const mark = index === 0 || index === bars.length - 1 ? 's1 filled' : value < before ? 's2 filled' : 's3 filled'
      const start = index === bars.length - 1 ? place(0) : from
      return [
        text('note-text', 0, y + 15, what),
        index === bars.length - 1
          ? rect(mark, Math.min(start, place(value)), y + 22, Math.abs(place(value) - start), 14)
          : rect(mark, from, y + 22, Math.max(0.002, to - from), 14),
        dot('s1 filled', place(value), y + 29, 3),
        text('note-text halo', Math.max(to, place(value)), y + 34, yearsShort(value), 'start', 8)
      ]
    })
  ])
}

const yearsShort = (value: number): string =>
  value === Number.POSITIVE_INFINITY ? '∞' : String(Number(value.toPrecision(2))).replace('-', '−')
