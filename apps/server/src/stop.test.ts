import { existsSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { roadTo } from './forecast/road.fixture.ts'
import { lockPath } from './platform/instance-lock.ts'
import { temporaryServerDatabase } from './register/stores.fixture.ts'
import { freshDirectory, type Served, serve, writerTo } from './served.fixture.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function started(environment: Record<string, string> = {}, directory = freshDirectory()): Promise<Served> {
  const server = await serve(directory, environment)
  cleanUps.push(
    () => rmSync(directory, { recursive: true, force: true }),
    () => server.ended,
    () => server.kill('SIGKILL')
  )
  return server
}

async function database(): Promise<string> {
  const { url, drop } = await temporaryServerDatabase()
  cleanUps.push(drop)
  return url
}

const stores = [
  { kind: 'embedded', skip: false, environment: async (): Promise<Record<string, string>> => ({}) },
  {
    kind: 'server',
    skip: !process.env.TEST_DATABASE_URL,
    environment: async (): Promise<Record<string, string>> => ({ DATABASE_URL: await database() })
  }
]

/** Reads until the server no longer answers; the statuses that came. */
async function readUntilStopped({ url }: Served, worker: number, statuses: Set<number>): Promise<void> {
  for (let round = 0; ; round++) {
    try {
      const response = await fetch(`${url}/api/v1/register/systems?limit=50&query=${worker}.${round % 7}`)
      await response.arrayBuffer()
      statuses.add(response.status)
      if (response.status === 503) return
    } catch {
      return
    }
  }
}

describe.each(stores)('a server on the $kind store that is told to stop', ({ skip, environment }) => {
  it.skipIf(skip)('under load keeps what it acknowledged, and ends cleanly', { timeout: 180_000 }, async () => {
    const settings = await environment()
    const server = await started(settings)
    const writer = writerTo()
    expect((await writer.write(server))?.status).toBe(200)
    const statuses = new Set<number>()
    const load = [1, 2, 3, 4].map(worker => readUntilStopped(server, worker, statuses))
    const writing = (async () => {
      for (;;) {
        const answered = await writer.write(server)
        if (!answered?.ok) return answered?.status ?? null
      }
    })()
    await sleep(700)
    const from = performance.now()
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(performance.now() - from).toBeLessThan(16_000)
    expect([503, null]).toContain(await writing)
    await Promise.all(load)
    for (const status of statuses) expect([200, 503]).toContain(status)
    expect(existsSync(lockPath(server.directory))).toBe(false)
    expect(server.said()).not.toMatch(/"level":"(error|fatal)"/)
    const again = await started(settings, server.directory)
    expect(await writer.lost(again)).toEqual([])
  })
})

describe('a server that is told to stop', () => {
  it('does not wait for who holds a connection open or sends a body without end', { timeout: 90_000 }, async () => {
    const server = await started()
    const { hostname, port } = new URL(server.url)
    const held = [
      '',
      'GET /api/v1/health HTTP/1.1\r\n',
      'POST /api/v1/forecast/solve HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{'
    ].map(bytes => {
      const socket = connect(Number(port), hostname)
      socket.on('error', () => undefined)
      socket.write(bytes)
      return socket
    })
    await sleep(200)
    const from = performance.now()
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(performance.now() - from).toBeLessThan(16_000)
    for (const socket of held) socket.destroy()
  })

  it('ends at once when told twice', { timeout: 90_000 }, async () => {
    const server = await started()
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write('POST /api/v1/forecast/solve HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{')
    await sleep(200)
    server.kill('SIGTERM')
    await expect.poll(server.said).toContain('Stopping.')
    const from = performance.now()
    server.kill('SIGTERM')
    expect(await server.ended).toBe(143)
    expect(performance.now() - from).toBeLessThan(3_000)
    socket.destroy()
  })

  it.skipIf(!process.env.TEST_DATABASE_URL)(
    'does not wait for a database that is frozen',
    { timeout: 90_000 },
    async () => {
      const road = await roadTo(await database())
      cleanUps.push(road.close)
      const server = await started({ DATABASE_URL: road.url })
      road.freeze()
      const asked = fetch(`${server.url}/api/v1/forecast/jobs/none?waitMs=20000`).catch(() => null)
      await sleep(200)
      const from = performance.now()
      server.kill('SIGTERM')
      expect(await server.ended).toBe(0)
      expect(performance.now() - from).toBeLessThan(20_000)
      await asked
      expect(existsSync(lockPath(server.directory))).toBe(false)
    }
  )
})
