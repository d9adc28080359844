/** Which days a time axis shows, and how it is marked: round years while it is long, months when it is short. */
import type { LiteralTimeInterval } from '@observablehq/plot'

interface DayTicks {
  interval: LiteralTimeInterval
  tickFormat: string
}

const steps: readonly [number, DayTicks][] = [
  [800, { interval: '1000 years', tickFormat: '%Y' }],
  [160, { interval: '100 years', tickFormat: '%Y' }],
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

/** Earlier systems are few and far between, and shown only when asked for. */
const firstDayShown = '2010-01-01'

/** From what is asked, else from the year of the first system to about the end of the last; never backwards. */
export function shownSpan(
  releasedOn: readonly string[],
  asked: { readonly releasedFrom: string; readonly releasedTo: string },
  trueOn: string
): { from: string; to: string } {
  const to = asked.releasedTo || yearAfter(asked.releasedFrom > trueOn ? asked.releasedFrom : trueOn)
  if (asked.releasedFrom) return { from: asked.releasedFrom, to }
  const shown = to < firstDayShown ? releasedOn : releasedOn.filter(day => day >= firstDayShown)
  const first = shown.reduce((a, b) => (b < a ? b : a), shown[0] ?? (to < firstDayShown ? to : firstDayShown))
  return { from: `${first.slice(0, 4)}-01-01`, to }
}

/** The axis ends with the year, so that the newest dots do not stand on its edge. */
function yearAfter(day: string): string {
  const year = day.slice(0, 4)
  if (day.slice(5) <= '09' || year === '9999') return `${year}-12-31`
  return `${String(Number(year) + 1).padStart(4, '0')}-03-31`
}
