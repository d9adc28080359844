import { apiHref, asOfParams, read } from '#lib/api/client.ts'
import { filterParams, registerQuery } from '#lib/register/register-query.ts'
import { loadScaling } from '#lib/register/scaling.server.ts'
import type { PageServerLoad } from './$types'

const rows = 50
/** Groups to choose from in the filter; all others are found by name. */
const offered = 40

export const load: PageServerLoad = async ({ fetch, url, locals, isDataRequest }) => {
  const query = registerQuery(url)
  const filters = { ...filterParams(query), ...asOfParams(url) }
  const list = { ...filters, sort: query.sort, order: query.order }
  const [systems, scaling] = await Promise.all([
    read(fetch, '/api/v1/register/systems', { ...list, limit: rows, cursor: query.cursor }),
    loadScaling(fetch, url, query)
  ])
  const chart = `/register/chart.fragment${url.search}`
  if (!isDataRequest) locals.charts.add(chart, scaling.svg())

  const asked = query.group.split(',')
  const most = [...scaling.groups].sort((a, b) => b.systems - a.systems)
  const groups = most
    .filter((group, index) => index < offered || asked.includes(group.id))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ id, name }) => ({ id, name }))
  const { from, to, series, drawn, outside, undated, unknown, trend, trendProblem, words, uncertainty } = scaling
  return {
    title: 'Register',
    description: 'Training compute of notable AI systems: who says so, how sure it is, and what is not known.',
    query,
    total: systems.total,
    runs: systems.runs,
    nextCursor: systems.nextCursor,
    rows: systems.items.map(system => ({
      id: system.id,
      name: system.name,
      groups: system.groups,
      releasedOn: system.releasedOn,
      compute: system.trainingComputeFlop,
      estimate: system.estimatedTrainingComputeFlop,
      parameters: system.parameterCount
    })),
    groups,
    chart,
    csv: apiHref('/api/v1/register/systems', { ...list, format: 'csv' }),
    scaling: {
      from,
      to,
      series,
      drawn,
      outside,
      undated,
      unknown,
      words,
      uncertainty,
      trendProblem,
      trend: trend && {
        growthPerYear: trend.growthPerYear,
        doublingTimeMonths: trend.doublingTimeMonths,
        rSquared: trend.rSquared,
        n: trend.n
      }
    }
  }
}
