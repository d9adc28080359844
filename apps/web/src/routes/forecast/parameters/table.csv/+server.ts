import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { writeDistribution } from '#lib/forecast/distribution-code.ts'
import { quantileAt } from '#lib/forecast/distribution-shape.ts'
import { csvOf } from '#lib/forecast/drawn.ts'
import { soundChanges } from '#lib/forecast/parameter-set.ts'
import { believed } from '#lib/forecast/pull.ts'
import { pullsWithin } from '#lib/forecast/pulls.server.ts'
import { readState } from '#lib/forecast/state.ts'
import type { RequestHandler } from './$types'

const longestMs = 30_000
const levels = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** Every parameter with its quantiles and its pull, in the units of the model. */
export const GET: RequestHandler = async ({ fetch, url }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readState(
    url.searchParams,
    beliefs.groups.map(({ id }) => id)
  )
  const forecast = { ...state, parameters: soundChanges(state.parameters).changes }
  const pulls = await pullsWithin(longestMs, fetch, forecast, beliefs)
  const parameters = believed(forecast, beliefs)
  const columns = ['name', 'label', 'unit', 'grade', 'source', 'distribution', 'p05', 'p25', 'p50', 'p75', 'p95']
  const rows = beliefs.about.map(({ name, label, unit, grade, source }) => [
    name,
    label,
    unit,
    forecast.parameters[name] ? 'yours' : grade,
    source,
    writeDistribution(parameters[name]),
    ...levels.map(level => Number(quantileAt(parameters[name], level).toPrecision(6))),
    pulls?.[name]?.low ?? '',
    pulls?.[name]?.high ?? ''
  ])
  return new Response(csvOf({ columns: [...columns, 'medianDelayYearsAtP05', 'medianDelayYearsAtP95'], rows }), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="frown-parameters.csv"'
    }
  })
}
