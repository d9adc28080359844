import { asOfParams, getJson } from '#lib/api/get-json.ts'
import type { LayoutServerLoad } from './$types'

interface KnownDays {
  asOf: { knownOn: string; trueOn: string }
  registerVersion: string
  items: { day: string }[]
}

export const load: LayoutServerLoad = async ({ fetch, url }) => {
  const path = '/api/v1/register/known-days'
  // A day that is none is refused by the page itself; the frame around it still stands.
  const known = await getJson<KnownDays>(fetch, path, asOfParams(url)).catch(() => getJson<KnownDays>(fetch, path))
  return {
    asOf: { knownOn: known.asOf.knownOn, trueOn: known.asOf.trueOn },
    knownDays: [...new Set(known.items.map(item => item.day))].sort()
  }
}
