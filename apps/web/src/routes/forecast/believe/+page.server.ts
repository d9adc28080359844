import { askQuestion } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { verdict } from '#lib/forecast/believe-words.ts'
import { believeQuestion, readMovable } from '#lib/forecast/movable.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import type { PageServerLoad } from './$types'

/** Whoever has scripts and comes from another page works it out there. */
const patienceMs = { page: 7_000, data: 250 }

export const load: PageServerLoad = async ({ fetch, url, isDataRequest, setHeaders }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readSound(url, beliefs)
  const { movable, faults: movableFaults } = readMovable(url.searchParams, beliefs.about)
  const { asked, question } = believeQuestion(state, movable, beliefs)
  const asking = await askQuestion(fetch, asked, question, beliefs.asOf, patienceMs[isDataRequest ? 'data' : 'page'])
  const answer = asking.ok ? asking.value : null
  if (asking.ok && answer === null && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  const { groups, parameters, about, versions } = beliefs
  return {
    title: 'What would you have to believe?',
    description: answer
      ? verdict(answer)
      : 'The smallest change of beliefs under which refusing buys the delay wished for.',
    forecast: state,
    faults: [...faults, ...movableFaults],
    movable,
    groups,
    parameters,
    about,
    versions,
    answer,
    problem: asking.ok ? null : [asking.error.message, asking.error.remedy].filter(Boolean).join(' ')
  }
}
