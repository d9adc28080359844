import { parameterNames } from '@frown/core/simulation'
import { redirect } from '@sveltejs/kit'
import { askFigure } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { edited } from '#lib/forecast/edit-distribution.ts'
import { soundChanges, stateHref } from '#lib/forecast/parameter-set.ts'
import { believed, medianOf, pullDraws } from '#lib/forecast/pull.ts'
import { pullsWithin } from '#lib/forecast/pulls.server.ts'
import { readState } from '#lib/forecast/state.ts'
import type { PageServerLoad } from './$types'

/** How long a page waits for pulls. Whoever has a script works out the rest; what ships is asked for most, and answered once. */
const longestMs = { shipped: 10_000, own: 1_500, scripted: 0 }

export const load: PageServerLoad = async ({ fetch, url, isDataRequest, setHeaders }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state, faults } = readState(
    url.searchParams,
    beliefs.groups.map(({ id }) => id)
  )
  const sound = soundChanges(state.parameters)
  const forecast = { ...state, parameters: sound.changes }
  const found = [...faults, ...sound.faults]

  // A form without scripts: its fields become part of the address, or a sentence.
  const name = parameterNames.find(known => known === url.searchParams.get('edit'))
  if (name !== undefined) {
    const rest = new URLSearchParams([...url.searchParams].filter(([key]) => !['edit', 'kind', 'n'].includes(key)))
    const change = edited(name, forecast.parameters[name] ?? beliefs.parameters[name], {
      kind: url.searchParams.get('kind') ?? '',
      numbers: url.searchParams.getAll('n')
    })
    if ('fault' in change) found.push(change.fault)
    else {
      const parameters = { ...forecast.parameters, [name]: change.distribution }
      redirect(303, `${stateHref(url.pathname, rest, { ...forecast, parameters })}#${name}`)
    }
  }

  const wait = isDataRequest ? 'scripted' : Object.keys(forecast.parameters).length === 0 ? 'shipped' : 'own'
  const [answer, pulls] = await Promise.all([
    askFigure(fetch, 'scenario', { ...forecast, draws: pullDraws }, beliefs, beliefs.asOf),
    pullsWithin(longestMs[wait], fetch, forecast, beliefs)
  ])
  if (pulls === null && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  const { groups, parameters, about, versions } = beliefs
  return {
    title: 'Parameters',
    description: `The ${about.length} parameters of the race: each with its distribution, grade, source and pull on the answer. A set of your own can be saved, opened and shared.`,
    forecast,
    faults: found,
    groups,
    parameters,
    about,
    versions,
    answer: answer.ok ? medianOf(answer.value, forecast.view) : null,
    scenario: answer.ok ? answer.value.scenario : null,
    problem: answer.ok ? null : [answer.error.message, answer.error.remedy].filter(Boolean).join(' '),
    pulls,
    believed: believed(forecast, beliefs)
  }
}
