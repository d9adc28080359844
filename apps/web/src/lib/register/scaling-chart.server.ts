/**
 * Training compute against release, on a log axis.
 *
 * Only what is known is drawn; what is not known is counted beside the chart, never placed at the bottom of it.
 */
import * as Plot from '@observablehq/plot'
import { dateOf as date, dayTicks } from '../charts/day-axis.server.ts'
import { draw, escaped, share } from '../charts/drawing.server.ts'
import { shortDayText } from '../ui/day-text.ts'
import { flopParts, plainText } from '../ui/quantity-text.ts'

export interface ScalingPoint {
  readonly id: string
  readonly name: string
  readonly groups: string
  readonly releasedOn: string
  readonly flop: number
  readonly low: number | null
  readonly high: number | null
  readonly confidence: string
  /** Class of its series. */
  readonly mark: string
}

export interface ScalingChart {
  readonly points: readonly ScalingPoint[]
  readonly from: string
  readonly to: string
  readonly band: readonly { on: string; value: number | null; low: number | null; high: number | null }[]
  readonly intervals: boolean
  readonly label: string
}

export const scalingHeight = 470

/** Thresholds in law, by training compute. docs/register.md says where they stand and since when. */
export const thresholds = [
  { flop: 1e23, label: 'EU: general-purpose model' },
  { flop: 1e25, label: 'EU: systemic risk presumed' },
  { flop: 1e26, label: 'California: frontier model' }
] as const

export function scalingDomain(points: readonly ScalingPoint[], intervals: boolean): [number, number] {
  const values = points.flatMap(({ flop, low, high }) => (intervals ? [low ?? flop, flop, high ?? flop] : [flop]))
  const logs = values.map(Math.log10)
  return [
    10 ** Math.floor(Math.min(24, ...logs) - 0.2),
    10 ** Math.ceil(Math.max(24, ...logs) + (intervals ? 0.02 : 0.2))
  ]
}

export function scalingChart({ points, from, to, band, intervals, label }: ScalingChart): string {
  const [low, high] = scalingDomain(points, intervals)
  const ticks = decades(low, high)
  const shown = thresholds.filter(({ flop }) => flop > low && flop < high)
  const line = band.filter(({ on }) => on >= from && on <= to)
  return draw({
    height: scalingHeight,
    label,
    marginTop: 14,
    marginBottom: 30,
    x: { type: 'utc', domain: [date(from), date(to)] },
    y: { type: 'log', domain: [low, high] },
    clip: false,
    marks: [
      Plot.ruleY(ticks, { className: 'grid-line' }),
      Plot.ruleY([low], { className: 'base-line' }),
      Plot.axisY(ticks, { tickSize: 0, label: null, className: 'axis-text', tickFormat: power, dx: 3 }),
      Plot.axisX({ tickSize: 0, label: null, className: 'axis-text', ...dayTicks(from, to) }),
      Plot.areaY(line, { x: d => date(d.on), y1: 'low', y2: 'high', className: 'trend-band' }),
      Plot.dot(points, {
        x: d => date(d.releasedOn),
        y: 'flop',
        y1: 'low',
        y2: 'high',
        render: marks(points, intervals)
      } as Plot.DotOptions),
      Plot.line(line, { x: d => date(d.on), y: 'value', className: 'trend-line' }),
      Plot.ruleY(shown, { y: 'flop', className: 'threshold-line' }),
      Plot.text(shown, {
        x: () => date(from),
        y: 'flop',
        text: d => `${power(d.flop)}  ${d.label}`,
        textAnchor: 'start',
        dx: 4,
        dy: -8,
        className: 'note-text halo'
      })
    ]
  })
}

const power = (value: number): string => `10^${Math.round(Math.log10(value))}`

function decades(low: number, high: number): number[] {
  const first = Math.round(Math.log10(low))
  const last = Math.round(Math.log10(high))
  const step = [1, 2, 3, 5].find(size => (last - first) / size <= 8) ?? 5
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter(exponent => exponent > first && exponent % step === 0)
    .map(exponent => 10 ** exponent)
}

type Render = NonNullable<Plot.MarkOptions['render']>
type RenderFunction = Extract<Render, (...args: never[]) => unknown>

/** Disc: confident. Ring: likely. Diamond: speculative. Cross: confidence not stated. */
function marks(points: readonly ScalingPoint[], intervals: boolean): RenderFunction {
  return (_index, scales, _values, _dimensions, context) => {
    const root = context.document.createElementNS('http://www.w3.org/2000/svg', 'g')
    const x = (day: string) => Number(scales.x?.(date(day)))
    const y = (flop: number) => Number(scales.y?.(flop)).toFixed(1)
    const groups = Map.groupBy(points, point => point.mark)
    const markup = [...groups]
      .sort(([a], [b]) => (a === 's0' ? -1 : b === 's0' ? 1 : a < b ? -1 : 1))
      .map(([mark, own]) => {
        const whiskers = own.filter(point => intervals && point.low !== null && point.high !== null)
        const lines = whiskers.map(point => {
          const at = share(x(point.releasedOn))
          return `<line x1="${at}" x2="${at}" y1="${y(point.low as number)}" y2="${y(point.high as number)}"></line>`
        })
        const shapes = [...Map.groupBy(own, point => point.confidence)].map(([confidence, alike]) => {
          const drawn = alike.map(point => {
            const at = share(x(point.releasedOn))
            const title = `<title>${escaped(titleOf(point))}</title>`
            const id = `data-s="${escaped(point.id)}"`
            if (confidence === 'speculative' || confidence === 'unknown')
              return `<use href="#${confidence}" x="${at}" y="${y(point.flop)}" ${id}>${title}</use>`
            return `<circle cx="${at}" cy="${y(point.flop)}" r="4" ${id}>${title}</circle>`
          })
          return `<g class="${confidence === 'confident' ? 'filled' : 'hollow'}">${drawn.join('')}</g>`
        })
        return `<g class="${mark}">${lines.length > 0 ? `<g class="whisker">${lines.join('')}</g>` : ''}${shapes.join('')}</g>`
      })
    root.innerHTML = `<defs><path id="speculative" d="M0-5 5 0 0 5-5 0z"></path><path id="unknown" d="M-3.5-3.5l7 7m0-7l-7 7"></path></defs>${markup.join('')}`
    return root
  }
}

const titleOf = ({ name, groups, releasedOn, flop, confidence }: ScalingPoint): string =>
  `${name}\n${groups}, ${shortDayText(releasedOn)}\n${plainText(flopParts(flop))} FLOP (${confidence === 'unknown' ? 'confidence not stated' : confidence})`
