import { apiHref, asOfParams, read } from '#lib/api/client.ts'
import {
  disclosureChart,
  disclosureChartWords,
  disclosureUncertainty,
  firstYear
} from '#lib/register/disclosure-chart.server.ts'
import { disclosureSentence } from '#lib/register/disclosure-words.ts'
import { fewSystems } from '#lib/register/share-text.ts'
import { asOfHref } from '#lib/ui/links.ts'
import { inOrder, sortOrderOf } from '#lib/ui/sort-order.ts'
import type { PageServerLoad } from './$types'

const sorts = ['systems', 'name', 'known', 'share'] as const

export const load: PageServerLoad = async ({ fetch, url, locals, isDataRequest }) => {
  const asOf = asOfParams(url)
  const answer = await read(fetch, '/api/v1/register/disclosure', asOf)
  const chart = asOfHref('/disclosure/chart.fragment', url)
  if (!isDataRequest) locals.charts.add(chart, disclosureChart(answer.byYear))

  const order = sortOrderOf(url.searchParams, sorts, { sort: 'systems', order: 'desc' })
  const all = url.searchParams.get('groups') === 'all'
  const rows = inOrder(
    answer.byGroup.filter(row => all || row.systems >= fewSystems),
    row =>
      order.sort === 'name'
        ? row.group.name
        : order.sort === 'known'
          ? row.withKnownCompute
          : order.sort === 'share'
            ? row.share
            : row.systems,
    order.order
  )
  return {
    title: 'Disclosure',
    description: 'The share of notable AI systems whose training compute is known, by year and by group.',
    sentence: disclosureSentence(answer.byYear),
    total: answer.all,
    byYear: inOrder(answer.byYear, row => row.year, 'desc'),
    byGroup: rows,
    groups: { all, count: answer.byGroup.length, few: answer.byGroup.filter(row => row.systems < fewSystems).length },
    order,
    firstYear,
    chart,
    csv: apiHref('/api/v1/register/disclosure', { ...asOf, format: 'csv' }),
    words: disclosureChartWords(answer.byYear),
    uncertainty: disclosureUncertainty
  }
}
