import { asOfParams, read } from '#lib/api/client.ts'
import { chartResponse } from '#lib/charts/chart-file.server.ts'
import { disclosureFile } from '#lib/register/disclosure-chart.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, fetch, url }) => {
  const answer = await read(fetch, '/api/v1/register/disclosure', asOfParams(url))
  return chartResponse(params.format, 'frown-disclosure', () => disclosureFile(answer))
}
