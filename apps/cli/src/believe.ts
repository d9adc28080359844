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
  inFlags,
  questionOf,
  refuseOption
} from './forecast-options.ts'
import { delayText, pinsText, yearsText } from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { counted, printable, writeJson, writeLines } from './output.ts'

type Believe = NonNullable<components['schemas']['BelieveJob']['result']>['answer']
type Belief = components['schemas']['Belief']

const aloneShown = 6

export function addBelieve(program: Command): void {
  const command = program
    .command('believe')
    .description('the smallest change of beliefs under which a refusal buys the delay in half of the draws')
    .addOption(refuseOption())
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText('after', '\nExample:\n  $ frown believe --refuse 20% --delay 5')
    .action(async (options: ForecastOptions) => {
      const body = await questionOf(options)
      await inFlags(
        options,
        withApi(async api => {
          const answered = await resultOf<Believe>(
            api,
            'Moving beliefs',
            answerOf(api.POST('/api/v1/forecast/beliefs', { body }))
          )
          if (options.json) writeJson(answered)
          else writeLines(believeLines(answered, options))
        })
      )
    })
}

function believeLines(answered: Answered<Believe>, { seed }: ForecastOptions): string[] {
  const { scenario, delayYears, outcome, norm, beliefs, alone, before, after, bounds } = answered.answer
  const wished = `${yearsText(delayYears)} or more in half of the draws`
  const believed = delayText(before.mixed.delayYears)
  const reached = delayText(after.mixed.delayYears)
  const most = `${bounds.mostDeviations} standard deviations each`
  return [
    `If ${scenario}: what would you have to believe for a delay of ${wished}?`,
    `As believed it is: ${believed}.`,
    ...(outcome === 'already' ? ['That is enough: no belief needs to change.'] : []),
    ...(outcome === 'reached'
      ? [`The smallest change found is ${norm.toFixed(1)} standard deviations in all. With it: ${reached}.`]
      : []),
    ...(outcome === 'unreachable'
      ? [
          `No values within their ranges were found to give that. Of those tried, up to ${most}, these give the most: ${reached}.`
        ]
      : []),
    ...beliefs.flatMap(belief => ['', ...movedLines(belief)]),
    ...(outcome === 'already' ? [] : ['', ...aloneLines(alone, most)]),
    '',
    'sd: standard deviations of the belief’s normal score. Ranges are 90%, from 5% to 95%.',
    pinsText(answered, before.mixed.draws, seed)
  ]
}

type Moved = Believe['beliefs'][number]

const movedLines = ({ label, unit, prior, moved, shiftDeviations, grade, source }: Moved): string[] => [
  `${deviationsText(shiftDeviations)}  ${label}, ${unitText(unit)}`,
  `${indent}from ${beliefText(prior, unit)} to ${beliefText(moved, unit)}`,
  `${indent}${grade ?? 'not known on what it rests'}${source === null ? '' : `: ${printable(source)}`}`
]

function aloneLines(alone: Believe['alone'], most: string): string[] {
  const enough = alone.flatMap(({ shiftDeviations, moved, label, unit }) =>
    shiftDeviations === null || moved === null ? [] : [{ shiftDeviations, moved, label, unit }]
  )
  if (enough.length === 0) return [`No belief alone gives it, moved by up to ${most}.`]
  return [
    'Each of these alone gives it:',
    ...enough
      .slice(0, aloneShown)
      .map(
        ({ label, unit, shiftDeviations, moved }) =>
          `${deviationsText(shiftDeviations)}  ${label}, to ${beliefText(moved, unit)}, ${unitText(unit)}`
      ),
    ...(enough.length > aloneShown ? [`and ${counted(enough.length - aloneShown, 'other')}; --json gives all.`] : [])
  ]
}

const indent = ' '.repeat(9)

/** What the model holds as a logarithm is said as people say it. */
const units: Readonly<Record<string, { readonly said: string; readonly of: (value: number) => number }>> = {
  'ln FLOP': { said: 'FLOP', of: Math.exp },
  'ln USD': { said: 'USD', of: Math.exp },
  'ln per year': { said: 'times per year', of: Math.exp }
}
const unitText = (unit: string): string => units[unit]?.said ?? unit

function beliefText({ p05, p50, p95 }: Belief, unit: string): string {
  const of = (value: number) => twoDigits(units[unit]?.of(value) ?? value)
  const [low, high] = [of(p05), of(p95)]
  return low === high ? of(p50) : `${of(p50)} (${low}${/^[−]|e/.test(low) ? ' to ' : '–'}${high})`
}

function twoDigits(value: number): string {
  const rounded = Number(Math.abs(value).toPrecision(2))
  const text =
    rounded >= 1e5 || (rounded > 0 && rounded < 1e-3) ? rounded.toExponential().replace('e+', 'e') : String(rounded)
  return value < 0 ? `−${text}` : text
}

const deviationsText = (shift: number): string =>
  `${shift > 0 ? '+' : '−'}${Math.abs(shift).toFixed(Math.abs(shift) < 0.1 ? 2 : 1)} sd`
