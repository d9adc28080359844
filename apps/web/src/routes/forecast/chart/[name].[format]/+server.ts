import { error } from '@sveltejs/kit'
import { chartResponse } from '#lib/charts/chart-file.server.ts'
import { askFigure } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { type ChartName, chartNames, csvOf, drawChart, figureOf } from '#lib/forecast/drawn.ts'
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
  if (params.format === 'csv')
    return new Response(csvOf(drawn), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="frown-forecast-${name}.csv"`
      }
    })
  const height = drawn.panels.reduce((sum, panel) => sum + panel.height + (panel.heading ? 34 : 0), 0)
  return chartResponse(params.format, `frown-forecast-${name}`, () => ({
    svg: stacked(drawn.panels),
    height,
    title: drawn.title,
    subtitle: drawn.subtitle,
    uncertainty: `If ${doneText(state, beliefs.groups)}. ${drawn.uncertainty}`,
    source: `Frown’s race, kernel ${beliefs.versions.kernel}, beliefs ${beliefs.versions.beliefs}; Epoch AI, CC BY 4.0`,
    asOf: beliefs.asOf
  }))
}

/** Panels below each other as one drawing. */
function stacked(panels: readonly { svg: string; height: number; heading: string | null }[]): string {
  const [only] = panels
  if (panels.length === 1 && only) return only.svg
  let top = 0
  const parts = panels.map(({ svg, height, heading }) => {
    const at = top + (heading ? 34 : 0)
    const title = heading ? `<text class="note-text" x="0" y="${top + 18}">${heading}</text>` : ''
    top = at + height
    return `${title}${svg.replace('width="100%"', `y="${at}" width="100%"`)}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" class="plot-svg" width="100%" height="${top}">${parts.join('')}</svg>`
}
