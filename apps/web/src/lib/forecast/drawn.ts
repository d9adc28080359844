/**
 * The charts of the explorer, each with its title, words, uncertainty and numbers as a table: for the page, for files.
 */
import type { Extended, Quantiles } from '@frown/core/forecast'
import { curveChart, curveMost } from './charts/curve-chart.ts'
import { fanChart } from './charts/fan-chart.ts'
import { intervalChart } from './charts/interval-chart.ts'
import { shareChart } from './charts/share-chart.ts'
import { stepsChart } from './charts/steps-chart.ts'
import type { Chart } from './charts/svg.ts'
import { drawsOf, type FigureAnswers, type FigureName } from './figures.ts'
import { type ForecastState, type View, views } from './state.ts'
import { curveWords, fanWords, gainWords, number, sentence, shareWords, stepsWords, viewNames } from './words.ts'

export const chartNames = ['fan', 'curves', 'required-share', 'remaining', 'waterfall', 'careless'] as const
export type ChartName = (typeof chartNames)[number]

/** The question whose answer a chart shows. */
export const figureOf: Record<ChartName, FigureName> = {
  fan: 'fan',
  curves: 'curves',
  'required-share': 'requiredShare',
  remaining: 'scenario',
  waterfall: 'waterfall',
  careless: 'careless'
}

export interface Panel extends Chart {
  /** Above the panel, where there are several. */
  readonly heading: string | null
}

export interface Drawn {
  readonly title: string
  readonly subtitle: string
  readonly panels: readonly Panel[]
  readonly words: string
  readonly uncertainty: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

const one = (chart: Chart): Panel[] => [{ ...chart, heading: null }]
const quantileNames = ['p05', 'p25', 'p50', 'p75', 'p95'] as const
const cells = (quantiles: Quantiles | null): (Extended | '')[] =>
  quantileNames.map(name => (quantiles === null ? '' : quantiles[name]))
const drawsText = (figure: FigureName, draws: number): string =>
  `${drawsOf(figure, draws).toLocaleString('en')} draws of the parameters.`
const inView = (view: View): string => `${viewNames[view]}.`

export function drawChart(
  name: ChartName,
  answers: { readonly [F in FigureName]?: FigureAnswers[F] | undefined },
  state: ForecastState,
  draws: number
): Drawn | null {
  const { fan, curves, requiredShare, scenario, waterfall, careless } = answers
  switch (name) {
    case 'fan':
      return fan ? drawFan(fan, state, draws) : null
    case 'curves':
      return curves ? drawCurves(curves, state, draws) : null
    case 'required-share':
      return requiredShare ? drawRequired(requiredShare, state, draws) : null
    case 'remaining':
      return scenario ? drawRemaining(scenario, draws) : null
    case 'waterfall':
      return waterfall ? drawWaterfall(waterfall, state, draws) : null
    case 'careless':
      return careless ? drawCareless(careless, state, draws) : null
  }
}

const drawFan = (fan: FigureAnswers['fan'], state: ForecastState, draws: number): Drawn => {
  const words = fanWords(fan, state.view)
  return {
    title: 'The frontier, with and without',
    subtitle: `Effective compute of whoever leads, FLOP, log scale. ${inView(state.view)}`,
    panels: one(fanChart(fan, state.view, words)),
    words,
    uncertainty: `Lines are medians, bands hold 50% and 90% of ${drawsText('fan', draws)} The threshold’s band is a guess: nobody knows it.`,
    columns: ['years', 'of', 'structure', ...quantileNames.map(name => `log10Flop_${name}`)],
    rows: fan.points.flatMap(({ years, ...of }) =>
      (['baseline', 'scenario'] as const).flatMap(which =>
        views.map(view => [years, which, view, ...cells(of[which][view])])
      )
    )
  }
}

const drawCurves = (curves: FigureAnswers['curves'], state: ForecastState, draws: number): Drawn => {
  const most = curveMost(curves, state.view)
  return {
    title: 'Delay against the share that refuses',
    subtitle: `Years, square-root scale, the same in both panels. ${inView(state.view)}`,
    panels: curves.map(curve => ({
      ...curveChart(curve, state.view, most, state.refuse, curveWords([curve], state.view)),
      heading: sentence(curve.who)
    })),
    words: curveWords(curves, state.view),
    uncertainty: `The line is the median, bands hold 50% and 90% of ${drawsText('curves', draws)}${state.view === 'mixed' ? ' Dotted: median where compute stands in for people. Dash and dot: where they complement each other.' : ''} The upright line marks the share chosen.`,
    columns: [
      'who',
      'share',
      'structure',
      ...quantileNames.map(name => `delayYears_${name}`),
      'probability',
      'backfire'
    ],
    rows: curves.flatMap(({ who, points }) =>
      points.flatMap(({ share, delay }) =>
        views.map(view => [
          who,
          share,
          view,
          ...cells(delay[view].delayYears),
          delay[view].probability?.value ?? '',
          delay[view].backfire
        ])
      )
    )
  }
}

const drawRequired = (answers: FigureAnswers['requiredShare'], state: ForecastState, draws: number): Drawn => ({
  title: `What share would have to refuse for ${number(state.delayYears)} years`,
  subtitle: `Draws, by the smallest share that suffices. ${inView(state.view)}`,
  panels: answers.map(answer => ({
    ...shareChart(answer, state.view, shareWords([answer], state.view)),
    heading: sentence(answer.who)
  })),
  words: shareWords(answers, state.view),
  uncertainty: `Each bar is a share of ${drawsText('requiredShare', draws)} Its spread is that of the beliefs; the pale bar, none, holds the draws in which even all of those asked do not suffice.`,
  columns: ['who', 'structure', 'from', 'to', 'shareOfDraws'],
  rows: answers.flatMap(({ who, summary }) =>
    views.flatMap(view => [
      ...summary[view].histogram.map((share, tenth) => [who, view, tenth / 10, (tenth + 1) / 10, share]),
      [who, view, 'unreachable', 'unreachable', summary[view].unreachable?.value ?? '']
    ])
  )
})

const drawRemaining = ({ delay }: FigureAnswers['scenario'], draws: number): Drawn => {
  const rows = views.map(view => ({ label: viewNames[view], quantiles: delay[view].ofRemaining }))
  const words = `Delay as a share of the years that were left: ${rows
    .map(({ label, quantiles }) => `${label}: ${quantiles === null ? 'not defined' : asPercent(Number(quantiles.p50))}`)
    .join('; ')}.`
  return {
    title: 'Delay as a share of what was left',
    subtitle: 'Of the years until the first crossing if nothing is done.',
    panels: one(intervalChart(rows, words, { valueText: asPercent, none: 'not defined' })),
    words,
    uncertainty: `Dots are medians, thick lines hold 50% and thin ones 90% of ${drawsText('scenario', draws)}`,
    columns: ['structure', ...quantileNames],
    rows: views.map(view => [view, ...cells(delay[view].ofRemaining)])
  }
}

const asPercent = (value: number): string => (Number.isFinite(value) ? `${number(value * 100)}%` : 'beyond the horizon')

const drawWaterfall = (answer: FigureAnswers['waterfall'], state: ForecastState, draws: number): Drawn => ({
  title: 'Why refusal fades',
  subtitle: `Median delay in years as each mechanism is let in, square-root scale. ${inView(state.view)}`,
  panels: one(stepsChart(answer, state.view, stepsWords(answer, state.view))),
  words: stepsWords(answer, state.view),
  uncertainty: `Medians of ${drawsText('waterfall', draws)} The order matters, so that a step is no share of blame; each mechanism has its own baseline.`,
  columns: ['step', 'structure', 'medianDelayYears', 'low', 'high', 'withoutItAlone'],
  rows: answer.bars.flatMap(({ id, delayYears }) =>
    views.map(view => [
      id,
      view,
      delayYears[view]?.value ?? '',
      delayYears[view]?.low ?? '',
      delayYears[view]?.high ?? '',
      answer.ablations.find(ablation => ablation.id === id)?.delayYears[view]?.value ?? ''
    ])
  )
})

const drawCareless = (places: FigureAnswers['careless'], state: ForecastState, draws: number): Drawn => {
  const words = gainWords(places, state.view)
  return {
    title: 'Does a careless group gain?',
    subtitle: `Years by which a generic careless group’s lead grows, in the place of each group in turn. ${inView(state.view)}`,
    panels: one(
      intervalChart(
        places.map(({ name, gainYears }) => ({ label: name, quantiles: gainYears[state.view] })),
        words,
        { valueText: number, none: 'not known within the horizon' }
      )
    ),
    words,
    uncertainty: `Dots are medians, thick lines hold 50% and thin ones 90% of ${drawsText('careless', draws)} A name says whose starting point is taken, not that the group is careless: care is not known for any.`,
    columns: ['place', 'structure', ...quantileNames.map(name => `gainYears_${name}`)],
    rows: places.flatMap(({ id, gainYears }) => views.map(view => [id, view, ...cells(gainYears[view])]))
  }
}

/** The rows as CSV (RFC 4180), CRLF between lines. */
export function csvOf({ columns, rows }: Pick<Drawn, 'columns' | 'rows'>): string {
  const cell = (value: string | number) => {
    const text = String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${[columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`
}
