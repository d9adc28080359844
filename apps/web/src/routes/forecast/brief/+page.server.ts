import { askFigure } from '#lib/forecast/ask.server.ts'
import { changedLines } from '#lib/forecast/assumptions.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { soundChanges, stateHref } from '#lib/forecast/parameter-set.ts'
import { movedOn, pinsOf, readPins, unpinned, wasText } from '#lib/forecast/pins.ts'
import { strength } from '#lib/forecast/pull.ts'
import { pullsWithin } from '#lib/forecast/pulls.server.ts'
import { readState } from '#lib/forecast/state.ts'
import { headline, interval } from '#lib/forecast/words.ts'
import type { PageServerLoad } from './$types'

const shown = 5
/** How long the page waits for what carries most, where it was not asked before. */
const longestMs = { shipped: 10_000, own: 1_500 }

export const load: PageServerLoad = async ({ fetch, url, parent, setHeaders }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const read = readState(
    url.searchParams,
    beliefs.groups.map(({ id }) => id)
  )
  const sound = soundChanges(read.state.parameters)
  const forecast = { ...read.state, parameters: sound.changes }
  const pins = readPins(url.searchParams)
  const ask = <F extends 'scenario' | 'fan' | 'curves'>(figure: F) =>
    askFigure(fetch, figure, forecast, beliefs, beliefs.asOf)
  const isOwn = Object.keys(forecast.parameters).length > 0
  const [scenario, fan, curves] = await Promise.all([ask('scenario'), ask('fan'), ask('curves')])
  const pulls = scenario.ok ? await pullsWithin(longestMs[isOwn ? 'own' : 'shipped'], fetch, forecast, beliefs) : null
  if (pulls === null) setHeaders({ 'cache-control': 'no-store' })

  const { asOf, versions } = beliefs
  const delay = scenario.ok ? scenario.value.delay[forecast.view].delayYears : null
  const isPinned = pins.was !== undefined || pins.kernel !== null || pins.beliefs !== null
  const latest = (await parent()).knownDays.at(-1) ?? asOf.knownOn
  const hasLearned = isPinned && (latest > asOf.knownOn || (pins.register ?? versions.register) !== versions.register)
  const { groups, parameters, about, starts } = beliefs
  const refused = [scenario, fan, curves].find(result => !result.ok)
  return {
    title: scenario.ok ? `If ${scenario.value.scenario}: ${interval(delay)}` : 'Brief',
    description: scenario.ok ? headline(forecast, scenario.value) : 'One page of a scenario, to print and to cite.',
    forecast,
    faults: [...read.faults, ...sound.faults, ...pins.faults],
    problem: refused?.ok === false ? [refused.error.message, refused.error.remedy].filter(Boolean).join(' ') : null,
    groups,
    parameters,
    versions,
    starts,
    asOf,
    answers: {
      ...(scenario.ok && { scenario: scenario.value }),
      ...(fan.ok && { fan: fan.value }),
      ...(curves.ok && { curves: curves.value })
    },
    changed: changedLines(forecast, beliefs),
    guesses: about.filter(({ grade }) => grade === 'guess').length,
    carrying:
      pulls &&
      about
        .flatMap(({ name, label, grade }) => {
          const pull = pulls[name]
          return pull ? [{ name, label, grade: forecast.parameters[name] ? 'yours' : grade, pull }] : []
        })
        .toSorted((a, b) => strength(b.pull) - strength(a.pull))
        .slice(0, shown),
    permalink: pinnedHref(),
    isPinned,
    was: pins.was,
    isSame: pins.was === undefined ? null : wasText(pins.was) === wasText(delay),
    moved: isPinned ? movedOn(pins, versions, asOf.knownOn) : [],
    latest,
    today: hasLearned ? await answeredToday() : null
  }

  function pinnedHref(): string {
    const query = new URLSearchParams(stateHref('', unpinned(url.searchParams), forecast).slice(1))
    const pinned = { ...asOf, ...pinsOf(forecast, versions, scenario.ok ? delay : undefined) }
    for (const [name, value] of Object.entries(pinned)) query.set(name, value)
    return `${url.pathname}?${query}`
  }

  /** The same question as the register has it now. */
  async function answeredToday() {
    const now = new URL(url.pathname, url)
    const fresh = await loadBeliefs(fetch, now)
    const answer = await askFigure(fetch, 'scenario', forecast, fresh, fresh.asOf)
    const without = unpinned(url.searchParams).filter(
      ([name]) => !['knownOn', 'trueOn', 'draws', 'seed'].includes(name)
    )
    return {
      knownOn: fresh.asOf.knownOn,
      href: stateHref(url.pathname, without, forecast),
      delay: answer.ok ? answer.value.delay[forecast.view].delayYears : null
    }
  }
}
