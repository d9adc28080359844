import { error } from '@sveltejs/kit'
import { askQuestion, tooLong } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { forecastFile } from '#lib/forecast/chart-files.server.ts'
import { comparison, readOther } from '#lib/forecast/other-beliefs.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import { drawExpected, drawParts } from '#lib/forecast/two-beliefs-words.ts'
import { doneText } from '#lib/forecast/words.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, url, params }) => {
  const name = (['expected', 'parts'] as const).find(known => known === params.name)
  if (name === undefined) error(404, 'There is no such chart. There are expected and parts.')
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readSound(url, beliefs)
  const { asked, question } = comparison(state, readOther(url.searchParams).other, beliefs)
  const answer = await askQuestion(fetch, asked, question, beliefs.asOf)
  if (!answer.ok) error(answer.error.status, answer.error.message)
  if (answer.value === null) error(tooLong.status, tooLong.message)
  const drawn = name === 'expected' ? drawExpected(answer.value, state) : drawParts(answer.value)
  if (drawn === null) error(404, 'The two sides believe the same, so that there is nothing to draw.')
  const about = `If ${doneText(state, beliefs.groups)}.`
  return forecastFile({ name: `frown-two-beliefs-${name}`, format: params.format, about }, drawn, beliefs)
}
