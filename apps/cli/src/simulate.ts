/**
 * `frown simulate`: when does each group cross, for values of the parameters given outright?
 */
import type { Command } from 'commander'
import { answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { jsonIn } from './forecast-options.ts'
import { jsonOption } from './options.ts'
import { counted, tableOf, writeJson, writeLines } from './output.ts'

const drawsShown = 20

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('run races with values given outright: {groups, parameters: [draw…], levers, horizonYears}')
    .argument('<file>', 'a JSON file; - for standard input')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The answer is {crossingYears: [draw][group], speedLimitYears: [draw]}, in years from the start; null: not within the horizon.

Examples:
  $ frown simulate race.json --json
  $ frown simulate - < race.json`
    )
    .action((file: string, { json }: { readonly json?: boolean }) => {
      const { groups, parameters, levers, horizonYears } = jsonIn(file) as Record<string, unknown>
      return withApi(async api => {
        const body = { groups, parameters, levers, horizonYears } as never
        const result = await answerOf(api.POST('/api/v1/forecast/simulations', { body }))
        if (json) return writeJson(result)
        const names = (groups as { id: string }[]).map(({ id }) => id)
        const { crossingYears, speedLimitYears } = result
        const limited = speedLimitYears.filter(years => years !== null).length
        writeLines([
          ...tableOf(
            ['Draw', ...names],
            crossingYears
              .slice(0, drawsShown)
              .map((row, draw) => [
                String(draw + 1),
                ...row.map(years => (years === null ? 'censored' : years.toFixed(3)))
              ])
          ),
          ...(crossingYears.length > drawsShown
            ? [`The first ${drawsShown} of ${counted(crossingYears.length, 'draw')}; --json gives all.`]
            : []),
          'Years from the start. Censored: not within the horizon.',
          ...(limited > 0
            ? [`The speed limit bound in ${counted(limited, 'draw')}: there crossings may come too late.`]
            : [])
        ])
      })
    })
}
