/**
 * `frown trend`: how fast does training compute grow, and how sure is that?
 */
import { type Command, Option } from 'commander'
import { type Answer, answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { type AsOfOptions, dayOption, idsOption, jsonOption, knownOnOption, trueOnOption } from './options.ts'
import { asOfText, counted, writeJson, writeLines } from './output.ts'

interface TrendOptions extends AsOfOptions {
  readonly from?: string
  readonly to?: string
  readonly group?: readonly string[]
  readonly frontier?: boolean
  readonly count?: 'runs' | 'systems'
  readonly json?: boolean
}

export function addTrend(program: Command): void {
  program
    .command('trend')
    .description('growth of training compute per year, with its 90% interval')
    .addOption(dayOption('--from <day>', 'of runs released on this day or later'))
    .addOption(dayOption('--to <day>', 'of runs released on this day or earlier'))
    .addOption(idsOption('--group <id...>', 'of these groups and their parts'))
    .option('--frontier', 'only of runs among the ten largest known at their release')
    .addOption(
      new Option('--count <what>', 'count each training run once, or each system, as sources list them')
        .choices(['runs', 'systems'])
        .default('runs')
    )
    .addOption(knownOnOption())
    .addOption(trueOnOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Examples:
  $ frown trend --from 2010-01-01 --known-on 2025-04-30
  $ frown trend --from 2018-01-01 --frontier --json`
    )
    .action(({ json, group, frontier, ...rest }: TrendOptions) =>
      withApi(async api => {
        const query = {
          ...rest,
          ...(group && { group: group.join(',') }),
          ...(frontier && { frontier: 'true' as const })
        }
        const trend = await answerOf(api.GET('/api/v1/register/trend', { params: { query } }))
        if (json) writeJson(trend)
        else writeLines(trendLines(trend, rest.count))
      })
    )
}

const trendLines = (trend: Answer<'/api/v1/register/trend'>, count: TrendOptions['count']): string[] => [
  `${growthText(trend)}, R² ${trend.rSquared.toFixed(2)}, ${counted(trend.n, count === 'systems' ? 'system' : 'training run')}, ${doublingText(trend)}.`,
  `Runs released from ${trend.from} to ${trend.to}. ${asOfText(trend.asOf)}`,
  'The interval is of the scatter around the line; it does not hold what is not disclosed.'
]

const growthText = ({ growthPerYear: { value, low, high } }: Answer<'/api/v1/register/trend'>): string =>
  `${fixed(value, 2)}× per year (90% interval ${fixed(low, 2)}–${fixed(high, 2)})`

function doublingText({ doublingTimeMonths: { value, low, high } }: Answer<'/api/v1/register/trend'>): string {
  if (value === null) return 'not growing'
  return `doubling every ${fixed(value, 1)} months (${fixed(low, 1)}–${fixed(high, 1)})`
}

/** null stands for what has no bound. */
const fixed = (number: number | null, digits: number): string => (number === null ? '∞' : number.toFixed(digits))
