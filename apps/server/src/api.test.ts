import type { Instant } from '@frown/core/register'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from './app.ts'
import { systemClaim } from './register/claims.fixture.ts'
import { memoryStore } from './register/memory-store.fixture.ts'
import { smallRegister } from './register/small-register.fixture.ts'
import { testNow } from './register/stores.fixture.ts'

const base = '/api/v1/register'
const operatorToken = 'operator-of-the-test'
let app: App
let store: ReturnType<typeof memoryStore>
let today: Instant = testNow()

beforeAll(async () => {
  store = memoryStore(smallRegister())
  app = createApp({ store, now: () => today, operatorToken })
  await app.ready()
})
afterAll(() => app.close())

const get = async (path: string, headers = {}) => await app.inject({ url: base + path, headers })
const json = async (path: string) => (await get(path)).json()

const tables = [
  '/systems?limit=5000',
  '/systems/system-4',
  '/systems/system-4/history',
  '/groups',
  '/groups/acme',
  '/trend',
  '/disclosure',
  '/frontier',
  '/changes?from=2024-01-01&to=2026-01-01&limit=5000',
  '/known-days',
  '/sources'
]

describe('every resource', () => {
  it.each(tables)('%s says for which days and version it holds', async path => {
    const response = await get(path)
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8')
    const { asOf, registerVersion } = response.json()
    expect(asOf).toEqual({ knownOn: path.startsWith('/changes') ? '2026-01-01' : '2026-08-15', trueOn: '2026-08-15' })
    expect(registerVersion).toBe(store.claims.length)
  })

  it.each(tables)('%s is the same table as CSV, by parameter and by Accept', async path => {
    const separator = path.includes('?') ? '&' : '?'
    const byParameter = await get(`${path}${separator}format=csv`)
    expect(byParameter.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(byParameter.headers['content-disposition']).toMatch(/^attachment; filename="frown-[\w-]+\.csv"$/)
    expect((await get(path, { accept: 'text/csv' })).body).toBe(byParameter.body)
    const rows: Record<string, string>[] = parse(byParameter.body, { columns: true })
    const answer = await json(path)
    const items = answer.items ?? answer.band ?? answer.byYear ?? answer.properties ?? answer.systems
    expect(rows.length).toBeGreaterThanOrEqual(items.length)
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each(tables)('%s has an ETag and answers 304 to who has it', async path => {
    const first = await get(path)
    const { etag } = first.headers
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    for (const given of [etag, `"other", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': given })
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    }
    expect((await get(path, { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it.each(['gzip', 'br'])('comes compressed by %s to who reads it, cold and from the cache', async encoding => {
    const path = `/systems?query=system&limit=${encoding === 'br' ? 59 : 58}`
    const cold = await get(path, { 'accept-encoding': encoding })
    const warm = await get(path, { 'accept-encoding': encoding })
    expect([cold.headers['content-encoding'], warm.headers['content-encoding']]).toEqual([encoding, encoding])
    expect(warm.rawPayload).toEqual(cold.rawPayload)
    expect((await get(path, { 'accept-encoding': `${encoding};q=0` })).headers['content-encoding']).toBeUndefined()
  })

  it('is told apart from framed, sniffed and foreign uses', async () => {
    for (const path of ['/systems?limit=1', '/systems?limit=1', '/systems?nonsense=1'])
      expect((await get(path)).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'cross-origin',
        'access-control-allow-origin': '*'
      })
  })
})

describe('systems as CSV', () => {
  it('equal the systems as JSON, with no cell that a spreadsheet would run', async () => {
    const { items } = await json('/systems?limit=5000')
    const rows: Record<string, string>[] = parse((await get('/systems?format=csv')).body, { columns: true })
    const plain = (text: string) => text.replace(/^'/, '')
    expect(
      rows.map(row => ({
        id: row.id,
        name: plain(row.name as string),
        releasedOn: row.releasedOn || null,
        flop: row.trainingComputeFlop ? Number(row.trainingComputeFlop) : null,
        groups: plain(row.groupNames as string)
      }))
    ).toEqual(
      items.map(
        (item: {
          id: string
          name: string
          releasedOn: string | null
          trainingComputeFlop: { value: number } | null
          groups: { name: string }[]
        }) => ({
          id: item.id,
          name: item.name,
          releasedOn: item.releasedOn,
          flop: item.trainingComputeFlop?.value ?? null,
          groups: item.groups.map(group => group.name).join('; ')
        })
      )
    )
    for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
  })
})

describe('a walk by cursor', () => {
  it('gives the whole list once, in its order, whatever the sort and the size of a page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('releasedOn', 'trainingComputeFlop', 'parameterCount', 'name'),
        fc.constantFrom('asc', 'desc'),
        fc.integer({ min: 1, max: 61 }),
        fc.constantFrom('', '&group=acme', '&compute=known', '&query=alike', '&minFlop=1e20&maxFlop=1e23'),
        async (sort, order, limit, filter) => {
          const list = `/systems?sort=${sort}&order=${order}${filter}`
          const whole = await json(`${list}&limit=5000`)
          const walked: string[] = []
          let cursor: string | null = null
          do {
            const page: { items: { id: string }[]; nextCursor: string | null; total: number } = await json(
              `${list}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`
            )
            expect(page.total).toBe(whole.total)
            walked.push(...page.items.map(item => item.id))
            cursor = page.nextCursor
          } while (cursor)
          expect(walked).toEqual(whole.items.map((item: { id: string }) => item.id))
        }
      ),
      { numRuns: 40 }
    )
  })

  it('goes on as of the days on which it began', async () => {
    const { nextCursor } = await json('/systems?limit=2&knownOn=2025-06-01')
    expect((await json(`/systems?limit=2&cursor=${nextCursor}`)).asOf.knownOn).toBe('2025-06-01')
    expect((await get(`/systems?limit=2&knownOn=2025-06-02&cursor=${nextCursor}`)).json()).toMatchObject({
      place: 'cursor'
    })
  })

  it.each(['to=0001-01-01', 'knownOn=0001-01-01'])('has days that are days for changes %s', async query => {
    expect(await json(`/changes?${query}`)).toMatchObject({ from: '0001-01-01', to: '0001-01-01', total: 0 })
  })

  it('works for changes too', async () => {
    const list = '/changes?from=2024-01-01&to=2026-01-01'
    const whole = await json(`${list}&limit=5000`)
    const first = await json(`${list}&limit=7`)
    const second = await json(`${list}&limit=5000&cursor=${first.nextCursor}`)
    expect([...first.items, ...second.items]).toEqual(whole.items)
  })
})

describe('refusals', () => {
  it.each([
    { path: '/systems?minFlop=NaN', place: 'minFlop' },
    { path: '/systems?minFlop=1e400', place: 'minFlop' },
    { path: '/systems?minFlop=-1', place: 'minFlop' },
    { path: '/systems?maxFlop=Infinity', place: 'maxFlop' },
    { path: '/systems?maxFlop=0x10', place: 'maxFlop' },
    { path: '/systems?maxFlop=', place: 'maxFlop' },
    { path: '/systems?minFlop=2&maxFlop=1', place: 'minFlop' },
    { path: '/systems?knownOn=2025-02-30', place: 'knownOn' },
    { path: '/systems?trueOn=yesterday', place: 'trueOn' },
    { path: '/systems?releasedFrom=2025-1-1', place: 'releasedFrom' },
    { path: '/systems?releasedFrom=2025-01-02&releasedTo=2025-01-01', place: 'releasedFrom' },
    { path: '/systems?limit=0', place: 'limit' },
    { path: '/systems?limit=5001', place: 'limit' },
    { path: '/systems?limit=1.5', place: 'limit' },
    { path: '/systems?limit=1&limit=2', place: 'limit' },
    { path: '/systems?sort=size', place: 'sort' },
    { path: '/systems?order=up', place: 'order' },
    { path: '/systems?compute=maybe', place: 'compute' },
    { path: '/systems?format=xml', place: 'format' },
    { path: '/systems?cursor=abc', place: 'cursor' },
    { path: '/systems?cursor=WzFd', place: 'cursor' },
    { path: `/systems?query=${'x'.repeat(201)}`, place: 'query' },
    { path: '/systems?color=red', place: 'color' },
    { path: '/systems?__proto__=1', place: '__proto__' },
    { path: '/systems?constructor=1', place: 'constructor' },
    { path: '/trend?frontier=yes', place: 'frontier' },
    { path: '/changes?from=2026-01-01&to=2025-01-01', place: 'from' },
    { path: '/changes?knownOn=2025-01-01&to=2025-06-01', place: 'to' },
    { path: '/groups?limit=1', place: 'limit' },
    { path: '/known-days?day=1', place: 'day' },
    { path: '/sources?q=1', place: 'q' },
    { path: '/disclosure?year=1', place: 'year' },
    { path: '/frontier?top=1', place: 'top' }
  ])('$path is refused and names $place', async ({ path, place }) => {
    const response = await get(path)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.json()).toMatchObject({
      status: 400,
      code: 'input/invalid',
      type: 'urn:frown:error:input/invalid',
      place
    })
  })

  it.each([
    { path: '/systems/sistem-4', code: 'register/unknown-system', status: 404, remedy: 'system-4' },
    { path: '/systems/constructor', code: 'register/unknown-system', status: 404 },
    { path: '/systems/system-1?knownOn=2024-01-01', code: 'register/unknown-system', status: 404 },
    { path: '/systems/sistem-4/history', code: 'register/unknown-system', status: 404 },
    {
      path: `/systems/${encodeURIComponent('Alike, "0"')}`,
      code: 'register/ambiguous-system',
      status: 409,
      remedy: 'system-0'
    },
    { path: '/groups/acne', code: 'register/unknown-group', status: 404, remedy: 'acme' },
    { path: '/groups/__proto__', code: 'register/unknown-group', status: 404 },
    { path: '/systems?group=acne', code: 'register/unknown-group', status: 404, remedy: 'acme' },
    { path: '/trend?group=acne', code: 'register/unknown-group', status: 404 },
    { path: '/trend?from=2026-01-01', code: 'register/too-few-systems', status: 422 },
    { path: '/nowhere', code: 'route/not-found', status: 404 },
    { path: '/systems/%ff', code: 'input/invalid', status: 400 }
  ])('$path: $code', async ({ path, code, status, remedy }) => {
    const response = await get(path)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.json()).toMatchObject({ status, code })
    expect(response.statusCode).toBe(status)
    if (remedy) expect(response.json().remedy).toContain(remedy)
  })

  it('say nothing of the inside of a fault of ours', async () => {
    const broken = createApp({
      store: { ...store, version: () => Promise.reject(new Error('secret path')) },
      now: testNow
    })
    const response = await broken.inject('/api/v1/health')
    expect([response.statusCode, response.json().code, response.body.includes('secret')]).toEqual([
      500,
      'server/failed',
      false
    ])
    await broken.close()
  })

  it('say when the database does not answer', async () => {
    const lost = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const broken = createApp({ store: { ...store, version: () => Promise.reject(lost) }, now: testNow })
    expect((await broken.inject('/api/v1/health')).json()).toMatchObject({ status: 503, code: 'store/unavailable' })
    await broken.close()
  })
})

describe('a database that is away', () => {
  it.each([
    Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('the database system is shutting down'), { code: '57P02' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Client has encountered a connection error and is not queryable')
  ])('is said to be so: %s', async error => {
    const away = createApp({ store: { ...memoryStore([]), version: () => Promise.reject(error) }, now: () => today })
    const response = await away.inject('/api/v1/health')
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ code: 'store/unavailable' })
    await away.close()
  })
})

describe('a database that is frozen', () => {
  it('is said not to answer, and does not keep the asker waiting', async () => {
    const frozen = createApp({
      store: { ...memoryStore([]), version: () => new Promise(() => undefined) },
      now: () => today
    })
    const response = await frozen.inject('/api/v1/health')
    expect(response.json()).toMatchObject({ status: 503, code: 'store/unavailable' })
    await frozen.close()
  })
})

describe('an import', () => {
  const send = (payload: string, headers: Record<string, string> = {}, query = '') =>
    app.inject({
      method: 'POST',
      url: `${base}/imports${query}`,
      payload,
      headers: { 'content-type': 'text/csv', ...headers }
    })
  const operator = { authorization: `Bearer ${operatorToken}` }

  it.each([
    { why: 'nobody', headers: {} },
    { why: 'another', headers: { authorization: 'Bearer someone' } },
    { why: 'who bears nothing', headers: { authorization: 'Bearer' } }
  ])('is refused to $why, whatever the body', async ({ headers }) => {
    const response = await send('x'.repeat(17 * 1024 * 1024), headers)
    expect(response.json()).toMatchObject({ status: 401, code: 'operator/required' })
    expect(response.headers['www-authenticate']).toBe('Bearer')
  })

  it.each([
    { why: 'an empty file', payload: '', code: 'input/invalid' },
    { why: 'a file that is no CSV', payload: 'Model,"Org\nx', code: 'import/malformed-file' },
    { why: 'columns of something else', payload: 'a,b\n1,2\n', code: 'import/unknown-columns' },
    { why: 'a body beyond 16 MiB', payload: 'x'.repeat(16 * 1024 * 1024 + 1), code: 'input/too-large' },
    { why: 'an unknown parameter', payload: 'a,b\n1,2\n', query: '?force=true', code: 'input/invalid' },
    { why: 'a bad instant', payload: 'a,b\n1,2\n', query: '?recordedAt=soon', code: 'input/invalid' },
    { why: 'a rename without its other half', payload: 'a,b\n1,2\n', query: '?rename=x', code: 'input/invalid' },
    { why: 'JSON', payload: '{}', type: 'application/json', code: 'input/invalid' }
  ])('refuses $why and changes nothing', async ({ payload, code, query, type }) => {
    const before = store.claims.length
    const response = await send(payload, { ...operator, ...(type ? { 'content-type': type } : {}) }, query)
    expect(response.json()).toMatchObject({ code })
    expect(store.claims.length).toBe(before)
  })

  it('is possible for nobody where there is no operator', async () => {
    const closed = createApp({ store, now: testNow })
    const response = await closed.inject({
      method: 'POST',
      url: `${base}/imports`,
      payload: 'x',
      headers: { 'content-type': 'text/csv', authorization: 'Bearer undefined' }
    })
    expect(response.json().code).toBe('operator/required')
    await closed.close()
  })
})

describe('answers in the cache', () => {
  it('give way when the register grows', async () => {
    const before = await get('/systems?query=latecomer')
    expect(before.json().total).toBe(0)
    await store.append([systemClaim('latecomer', 'name', 'Latecomer')])
    await expect.poll(async () => (await json('/systems?query=latecomer')).total).toBe(1)
    expect((await get('/systems?query=latecomer')).headers.etag).not.toBe(before.headers.etag)
  })

  it('give way when the day changes', async () => {
    await json('/groups')
    today = '2026-08-16T00:00:00.000Z' as Instant
    expect((await json('/groups')).asOf.knownOn).toBe('2026-08-16')
    today = testNow()
    expect((await json('/groups')).asOf.knownOn).toBe('2026-08-15')
  })
})

describe('the API in-process', () => {
  it('answers as over a socket, cold and warm', async () => {
    const url = 'http://pages/api/v1/register/systems?limit=3&sort=name'
    for (const _ of ['cold', 'warm']) {
      const response = await app.frownApi(new Request(url))
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(await response.json()).toEqual(await json('/systems?limit=3&sort=name'))
    }
  })

  it('passes refusals on', async () => {
    const response = await app.frownApi(new Request('http://pages/api/v1/register/systems?limit=x'))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'input/invalid', place: 'limit' })
  })
})

describe('the document', () => {
  it('is OpenAPI 3.1 and names every route', async () => {
    const document = (await app.inject('/api/v1/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    const paths = Object.keys(document.paths)
    for (const path of ['/api/v1/register/systems', '/api/v1/register/claims/{id}', '/api/v1/health'])
      expect(paths).toContain(path)
    for (const path of Object.values(document.paths) as Record<string, { operationId?: string }>[])
      for (const operation of Object.values(path)) expect(operation.operationId).toMatch(/^\w+$/)
  })

  it('can be read in a page that asks no third party', async () => {
    const page = await app.inject('/api/docs/')
    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).not.toMatch(/https:|http:|unsafe/)
    const addresses = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(found => found[1] as string)
    expect(addresses.length).toBeGreaterThan(3)
    for (const address of addresses) {
      expect(address).not.toMatch(/^(https?:)?\/\//)
      const at = new URL(address, 'http://pages/api/docs/').pathname
      expect([at, (await app.inject(at)).statusCode]).toEqual([at, 200])
    }
  })
})
