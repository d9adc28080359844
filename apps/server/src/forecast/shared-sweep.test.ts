import { setTimeout as sleep } from 'node:timers/promises'
import { loadKernel, type SweepPool, sweepHere } from '@frown/core/simulation'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openServer } from '../platform/database.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { type ChunkQueue, openChunkQueue, usualPatience } from './chunk-queue.ts'
import { type ChunkStore, chunkStore } from './chunk-store.ts'
import { type ChunkNews, workOnChunks } from './chunk-work.ts'
import { crossingPlan, digestOf } from './crossing.fixture.ts'
import { jobStore } from './job-store.ts'
import { roadTo } from './road.fixture.ts'
import { type SharedSweeps, sharedSweeps } from './shared-sweep.ts'
import { sweepVersion } from './sweep-size.ts'
import { sweepThreads } from './sweep-threads.ts'

const server = databasesUnderTest.find(({ kind }) => kind === 'PostgreSQL') as (typeof databasesUnderTest)[number]
/** Two scenarios: chunks of 8,192 draws. */
const draws = 20_000
const plan = crossingPlan(draws)

describe.skipIf(server.skip)('a sweep shared on PostgreSQL', () => {
  let opened: TestDatabase
  let chunks: ChunkStore
  let threads: SweepPool
  let expected: string
  const closes: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    opened = await migrated(await server.open())
    chunks = chunkStore(opened.database)
    threads = sweepThreads(1)
    expected = digestOf(await sweepHere(await loadKernel())(plan))
  }, 60_000)
  afterAll(async () => {
    threads.close()
    await opened.drop()
  })
  beforeEach(async () => {
    await opened.database.db.deleteFrom('forecast_job').execute()
    const jobs = jobStore(opened.database)
    await jobs.submit({ id: 'job', kind: 'crossing', request: {} }, testNow())
    await jobs.claim('this process', null)
  })
  afterEach(async () => {
    for (const close of closes.splice(0)) await close()
  })

  const share = (options: { takesPart?: boolean; expireSeconds?: number } = {}): SharedSweeps => {
    const { expireSeconds = 60, takesPart } = options
    const shared = sharedSweeps({
      chunks,
      url: opened.url as string,
      threads: threads.sweep,
      takesPart,
      patience: { ...usualPatience, expireSeconds, lookSeconds: 1 }
    })
    closes.push(() => shared.close())
    return shared
  }
  const queueOf = async (version = sweepVersion): Promise<ChunkQueue> => {
    const queue = await openChunkQueue(opened.url as string, version, { watches: false })
    closes.push(() => queue.close())
    return queue
  }
  const work = async (version = sweepVersion) => {
    const news: ChunkNews[] = []
    const stop = new AbortController()
    const ended = workOnChunks({
      queue: await queueOf(version),
      chunks,
      version,
      sweep: threads.sweep,
      signal: stop.signal,
      report: item => news.push(item),
      restMs: 50
    })
    return {
      news,
      async stop() {
        stop.abort()
        await ended
      }
    }
  }
  const rows = async (table: 'forecast_sweep' | 'forecast_chunk') =>
    (await opened.database.db.selectFrom(table).selectAll().execute()).length
  const queued = async () =>
    (await sql<{ state: string }>`select state::text from frown_boss.job`.execute(opened.database.db)).rows

  it('comes out the same to the last bit, tells how far it is, and leaves nothing', async () => {
    const shares: number[] = []
    const columns = await share().of('job')(plan, { onProgress: done => shares.push(done) })
    expect(digestOf(columns)).toBe(expected)
    expect(shares.length).toBeGreaterThanOrEqual(3)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBe(1)
    expect(await rows('forecast_sweep')).toBe(0)
    expect(await rows('forecast_chunk')).toBe(0)
    expect(await queued()).toEqual([])
  })

  it('is done by others where this process takes no part', async () => {
    const sweep = share({ takesPart: false }).of('job')(plan)
    const { news, stop } = await work()
    expect(digestOf(await sweep)).toBe(expected)
    await stop()
    expect(news.filter(({ kind }) => kind === 'done')).toHaveLength(3)
  })

  it('is not touched by a program of another version', async () => {
    const stop = new AbortController()
    const sweep = share({ takesPart: false }).of('job')(plan, { signal: stop.signal })
    const other = await work('0.1.0-another-kernel')
    await expect.poll(() => queued(), { timeout: 5_000 }).toHaveLength(3)
    await sleep(1_000)
    await other.stop()
    expect(other.news).toEqual([])
    expect(await queued()).toEqual([{ state: 'created' }, { state: 'created' }, { state: 'created' }])
    const [stored] = await opened.database.db.selectFrom('forecast_sweep').selectAll().execute()
    expect(stored?.version).toBe(sweepVersion)
    expect(await chunks.planOf(stored?.id as string, 'another')).toBeNull()
    stop.abort(new Error('enough'))
    await expect(sweep).rejects.toThrow('enough')
    expect(await queued()).toHaveLength(3)
  })

  it('is begun where the one before left it', async () => {
    const stop = new AbortController()
    const first = share({ takesPart: false }).of('job')(plan, { signal: stop.signal })
    const { news, stop: stopWork } = await work()
    await expect.poll(() => rows('forecast_chunk'), { timeout: 10_000, interval: 20 }).toBeGreaterThan(0)
    stop.abort(new Error('killed'))
    await expect(first).rejects.toThrow('killed')
    await stopWork()
    const before = news.filter(({ kind }) => kind === 'done').length
    expect(before).toBeGreaterThan(0)
    const second = await work()
    expect(digestOf(await share({ takesPart: false }).of('job')(plan))).toBe(expected)
    await second.stop()
    expect(second.news.filter(({ kind }) => kind === 'done').length).toBe(3 - before)
  })

  it('gets a chunk again whose taker fell silent, and ignores what comes late', async () => {
    const sweep = share({ takesPart: false, expireSeconds: 2 }).of('job')(plan)
    const queue = await queueOf()
    await expect.poll(() => queued(), { timeout: 5_000 }).toHaveLength(3)
    const held = await queue.take()
    if (held === null) throw new Error('nothing to take')
    const { news, stop } = await work()
    expect(digestOf(await sweep)).toBe(expected)
    await stop()
    expect(news.filter(item => item.kind === 'done' && item.chunk.first === held.first)).toHaveLength(1)
    expect(await chunks.put(held.sweep, held.first, [new Float64Array(1)])).toBe(false)
  })

  it('is dropped when its job is cancelled', async () => {
    const stop = new AbortController()
    const sweep = share({ takesPart: false }).of('job')(plan, { signal: stop.signal })
    await expect.poll(() => queued(), { timeout: 5_000 }).toHaveLength(3)
    await jobStore(opened.database).cancel('job', testNow())
    expect(await rows('forecast_sweep')).toBe(0)
    stop.abort(new Error('cancelled'))
    await expect(sweep).rejects.toThrow('cancelled')
    expect(await queued()).toEqual([])
  })

  it('waits out a database that goes away', { timeout: 40_000 }, async () => {
    const road = await roadTo(opened.url as string)
    const database = await openServer(road.url)
    const shared = sharedSweeps({ chunks: chunkStore(database), url: road.url, threads: threads.sweep })
    let cut: Promise<void> | null = null
    const columns = await shared.of('job')(plan, {
      onProgress() {
        cut ??= road.close().then(async () => {
          await sleep(1_500)
          await road.open()
        })
      }
    })
    expect(cut).not.toBeNull()
    expect(digestOf(columns)).toBe(expected)
    await shared.close()
    await database.close()
    await road.close()
  })

  it('fails when a chunk fails each time', async () => {
    const failing = sharedSweeps({
      chunks,
      url: opened.url as string,
      threads: () => Promise.reject(new Error('this plan breaks')),
      patience: { ...usualPatience, lookSeconds: 1 }
    })
    closes.push(() => failing.close())
    await expect(failing.of('job')({ ...plan, draws: 3_000 })).rejects.toThrow('the chunk from draw 0 failed each time')
  })
})
