import fc from 'fast-check'
import { expect, it } from 'vitest'
import { apiHref, ask, asOfParams, read } from './client.ts'

const groups = '/api/v1/register/groups'
const group = '/api/v1/register/groups/{id}'

it.each([
  { why: 'leaves out what is not given', href: apiHref(groups, { knownOn: null, trueOn: '' }), is: groups },
  {
    why: 'puts the rest behind the path',
    href: apiHref(groups, { knownOn: '2025-03-01' }),
    is: `${groups}?knownOn=2025-03-01`
  },
  {
    why: 'passes on a day that is none',
    href: apiHref(groups, { knownOn: 'soon & so' }),
    is: `${groups}?knownOn=soon+%26+so`
  },
  {
    why: 'keeps a zero',
    href: apiHref('/api/v1/register/systems', { minFlop: 0 }),
    is: '/api/v1/register/systems?minFlop=0'
  },
  {
    why: 'puts an id into the path',
    href: apiHref(group, { id: 'a/b', format: 'csv' }),
    is: `${groups}/a%2Fb?format=csv`
  }
])('an address $why', ({ href, is }) => expect(href).toBe(is))

it('an id of any characters stays one segment of the path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), id => {
      const segment =
        apiHref(group, { id, trueOn: '2025-03-01' })
          .slice(groups.length + 1)
          .split('?')[0] ?? ''
      expect(segment).not.toContain('/')
      expect(decodeURIComponent(segment)).toBe(id)
    })
  )
})

it('the days of an address are its own words, or none', () => {
  const { searchParams } = new URL('http://frown.test/?knownOn=soon&trueOn=')
  expect(asOfParams({ searchParams })).toEqual({ knownOn: 'soon', trueOn: null })
})

it('asks for JSON and gives what was answered', async () => {
  const asked: Request[] = []
  const fetch: typeof globalThis.fetch = async (path, init) => {
    asked.push(new Request(new URL(String(path), 'http://frown.test'), init))
    return Response.json({ items: [] })
  }
  expect(await ask(fetch, groups, {})).toEqual({ ok: true, value: { items: [] } })
  expect(await read(fetch, groups, { knownOn: '2025-03-01' })).toEqual({ items: [] })
  expect(asked.map(({ url, headers }) => [url, headers.get('accept')])).toEqual([
    [`http://frown.test${groups}`, 'application/json'],
    [`http://frown.test${groups}?knownOn=2025-03-01`, 'application/json']
  ])
})

it.each([
  {
    why: 'its words and its remedy',
    status: 400,
    body: '{"title":"Invalid input","detail":"knownOn is no day.","remedy":"Write it as 2025-12-31."}',
    words: { message: 'knownOn is no day.', remedy: 'Write it as 2025-12-31.' }
  },
  { why: 'its title without more', status: 404, body: '{"title":"Not found"}', words: { message: 'Not found' } },
  { why: 'that nobody answered', status: 502, body: '<html>', words: { message: 'The register did not answer.' } }
])('a refusal says $why, as a result and as the error of the page', async ({ status, body, words }) => {
  const fetch = async () => new Response(body, { status })
  expect(await ask(fetch, groups, {})).toEqual({ ok: false, error: { status, ...words } })
  await expect(read(fetch, groups, {})).rejects.toMatchObject({ status, body: words })
})
