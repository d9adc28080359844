import { afterEach, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'
import type { PageRequest } from './mount-pages.ts'

const apps: App[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

const limits = { reading: 4, writing: 2, computing: 3 }
function limited(trustedProxies: readonly string[] = []): App {
  const app = createApp({
    store: memoryStore(smallRegister()),
    now: testNow,
    limits,
    trustedProxies,
    operatorToken: 'operator',
    webHandler: async (request: PageRequest, response) => {
      const asked = request.url?.startsWith('/computed')
        ? new Request('http://pages/api/v1/forecast/solve', { method: 'POST', body: '{}' })
        : new Request('http://pages/api/v1/register/groups')
      response.writeHead((await request.frownApi?.(asked))?.status ?? 0, { 'cache-control': 'no-store' }).end()
    }
  })
  apps.push(app)
  return app
}

interface Asked {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'DELETE'
  readonly headers?: Record<string, string>
  readonly remoteAddress?: string
}

/** The statuses of asking `times` times. */
async function ask(app: App, times: number, asked: Asked): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time++) statuses.push((await app.inject(asked)).statusCode)
  return statuses
}

describe('one address', () => {
  it.each([
    { what: 'answers', url: '/api/v1/register/groups', ok: 200, most: limits.reading },
    { what: 'answers to HEAD', url: '/api/v1/register/groups', method: 'HEAD' as const, ok: 200, most: limits.reading },
    { what: 'what is not there', url: '/api/v1/nowhere', ok: 404, most: limits.reading },
    { what: 'pages', url: '/register?cold', ok: 200, most: limits.reading },
    { what: 'changes', url: '/api/v1/register/imports', method: 'POST' as const, ok: 401, most: limits.writing },
    { what: 'forms of pages', url: '/register', method: 'POST' as const, ok: 200, most: limits.writing },
    { what: 'takings back', url: '/api/v1/forecast/jobs/x', method: 'DELETE' as const, ok: 404, most: limits.writing },
    { what: 'questions', url: '/api/v1/forecast/solve', method: 'POST' as const, ok: 404, most: limits.computing }
  ])('gets no more $what in a minute than its share', async ({ what: _, ok, most, ...asked }) => {
    const app = limited()
    expect(await ask(app, most + 2, asked)).toEqual([...Array(most).fill(ok), 429, 429])
    expect((await app.inject({ ...asked, remoteAddress: '198.51.100.9' })).statusCode).toBe(ok)
  })

  it('is told when to try again', async () => {
    const app = limited()
    await ask(app, limits.reading, { url: '/api/v1/register/groups' })
    const refused = await app.inject('/api/v1/register/groups')
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(refused.json()).toMatchObject({
      code: 'limit/exceeded',
      status: 429,
      remedy: expect.stringContaining('Try again in')
    })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
  })

  it('is the network of an IPv6 address', async () => {
    const app = limited()
    const statuses: number[] = []
    for (let host = 1; host <= limits.reading + 1; host++)
      statuses.push(...(await ask(app, 1, { url: '/api/v1/health', remoteAddress: `2001:db8:1:2::${host}` })))
    expect(statuses.at(-1)).toBe(429)
    expect(await ask(app, 1, { url: '/api/v1/health', remoteAddress: '2001:db8:1:3::1' })).toEqual([200])
  })

  it('is counted once for a page, whatever the page asks in-process', async () => {
    const app = limited()
    expect(await ask(app, limits.reading + 1, { url: '/register?cold' })).toEqual([
      ...Array(limits.reading).fill(200),
      429
    ])
  })

  it('computes no more by way of pages', async () => {
    const app = limited()
    expect(await ask(app, limits.computing + 1, { url: '/computed' })).toEqual([404, 404, 404, 429])
    expect(await ask(app, 1, { url: '/api/v1/forecast/solve', method: 'POST' })).toEqual([429])
  })

  it('cannot say that it is this server', async () => {
    const app = limited()
    const headers = { 'x-frown-inside': 'true' }
    expect((await ask(app, limits.reading + 1, { url: '/api/v1/health', headers })).at(-1)).toBe(429)
  })

  it('is not limited in files of the pages, nor as the operator', async () => {
    const app = limited()
    expect(await ask(app, 20, { url: '/_app/immutable/x.js' })).not.toContain(429)
    const headers = { authorization: 'Bearer operator' }
    expect(await ask(app, 20, { url: '/api/v1/health', headers })).not.toContain(429)
    expect(await ask(app, 20, { url: '/api/v1/health', headers: { authorization: 'Bearer operators' } })).toContain(429)
  })
})

describe('an address that a proxy names', () => {
  const from = (address: string) => ({ url: '/api/v1/health', headers: { 'x-forwarded-for': address } })

  it('counts where the proxy is trusted', async () => {
    const app = limited(['127.0.0.1'])
    expect((await ask(app, limits.reading + 1, from('198.51.100.1'))).at(-1)).toBe(429)
    expect(await ask(app, 1, from('198.51.100.2'))).toEqual([200])
  })

  it('is the one that the proxy saw, not what its client claims', async () => {
    const app = limited(['127.0.0.1'])
    const statuses: number[] = []
    for (let forged = 1; forged <= limits.reading + 1; forged++)
      statuses.push(...(await ask(app, 1, from(`10.9.9.${forged}, 198.51.100.1`))))
    expect(statuses.at(-1)).toBe(429)
  })

  it('is nothing where none is trusted', async () => {
    const app = limited()
    const statuses: number[] = []
    for (let forged = 1; forged <= limits.reading + 1; forged++)
      statuses.push(...(await ask(app, 1, from(`198.51.100.${forged}`))))
    expect(statuses.at(-1)).toBe(429)
  })

  it('is nothing where it comes from elsewhere than the trusted proxy', async () => {
    const app = limited(['10.0.0.1'])
    const statuses: number[] = []
    for (let forged = 1; forged <= limits.reading + 1; forged++)
      statuses.push(...(await ask(app, 1, { ...from(`198.51.100.${forged}`), remoteAddress: '192.0.2.4' })))
    expect(statuses.at(-1)).toBe(429)
  })
})
