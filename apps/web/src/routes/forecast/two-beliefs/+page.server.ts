import { redirect } from '@sveltejs/kit'
import { askQuestion } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { beliefGiven, comparison, otherHref, readOther } from '#lib/forecast/other-beliefs.ts'
import { readSound } from '#lib/forecast/read-sound.server.ts'
import { carriedText, expectation } from '#lib/forecast/two-beliefs-words.ts'
import type { PageServerLoad } from './$types'

/** Whoever has scripts and comes from another page works it out there. */
const patienceMs = { page: 7_000, data: 250 }

export const load: PageServerLoad = async ({ fetch, url, isDataRequest, setHeaders }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readSound(url, beliefs)
  const side = readOther(url.searchParams)
  const found = [...faults, ...side.faults]

  // The form without scripts: its fields become part of the address, or a sentence.
  const field = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 60)
  const given = { name: field('edit'), low: field('low'), mid: field('mid'), high: field('high') }
  if (given.name !== '') {
    const belief = beliefGiven(given)
    if ('fault' in belief) found.push(belief.fault)
    else redirect(303, otherHref(url, { ...(side.isExample ? {} : side.other), [belief.name]: belief.distribution }))
  }

  const { asked, question } = comparison(state, side.other, beliefs)
  const asking = await askQuestion(fetch, asked, question, beliefs.asOf, patienceMs[isDataRequest ? 'data' : 'page'])
  const answer = asking.ok ? asking.value : null
  if (asking.ok && answer === null && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  const { groups, parameters, about, versions } = beliefs
  return {
    title: 'Two beliefs',
    description: answer
      ? `${expectation(answer)} ${carriedText(answer)}`
      : 'Two sets of beliefs side by side, and the two or three that carry the difference.',
    forecast: state,
    faults: found,
    other: side.other,
    isExample: side.isExample,
    given,
    groups,
    parameters,
    about,
    versions,
    answer,
    problem: asking.ok ? null : [asking.error.message, asking.error.remedy].filter(Boolean).join(' ')
  }
}
