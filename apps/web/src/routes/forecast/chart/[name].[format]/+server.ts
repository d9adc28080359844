import { error } from '@sveltejs/kit'
import { askFigure } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { forecastFile } from '#lib/forecast/chart-files.server.ts'
import { type ChartName, chartNames, drawChart, figureOf } from '#lib/forecast/drawn.ts'
import { readState } from '#lib/forecast/state.ts'
import { doneText } from '#lib/forecast/words.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, url, params }) => {
  const name = chartNames.find(known => known === params.name) as ChartName | undefined
  if (name === undefined) error(404, `There is no such chart. There are ${chartNames.join(', ')}.`)
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readState(
    url.searchParams,
    beliefs.groups.map(({ id }) => id)
  )
  const answer = await askFigure(fetch, figureOf[name], state, beliefs, beliefs.asOf)
  if (!answer.ok) error(answer.error.status, answer.error.message)
  const drawn = drawChart(name, { [figureOf[name]]: answer.value }, state, state.draws)
  if (drawn === null) error(500, 'The chart was not drawn.')
  const about = `If ${doneText(state, beliefs.groups)}.`
  return forecastFile({ name: `frown-forecast-${name}`, format: params.format, about }, drawn, beliefs)
}
