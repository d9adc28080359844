import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { performForTests } from './crossing.fixture.ts'
import { type JobStore, jobStore } from './job-store.ts'

let opened: TestDatabase
let app: App
let store: JobStore
beforeAll(async () => {
  const [embedded] = databasesUnderTest
  opened = await migrated(await (embedded as (typeof databasesUnderTest)[number]).open())
  store = jobStore(opened.database)
  app = createApp({
    store: memoryStore([]),
    now: testNow,
    forecast: { jobs: store, sharing: null, threads: 1, takesUp: true, perform: performForTests }
  })
  await app.ready()
}, 60_000)
afterAll(async () => {
  await app.close()
  await opened.drop()
})

const takeOn = (id: string, ms: number) => store.submit({ id, kind: 'sleep', request: { ms } }, testNow())
const address = (id: string, query = '') => `/api/v1/forecast/jobs/${id}${query}`

describe('jobs over HTTP', () => {
  it('are waited for', async () => {
    await takeOn('brief', 100)
    const response = await app.inject(address('brief', '?waitMs=20000'))
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.json()).toEqual({
      id: 'brief',
      kind: 'sleep',
      request: { ms: 100 },
      state: 'done',
      progress: 1,
      createdAt: testNow(),
      finishedAt: testNow(),
      result: 'slept',
      error: null
    })
  })

  it('are cancelled by whoever asked', async () => {
    await takeOn('long', 60_000)
    const response = await app.inject({ method: 'DELETE', url: address('long') })
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('no-store')
    expect(response.json()).toMatchObject({ state: 'cancelled', result: null, error: { code: 'forecast/cancelled' } })
    expect((await app.inject(address('long'))).json()).toMatchObject({ state: 'cancelled' })
  })

  it.each([
    { why: 'no such job', url: address('none'), status: 404, code: 'forecast/unknown-job' },
    { why: 'too long a wait', url: address('brief', '?waitMs=20001'), status: 400, code: 'input/invalid' },
    { why: 'a wait that is no number', url: address('brief', '?waitMs=long'), status: 400, code: 'input/invalid' },
    { why: 'a parameter that is none', url: address('brief', '?wait=1'), status: 400, code: 'input/invalid' }
  ])('refuse $why', async ({ url, status, code }) => {
    const response = await app.inject(url)
    expect(response.statusCode).toBe(status)
    expect(response.json()).toMatchObject({ code })
  })

  it('do not hold up the end of the server', async () => {
    await takeOn('left', 60_000)
    const waiting = app.inject(address('left', '?waitMs=20000'))
    await expect.poll(async () => (await store.read('left'))?.state, { timeout: 5_000 }).toBe('running')
    const began = performance.now()
    await app.close()
    expect(performance.now() - began).toBeLessThan(3_000)
    expect((await waiting).json()).toMatchObject({ id: 'left' })
    expect(await store.read('left')).toMatchObject({ state: 'waiting' })
  })
})
