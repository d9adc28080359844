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
  raceOf,
  refuseOption,
  scenarioOf
} from './forecast-options.ts'
import { bar, pinsText } from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { tableOf, writeJson, writeLines } from './output.ts'

type Sensitivity = NonNullable<components['schemas']['SensitivityJob']['result']>['answer']
type Factors = components['schemas']['FactorSensitivity'][]

const shown = 12

export function addSensitivity(program: Command): void {
  const command = program
    .command('sensitivity')
    .description('Sobol indices of the delay: which beliefs its spread rests on, with 90% intervals')
    .addOption(refuseOption().default(0.2, '20%'))
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText('after', '\nExample:\n  $ frown sensitivity --refuse 100% --who everyone')
    .action((options: ForecastOptions) =>
      withApi(async api => {
        const { delay: delayYears, draws } = options
        const body = {
          race: raceOf(options),
          delayYears,
          scenario: scenarioOf(options),
          ...(draws !== undefined && { draws })
        }
        const answered = await resultOf<Sensitivity>(
          api,
          'Drawing beliefs one by one',
          answerOf(api.POST('/api/v1/forecast/sensitivities', { body }))
        )
        if (options.json) writeJson(answered)
        else writeLines(sensitivityLines(answered))
      })
    )
}

function sensitivityLines(answered: Answered<Sensitivity>): string[] {
  const { scenario, delayYears, sensitivity } = answered.answer
  const { mixed } = sensitivity
  return [
    `If ${scenario}: what the spread of the delay rests on.`,
    '',
    ...factorsTable('Delay, both structures', mixed?.delay ?? null),
    '',
    ...factorsTable('Delay, compute stands in for people', sensitivity.substitutes?.delay ?? null),
    '',
    ...factorsTable('Delay, they complement each other', sensitivity.complements?.delay ?? null),
    '',
    ...factorsTable(`Whether it is ${delayYears} years or more, both structures`, mixed?.reached ?? null),
    '',
    'First: the share of the variance that goes when this belief alone is known. Total: the share that is left when all others are.',
    pinsText(answered)
  ]
}

function factorsTable(heading: string, factors: Factors | null): string[] {
  if (factors === null) return [`${heading}: the same in every draw.`]
  return tableOf(
    [heading, 'First (90%)', 'Total (90%)', ''],
    factors
      .slice(0, shown)
      .map(({ label, first, total }) => [label, indexText(first), indexText(total), bar(total.value)])
  )
}

const indexText = ({ value, low, high }: { value: number; low: number; high: number }): string =>
  `${fixed(value)} (${fixed(low)}–${fixed(high)})`

const fixed = (index: number): string => index.toFixed(2).replace(/^-(0\.00)$/, '$1')
