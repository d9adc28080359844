/**
 * Culture, regulation and technology side by side: lead times in an address, the comparison as figures, and in words.
 */
import type { AnswerTo, Approach, PooledSummary, RaceRun } from '@frown/core/forecast'
import type { Grade, Scenario } from '@frown/core/simulation'
import { explorerState } from './argument.ts'
import { pointsChart } from './charts/points-chart.ts'
import type { Drawn } from './drawn.ts'
import { type ForecastState, views } from './state.ts'
import { number, range, years } from './words.ts'

export type Compared = AnswerTo<'approaches'>
type Result = Compared[number]

const mostDraws = 512
export const approachDraws = ({ draws }: ForecastState): number => Math.min(draws, mostDraws)

export const kindNames = { culture: 'Culture', regulation: 'Regulation', technology: 'Technology' } as const
export const leadName = (id: string): string => `lead.${id}`
const longestLead = 40

export interface Leads {
  readonly approaches: readonly Approach[]
  /** Ids of those whose lead time the address changes. */
  readonly own: readonly string[]
  readonly faults: readonly string[]
}

export function readLeads(params: Pick<URLSearchParams, 'get'>, usual: readonly Approach[]): Leads {
  const own: string[] = []
  const faults: string[] = []
  const approaches = usual.map(approach => {
    const given = params.get(leadName(approach.id))
    if (given === null || given === '') return approach
    const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
    if (!(value >= 0 && value <= longestLead)) {
      faults.push(
        `${leadName(approach.id)} is “${given.slice(0, 100)}”, which is no number of years from 0 to ${longestLead}.`
      )
      return approach
    }
    if (value === approach.leadYears) return approach
    own.push(approach.id)
    return { ...approach, leadYears: value, leadReason: 'Given in this address.' }
  })
  return { approaches, own, faults }
}

/** The run as the explorer can show it: whoever is careless, and without what it has no lever for. Null: it cannot. */
export function approachState(
  { label, scenario, carelessAccess, closesOne, leadYears }: Approach,
  first: string,
  asked: ForecastState
): ForecastState | null {
  if (carelessAccess !== null) return null
  const closing: Scenario = closesOne ? { shutdown: { who: [first], startYears: 0 } } : {}
  const { refusal, shutdown, cap, smallModels, ...rest } = { ...scenario, ...closing }
  const later = <T extends { readonly startYears: number }>(lever: T): T => ({
    ...lever,
    startYears: lever.startYears + leadYears
  })
  const run: RaceRun = {
    label,
    scenario: {
      ...rest,
      ...(refusal && { refusal: later(refusal) }),
      ...(shutdown && { shutdown: later(shutdown) }),
      ...(cap && { cap: later(cap) }),
      ...(smallModels && { smallModels: later(smallModels) })
    }
  }
  return explorerState(run, asked)
}

export const pooledText = (summary: PooledSummary | null, unit: string): string =>
  summary === null
    ? 'not known'
    : `${number(summary.spread.p50)} (${number(summary.spread.p05)} to ${number(summary.spread.p95)})${unit}`

/** Who buys most in the middle of all draws, and how far that is from being sure. */
export function comparedText(compared: Compared): string {
  const middle = (one: Result) => Number(one.delayYears.mixed?.spread.p50 ?? 0)
  const sorted = [...compared].sort((a, b) => middle(b) - middle(a))
  const [most, next] = sorted
  if (!most || !next) return ''
  const said = ({ approach: { label, leadYears }, delayYears: { mixed } }: Result) => {
    const short = label.split(/[:,]/)[0] ?? label
    const bought = mixed ? `${years(mixed.spread.p50)}; 90%: ${range(mixed.spread.p05, mixed.spread.p95)}` : 'not known'
    return `${short.charAt(0).toLowerCase()}${short.slice(1)} after ${years(leadYears)} (${bought})`
  }
  const overlap = Number(most.delayYears.mixed?.spread.p05) < Number(next.delayYears.mixed?.spread.p95)
  return `At these strengths and lead times, what buys most in the middle of all draws is ${said(most)}, before ${said(next)}.${overlap ? ' The two intervals overlap.' : ''}`
}

const columns = ['approach', 'leadYears', 'structure', 'p05', 'p25', 'p50', 'p75', 'p95', 'unknown']
type Measured = 'delayYears' | 'perLeadYear' | 'carelessGainYears'
const cells = (compared: Compared, name: Measured) =>
  compared.flatMap(({ approach: { id, leadYears }, [name]: by }) =>
    views.map(view => {
      const of = by?.[view]
      const { p05 = '', p25 = '', p50 = '', p75 = '', p95 = '' } = of?.spread ?? {}
      return [id, leadYears, view, p05, p25, p50, p75, p95, of?.unknown ?? '']
    })
  )

export const figureNames = ['delays', 'per-year', 'gains'] as const
export type ApproachFigure = (typeof figureNames)[number]

const figures: Record<ApproachFigure, { readonly of: Measured; readonly title: string; readonly subtitle: string }> = {
  delays: {
    of: 'delayYears',
    title: 'Years bought, against the years it takes to begin',
    subtitle: 'Upper line: years before it can begin. Below it: by how many years the first crossing comes later.'
  },
  'per-year': {
    of: 'perLeadYear',
    title: 'Years bought per year of preparation',
    subtitle: 'As far as the horizon shows.'
  },
  gains: {
    of: 'carelessGainYears',
    title: 'Who gains',
    subtitle:
      'Years by which the lead of a generic careless group over the first of the careful grows; below 0 it shrinks.'
  }
}

export function drawApproaches(name: ApproachFigure, compared: Compared, own: readonly string[], draws: number): Drawn {
  const { of, title, subtitle } = figures[name]
  const rows = compared.flatMap(({ approach, [of]: by }) => {
    if (!by?.mixed) return []
    const { mixed, substitutes, complements } = by
    const { p05, p25, p50, p75, p95 } = mixed.spread
    const grade: Grade | 'own' = own.includes(approach.id) ? 'own' : approach.leadGrade
    return [
      {
        label: `${approach.label}: ${pooledText(mixed, '').replaceAll(' ', '\u00a0')}${name === 'delays' ? `, after\u00a0${years(approach.leadYears).replace(' ', '\u00a0')}` : ''}`,
        p05: Number(p05),
        p25: Number(p25),
        p50: Number(p50),
        p75: Number(p75),
        p95: Number(p95),
        structures:
          substitutes && complements
            ? { substitutes: Number(substitutes.spread.p50), complements: Number(complements.spread.p50) }
            : null,
        against: name === 'delays' && approach.leadYears > 0 ? { value: approach.leadYears, grade } : undefined
      }
    ]
  })
  const words = `${subtitle} Median and 90% interval. ${rows.map(({ label }) => label.replaceAll('\u00a0', ' ')).join('; ')}.`
  return {
    title,
    subtitle,
    panels: [{ ...pointsChart(rows, words, { isShare: false, tickText: number }), heading: null }],
    words,
    uncertainty: `Dots are medians; thick lines hold 50% and thin ones 90% of ${draws.toLocaleString('en')} draws in each group’s place, both structures half and half. Ring: median where compute stands in for people. Upright stroke: where they complement each other. Square-root scale.${name === 'delays' ? ' A dashed lead time is judged, a dotted one a guess.' : ''}`,
    columns,
    rows: cells(compared, of)
  }
}
