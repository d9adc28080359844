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
  inFlags,
  populationOf,
  raceOf,
  type Scenario,
  scenarioOf,
  shareOption
} from './forecast-options.ts'
import {
  bar,
  chanceCell,
  chanceText,
  delayText,
  percent,
  pinsText,
  rangeText,
  whoBefore,
  yearsText
} from './forecast-text.ts'
import { type Answered, resultOf } from './job.ts'
import { numberText, tableOf, writeJson, writeLines } from './output.ts'
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
    .action(async (options: SolveOptions) => {
      const race = await raceOf(options)
      await inFlags(
        options,
        withApi(async api => {
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
    })
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

const pricesOf = ({ price }: SolveOptions): Partial<Record<Lever, number>> =>
  price ? Object.fromEntries(price) : usualPrices

const menuOf = (options: SolveOptions): { full: Scenario; prices: Partial<Record<Lever, number>> } => ({
  full: scenarioOf({ ...options, investors: 1, small: 1, cap: options.cap ?? usualCapFlop }, 1),
  prices: pricesOf(options)
})

function solveLines(shares: Answered<RequiredShares>, mix: Portfolio, options: SolveOptions): string[] {
  const { probability, delay, seed } = options
  const besides = besidesText(options)
  return [
    `What share must refuse for ${yearsText(delay)} with probability ${probability}${besides}?`,
    '',
    ...shares.answer.flatMap(answer => [...shareLines(answer, probability), '']),
    ...mixLines(mix, options),
    '',
    pinsText(shares, shares.answer[0]?.summary.mixed.draws ?? 0, seed)
  ]
}

/** What is done besides, as it was asked for. */
function besidesText({ investors, close, cap, small }: SolveOptions): string {
  const done = [
    investors !== undefined && `--investors ${investors}`,
    close && `--close ${close.join(',')}`,
    cap !== undefined && `--cap ${numberText(cap)}`,
    small !== undefined && `--small ${small}`
  ].filter(part => typeof part === 'string')
  return done.length === 0 ? '' : `, besides ${done.join(' ')}`
}

function shareLines({ who, summary }: RequiredShares[number], probability: number): string[] {
  const { mixed, substitutes, complements } = summary
  const unreachable = Number(mixed.unreachable?.value ?? 0)
  return [
    mixed.share === null
      ? `Of ${who}: nobody crosses within the horizon, so that there is nothing to delay.`
      : mixed.sufficientShare === 'Infinity'
        ? `Of ${who}: no share suffices. When all refuse, that buys: ${delayText(mixed.mostDelayYears)}.`
        : `Of ${whoBefore(who)} ${percent(Number(mixed.sufficientShare))} must refuse.`,
    '',
    ...tableOf(
      ['', 'Suffices', 'All too few', 'All buy', '50%', '90%'],
      [
        ['Both structures', mixed] as const,
        ['Substitutes', substitutes] as const,
        ['Complements', complements] as const
      ].map(([what, { sufficientShare, unreachable, mostDelayYears: most }]) => [
        what,
        sufficientShare === 'Infinity' ? 'none' : percent(Number(sufficientShare)),
        chanceCell(unreachable),
        ...(most === null
          ? ['not defined', '', '']
          : [yearsText(most.p50), rangeText(most.p25, most.p75), rangeText(most.p05, most.p95)])
      ])
    ),
    `Suffices: the smallest share that does in ${percent(probability)} of draws. All too few: draws in which not even all do.`,
    'All buy: when all refuse, to the horizon at most. Substitutes: compute can stand in for people; complements: it cannot.',
    ...(mixed.share === null
      ? []
      : [
          '',
          'Of draws, by the share that they need:',
          ...mixed.histogram.flatMap((share, tenth) =>
            share === 0 ? [] : [histogramLine(`${tenth * 10}–${tenth * 10 + 10}%`, share)]
          ),
          ...(unreachable === 0 ? [] : [histogramLine('all too few', unreachable)])
        ]),
    ...(mixed.notMonotone > 0
      ? [
          `In ${percent(mixed.notMonotone)} of draws more refusal somewhere means less delay; there the first share that suffices is given.`
        ]
      : []),
    ...(mixed.baselineCensored > 0
      ? [
          `In ${percent(mixed.baselineCensored / mixed.draws)} of draws nobody crosses within the horizon with nothing done; they are left out.`
        ]
      : [])
  ]
}

const histogramLine = (what: string, share: number): string => `${what.padStart(12)}  ${bar(share)} ${percent(share)}`

function mixLines({ mix, cost, scenario, delay }: Portfolio, options: SolveOptions): string[] {
  const flagOf = (lever: string) => Object.entries(priced).find(([, name]) => name === lever)?.[0] ?? lever
  const prices = Object.entries(pricesOf(options)).map(([lever, price]) => `${flagOf(lever)} ${price}`)
  const reaches = `in ${chanceText(delay.probability, delay.draws - delay.undefinedDraws)}`
  return [
    `Prices of the full use: ${prices.join(', ')}.`,
    mix === null
      ? `No mix of these suffices. In full (${scenario}) they reach ${yearsText(options.delay)} ${reaches}, and buy: ${delayText(delay.delayYears)}.`
      : `The cheapest mix found costs ${Number((cost ?? 0).toPrecision(2))}: ${scenario}. It reaches ${yearsText(options.delay)} ${reaches}.`
  ]
}
