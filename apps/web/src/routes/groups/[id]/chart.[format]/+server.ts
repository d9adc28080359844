import { error } from '@sveltejs/kit'
import { chartResponse } from '#lib/charts/chart-file.server.ts'
import { drawGroup, groupFile, loadGroup } from '#lib/register/group.server.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ params, fetch, url }) => {
  const answers = await loadGroup(fetch, url, params.id)
  const svg = drawGroup(answers)
  if (svg === null) error(404, `No training compute of ${answers.group.name} is known, so there is no chart.`)
  return chartResponse(params.format, `frown-${answers.group.id}`, () => groupFile(answers, svg))
}
