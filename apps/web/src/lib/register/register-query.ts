/**
 * What the register page can be asked: one reading of its address for the page, its chart and its files.
 */
import type { Params } from '../api/client.ts'
import type { Address } from '../ui/links.ts'

export const sorts = ['releasedOn', 'trainingComputeFlop', 'parameterCount', 'name'] as const
export type Sort = (typeof sorts)[number]

export interface RegisterQuery {
  readonly query: string
  readonly group: string
  readonly domain: string
  readonly minFlop: string
  readonly releasedFrom: string
  readonly releasedTo: string
  readonly compute: string
  readonly sort: Sort
  readonly order: 'asc' | 'desc'
  readonly cursor: string
  /** Which runs the trend is fitted to. */
  readonly trend: 'all' | 'frontier' | 'none'
  readonly trendFrom: string
}

const filterNames = ['query', 'group', 'domain', 'minFlop', 'releasedFrom', 'releasedTo', 'compute'] as const

/** The year from which trends are fitted unless asked otherwise: about where deep learning begins. */
const firstTrendYear = '2010'

export function registerQuery({ searchParams }: Address): RegisterQuery {
  const text = (name: string) => searchParams.get(name)?.trim() ?? ''
  const sort = sorts.find(name => name === text('sort')) ?? 'releasedOn'
  const trend = text('trend')
  return {
    query: text('query'),
    group: text('group'),
    domain: text('domain'),
    minFlop: text('minFlop'),
    releasedFrom: text('releasedFrom'),
    releasedTo: text('releasedTo'),
    compute: text('compute'),
    sort,
    order: text('order') === 'asc' ? 'asc' : text('order') === 'desc' ? 'desc' : sort === 'name' ? 'asc' : 'desc',
    cursor: text('cursor'),
    trend: trend === 'frontier' || trend === 'none' ? trend : 'all',
    trendFrom: /^\d{4}$/.test(text('trendFrom')) ? text('trendFrom') : firstTrendYear
  }
}

/** The filters alone, as parameters of the API's list of systems. */
export function filterParams(asked: RegisterQuery): Params<'/api/v1/register/systems'> {
  const { query, group, domain, minFlop, releasedFrom, releasedTo, compute } = asked
  return { query, group, domain, minFlop: unread(minFlop), releasedFrom, releasedTo, compute: unread(compute) }
}

/** Text of the address for a parameter that is narrower: it goes on as it is, so that the API refuses it in its words. */
const unread = <Narrower extends string | number>(text: string) => text as Narrower

export const isFiltered = (query: RegisterQuery): boolean =>
  filterNames.some(name => query[name] !== '' && query[name] !== 'any')
