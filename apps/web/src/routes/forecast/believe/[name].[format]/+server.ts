import { error } from '@sveltejs/kit'
import { askQuestion, tooLong } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { drawShifts } from '#lib/forecast/believe-words.ts'
import { forecastFile } from '#lib/forecast/chart-files.server.ts'
import { believeQuestion, readMovable } from '#lib/forecast/movable.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import { doneText, years } from '#lib/forecast/words.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, url, params }) => {
  if (params.name !== 'shifts') error(404, 'There is no such chart. There is shifts.')
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readSound(url, beliefs)
  const { movable } = readMovable(url.searchParams, beliefs.about)
  const { asked, question } = believeQuestion(state, movable, beliefs)
  const answer = await askQuestion(fetch, asked, question, beliefs.asOf)
  if (!answer.ok) error(answer.error.status, answer.error.message)
  if (answer.value === null) error(tooLong.status, tooLong.message)
  const drawn = drawShifts(answer.value, state, beliefs, asked.draws)
  if (drawn === null) error(404, 'No belief has to move, so that there is nothing to draw.')
  const about = `Wished for: ${years(state.delayYears)} or more in the middle of all draws, if ${doneText(state, beliefs.groups)}.`
  return forecastFile({ name: 'frown-believe-shifts', format: params.format, about }, drawn, beliefs)
}
