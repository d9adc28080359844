import { parseDay } from '@frown/core/register'
import { read } from '#lib/api/client.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ fetch, url, locals }) => {
  const known = await read(fetch, '/api/v1/register/known-days', {})
  // A day that is none is refused by the page itself; the frame around it still stands.
  const asked = (name: string, otherwise: string): string => parseDay(url.searchParams.get(name) ?? '') ?? otherwise
  return {
    asOf: { knownOn: asked('knownOn', known.asOf.knownOn), trueOn: asked('trueOn', known.asOf.trueOn) },
    account: locals.account,
    knownDays: known.items.map(item => item.day)
  }
}
