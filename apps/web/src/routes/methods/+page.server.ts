import { apiHref, ask, asOfParams, read } from '#lib/api/client.ts'
import { disclosureSentence } from '#lib/register/disclosure-words.ts'
import type { Sources } from '#lib/register/resources.ts'
import type { PageServerLoad } from './$types'

const trendFrom = '2010-01-01'

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asOf = asOfParams(url)
  const [days, sources, disclosure, trend] = await Promise.all([
    read(fetch, '/api/v1/register/known-days', asOf),
    read(fetch, '/api/v1/register/sources', asOf),
    read(fetch, '/api/v1/register/disclosure', asOf),
    // Too few systems to fit a line is an answer too.
    ask(fetch, '/api/v1/register/trend', { ...asOf, from: trendFrom })
  ])
  const table = (name: 'systems' | 'groups' | 'disclosure' | 'frontier' | 'sources' | 'known-days') => {
    const path = `/api/v1/register/${name}` as const
    return { csv: apiHref(path, { ...asOf, format: 'csv' }), json: apiHref(path, asOf) }
  }
  return {
    title: 'Methods and sources',
    description: 'What the register counts, how sure it is, what it leaves out, and who says so.',
    systems: disclosure.all,
    disclosure: disclosureSentence(disclosure.byYear),
    trend: trend.ok && {
      growth: trend.value.growthPerYear,
      rSquared: trend.value.rSquared,
      n: trend.value.n,
      from: trend.value.from
    },
    days: days.items.toReversed(),
    sources: publications(sources.items),
    downloads: [
      { label: 'Systems', ...table('systems') },
      { label: 'Groups', ...table('groups') },
      { label: 'Disclosure, by year and group', ...table('disclosure') },
      { label: 'Frontier', ...table('frontier') },
      { label: 'Sources', ...table('sources') },
      { label: 'Recorded days', ...table('known-days') }
    ]
  }
}

/** One row for each publication, however many documents it rests on; most claims first. */
function publications(sources: Sources['items']) {
  const held = new Map<
    string,
    { title: string; publisher: string; url: string; licence: string | null; claims: number; documents: number }
  >()
  for (const { title, publisher, url, licence, claims, derivedFrom } of sources) {
    const key = JSON.stringify([publisher, title, licence])
    const row = held.get(key) ?? { title, publisher, url, licence, claims: 0, documents: 0 }
    held.set(key, { ...row, claims: row.claims + claims, documents: row.documents + (derivedFrom === null ? 0 : 1) })
  }
  return [...held.values()].sort((a, b) => b.claims - a.claims)
}
