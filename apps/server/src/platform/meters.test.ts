import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { namedSystems } from '../register/claims.fixture.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { meteredStore } from '../register/metered-store.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'
import { meterState, openMeters } from './meters.ts'
import { listenForMetrics, type MetricsListener } from './metrics-listener.ts'

const meters = openMeters()
const inner = memoryStore(smallRegister())
const store = meteredStore(inner, meters.countAppend)
let isFrozen = false
let app: App
let listener: MetricsListener
beforeAll(async () => {
  app = createApp({ store, now: testNow, meters, webHandler: (_request, response) => void response.end('page') })
  await app.ready()
  meterState(meters, {
    registerVersion: () => (isFrozen ? new Promise(() => undefined) : store.version()),
    jobs: async () => ({ waiting: 3, running: 1 })
  })
  listener = await listenForMetrics(meters, { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await listener.close()
  await app.close()
})

const look = async () => (await fetch(`http://127.0.0.1:${listener.port}/metrics`)).text()
const figureIn = (text: string, series: string) =>
  Number(
    text
      .split('\n')
      .find(line => line.startsWith(`${series} `))
      ?.split(' ')[1]
  )

describe('metrics', () => {
  it('tell of the process, the register, the store and the jobs', async () => {
    const text = await look()
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect(figureIn(text, name)).toBeGreaterThanOrEqual(0)
    expect(figureIn(text, 'frown_register_version')).toBe(inner.claims.length)
    expect(figureIn(text, 'frown_store_up')).toBe(1)
    expect(figureIn(text, 'frown_jobs{state="waiting"}')).toBe(3)
    expect(figureIn(text, 'frown_jobs{state="running"}')).toBe(1)
  })

  it('say that a store that is frozen is down, and leave out what is not known', async () => {
    isFrozen = true
    const text = await look()
    isFrozen = false
    expect(figureIn(text, 'frown_store_up')).toBe(0)
    expect(text).not.toContain('frown_jobs{')
  })

  it('count answers from wherever they come', async () => {
    const series = 'frown_answers_total{method="GET",route="/api/v1/register/groups",status="2xx"}'
    await app.inject('/api/v1/register/groups')
    const before = figureIn(await look(), series)
    await app.inject('/api/v1/register/groups')
    await app.inject('/api/v1/register/groups')
    expect(figureIn(await look(), series)).toBe(before + 2)
  })

  it('count appends by their outcome', async () => {
    await store.append(namedSystems('metered', 2))
    await store.append(namedSystems('metered again', 2), 1)
    const text = await look()
    expect(figureIn(text, 'frown_appends_total{outcome="done"}')).toBe(1)
    expect(figureIn(text, 'frown_appends_total{outcome="refused"}')).toBe(1)
  })

  it('get no new series by what a client makes up', async () => {
    const seriesOf = (text: string) => text.split('\n').filter(line => line.startsWith('frown_answers_total{'))
    const ask = async (round: number) => {
      for (const url of [
        `/api/v1/made-up-${round}`,
        `/made-up-${round}`,
        `/api/v1/register/systems/made-up-${round}?a=${round}`,
        `/${round}%ff`
      ])
        for (const method of ['GET', 'POST', 'DELETE', 'PROPFIND', 'SEARCH'] as const)
          await app.inject({ url, method: method as 'GET' })
    }
    await ask(1)
    const once = seriesOf(await look())
    for (let round = 2; round < 20; round++) await ask(round)
    const often = seriesOf(await look())
    expect(often.length).toBe(once.length)
    expect(often.join()).not.toContain('made-up')
  })

  it('are not told on the port of the pages, nor anything else on theirs', async () => {
    expect((await app.inject('/metrics')).body).toBe('page')
    const at = `http://127.0.0.1:${listener.port}`
    for (const path of ['/', '/metrics?x=1', '/api/v1/health']) expect((await fetch(at + path)).status).toBe(404)
    expect((await fetch(`${at}/metrics`, { method: 'POST' })).status).toBe(404)
  })
})
