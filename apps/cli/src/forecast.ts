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
  populationOf,
  raceOf,
  refuseOption,
  scenarioOf
} from './forecast-options.ts'
import {
  chanceText,
  type DelaySummary,
  delayText,
  intervalBar,
  percent,
  pinsText,
  rangeText,
  years
} from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { tableOf, writeJson, writeLines } from './output.ts'

type Scenario = NonNullable<components['schemas']['ScenarioJob']['result']>['answer']
type Curves = NonNullable<components['schemas']['CurvesJob']['result']>['answer']

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
    .action((options: ForecastOptions) =>
      withApi(async api => {
        const race = raceOf(options)
        const { delay: delayYears, draws } = options
        const body = { race, delayYears, scenario: scenarioOf(options), ...(draws !== undefined && { draws }) }
        const answered = await resultOf<Scenario>(
          api,
          'Racing',
          answerOf(api.POST('/api/v1/forecast/scenarios', { body }))
        )
        if (options.json) return writeJson(answered)
        const asked = populationOf(options.who)
        const beside = asked === 'everyone' ? ['everyone', 'leading'] : [asked, 'everyone']
        const curves = await resultOf<Curves>(
          api,
          'Drawing the curve',
          answerOf(
            api.POST('/api/v1/forecast/curves', {
              body: {
                race,
                delayYears,
                scenario: scenarioOf(options, options.refuse ?? 0),
                populations: beside as ('leading' | 'everyone' | string[])[],
                shares: [0.1, 0.2, 0.4, 0.6, 0.8, 1]
              }
            })
          )
        )
        writeLines(forecastLines(answered, curves.answer, options))
      })
    )
}

function forecastLines(answered: Answered<Scenario>, curves: Curves, options: ForecastOptions): string[] {
  const { scenario, delay, baselineYears, delayYears, horizonYears, limited } = answered.answer
  const { mixed, substitutes, complements } = delay
  const baseline = baselineYears.mixed
  const most = Math.max(
    1,
    ...curves.flatMap(({ points }) => points.map(({ delay }) => finite(delay.mixed.delayYears?.p95)))
  )
  return [
    `If ${scenario}, the first crossing comes later by ${delayText(mixed.delayYears)}.`,
    '',
    ...tableOf(
      ['', 'Median delay', '50%', '90%', `P(≥ ${delayYears} years)`, 'Crosses earlier'],
      [
        rowOf('Both structures', mixed),
        rowOf('Compute stands in for people', substitutes),
        rowOf('They complement each other', complements)
      ]
    ),
    '',
    `${delayYears} years or more: ${chanceText(mixed.probability, mixed.draws)}.`,
    ...(mixed.undecided > 0
      ? [`In ${percent(mixed.undecided)} of draws the horizon of ${horizonYears} years is too near to tell.`]
      : []),
    ...(mixed.undefinedDraws > 0
      ? [
          `In ${percent(mixed.undefinedDraws / mixed.draws)} of draws nobody crosses within ${horizonYears} years either way.`
        ]
      : []),
    ...(mixed.backfire > 0
      ? [`In ${percent(mixed.backfire)} of draws somebody crosses earlier: those who leave go on elsewhere.`]
      : []),
    baseline === null
      ? 'With nothing done nobody crosses.'
      : `With nothing done, somebody crosses ${thresholdText(options)} after ${years(baseline.p50)} years (90%: ${rangeText(baseline.p05, baseline.p95)}).`,
    ...(limited.baseline > 0 || limited.scenario > 0
      ? [
          `The speed limit bound in ${percent(limited.baseline)} of draws, and in ${percent(limited.scenario)} under the scenario: there crossings come too late.`
        ]
      : []),
    '',
    `Delay by the share that refuses: ● median, ━ 50%, ─ 90%, on a scale to ${years(most)} years.`,
    ...curves.flatMap(({ who, points }) => [
      '',
      `Of ${who}:`,
      ...points.map(({ share, delay: { mixed: summary } }) =>
        summary.delayYears === null
          ? `${percent(share).padStart(5)}  not defined`
          : `${percent(share).padStart(5)}  ${years(summary.delayYears.p50).padStart(6)}  ${intervalBar(summary.delayYears, 0, most)}`
      )
    ]),
    '',
    'Most beliefs behind this are judged or guessed: frown sensitivity, frown believe, docs/forecast.md.',
    pinsText(answered)
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
        probability === null ? '' : percent(Number(probability.value)),
        percent(backfire)
      ]

const finite = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0)

const thresholdText = ({ threshold, parameters }: ForecastOptions): string =>
  threshold !== undefined
    ? `${threshold.toExponential().replace('e+', 'e')} FLOP of effective compute`
    : parameters === undefined
      ? 'the threshold (1e29 to 1e35 FLOP of effective compute: nobody knows)'
      : 'the threshold'
