import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'

let app: App
let port: number
let bodies = 0
beforeAll(async () => {
  app = createApp({
    store: memoryStore(smallRegister()),
    now: testNow,
    longestRequestMs: 1_200,
    operatorToken: 'operator',
    webHandler: async (request, response) => {
      try {
        for await (const _ of request) bodies++
        response.end('page')
      } catch {
        // Its client is gone.
      }
    }
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** What comes back for bytes, until the server closes the connection. */
async function send(...parts: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let got = ''
  socket.on('data', chunk => {
    got += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  const closed = new Promise(resolve => socket.once('close', resolve))
  for (const part of parts) socket.write(part)
  await closed
  return got
}

const statusesIn = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
const operator = 'authorization: Bearer operator\r\nconnection: close\r\n'
const host = 'host: frown.test\r\n'

describe('what is not a request', () => {
  it.each([
    { why: 'no HTTP', bytes: 'HELO there\r\n\r\n', status: 400 },
    { why: 'TLS on a plain port', bytes: Buffer.from('1603010200010001fc0303', 'hex'), status: 400 },
    { why: 'a NUL in the path', bytes: `GET /\0 HTTP/1.1\r\n${host}\r\n`, status: 400 },
    { why: 'a bare line feed in a header', bytes: `GET / HTTP/1.1\r\n${host}x: a\nb: c\0\r\n\r\n`, status: 400 },
    { why: 'no Host', bytes: 'GET /api/v1/health/live HTTP/1.1\r\n\r\n', status: 400 },
    { why: 'a header line of 20 KiB', bytes: `GET / HTTP/1.1\r\n${host}x: ${'a'.repeat(20_480)}\r\n\r\n`, status: 431 },
    { why: 'a path of 20 KiB', bytes: `GET /${'a'.repeat(20_480)} HTTP/1.1\r\n${host}\r\n`, status: 431 },
    {
      why: 'two lengths',
      bytes: `POST /form HTTP/1.1\r\n${host}content-length: 3\r\ncontent-length: 5\r\n\r\nabcde`,
      status: 400
    },
    {
      why: 'a length and chunks',
      bytes: `POST /form HTTP/1.1\r\n${host}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n${host}\r\n`,
      status: 400
    },
    { why: 'a negative length', bytes: `POST /form HTTP/1.1\r\n${host}content-length: -1\r\n\r\n`, status: 400 },
    {
      why: 'a chunk of no size',
      bytes: `POST /api/v1/forecast/solve HTTP/1.1\r\n${host}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n`,
      status: 400
    }
  ])('is refused once and the connection closed: $why', async ({ bytes, status }) => {
    const got = await send(bytes)
    expect(statusesIn(got)).toEqual([status])
    expect(got).toMatch(/x-content-type-options: nosniff/i)
    expect(got).not.toMatch(/\bat .*\.(js|ts):\d+/)
  })

  it('is refused in the form of every refusal, with headers', async () => {
    const [head = '', body = ''] = (await send('HELO\r\n\r\n')).split('\r\n\r\n')
    expect(head).toContain('content-type: application/problem+json')
    expect(head).toContain("content-security-policy: default-src 'none'")
    expect(JSON.parse(body)).toMatchObject({ code: 'input/invalid', status: 400 })
  })
})

describe('what comes too slowly', () => {
  it.each([
    { why: 'a header that never ends', bytes: 'GET / HTTP/1.1\r\nhost: x\r\nx: ' },
    { why: 'a body that never comes', bytes: `POST /form HTTP/1.1\r\n${host}content-length: 10\r\n\r\nabc` }
  ])('is cut off: $why', async ({ bytes }) => {
    expect(statusesIn(await send(bytes))).toEqual([408])
  })
})

describe('a compressed body', () => {
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024))
  it.each([
    { at: '/api/v1/register/imports', type: 'text/csv' },
    { at: '/api/v1/forecast/solve', type: 'application/json' },
    { at: '/form', type: 'application/x-www-form-urlencoded' }
  ])('is refused unread at $at', async ({ at, type }) => {
    const before = bodies
    const head = `POST ${at} HTTP/1.1\r\n${host}${operator}content-type: ${type}\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`
    expect(statusesIn(await send(head, bomb))).toEqual([415])
    expect(bodies).toBe(before)
  })

  it('is refused whatever it is called, and a plain one is not', async () => {
    for (const encoding of ['gzip', 'GZIP', 'br', 'deflate', 'zstd', 'x-gzip', 'gzip, identity'])
      expect(
        (await app.inject({ method: 'POST', url: '/form', headers: { 'content-encoding': encoding } })).json()
      ).toMatchObject({
        code: 'input/encoded',
        place: 'content-encoding'
      })
    const plain = { method: 'POST' as const, url: '/form', payload: 'a', headers: { 'content-encoding': 'identity' } }
    expect((await app.inject(plain)).statusCode).toBe(200)
  })
})

describe('a request to become something else', () => {
  it('is answered as it is, and nothing is read behind it', async () => {
    const upgrade = `GET /api/v1/health/live HTTP/1.1\r\n${host}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`
    expect(statusesIn(await send(upgrade))).toEqual([200])
    expect(statusesIn(await send(upgrade + upgrade, 'POST 1e25 HTTP/1.1\r\n\r\n')).slice(1)).not.toContain(101)
  })

  it('with an expectation that nobody knows is answered with all headers', async () => {
    const got = await send(`GET /api/v1/health/live HTTP/1.1\r\n${host}expect: more\r\nconnection: close\r\n\r\n`)
    expect(statusesIn(got)).toEqual([200])
    expect(got).toMatch(/x-content-type-options: nosniff/i)
  })
})

describe('requests sent without waiting', () => {
  it('are answered each, in their order', async () => {
    const paths = ['/api/v1/health/live', '/api/v1/nowhere', '/register', '/api/v1/register/groups', '/api/v1/health']
    const requests = paths.map(
      (path, index) => `GET ${path} HTTP/1.1\r\n${host}${index === paths.length - 1 ? 'connection: close\r\n' : ''}\r\n`
    )
    expect(statusesIn(await send(requests.join('')))).toEqual([200, 404, 200, 200, 200])
  })

  it('end with the first that is none, and nothing follows its refusal', async () => {
    const got = await send(
      `GET /api/v1/health/live HTTP/1.1\r\n${host}\r\nHELO\r\n\r\nGET /api/v1/health HTTP/1.1\r\n${host}\r\n`
    )
    expect(statusesIn(got).length).toBeLessThanOrEqual(2)
    expect(statusesIn(got).slice(1)).not.toContain(200)
  })
})
