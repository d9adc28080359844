import { claims, verdictRule } from '@frown/core/forecast'
import { askArgument } from '#lib/forecast/argument.server.ts'
import { argumentDraws } from '#lib/forecast/argument.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import type { PageServerLoad } from './$types'

/** A page with scripts comes back for what is not there yet. */
const patienceMs = { page: 7_000, data: 1_500 }

export const load: PageServerLoad = async ({ fetch, url, isDataRequest, setHeaders, depends }) => {
  depends('forecast:argument')
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readSound(url, beliefs)
  const asked = await askArgument(fetch, state, beliefs, patienceMs[isDataRequest ? 'data' : 'page'])
  if (asked.waiting > 0 && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  return {
    title: 'The argument',
    description: `${claims.length} claims of the debate about the race, each tested against the model by one rule.`,
    forecast: state,
    faults,
    about: beliefs.about.map(({ name, grade }) => ({ name, grade })),
    versions: beliefs.versions,
    claims: claims.map(({ id, number, gist, leftOut }) => ({ id, number, gist, leftOut })),
    draws: argumentDraws(state),
    verdictRule,
    ...asked
  }
}
