import { expect, it } from 'vitest'
import { isFiltered, registerQuery } from './register-query.ts'

const read = (search: string) => registerQuery(new URL(`http://frown.test/register${search}`))

it.each([
  {
    why: 'starts with the newest',
    search: '',
    holds: { sort: 'releasedOn', order: 'desc', trend: 'all', trendFrom: '2010' }
  },
  { why: 'sorts names from A', search: '?sort=name', holds: { sort: 'name', order: 'asc' } },
  { why: 'sorts names from Z when asked', search: '?sort=name&order=desc', holds: { sort: 'name', order: 'desc' } },
  { why: 'knows no other order', search: '?sort=price&order=up', holds: { sort: 'releasedOn', order: 'desc' } },
  { why: 'trims what is searched for', search: '?query=%20gpt%20', holds: { query: 'gpt' } },
  {
    why: 'takes only a year for the trend',
    search: '?trendFrom=20x0&trend=frontier',
    holds: { trend: 'frontier', trendFrom: '2010' }
  }
])('$why', ({ search, holds }) => {
  expect(read(search)).toMatchObject(holds)
})

it('counts what narrows the list as a filter, and order and trend as none', () => {
  expect(isFiltered(read('?sort=name&trend=none&compute=any'))).toBe(false)
  expect(isFiltered(read('?minFlop=1e25'))).toBe(true)
})
