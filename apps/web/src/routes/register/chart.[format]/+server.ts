import { chartResponse } from '#lib/charts/chart-file.server.ts'
import { registerQuery } from '#lib/register/register-query.ts'
import { loadScaling } from '#lib/register/scaling.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, fetch, url }) => {
  const scaling = await loadScaling(fetch, url, registerQuery(url))
  return chartResponse(params.format, 'frown-training-compute', scaling.file)
}
