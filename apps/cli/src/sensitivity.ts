/**
 * `frown sensitivity`: on which beliefs does the answer rest?
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
  questionOf,
  refuseOption
} from './forecast-options.ts'
import { percent, pinsText, yearsText } from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { tableOf, writeJson, writeLines } from './output.ts'

type Sensitivity = NonNullable<components['schemas']['SensitivityJob']['result']>['answer']
type Factors = components['schemas']['FactorSensitivity'][]

const shown = 12

export function addSensitivity(program: Command): void {
  const command = program
    .command('sensitivity')
    .description('Sobol indices of the delay: which beliefs its spread rests on, with 90% intervals')
    .addOption(refuseOption())
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText('after', '\nExample:\n  $ frown sensitivity --refuse 100% --who everyone')
    .action(async (options: ForecastOptions) => {
      const body = await questionOf(options)
      await inFlags(
        options,
        withApi(async api => {
          const answered = await resultOf<Sensitivity>(
            api,
            'Drawing beliefs one by one',
            answerOf(api.POST('/api/v1/forecast/sensitivities', { body }))
          )
          if (options.json) writeJson(answered)
          else writeLines(sensitivityLines(answered, options))
        })
      )
    })
}

function sensitivityLines(answered: Answered<Sensitivity>, { seed }: ForecastOptions): string[] {
  const { scenario, delayYears, horizonYears, sensitivity } = answered.answer
  const { mixed, substitutes, complements } = sensitivity
  const censored = mixed?.baselineCensored ?? 0
  return [
    `If ${scenario}: on which beliefs does the spread of the delay rest?`,
    '',
    ...factorsTable('Delay, both structures', mixed?.delay),
    '',
    ...factorsTable('Delay, if compute can stand in for people', substitutes?.delay),
    '',
    ...factorsTable('Delay, if it cannot', complements?.delay),
    '',
    ...factorsTable(`Whether it is ${yearsText(delayYears)} or more, both structures`, mixed?.reached),
    '',
    'First: the part of the variance that goes when this belief alone is known. Total: the part that stays when all others are.',
    'Parts estimated from draws may fall below 0; ranges (90%) are by the number of draws alone.',
    ...(censored > 0
      ? [`In ${percent(censored)} of draws nobody crosses within ${yearsText(horizonYears)} with nothing done.`]
      : []),
    pinsText(answered, mixed?.draws ?? 0, seed)
  ]
}

function factorsTable(heading: string, factors: Factors | null | undefined): string[] {
  if (factors === undefined) return [`${heading}: too few draws to tell.`]
  if (factors === null) return [`${heading}: the same in every draw.`]
  return [
    `${heading}:`,
    ...tableOf(
      ['Belief', 'First (90%)', 'Total (90%)'],
      factors.slice(0, shown).map(({ label, first, total }) => [label, indexText(first), indexText(total)])
    ),
    ...(factors.length > shown ? [`The first ${shown} of ${factors.length} by total; --json gives all.`] : [])
  ]
}

const indexText = ({ value, low, high }: { value: number; low: number; high: number }): string =>
  `${fixed(value)} (${fixed(low)}${low < -0.005 ? ' to ' : '–'}${fixed(high)})`

const fixed = (index: number): string =>
  index
    .toFixed(2)
    .replace(/^-(0\.00)$/, '$1')
    .replace('-', '−')
