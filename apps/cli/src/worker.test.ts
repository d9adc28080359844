import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { loadKernel, sweepHere } from '@frown/core/simulation'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { crossingPlan, digestOf } from '../../server/src/forecast/crossing.fixture.ts'
import { roadTo } from '../../server/src/forecast/road.fixture.ts'
import { type Employer, employer } from '../../server/src/forecast/shared-sweep.fixture.ts'
import { emptyDatabase, type Place } from './places.fixture.ts'
import { runFrown } from './run-frown.fixture.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
/** Six chunks of 8,192 draws. */
const plan = crossingPlan(49_152)
const longMs = 60_000

interface Worker {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  said: string
  complained: string
}

describe('frown worker', () => {
  it('is refused where there is no server’s database', async () => {
    expect(await runFrown(['worker'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'frown: A worker needs the PostgreSQL server that the Frown server uses; an embedded store has no room for two. DATABASE_URL. Set DATABASE_URL to the address that the server has.\n'
    })
  })

  it('is refused where that does not answer', async () => {
    const { code, stderr } = await runFrown(['worker'], { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/none' })
    expect(stderr).toMatch(/^frown: The database none at 127\.0\.0\.1:1 cannot be reached[^\n]+\n$/)
    expect(stderr).not.toContain('hidden')
    expect(code).toBe(2)
  })
})

describe.skipIf(!process.env.TEST_DATABASE_URL)('workers on one PostgreSQL', () => {
  let place: Place
  let url: string
  let boss: Employer
  let expected: string
  const workers: Worker[] = []
  beforeAll(async () => {
    place = await emptyDatabase()
    url = place.environment.DATABASE_URL as string
    boss = await employer(url, 8)
    expected = digestOf(await sweepHere(await loadKernel())(plan))
  }, 120_000)
  afterAll(async () => {
    await boss.close()
    await place.leave()
  }, 30_000)
  afterEach(async () => {
    for (const { child, ended } of workers.splice(0)) {
      child.kill('SIGKILL')
      await ended
    }
  })

  const start = async (databaseUrl = url): Promise<Worker> => {
    const child = spawn(process.execPath, [main, 'worker'], {
      env: { ...process.env, ...place.environment, DATABASE_URL: databaseUrl, FROWN_THREADS: '1' },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const ended = new Promise<number | null>(resolve => child.once('close', resolve))
    const worker: Worker = { child, ended, said: '', complained: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      worker.said += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      worker.complained += text
    })
    workers.push(worker)
    await expect.poll(() => worker.said, { timeout: longMs }).toContain('Taking parts of forecasts')
    return worker
  }
  const firsts = (worker: Worker, did: 'Took' | 'Did') =>
    [...worker.said.matchAll(new RegExp(`^${did} draws (\\d+) to`, 'gm'))].map(([, first]) => Number(first))

  it('share a sweep; what one of them holds when it is killed is done by another, to the same last bit', {
    timeout: 120_000
  }, async () => {
    const [one, two, three] = (await Promise.all([start(), start(), start()])) as [Worker, Worker, Worker]
    const sweep = boss.sweep(plan)
    while (firsts(one, 'Took').length === 0) await once(one.child.stdout as NodeJS.ReadableStream, 'data')
    one.child.kill('SIGKILL')
    expect(await one.ended).toBeNull()
    const lost = firsts(one, 'Took').filter(first => !firsts(one, 'Did').includes(first))
    expect(lost.length).toBeGreaterThan(0)
    expect(digestOf(await sweep)).toBe(expected)
    const others = [...firsts(two, 'Did'), ...firsts(three, 'Did')]
    for (const first of lost) expect(others).toContain(first)
    expect([one, two, three].map(({ complained }) => complained)).toEqual(['', '', ''])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'end on %s with what is in hand, cleanly',
    { timeout: 60_000 },
    async signal => {
      const [first, second] = await Promise.all([start(), start()])
      const sweep = boss.sweep(crossingPlan(32_768, 2))
      await expect.poll(() => firsts(first, 'Took').length, { timeout: longMs, interval: 20 }).toBeGreaterThan(0)
      first.child.kill(signal)
      expect(await first.ended).toBe(0)
      expect(first.said).toMatch(/Stopping after what is in hand\.\n((Took|Did) [^\n]+\n)*Stopped\.\n$/)
      expect(firsts(first, 'Did').sort()).toEqual(firsts(first, 'Took').sort())
      expect((await sweep)[0]).toHaveLength(32_768)
      expect(first.complained + second.complained).toBe('')
    }
  )

  it('end though the database is frozen', { timeout: 60_000 }, async () => {
    const road = await roadTo(url)
    const worker = await start(road.url)
    road.freeze()
    await new Promise(resolve => setTimeout(resolve, 1_500))
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    expect(worker.said).toMatch(/Stopped\.\n$/)
    await road.close()
  })

  it('wait for a database that goes away, in a sentence', { timeout: 90_000 }, async () => {
    const road = await roadTo(url)
    const worker = await start(road.url)
    await road.close()
    await expect
      .poll(() => worker.complained, { timeout: 20_000 })
      .toMatch(/^frown: The database does not answer \([^\n]+\)\. Trying again\.\n$/)
    await road.open()
    await expect.poll(() => worker.complained, { timeout: 20_000 }).toMatch(/\nfrown: The database answers again\.\n$/)
    expect((await boss.sweep(crossingPlan(9_000, 3)))[0]).toHaveLength(9_000)
    expect(worker.complained.trim().split('\n')).toHaveLength(2)
    worker.child.kill('SIGTERM')
    expect(await worker.ended).toBe(0)
    await road.close()
  })
})
