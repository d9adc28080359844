/**
 * A distribution as a small area. What is measured is full, what is judged is pale, a guess is hatched and dashed.
 */
import type { Grade } from '@frown/core/simulation'
import type { Distribution } from '../distribution-code.ts'
import { densityAt, quantileAt, spikesOf } from '../distribution-shape.ts'
import { band, type Chart, drawing, line, linear, path, text } from './svg.ts'

const height = 84
const top = 8
const bottom = height - 26
const steps = 180
const hatches = 46

export interface DensityOptions {
  readonly grade: Grade
  readonly label: string
  readonly valueText: (value: number) => string
  /** Drawn behind where it differs. */
  readonly shipped: Distribution | null
}

/** Over more than a decade, ratios are what one sees. */
export const isLogScale = (of: Distribution): boolean =>
  quantileAt(of, 0.001) > 0 && quantileAt(of, 0.999) / quantileAt(of, 0.001) > 12

export function densityChart(of: Distribution, { grade, label, valueText, shipped }: DensityOptions): Chart {
  const drawn = shipped === null ? [of] : [of, shipped]
  const isLog = isLogScale(of)
  const placed = (value: number) => (isLog ? Math.log(Math.max(value, 1e-12)) : value)
  const ends = drawn.flatMap(each => [placed(quantileAt(each, 0.001)), placed(quantileAt(each, 0.999))])
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const room = most > least ? (most - least) * 0.06 : Math.max(1e-6, Math.abs(most) * 0.5)
  const x = linear([least - room, most + room], [0, 1])
  const valueAt = (share: number) => {
    const at = least - room + share * (most - least + 2 * room)
    return isLog ? Math.exp(at) : at
  }
  const heights = (each: Distribution, count: number) =>
    Array.from({ length: count + 1 }, (_, step) => {
      const share = step / count
      const value = valueAt(share)
      return [share, densityAt(each, value) * (isLog ? value : 1)] as const
    })
  const peak = Math.max(...drawn.flatMap(each => heights(each, steps).map(([, density]) => density))) || 1
  const y = linear([0, peak], [bottom, top])
  const outline = (each: Distribution) => heights(each, steps).map(([share, density]) => [share, y(density)] as const)
  const floor = [
    [0, bottom],
    [1, bottom]
  ] as const
  const hasArea = (each: Distribution) => heights(each, steps).some(([, density]) => density > 0)
  const [low, middle, high] = [quantileAt(of, 0.05), quantileAt(of, 0.5), quantileAt(of, 0.95)]
  const at = (value: number) => x(placed(value))
  const isNarrow = at(high) - at(low) < 0.3
  return drawing(height, label, [
    ...(shipped === null
      ? []
      : [
          hasArea(shipped) ? path('density-shipped', outline(shipped), height) : '',
          ...spikesOf(shipped).map(value => line('density-shipped', at(value), top, at(value), bottom))
        ]),
    hasArea(of) && grade !== 'guess' ? band(`density-${grade}`, floor, outline(of), height) : '',
    ...(grade === 'guess'
      ? heights(of, hatches).map(([share, density]) =>
          density > 0 ? line('density-hatch', share, bottom, share, y(density)) : ''
        )
      : []),
    hasArea(of) ? path(`density-line density-line-${grade}`, outline(of), height) : '',
    ...spikesOf(of).map(value => line(`density-line density-line-${grade}`, at(value), top, at(value), bottom)),
    line('base-line', 0, bottom, 1, bottom),
    ...(low === high
      ? [text('axis-text', at(middle), bottom + 20, valueText(middle), 'middle')]
      : [
          line('density-reach', at(low), bottom + 4, at(high), bottom + 4),
          line('density-middle', at(middle), bottom + 8, at(middle), top),
          text('axis-text', at(low), bottom + 22, valueText(low), isNarrow ? 'end' : 'middle', isNarrow ? -2 : 0),
          text('axis-text', at(high), bottom + 22, valueText(high), isNarrow ? 'start' : 'middle', isNarrow ? 2 : 0)
        ])
  ])
}
