/**
 * `frown forecast`: what does it buy if so many refuse?
 */
import type { Command } from 'commander'
import { answerOf } from './api/client.ts'
import type { components } from './api/schema.ts'
import { withApi } from './connect.ts'
import {
  addRaceOptions,
  addScenarioOptions,
  type ForecastOptions,
  inFlags,
  isElse,
  populationOf,
  questionOf,
  refusedShare,
  refuseOption,
  scenarioOf
} from './forecast-options.ts'
import {
  axisText,
  chanceCell,
  chanceText,
  type DelaySummary,
  delayText,
  intervalBar,
  percent,
  pinsText,
  rangeText,
  years,
  yearsText
} from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { tableOf, writeJson, writeLines } from './output.ts'

type Scenario = NonNullable<components['schemas']['ScenarioJob']['result']>['answer']
type Curves = NonNullable<components['schemas']['CurvesJob']['result']>['answer']

const curveDraws = 2_000
const curveShares = [0.1, 0.2, 0.4, 0.6, 0.8, 1]

export function addForecast(program: Command): void {
  const command = program
    .command('forecast')
    .description('what a refusal buys: by how many years the first crossing comes later, and how sure that is')
    .addOption(refuseOption())
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  $ frown forecast --refuse 20%
  $ frown forecast --refuse 100% --who everyone --investors 1 --delay 5
  $ frown forecast --refuse 50% --who openai,xai --threshold 1e31 --json`
    )
    .action(async (options: ForecastOptions) => {
      const body = await questionOf(options)
      await inFlags(
        options,
        withApi(async api => {
          const answered = await resultOf<Scenario>(
            api,
            'Racing',
            answerOf(api.POST('/api/v1/forecast/scenarios', { body }))
          )
          if (options.json) return writeJson(answered)
          const asked = populationOf(options.who)
          const curves = await resultOf<Curves>(
            api,
            'Drawing the curve',
            answerOf(
              api.POST('/api/v1/forecast/curves', {
                body: {
                  ...body,
                  draws: Math.min(body.draws ?? curveDraws, curveDraws),
                  scenario: scenarioOf(options, refusedShare(options) ?? 0),
                  populations: asked === 'everyone' ? ['everyone', 'leading'] : [asked, 'everyone'],
                  shares: [...curveShares]
                }
              })
            )
          )
          writeLines(forecastLines(answered, curves.answer, options))
        })
      )
    })
}

function forecastLines(answered: Answered<Scenario>, curves: Curves, options: ForecastOptions): string[] {
  const { scenario, delay, delayYears, horizonYears } = answered.answer
  const { mixed, substitutes, complements } = delay
  return [
    `If ${scenario}, the first crossing comes later by: ${delayText(mixed.delayYears)}.`,
    '',
    ...tableOf(
      ['Years of delay', 'Median', '50%', '90%', `≥ ${yearsText(delayYears)}`, 'Crosses earlier'],
      [rowOf('Both structures', mixed), rowOf('Substitutes', substitutes), rowOf('Complements', complements)]
    ),
    'Substitutes: compute can stand in for people. Complements: it cannot.',
    '',
    ...sentencesOf(answered.answer, options),
    '',
    ...curveLines(curves, horizonYears, options),
    '',
    'Most beliefs behind this are judged or guessed: frown sensitivity, frown believe, docs/forecast.md.',
    pinsText(answered, mixed.draws, options.seed)
  ]
}

const rowOf = (what: string, { delayYears, probability, backfire }: DelaySummary): string[] =>
  delayYears === null
    ? [what, 'not defined', '', '', '', '']
    : [
        what,
        years(delayYears.p50),
        rangeText(delayYears.p25, delayYears.p75),
        rangeText(delayYears.p05, delayYears.p95),
        chanceCell(probability),
        percent(backfire)
      ]

function sentencesOf(
  { delay: { mixed }, baselineYears, delayYears, horizonYears, limited }: Scenario,
  options: ForecastOptions
): string[] {
  const { medianDelayYears: median, draws, undefinedDraws, undecided, backfire } = mixed
  const of = `of ${draws.toLocaleString('en')} draws`
  const baseline = baselineYears.mixed
  const horizon = yearsText(horizonYears)
  return [
    `${yearsText(delayYears)} or more: in ${chanceText(mixed.probability, draws - undefinedDraws)}.`,
    ...(median === null
      ? []
      : [`By the number of draws alone the median is uncertain (90%): ${rangeText(median.low, median.high)}.`]),
    ...(undecided > 0 ? [`In ${percent(undecided)} ${of} the horizon of ${horizon} is too near to tell.`] : []),
    ...(undefinedDraws > 0
      ? [`In ${percent(undefinedDraws / draws)} ${of} nobody crosses within ${horizon} either way; they are left out.`]
      : []),
    ...(backfire > 0
      ? [`In ${percent(backfire)} ${of} somebody crosses earlier, for those who leave go on elsewhere.`]
      : []),
    baseline === null || baseline.p05 === 'Infinity'
      ? `With nothing done, nobody crosses ${thresholdText(options)} within ${horizon}, in 95% of draws or more.`
      : `With nothing done, somebody crosses ${thresholdText(options)} after: ${yearsText(baseline.p50)} (90%: ${rangeText(baseline.p05, baseline.p95)}).`,
    ...(limited.baseline > 0 || limited.scenario > 0
      ? [
          `The model's speed limit on algorithms bound before the first crossing in ${percent(limited.baseline)} of draws with nothing done, and in ${percent(limited.scenario)} under the scenario: those crossings come too late.`
        ]
      : [])
  ]
}

function curveLines(curves: Curves, horizonYears: number, options: ForecastOptions): string[] {
  const delays = curves.flatMap(({ points }) => points.map(({ delay }) => delay.mixed.delayYears))
  const ends = (end: 'p05' | 'p95') => delays.map(delay => Number(delay?.[end] ?? 0))
  const seen = ends('p95').map(years => Math.min(years, horizonYears))
  const most = Math.max(0.1, ...seen)
  const least = Math.min(0, ...ends('p05').filter(years => Number.isFinite(years) && years < -most / 40))
  const [draws = 0] = curves.flatMap(({ points }) => points.map(({ delay }) => delay.mixed.draws))
  return [
    `Delay in years by the share that refuses${isElse(options) ? ', all else being done too' : ''} (${draws.toLocaleString('en')} draws).`,
    '● median, ━ 50%, ─ 90%; ← → beyond the scale.',
    ...curves.flatMap(({ who, points }) => {
      const medians = points.map(({ delay }) =>
        delay.mixed.delayYears ? years(delay.mixed.delayYears.p50) : 'not defined'
      )
      const width = Math.max(...medians.map(median => median.length))
      return [
        '',
        `Of ${who}:`,
        ...points.map(({ share, delay: { mixed } }, at) => {
          const start = `${percent(share).padStart(5)}  ${(medians[at] ?? '').padStart(width)}`
          return mixed.delayYears === null ? start : `${start}  ${intervalBar(mixed.delayYears, least, most)}`
        }),
        `${' '.repeat(5 + 2 + width + 2)}${axisText(least, most)}`
      ]
    })
  ]
}

const thresholdText = ({ threshold, parameters }: ForecastOptions): string =>
  threshold !== undefined
    ? `${threshold.toExponential().replace('e+', 'e')} FLOP of effective compute`
    : parameters === undefined
      ? 'the threshold (1e29 to 1e35 FLOP of effective compute: nobody knows)'
      : 'the threshold'
