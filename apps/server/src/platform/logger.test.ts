import { describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import type { RegisterStore } from '../register/store.ts'
import { testNow } from '../register/stores.fixture.ts'

const secrets = {
  token: 'tok-4f1c8e2b7a',
  cookie: 'ses-91b7d04e6c',
  bearer: 'bea-5de20c9f13',
  mail: 'someone@safe.example',
  password: 'pw-77aa01',
  body: 'pledge-of-somebody',
  address: '203.0.113.77'
}
const hostile = {
  cookie: `frown.session=${secrets.cookie}`,
  authorization: `Bearer ${secrets.bearer}`,
  'x-forwarded-for': secrets.address,
  from: secrets.mail
}

async function logOf(
  work: (app: App) => Promise<unknown>,
  options: { store?: Partial<RegisterStore>; webHandler?: never } = {}
) {
  const written: string[] = []
  const app = createApp({
    store: { ...memoryStore(smallRegister()), ...options.store },
    now: testNow,
    logger: { level: 'trace', now: testNow, write: line => void written.push(line) },
    trustedProxies: ['loopback'],
    operatorToken: 'operator',
    webHandler: (request, response) => {
      const fault = (request as { frownFault?: (error: unknown) => string }).frownFault?.(leaking())
      response.writeHead(500).end(fault)
    }
  })
  await app.ready()
  await work(app)
  await app.close()
  return { text: written.join(''), lines: written.map(line => JSON.parse(line)) }
}

/** An error as a database makes it, holding what should not be told. */
const leaking = () =>
  Object.assign(
    new Error(`invalid input syntax for type integer: "${secrets.token}"`, {
      cause: new Error(
        `postgres://frown:${secrets.password}@db/frown said no to /verify?token=${secrets.token} of ${secrets.mail}, Bearer ${secrets.bearer}`
      )
    }),
    {
      code: '22P02',
      severity: 'ERROR',
      detail: `Key (email)=(${secrets.mail})`,
      parameters: [secrets.body],
      headers: hostile
    }
  )

const requests = [
  { url: `/api/v1/register/systems?query=${secrets.token}&limit=1` },
  { url: `/api/v1/register/systems?${secrets.mail}=${secrets.token}` },
  { url: `/api/v1/register/systems/${secrets.token}` },
  { url: `/api/v1/nowhere/${secrets.token}?t=${secrets.token}` },
  { url: `/api/v1/register/systems/%ff?t=${secrets.token}` },
  { url: `/register?token=${secrets.token}` },
  { url: `/verify/${secrets.token}`, method: 'POST' as const, payload: `mail=${secrets.mail}&text=${secrets.body}` },
  {
    url: '/api/v1/register/imports',
    method: 'POST' as const,
    payload: `{"${secrets.body}`,
    headers: { 'content-type': 'application/json' }
  },
  {
    url: '/api/v1/register/imports',
    method: 'POST' as const,
    payload: secrets.body,
    headers: { 'content-type': secrets.token }
  },
  { url: `/api/v1/health?${secrets.token}` }
]

describe('the log', () => {
  it('has a line for each answer and nothing of who asked, whatever comes', async () => {
    const { text, lines } = await logOf(async app => {
      for (const request of requests) await app.inject({ ...request, headers: { ...hostile, ...request.headers } })
    })
    const answered = lines.filter(line => line.msg === 'answered')
    expect(answered.length).toBe(requests.length - 1)
    for (const line of answered)
      expect(line).toMatchObject({
        level: 'info',
        reqId: expect.any(String),
        method: expect.any(String),
        route: expect.any(String),
        status: expect.any(Number),
        ms: expect.any(Number)
      })
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })

  it('names routes, never the address that was asked for', async () => {
    const { lines } = await logOf(async app => {
      await app.inject('/api/v1/register/systems/system-1?knownOn=2025-06-01')
      await app.inject('/api/v1/nowhere')
      await app.inject('/groups/acme')
    })
    expect(lines.filter(line => line.msg === 'answered').map(line => [line.route, line.status])).toEqual([
      ['/api/v1/register/systems/:id', 200],
      ['/api/*', 404],
      ['/*', 500]
    ])
  })

  it('says how many bytes an answer has, and none of HEAD', async () => {
    let length = 0
    const { lines } = await logOf(async app => {
      length = (await app.inject('/api/v1/register/groups')).rawPayload.length
      await app.inject({ method: 'HEAD', url: '/api/v1/register/groups' })
      await app.inject('/api/v1/register/groups')
    })
    expect(lines.filter(line => line.msg === 'answered').map(line => line.bytes)).toEqual([length, 0, length])
  })

  it('has the fault of a 500 with its stack, under the id that the answer tells', async () => {
    let answer = { requestId: '', remedy: '' }
    const store = { version: () => Promise.reject(leaking()) }
    const { text, lines } = await logOf(
      async app => {
        answer = (await app.inject('/api/v1/health')).json()
      },
      { store }
    )
    const fault = lines.find(line => line.level === 'error')
    expect(fault).toMatchObject({
      reqId: answer.requestId,
      err: {
        type: 'Error',
        code: '22P02',
        message: 'invalid input syntax for type integer: "…"',
        stack: expect.stringMatching(/logger\.test\.ts/)
      }
    })
    expect(answer.remedy).toContain(answer.requestId)
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })

  it('has the fault of a page under the id that the page is told', async () => {
    let told = ''
    const { text, lines } = await logOf(async app => {
      told = (await app.inject(`/verify/${secrets.token}`)).body
    })
    expect(lines.find(line => line.level === 'error')).toMatchObject({ reqId: told, msg: 'a page failed' })
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
  })

  it('has one line for a page that asks the API in-process', async () => {
    const written: string[] = []
    const app = createApp({
      store: memoryStore(smallRegister()),
      now: testNow,
      logger: { level: 'info', now: testNow, write: line => void written.push(line) },
      webHandler: async (request, response) => {
        const { frownApi } = request as { frownApi?: (asked: Request) => Promise<Response> }
        response.end(await (await frownApi?.(new Request('http://pages/api/v1/register/groups')))?.text())
      }
    })
    await app.inject('/groups')
    await app.close()
    expect(written.filter(line => line.includes('answered')).length).toBe(1)
  })

  it('is quiet at its usual level while nothing fails', async () => {
    const written: string[] = []
    const logger = { level: 'warn' as const, now: testNow, write: (line: string) => void written.push(line) }
    const app = createApp({ store: memoryStore(smallRegister()), now: testNow, logger })
    for (const request of requests) await app.inject({ ...request, headers: hostile })
    await app.close()
    expect(written).toEqual([])
  })
})
