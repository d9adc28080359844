/**
 * `frown simulate`: when does each group cross, for values of the parameters given outright?
 */
import type { Command } from 'commander'
import { answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { jsonIn, placed } from './forecast-options.ts'
import { jsonOption } from './options.ts'
import { counted, tableOf, writeJson, writeLines } from './output.ts'
import { Refusal, refusedWith } from './refusal.ts'

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
    .action(async (file: string, { json }: { readonly json?: boolean }) => {
      const race = await jsonIn(file)
      await withApi(async api => {
        const result = await inFile(file, answerOf(api.POST('/api/v1/forecast/simulations', { body: race as never })))
        if (json) return writeJson(result)
        const names = (race as { groups: { id: string }[] }).groups.map(({ id }) => id)
        const { crossingYears, speedLimitYears } = result
        const limited = speedLimitYears.filter(years => years !== null).length
        writeLines([
          ...tableOf(
            ['Draw', ...names],
            crossingYears
              .slice(0, drawsShown)
              .map((row, draw) => [String(draw + 1), ...row.map(years => (years === null ? 'none' : years.toFixed(3)))])
          ),
          ...(crossingYears.length > drawsShown
            ? [`The first ${drawsShown} of ${counted(crossingYears.length, 'draw')}; --json gives all.`]
            : []),
          'Years from the start to each group’s crossing. none: not within the horizon.',
          ...(limited > 0
            ? [
                `The model’s speed limit on algorithms bound in ${counted(limited, 'draw')}: crossings after that come too late.`
              ]
            : [])
        ])
      })
    })
}

/** The API names places in the body, which is the file. */
async function inFile<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (thrown) {
    const error = refusedWith(thrown)
    if (error?.place === undefined) throw thrown
    throw new Refusal(placed(error, error.place, error.place, file))
  }
}
