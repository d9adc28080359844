/**
 * `frown believe`: what would you have to believe for a refusal to buy so much?
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
import { delayText, pinsText } from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { numberText, tableOf, writeJson, writeLines } from './output.ts'

type Believe = NonNullable<components['schemas']['BelieveJob']['result']>['answer']
type Belief = components['schemas']['Belief']

const aloneShown = 6

export function addBelieve(program: Command): void {
  const command = program
    .command('believe')
    .description('the smallest change of beliefs under which a refusal buys the delay in half of the draws')
    .addOption(refuseOption().default(0.2, '20%'))
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText('after', '\nExample:\n  $ frown believe --refuse 20% --delay 5')
    .action((options: ForecastOptions) =>
      withApi(async api => {
        const { delay: delayYears, draws } = options
        const body = {
          race: raceOf(options),
          delayYears,
          scenario: scenarioOf(options),
          ...(draws !== undefined && { draws })
        }
        const answered = await resultOf<Believe>(
          api,
          'Moving beliefs',
          answerOf(api.POST('/api/v1/forecast/beliefs', { body }))
        )
        if (options.json) writeJson(answered)
        else writeLines(believeLines(answered))
      })
    )
}

function believeLines(answered: Answered<Believe>): string[] {
  const { scenario, delayYears, outcome, norm, beliefs, alone, before, after, bounds } = answered.answer
  const wish = `If ${scenario}, half of the draws are to be delayed by ${delayYears} years or more.`
  const first =
    outcome === 'already'
      ? `${wish} They are, as believed: ${delayText(before.mixed.delayYears)}.`
      : outcome === 'unreachable'
        ? `${wish} No values within their ranges do that: of those tried, up to ${bounds.mostDeviations} standard deviations each, the furthest give ${delayText(after.mixed.delayYears)} in place of ${delayText(before.mixed.delayYears)}.`
        : `${wish} As believed it is ${delayText(before.mixed.delayYears)}. The smallest change found is ${norm.toFixed(1)} standard deviations in all, and gives ${delayText(after.mixed.delayYears)}:`
  const lone = alone.filter(({ shiftDeviations }) => shiftDeviations !== null)
  return [
    first,
    ...(beliefs.length === 0
      ? []
      : [
          '',
          ...tableOf(
            ['Belief', 'From (90%)', 'To (90%)', 'Moved by', 'Grade', 'Source'],
            beliefs.map(({ label, unit, prior, moved, shiftDeviations, grade, source }) => [
              `${label} (${unit})`,
              beliefText(prior),
              beliefText(moved),
              deviationsText(shiftDeviations),
              grade ?? 'not known',
              source ?? 'not known'
            ])
          )
        ]),
    ...(outcome === 'already'
      ? []
      : [
          '',
          lone.length === 0
            ? 'No belief alone does it.'
            : `Alone it takes: ${lone
                .slice(0, aloneShown)
                .map(
                  ({ label, shiftDeviations, moved }) =>
                    `${label} moved by ${deviationsText(shiftDeviations ?? 0)}${moved ? `, to ${beliefText(moved)}` : ''}`
                )
                .join('; ')}.`
        ]),
    pinsText(answered)
  ]
}

const beliefText = ({ p05, p50, p95 }: Belief): string => `${numberText(p50)} (${numberText(p05)}–${numberText(p95)})`
const deviationsText = (shift: number): string => `${shift > 0 ? '+' : '−'}${Math.abs(shift).toFixed(1)} sd`
