import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'

const apps: App[] = []
const appAt = (origin: string): App => {
  const app = createApp({
    store: memoryStore(smallRegister()),
    now: testNow,
    origin,
    limits: { reading: 10_000, writing: 1, computing: 1 },
    operatorToken: 'operator',
    webHandler: ({ url }, response) => {
      if (url === '/moved') response.writeHead(303, { location: '/register' }).end()
      else if (url?.startsWith('/lost')) response.writeHead(404, { 'content-type': 'text/html' }).end('lost')
      else response.writeHead(200, { 'content-type': 'text/html' }).end('page')
    }
  })
  apps.push(app)
  return app
}
let http: App
let https: App
beforeAll(async () => {
  http = appAt('http://127.0.0.1:3000')
  https = appAt('https://frown.example')
  await Promise.all([http.ready(), https.ready()])
})
afterAll(() => Promise.all(apps.map(app => app.close())))

const post = { method: 'POST' as const, payload: '{', headers: { 'content-type': 'application/json' } }
const answers = [
  { what: 'a table', url: '/api/v1/register/groups', status: 200 },
  { what: 'a table from the cache', url: '/api/v1/register/groups', status: 200 },
  {
    what: 'a table that the asker has',
    url: '/api/v1/register/groups',
    headers: { 'if-none-match': '*' },
    status: 304
  },
  { what: 'a table as CSV', url: '/api/v1/register/groups?format=csv', status: 200 },
  { what: 'a refused question', url: '/api/v1/register/groups?no=1', status: 400 },
  { what: 'health', url: '/api/v1/health', status: 200 },
  { what: 'nothing in the API', url: '/api/v1/nowhere', status: 404 },
  { what: 'a path that is no text', url: '/api/v1/register/systems/%ff', status: 400 },
  { what: 'a path that is no text, outside the API', url: '/groups/%ff', status: 400 },
  { what: 'an operator’s route', url: '/api/v1/register/imports', ...post, status: 401 },
  { what: 'a second write in a minute', url: '/api/v1/register/imports', ...post, status: 429 },
  { what: 'a method that is not', url: '/api/v1/register/groups', method: 'DELETE' as const, status: 429 },
  { what: 'a compressed body', url: '/api/v1/health', headers: { 'content-encoding': 'gzip' }, status: 415 },
  { what: 'the API’s document', url: '/api/v1/openapi.json', status: 200 },
  { what: 'the page of the API’s document', url: '/api/docs/', status: 200 },
  { what: 'a script of that page', url: '/api/docs/static/swagger-ui-bundle.js', status: 200 },
  { what: 'what is beside that script', url: '/api/docs/static/nothing.js', status: 404 },
  { what: 'a page', url: '/register', status: 200 },
  { what: 'a page from the cache', url: '/register', status: 200 },
  { what: 'a page that is not there', url: '/lost', status: 404 },
  { what: 'a redirect', url: '/moved', status: 303 },
  { what: 'a file of the pages', url: '/_app/immutable/x.js', status: 200 },
  { what: 'the icon', url: '/favicon.svg', status: 200 }
]

const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
  'content-security-policy': expect.stringMatching(/^default-src '(none|self)';.*frame-ancestors 'none'/)
}

describe('every answer', () => {
  it.each(answers)('has its headers: $what', async ({ url, status, what: _, ...request }) => {
    const plain = await http.inject({ url, ...request })
    const secure = await https.inject({ url, ...request })
    expect([plain.statusCode, secure.statusCode]).toEqual([status, status])
    for (const { headers } of [plain, secure]) expect(headers).toMatchObject(everywhere)
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000')
  })
})

describe('who may read an answer', () => {
  it.each([
    { url: '/api/v1/register/groups', origin: '*', policy: 'cross-origin' },
    { url: '/api/v1/health', origin: '*', policy: 'cross-origin' },
    { url: '/api/v1/openapi.json', origin: '*', policy: 'cross-origin' },
    { url: '/api/v1/account', origin: undefined, policy: 'same-origin' },
    { url: '/api/v1/accounts/anyone', origin: undefined, policy: 'same-origin' },
    { url: '/api/%76%31/account', origin: undefined, policy: 'same-origin' },
    { url: '/api/v1/backup', origin: undefined, policy: 'same-origin' },
    { url: '/api/docs/', origin: undefined, policy: 'same-origin' },
    { url: '/register', origin: undefined, policy: 'same-origin' }
  ])('$url: $policy', async ({ url, origin, policy }) => {
    const { headers } = await http.inject({ url, headers: { cookie: 'a=b' } })
    expect([headers['access-control-allow-origin'], headers['cross-origin-resource-policy']]).toEqual([origin, policy])
  })

  it('is nobody elsewhere where something is changed', async () => {
    const { headers } = await http.inject({ url: '/api/v1/register/imports', ...post })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('what is kept of an answer', () => {
  it.each([
    { url: '/register', headers: { cookie: 'a=b' }, kept: 'no-store' },
    { url: '/lost', headers: { cookie: 'a=b' }, kept: 'no-store' },
    { url: '/api/v1/account', headers: { cookie: 'a=b' }, kept: 'no-store' },
    { url: '/api/v1/openapi.json', headers: { authorization: 'Bearer x' }, kept: 'no-store' },
    { url: '/api/v1/nowhere', headers: {}, kept: 'no-store' },
    { url: '/api/v1/register/groups', headers: { cookie: 'a=b' }, kept: 'no-cache' },
    { url: '/register', headers: {}, kept: 'no-cache' },
    { url: '/_app/immutable/x.js', headers: { cookie: 'a=b' }, kept: undefined }
  ])('$url with $headers: $kept', async ({ url, headers, kept }) => {
    expect((await http.inject({ url, headers })).headers['cache-control']).toBe(kept)
  })
})
