/** How a time axis from one day to another is marked: round years while it is long, months when it is short. */
import type { LiteralTimeInterval } from '@observablehq/plot'

interface DayTicks {
  interval: LiteralTimeInterval
  tickFormat: string
}

const steps: readonly [number, DayTicks][] = [
  [40, { interval: '20 years', tickFormat: '%Y' }],
  [20, { interval: '5 years', tickFormat: '%Y' }],
  [10, { interval: '4 years', tickFormat: '%Y' }],
  [5, { interval: '2 years', tickFormat: '%Y' }],
  [1.6, { interval: 'year', tickFormat: '%Y' }],
  [0.6, { interval: '3 months', tickFormat: '%b %Y' }]
]

export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

export function dayTicks(from: string, to: string): DayTicks {
  const years = (dateOf(to).getTime() - dateOf(from).getTime()) / 31_557_600_000
  return steps.find(([least]) => years > least)?.[1] ?? { interval: 'month', tickFormat: '%b %Y' }
}
