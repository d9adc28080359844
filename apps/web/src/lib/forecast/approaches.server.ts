/**
 * The comparison of approaches, asked for what an address holds.
 */
import { usualApproaches } from '@frown/core/forecast'
import { approachDraws, readLeads } from './approaches.ts'
import { askQuestion } from './ask.server.ts'
import { loadBeliefs } from './beliefs.server.ts'
import { setupOf } from './figures.ts'
import { readSound } from './read-sound.server.ts'

export async function askApproaches(fetch: typeof globalThis.fetch, url: URL, patienceMs?: number) {
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readSound(url, beliefs)
  const leads = readLeads(url.searchParams, usualApproaches)
  const answer = await askQuestion(
    fetch,
    { setup: setupOf(state, beliefs), draws: approachDraws(state), delayYears: state.delayYears },
    { kind: 'approaches', approaches: leads.approaches },
    beliefs.asOf,
    patienceMs
  )
  return { beliefs, state, faults: [...faults, ...leads.faults], leads, answer }
}
