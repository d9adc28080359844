import { claims } from '@frown/core/forecast'
import { error } from '@sveltejs/kit'
import { askClaim } from '#lib/forecast/argument.server.ts'
import { shownClaim } from '#lib/forecast/argument.ts'
import { tooLong } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { forecastFile } from '#lib/forecast/chart-files.server.ts'
import { drawClaim } from '#lib/forecast/draw-claim.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ fetch, url, params }) => {
  const claim = claims.find(({ id }) => id === params.claim)
  if (!claim) error(404, `There is no such claim. There are ${claims.map(({ id }) => id).join(', ')}.`)
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readSound(url, beliefs)
  const answer = await askClaim(fetch, claim.id, state, beliefs)
  if (!answer.ok) error(answer.error.status, answer.error.message)
  if (answer.value === null) error(tooLong.status, tooLong.message)
  // A claim is too long for the one line of a title.
  const drawn = { ...drawClaim(shownClaim(answer.value)), title: 'A claim of the argument' }
  const about = `The claim, in our words: ${claim.gist}`
  return forecastFile({ name: `frown-claim-${claim.id}`, format: params.format, about }, drawn, beliefs)
}
