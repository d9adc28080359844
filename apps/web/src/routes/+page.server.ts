import { apiHref, asOfParams, read } from '#lib/api/client.ts'
import { askFigure } from '#lib/forecast/ask.server.ts'
import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { usualState } from '#lib/forecast/state.ts'
import { headline } from '#lib/forecast/words.ts'
import { registerQuery } from '#lib/register/register-query.ts'
import type { Changes } from '#lib/register/resources.ts'
import { loadScaling } from '#lib/register/scaling.server.ts'
import type { PageServerLoad } from './$types'

const systemicRiskFlop = 1e25
const namesShown = 6
/** The page does not wait for the forecast: what is not there at once is left out, and is there for the next reader. */
const forecastMs = 60
/** A year with fewer systems says little about a share. */
const fewestForShare = 50

export const load: PageServerLoad = async ({ fetch, url, locals, isDataRequest, setHeaders }) => {
  const asOf = asOfParams(url)
  // Only the days of the address count here; filters belong to the register.
  const search = new URLSearchParams(Object.entries(asOf).flatMap(([name, day]) => (day ? [[name, day]] : [])))
  const address = new URL(`/${search.size > 0 ? `?${search}` : ''}`, url)
  const forecast = forecastWithin(fetch, address)
  const [scaling, above, disclosure, changes] = await Promise.all([
    loadScaling(fetch, address, registerQuery(address)),
    read(fetch, '/api/v1/register/systems', { ...asOf, minFlop: systemicRiskFlop, limit: 1 }),
    read(fetch, '/api/v1/register/disclosure', asOf),
    read(fetch, '/api/v1/register/changes', { ...asOf, limit: 5000 })
  ])
  const answer = await forecast.soon()
  if (answer === null && !isDataRequest) setHeaders({ 'cache-control': 'no-store' })
  const chart = `/register/chart.fragment${address.search}`
  if (!isDataRequest) locals.charts.add(chart, scaling.svg())
  const { from, to, series, drawn, unknown, trend, words, uncertainty } = scaling
  const years = disclosure.byYear.filter(({ year, systems }) => year !== null && systems > 0)
  return {
    title: 'Frown',
    description:
      'A sourced register of who scales AI systems, how fast, and how we know: training compute with its uncertainty, what is no longer disclosed, and what was revised.',
    chart,
    csv: apiHref('/api/v1/register/systems', { ...asOf, format: 'csv' }),
    total: disclosure.all.systems,
    known: disclosure.all.withKnownCompute,
    above: { systems: above.total, runs: above.runs },
    best: years.filter(({ systems }) => systems >= fewestForShare).sort((a, b) => (b.share ?? 0) - (a.share ?? 0))[0],
    latest: years.at(-1),
    scaling: {
      from,
      to,
      series,
      drawn,
      unknown,
      words,
      uncertainty,
      growth: trend && { ...trend.growthPerYear, from: trend.from }
    },
    changes: latelyOf(changes),
    forecast: answer
  }
}

/** The headline of the forecast at its defaults, asked for while the rest of the page is. */
function forecastWithin(fetch: typeof globalThis.fetch, address: URL) {
  const asked = loadBeliefs(fetch, address)
    .then(beliefs => askFigure(fetch, 'scenario', usualState, beliefs, beliefs.asOf))
    .then(answer => (answer.ok ? headline(usualState, answer.value) : null))
    .catch(() => null)
  return {
    soon: () => Promise.race([asked, new Promise<null>(resolve => setTimeout(resolve, forecastMs, null).unref())])
  }
}

/** The last differences in short: how many of each kind, the systems that came and the compute that was restated. */
function latelyOf({ from, to, total, items }: Changes) {
  const systems = items.filter(({ subject }) => subject.kind === 'system')
  const name = ({ subject, name }: Changes['items'][number]) => ({ id: subject.id, name })
  const added = systems.filter(({ kind }) => kind === 'added').map(name)
  const removed = systems.filter(({ kind }) => kind === 'removed').map(name)
  const compute = systems.filter(({ property }) => property === 'trainingComputeFlop')
  return {
    from,
    to,
    total,
    added: { count: added.length, some: added.slice(0, namesShown) },
    removed: { count: removed.length, some: removed.slice(0, namesShown) },
    restated: compute
      .filter(({ kind }) => kind === 'revised' || kind === 'withdrawn')
      .map(change => ({
        ...name(change),
        before: typeof change.before?.value === 'number' ? change.before.value : null,
        after: typeof change.after?.value === 'number' ? change.after.value : null
      }))
      .sort((a, b) => (b.before ?? 0) - (a.before ?? 0))
      .slice(0, namesShown),
    restatedCount: compute.filter(({ kind }) => kind === 'revised' || kind === 'withdrawn').length
  }
}
