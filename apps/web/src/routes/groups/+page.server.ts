import { apiHref, asOfParams, read } from '#lib/api/client.ts'
import type { GroupSummary } from '#lib/register/resources.ts'
import { inOrder, sortOrderOf } from '#lib/ui/sort-order.ts'
import type { PageServerLoad } from './$types'

const sorts = ['systems', 'name', 'share', 'largest', 'country'] as const
const perPage = 50

export const load: PageServerLoad = async ({ fetch, url }) => {
  const asOf = asOfParams(url)
  const [answer, frontier] = await Promise.all([
    read(fetch, '/api/v1/register/groups', asOf),
    read(fetch, '/api/v1/register/frontier', asOf)
  ])
  const query = url.searchParams.get('query')?.trim().slice(0, 200) ?? ''
  const order = sortOrderOf(url.searchParams, sorts, { sort: 'systems', order: 'desc' })
  const nameOf = new Map(answer.items.map(({ id, name }) => [id, name]))
  const found = inOrder(
    answer.items.filter(group => (group.systems > 0 || query !== '') && matches(group, query)),
    group => keyOf(group, order.sort),
    order.order
  )
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const asked = Number(url.searchParams.get('page') ?? 1)
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  const field = frontier.items.at(-1)
  return {
    title: 'Groups',
    description:
      'Organisations that build AI systems: how many of their systems are listed, of how many the training compute is known, and their largest run.',
    query,
    order,
    total: answer.items.filter(group => group.systems > 0).length,
    found: found.length,
    at,
    pages,
    field: field && { id: field.systemId, name: field.name, flop: field.trainingComputeFlop.value },
    rows: found
      .slice((at - 1) * perPage, at * perPage)
      .map(({ id, name, country, partOf, systems, withKnownCompute, largestRun }) => ({
        id,
        name,
        country,
        partOf: partOf && { id: partOf, name: nameOf.get(partOf) ?? partOf },
        systems,
        withKnownCompute,
        share: systems > 0 ? withKnownCompute / systems : null,
        lowFlop: largestRun.lowFlop,
        leads: largestRun.systemId !== null && largestRun.systemId === field?.systemId
      })),
    csv: apiHref('/api/v1/register/groups', { ...asOf, format: 'csv' })
  }
}

function matches({ name, id, alsoKnownAs, country }: GroupSummary, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const haystack = [name, id, country ?? '', ...alsoKnownAs].join('\n').toLowerCase()
  return words.every(word => haystack.includes(word))
}

function keyOf(group: GroupSummary, sort: (typeof sorts)[number]): string | number | null {
  if (sort === 'name') return group.name
  if (sort === 'country') return group.country
  if (sort === 'largest') return group.largestRun.lowFlop
  if (sort === 'share') return group.systems > 0 ? group.withKnownCompute / group.systems : null
  return group.systems
}
