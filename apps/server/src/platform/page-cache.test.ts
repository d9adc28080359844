import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cachedPages } from './page-cache.ts'

let server: Server
let base: string
let rendered: string[] = []
let epoch = '1'

beforeAll(async () => {
  const pages = cachedPages(
    (request, response) => {
      rendered.push(request.url ?? '')
      const url = new URL(request.url ?? '/', 'http://pages')
      if (url.searchParams.has('unfinished')) response.setHeader('cache-control', 'no-store')
      if (url.searchParams.has('cookie')) response.setHeader('set-cookie', 'a=b')
      response.setHeader('content-security-policy', "default-src 'self'")
      response.writeHead(url.pathname === '/missing' ? 404 : 200, {
        'content-type': url.pathname === '/data' ? 'application/json' : 'text/html'
      })
      response.write(`<p>${url.pathname} ${url.searchParams.get('day')}</p>`.repeat(100))
      response.end(Buffer.from(' end'))
    },
    () => epoch,
    1_000_000
  )
  server = createServer(pages)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

const ask = async (path: string, init: RequestInit = {}) => {
  rendered = []
  const response = await fetch(base + path, init)
  return { response, text: await response.text(), rendered: rendered.length }
}

describe('a page', () => {
  it('is rendered once, and the same to all after', async () => {
    const first = await ask('/once?b=2&a=1')
    const again = await ask('/once?a=1&b=2')
    expect([first.rendered, again.rendered]).toEqual([1, 0])
    expect(again.text).toBe(first.text)
    expect(again.text).toMatch(/ end$/)
    expect(again.response.headers.get('content-security-policy')).toBe("default-src 'self'")
    expect(again.response.headers.get('content-encoding')).toBe('gzip')
    const etag = again.response.headers.get('etag') ?? ''
    expect((await ask('/once?a=1&b=2', { headers: { 'if-none-match': etag } })).response.status).toBe(304)
  })

  it.each([
    ['/day?day=1&day=2', '/day?day=2&day=1'],
    ['/day?d%61y=3&day=4', '/day?day=4&d%61y=3'],
    ['/day?day=5%26x', '/day?day=5&x']
  ])('of %s is not the one of %s, whoever asks first', async (one, other) => {
    const first = await ask(one)
    const second = await ask(other)
    expect([first.rendered, second.rendered]).toEqual([1, 1])
    expect(second.text).not.toBe(first.text)
    expect((await ask(one)).text).toBe(first.text)
  })

  it('is not kept while it is being worked out', async () => {
    const first = await ask('/forecast?unfinished=')
    const again = await ask('/forecast?unfinished=')
    expect([first.rendered, again.rendered]).toEqual([1, 1])
    expect(again.response.headers.get('cache-control')).toBe('no-store')
    expect(again.response.status).toBe(200)
  })

  it('is rendered again when the register or the day changes', async () => {
    for (const path of ['/epoch', '/other']) await ask(path)
    epoch = '2'
    expect((await ask('/other')).rendered).toBe(1)
    expect((await ask('/epoch')).rendered).toBe(1)
    expect((await ask('/epoch')).rendered).toBe(0)
  })

  it.each([
    { why: 'another method', path: '/a', init: { method: 'POST', body: 'x' } },
    { why: 'a cookie in the request', path: '/b', init: { headers: { cookie: 'session=1' } } },
    { why: 'an authorisation', path: '/c', init: { headers: { authorization: 'Bearer x' } } },
    { why: 'a cookie in the answer', path: '/d?cookie', init: {} },
    { why: 'an error', path: '/missing', init: {} },
    { why: 'what is no page', path: '/data', init: {} },
    { why: 'a file', path: '/favicon.svg', init: {} }
  ])('is not kept for $why', async ({ path, init }) => {
    const first = await ask(path, init)
    const second = await ask(path, init)
    expect([first.rendered, second.rendered]).toEqual([1, 1])
    expect(second.text).toBe(first.text)
    expect(second.response.status).toBe(path === '/missing' ? 404 : 200)
  })
})
