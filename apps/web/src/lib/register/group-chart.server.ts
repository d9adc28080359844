/**
 * A group's known runs against the field's frontier, with what is not known in a strip of its own below.
 *
 * A system of unknown compute has a day but no height: drawn at the bottom of the scale it would look small.
 */
import * as Plot from '@observablehq/plot'
import { draw } from '../charts/drawing.server.ts'
import { shortDayText } from '../ui/day-text.ts'
import { flopParts, plainText } from '../ui/quantity-text.ts'
import type { Measured } from './resources.ts'

export interface GroupRun {
  readonly name: string
  readonly releasedOn: string
  readonly compute: Measured
}

export interface GroupChart {
  readonly name: string
  readonly runs: readonly GroupRun[]
  readonly unknown: readonly { name: string; releasedOn: string }[]
  readonly frontier: readonly { name: string; releasedOn: string; flop: number }[]
  /** The last day that is drawn. */
  readonly to: string
}

export const groupChartHeight = 440

const dayMs = 86_400_000
const date = (day: string) => new Date(`${day}T00:00:00Z`)
const power = (value: number): string => `10^${Math.round(Math.log10(value))}`

/** Classes and labels of the drawing's series, for its legend. */
export const groupChartLegend = (name: string) => [
  { mark: 's2', label: `Known runs of ${name}` },
  { mark: 's0', label: "The field's frontier" }
]

export function groupChart({ name, runs, unknown, frontier, to }: GroupChart): string {
  const days = [...runs, ...unknown].map(run => date(run.releasedOn).getTime())
  const end = new Date(Math.max(date(to).getTime(), ...days))
  const span = Math.max(end.getTime() - Math.min(...days), 365 * dayMs)
  const start = new Date(end.getTime() - span * 1.04)
  const shown = steps(frontier, start, end)
  const logs = [
    ...runs.flatMap(run => [run.compute.value, run.compute.low ?? run.compute.value]),
    ...shown.map(step => step.flop)
  ].map(Math.log10)
  const lowest = Math.floor(Math.min(24, ...logs))
  const highest = Math.ceil(
    Math.max(24, ...logs, ...runs.map(run => Math.log10(run.compute.high ?? run.compute.value)))
  )
  const strip = (highest - lowest) * 0.09
  const base = 10 ** lowest
  const floor = 10 ** (lowest - strip)
  const ticks = decades(lowest, highest)
  const largest = runs.reduce<GroupRun | undefined>(
    (best, run) => (best && best.compute.value >= run.compute.value ? best : run),
    undefined
  )
  const inMiddle = largest && date(largest.releasedOn).getTime() > start.getTime() + span * 0.45
  return draw({
    height: groupChartHeight,
    label: `Training compute of the known runs of ${name} against the field's frontier, on a logarithmic scale`,
    marginTop: 16,
    marginBottom: 30,
    x: { type: 'utc', domain: [start, end] },
    y: { type: 'log', domain: [floor, 10 ** highest] },
    marks: [
      Plot.ruleY(ticks, { className: 'grid-line' }),
      Plot.ruleY([base], { className: 'base-line' }),
      Plot.axisY(ticks, { tickSize: 0, label: null, className: 'axis-text', tickFormat: power, dx: 3 }),
      Plot.axisX({ tickSize: 0, label: null, className: 'axis-text', ...yearTicks(span) }),
      Plot.line(shown, { x: 'on', y: 'flop', curve: 'step-after', className: 's0 share-line' }),
      Plot.ruleX(
        runs.filter(run => run.compute.low !== null && run.compute.high !== null),
        {
          x: run => date(run.releasedOn),
          y1: run => run.compute.low ?? run.compute.value,
          y2: run => run.compute.high ?? run.compute.value,
          className: 's2 whisker'
        }
      ),
      ...(['filled', 'hollow'] as const).map(look =>
        Plot.dot(
          runs.filter(run => (run.compute.confidence === 'confident') === (look === 'filled')),
          {
            x: run => date(run.releasedOn),
            y: run => run.compute.value,
            r: 4.5,
            title: titleOf,
            className: `s2 ${look}`
          }
        )
      ),
      Plot.ruleX(unknown, {
        x: system => date(system.releasedOn),
        y1: () => 10 ** (lowest - strip * 0.2),
        y2: () => 10 ** (lowest - strip * 0.85),
        title: system => `${system.name}\n${shortDayText(system.releasedOn)}\nTraining compute not known`,
        className: 'unknown-tick'
      }),
      ...(largest
        ? [
            Plot.text([largest], {
              x: run => date(run.releasedOn),
              y: run => run.compute.value,
              text: run => run.name,
              textAnchor: inMiddle ? 'end' : 'start',
              dx: inMiddle ? -9 : 9,
              className: 'note-text halo'
            })
          ]
        : [])
    ]
  })
}

/** The frontier as a line that is already there at `start` and still there at `end`. */
function steps(frontier: GroupChart['frontier'], start: Date, end: Date): { on: Date; flop: number }[] {
  const before = frontier.findLast(run => date(run.releasedOn) <= start)
  const within = frontier.filter(run => date(run.releasedOn) > start && date(run.releasedOn) <= end)
  const line = within.map(run => ({ on: date(run.releasedOn), flop: run.flop }))
  if (before) line.unshift({ on: start, flop: before.flop })
  const last = line.at(-1)
  return last ? [...line, { on: end, flop: last.flop }] : []
}

function decades(lowest: number, highest: number): number[] {
  const step = [1, 2, 3, 5].find(size => (highest - lowest) / size <= 8) ?? 5
  return Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index)
    .filter(exponent => exponent % step === 0)
    .map(exponent => 10 ** exponent)
}

function yearTicks(spanMs: number) {
  const years = spanMs / (365.25 * dayMs)
  const interval =
    years > 40 ? '20 years' : years > 20 ? '5 years' : years > 10 ? '4 years' : years > 5 ? '2 years' : 'year'
  return years > 1.6
    ? ({ interval, tickFormat: '%Y' } as const)
    : ({ interval: '3 months', tickFormat: '%b %Y' } as const)
}

const titleOf = ({ name, releasedOn, compute }: GroupRun): string =>
  `${name}\n${shortDayText(releasedOn)}\n${plainText(flopParts(compute.value))} FLOP (${compute.confidence === 'unknown' ? 'confidence not stated' : compute.confidence})`
