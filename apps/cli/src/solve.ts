/**
 * `frown solve`: what share must refuse, and where none suffices, what would?
 */
import { type Command, Option } from 'commander'
import { answerOf } from './api/client.ts'
import type { components } from './api/schema.ts'
import { withApi } from './connect.ts'
import {
  addRaceOptions,
  addScenarioOptions,
  type ForecastOptions,
  populationOf,
  raceOf,
  type Scenario,
  scenarioOf,
  shareOption
} from './forecast-options.ts'
import { bar, chanceText, delayText, percent, pinsText, years } from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { tableOf, writeJson, writeLines } from './output.ts'
import { misuse } from './refusal.ts'

type RequiredShares = NonNullable<components['schemas']['RequiredShareJob']['result']>['answer']
type Portfolio = NonNullable<components['schemas']['PortfolioJob']['result']>['answer']
type Lever = 'refusal' | 'investorFrown' | 'ostracism' | 'shutdown' | 'cap' | 'smallModels'

interface SolveOptions extends ForecastOptions {
  readonly probability: number
  readonly price?: readonly (readonly [Lever, number])[]
}

/** Levers that have a full use without being told more. */
const priced = { refuse: 'refusal', investors: 'investorFrown', small: 'smallModels', cap: 'cap' } as const
const usualPrices = { refusal: 1, investorFrown: 1, smallModels: 1 } as const
const usualCapFlop = 1e27

export function addSolve(program: Command): void {
  const command = program
    .command('solve')
    .description('what share must refuse for the delay, who is asked side by side; and the cheapest mix of levers')
    .addOption(shareOption('--probability <share>', 'with which the delay is to be reached').default(0.5))
    .addOption(priceOption())
  addScenarioOptions(command)
  addRaceOptions(command)
    .addHelpText(
      'after',
      `
The mix is sought among refusal by all asked, investors, and small models, at a price of 1 each unless --price says otherwise.

Examples:
  $ frown solve --delay 5 --probability 0.5
  $ frown solve --delay 2 --price refuse=10 --price investors=4 --price cap=2`
    )
    .action((options: SolveOptions) =>
      withApi(async api => {
        const race = raceOf(options)
        const { delay: delayYears, draws, probability } = options
        const common = { race, delayYears, probability, ...(draws !== undefined && { draws }) }
        const asked = populationOf(options.who)
        const shares = await resultOf<RequiredShares>(
          api,
          'Seeking the share',
          answerOf(
            api.POST('/api/v1/forecast/required-shares', {
              body: {
                ...common,
                scenario: scenarioOf(options, options.ramp === undefined ? undefined : 0),
                populations: asked === 'everyone' ? ['leading', 'everyone'] : [asked, 'everyone']
              }
            })
          )
        )
        const mix = await resultOf<Portfolio>(
          api,
          'Seeking the cheapest mix',
          answerOf(api.POST('/api/v1/forecast/portfolios', { body: { ...common, menu: menuOf(options) } }))
        )
        if (options.json) writeJson({ requiredShares: shares.answer, portfolio: mix.answer, pins: shares.pins })
        else writeLines(solveLines(shares, mix.answer, options))
      })
    )
}

function priceOption(): Option {
  return new Option(
    '--price <lever=price>',
    `of the full use of ${Object.keys(priced).join(', ')}; may be repeated`
  ).argParser((text, before: SolveOptions['price']) => {
    const [name = '', price = ''] = text.split('=')
    const lever = Object.hasOwn(priced, name) ? priced[name as keyof typeof priced] : undefined
    if (lever === undefined || !/^\d+(\.\d+)?$/.test(price))
      throw misuse(
        `"${text}" is not a price`,
        '--price',
        `Write LEVER=PRICE with one of ${Object.keys(priced).join(', ')}`
      )
    return [...(before ?? []), [lever, Number(price)] as const]
  })
}

function menuOf(options: SolveOptions): { full: Scenario; prices: Partial<Record<Lever, number>> } {
  const prices = options.price ? Object.fromEntries(options.price) : usualPrices
  const full = scenarioOf({ ...options, investors: 1, small: 1, cap: options.cap ?? usualCapFlop }, 1)
  return { full, prices }
}

function solveLines(shares: Answered<RequiredShares>, mix: Portfolio, { delay, probability }: SolveOptions): string[] {
  return [
    ...shares.answer.flatMap(({ who, summary: { mixed, substitutes, complements } }) => [
      sentenceOf(who, delay, probability, mixed),
      ...tableOf(
        ['', 'Share that suffices', 'All do not suffice', 'All buy'],
        [
          ['Both structures', mixed] as const,
          ['Compute stands in for people', substitutes] as const,
          ['They complement each other', complements] as const
        ].map(([what, { sufficientShare, unreachable, mostDelayYears }]) => [
          what,
          sufficientShare === 'Infinity' ? 'none' : percent(Number(sufficientShare)),
          unreachable === null ? '' : `in ${percent(Number(unreachable.value))} of draws`,
          delayText(mostDelayYears)
        ])
      ),
      '',
      'Of draws, by the share that they need:',
      ...mixed.histogram.flatMap((share, tenth) =>
        share === 0 ? [] : [`${`${tenth * 10}–${tenth * 10 + 10}%`.padStart(12)}  ${bar(share)} ${percent(share)}`]
      ),
      `${'unreachable'.padStart(12)}  ${bar(Number(mixed.unreachable?.value ?? 0))} ${percent(Number(mixed.unreachable?.value ?? 0))}`,
      ...(mixed.notMonotone > 0
        ? [
            `In ${percent(mixed.notMonotone)} of draws more refusal somewhere means less delay; there the first share that suffices is given.`
          ]
        : []),
      ''
    ]),
    mix.mix === null
      ? `No mix of the levers priced reaches that. All of them in full (${mix.scenario}) reach it with ${chanceText(mix.delay.probability, mix.delay.draws)}, and buy ${delayText(mix.delay.delayYears)}.`
      : `The cheapest mix found costs ${Number((mix.cost ?? 0).toPrecision(3))}: ${mix.scenario}. It reaches ${years(delay)} years with ${chanceText(mix.delay.probability, mix.delay.draws)}.`,
    pinsText(shares)
  ]
}

function sentenceOf(
  who: string,
  delay: number,
  probability: number,
  { sufficientShare, mostDelayYears }: RequiredShares[number]['summary']['mixed']
): string {
  const wish = `${years(delay)} years with probability ${probability}`
  if (sufficientShare === 'Infinity')
    return `For ${wish} no share of ${who} suffices: when all of them refuse, that buys ${delayText(mostDelayYears)}.`
  return `For ${wish}, ${percent(Number(sufficientShare))} of ${who} must refuse.`
}
