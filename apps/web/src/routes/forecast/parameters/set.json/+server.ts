import { loadBeliefs } from '#lib/forecast/beliefs.server.ts'
import { fileOf, soundChanges } from '#lib/forecast/parameter-set.ts'
import { readState } from '#lib/forecast/state.ts'
import type { RequestHandler } from './$types'

/** The address's changes to parameters, as a file. */
export const GET: RequestHandler = async ({ fetch, url }) => {
  const beliefs = await loadBeliefs(fetch, url)
  const { state } = readState(url.searchParams, [])
  return new Response(fileOf(soundChanges(state.parameters).changes, beliefs.versions.beliefs), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="frown-parameters.json"',
      'cache-control': 'no-cache'
    }
  })
}
