import { describe, expect, it } from 'vitest'
import { inOrder, sortOrderOf } from './sort-order.ts'

const standard = { sort: 'systems', order: 'desc' } as const

describe('the order that an address asks for', () => {
  it.each([
    { why: 'none named: the standard', query: '', is: standard },
    { why: 'a column: in the standard direction', query: 'sort=name', is: { sort: 'name', order: 'desc' } },
    { why: 'a column and a direction', query: 'sort=name&order=asc', is: { sort: 'name', order: 'asc' } },
    { why: 'an unknown column: the standard', query: 'sort=__proto__&order=asc', is: standard },
    { why: 'an unknown direction: the standard one', query: 'sort=name&order=up', is: { sort: 'name', order: 'desc' } }
  ])('$why', ({ query, is }) =>
    expect(sortOrderOf(new URLSearchParams(query), ['systems', 'name'], standard)).toEqual(is)
  )
})

describe('rows in order', () => {
  it.each([
    { why: 'numbers as numbers', rows: [9, 10, 2], order: 'asc' as const, is: [2, 9, 10] },
    { why: 'what is unknown last, ascending', rows: [null, 2, 1], order: 'asc' as const, is: [1, 2, null] },
    { why: 'and last, descending', rows: [null, 2, 1], order: 'desc' as const, is: [2, 1, null] },
    { why: 'names whatever their case', rows: ['b', 'C', 'a'], order: 'asc' as const, is: ['a', 'b', 'C'] }
  ])('$why', ({ rows, order, is }) => expect(inOrder<string | number | null>(rows, row => row, order)).toEqual(is))
})
