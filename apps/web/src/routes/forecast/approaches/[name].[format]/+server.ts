import { error } from '@sveltejs/kit'
import { askApproaches } from '#lib/forecast/approaches.server.ts'
import { approachDraws, drawApproaches, figureNames } from '#lib/forecast/approaches.ts'
import { tooLong } from '#lib/forecast/ask.server.ts'
import { forecastFile } from '#lib/forecast/chart-files.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, url, params }) => {
  const name = figureNames.find(known => known === params.name)
  if (name === undefined) error(404, `There is no such chart. There are ${figureNames.join(', ')}.`)
  const { beliefs, state, leads, answer } = await askApproaches(fetch, url)
  if (!answer.ok) error(answer.error.status, answer.error.message)
  if (answer.value === null) error(tooLong.status, tooLong.message)
  const about = 'Each at a stated strength and from when it can begin, which is assumed.'
  return forecastFile(
    { name: `frown-approaches-${name}`, format: params.format, about },
    drawApproaches(name, answer.value, leads.own, approachDraws(state)),
    beliefs
  )
}
