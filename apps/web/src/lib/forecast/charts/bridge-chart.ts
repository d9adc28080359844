/**
 * From one side's median to the other's: what each mechanism carries, and within it each parameter.
 */
import { type Chart, drawing, line, linear, rect, text } from './svg.ts'

export interface BridgePart {
  readonly label: string
  readonly carries: number
  readonly within: readonly { readonly label: string; readonly carries: number }[]
}

interface Bridge {
  readonly from: { readonly label: string; readonly value: number }
  readonly to: { readonly label: string; readonly value: number }
  readonly parts: readonly BridgePart[]
  readonly valueText: (value: number) => string
  readonly changeText: (value: number) => string
}

const row = 46
const innerRow = 36
const top = 6
const right = 0.84

export function bridgeChart({ from, to, parts, valueText, changeText }: Bridge, label: string): Chart {
  const steps = inARow(parts, from.value).map(step => ({ ...step, inner: inARow(step.of.within, step.before) }))
  const ends = [0, from.value, to.value, ...steps.flatMap(({ after, inner }) => [after, ...inner.map(of => of.after)])]
  const least = Math.min(...ends)
  const most = Math.max(...ends, least + 1e-6)
  const x = linear([least, most], [0, right])
  const drawn: string[] = []
  let y = top
  const bar = (mark: string, a: number, b: number, height: number) => {
    drawn.push(rect(mark, Math.min(x(a), x(b)), y + 22, Math.max(0.003, Math.abs(x(b) - x(a))), height))
  }
  const side = ({ label: what, value }: Bridge['from'], mark: string) => {
    drawn.push(text('note-text halo strong', 0, y + 15, what))
    bar(mark, 0, value, 14)
    drawn.push(text('note-text halo strong', Math.max(x(0), x(value)), y + 34, valueText(value), 'start', 8))
    y += row
  }
  side(from, 's1 filled')
  for (const { of, before, after, inner } of steps) {
    drawn.push(text('note-text halo', 0, y + 15, of.label))
    bar(of.carries < 0 ? 's2 filled' : 's3 filled', before, after, 14)
    drawn.push(text('note-text halo', Math.max(x(before), x(after)), y + 34, changeText(of.carries), 'start', 8))
    y += row
    for (const part of inner) {
      const { label: what, carries } = part.of
      drawn.push(text('axis-text halo', 0, y + 14, what, 'start', 14))
      bar(carries < 0 ? 's2 hatched' : 's3 hatched', part.before, part.after, 7)
      drawn.push(
        text('axis-text halo', Math.max(x(part.before), x(part.after)), y + 30, changeText(carries), 'start', 8)
      )
      y += innerRow
    }
  }
  side(to, 's5 filled')
  return drawing(y + 8, label, [
    line('base-line', x(0), top, x(0), y),
    line('threshold-line', x(from.value), top + 22, x(from.value), y),
    ...drawn
  ])
}

/** Each begins where the last one ended. */
function inARow<Part extends { readonly carries: number }>(
  parts: readonly Part[],
  from: number
): { readonly of: Part; readonly before: number; readonly after: number }[] {
  let at = from
  return parts.map(of => {
    const before = at
    at += of.carries
    return { of, before, after: at }
  })
}
