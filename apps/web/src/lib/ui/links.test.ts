import { describe, expect, it } from 'vitest'
import { asOfHref, withParams } from './links.ts'

const here = new URL('http://frown.test/register?query=gpt&knownOn=2025-03-01&trueOn=2024-12-31')

describe('a link', () => {
  it.each([
    { why: 'carries both days', path: '/groups', leads: '/groups?knownOn=2025-03-01&trueOn=2024-12-31' },
    {
      why: 'keeps its own query',
      path: '/changes?from=a',
      leads: '/changes?from=a&knownOn=2025-03-01&trueOn=2024-12-31'
    },
    { why: 'keeps the day it names', path: '/x?knownOn=2026-01-01', leads: '/x?knownOn=2026-01-01&trueOn=2024-12-31' },
    {
      why: 'keeps its place in the page',
      path: '/methods#trends',
      leads: '/methods?knownOn=2025-03-01&trueOn=2024-12-31#trends'
    }
  ])('$why', ({ path, leads }) => {
    expect(asOfHref(path, here)).toBe(leads)
  })

  it('is left as it is where no day was chosen', () => {
    expect(asOfHref('/groups', new URL('http://frown.test/'))).toBe('/groups')
  })
})

it('changes, adds and removes parameters of a page', () => {
  expect(withParams(here, { query: null, sort: 'name', trueOn: '' })).toBe('/register?knownOn=2025-03-01&sort=name')
  expect(here.searchParams.get('query')).toBe('gpt')
})
