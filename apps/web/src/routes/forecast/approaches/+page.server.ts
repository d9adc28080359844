import { askApproaches } from '#lib/forecast/approaches.server.ts'
import { approachDraws, comparedText } from '#lib/forecast/approaches.ts'
import type { PageServerLoad } from './$types'

const patienceMs = 7_000

export const load: PageServerLoad = async ({ fetch, url, isDataRequest, setHeaders, depends }) => {
  depends('forecast:approaches')
  const { beliefs, state, faults, leads, answer } = await askApproaches(fetch, url, patienceMs)
  const compared = answer.ok ? answer.value : null
  if (answer.ok && compared === null && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  return {
    title: 'Which approach?',
    description: compared ? comparedText(compared) : 'Culture, regulation and technology side by side.',
    forecast: state,
    faults,
    approaches: leads.approaches,
    own: leads.own,
    firstLeading: beliefs.groups.find(group => !group.isOpenCommunity)?.id ?? '',
    leading: beliefs.groups.filter(group => !group.isOpenCommunity).length,
    versions: beliefs.versions,
    draws: approachDraws(state),
    compared,
    problem: answer.ok ? null : [answer.error.message, answer.error.remedy].filter(Boolean).join(' ')
  }
}
