import { askFigure } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { type FigureAnswers, figureNames } from '#lib/forecast/figures.ts'
import { readState } from '#lib/forecast/state.ts'
import { headline } from '#lib/forecast/words.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ fetch, url, setHeaders }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readState(
    url.searchParams,
    beliefs.groups.map(({ id }) => id)
  )
  const asked = await Promise.all(figureNames.map(name => askFigure(fetch, name, state, beliefs, beliefs.asOf)))
  const answers: Partial<FigureAnswers> = Object.fromEntries(
    asked.flatMap((result, index) => (result.ok ? [[figureNames[index], result.value]] : []))
  )
  const refused = asked.find(result => !result.ok)
  // A server that is busy now is not so for everybody after.
  if (refused?.ok === false && refused.error.status >= 500) setHeaders({ 'cache-control': 'no-store' })
  const { groups, parameters, starts, versions } = beliefs
  return {
    title: 'What would it take?',
    description: answers.scenario
      ? headline(state, answers.scenario)
      : 'What share of researchers must refuse to buy five years, and what else would?',
    forecast: state,
    faults,
    groups,
    parameters,
    starts,
    versions,
    answers,
    problem: refused?.ok === false ? [refused.error.message, refused.error.remedy].filter(Boolean).join(' ') : null
  }
}
