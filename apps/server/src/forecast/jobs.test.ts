import { setTimeout as sleep } from 'node:timers/promises'
import { loadKernel, sweepHere } from '@frown/core/simulation'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { crossingPlan, digestOf, performForTests } from './crossing.fixture.ts'
import { type Engine, openEngine } from './engine.ts'
import { jobStore } from './job-store.ts'
import type { Jobs, Perform } from './jobs.ts'

describe.each(databasesUnderTest)('jobs on $kind', ({ kind, skip, open }) => {
  describe.skipIf(skip)('in a process', () => {
    let opened: TestDatabase
    const engines: Engine[] = []
    const faults: unknown[] = []
    beforeAll(async () => {
      opened = await migrated(await open())
    }, 60_000)
    afterAll(() => opened.drop())
    beforeEach(async () => {
      await opened.database.db.deleteFrom('forecast_job').execute()
      faults.length = 0
    })
    afterEach(async () => {
      for (const engine of engines.splice(0)) await engine.close()
    })

    const start = ({
      takesUp = true,
      perform = performForTests
    }: {
      takesUp?: boolean
      perform?: Perform
    } = {}): Jobs => {
      const engine = openEngine({
        jobs: jobStore(opened.database, { leaseSeconds: 1 }),
        sharing: null,
        threads: 1,
        now: testNow,
        perform,
        performVersion: 'test',
        takesUp,
        report: error => faults.push(error)
      })
      engines.push(engine)
      engine.jobs.start()
      return engine.jobs
    }

    it('are run on threads and answered, the same question from what is kept', async () => {
      const jobs = start()
      const { id, state } = await jobs.submit('crossing', { draws: 1_500, seed: 7 })
      expect(state).toBe('waiting')
      const done = await jobs.wait(id, 15_000)
      const expected = digestOf(await sweepHere(await loadKernel())(crossingPlan(1_500, 7)))
      expect(done).toMatchObject({ state: 'done', progress: 1, result: expected })
      expect(await jobs.submit('crossing', { seed: 7, draws: 1_500 })).toEqual(done)
      expect((await jobs.submit('crossing', { seed: 8, draws: 10 })).id).not.toBe(id)
    })

    it('run a few at a time, and tell how far they are', async () => {
      const jobs = start()
      const ids: string[] = []
      for (const ms of [3_001, 3_002, 3_003]) ids.push((await jobs.submit('sleep', { ms })).id)
      await sleep(1_500)
      const states = await Promise.all(ids.map(id => jobs.wait(id, 0)))
      expect(states.map(job => job.state)).toEqual(['running', 'running', 'waiting'])
      expect(states[0]?.progress).toBeGreaterThan(0.1)
      expect(states[0]?.progress).toBeLessThan(0.9)
      expect(await jobs.wait(ids[2] as string, 15_000)).toMatchObject({ state: 'done' })
    })

    it('answer those who wait as soon as they are done, or when their time is over', async () => {
      const jobs = start()
      const { id } = await jobs.submit('sleep', { ms: 600 })
      const began = performance.now()
      expect(await jobs.wait(id, 100)).toMatchObject({ state: 'running' })
      expect(performance.now() - began).toBeLessThan(450)
      expect(await jobs.wait(id, 20_000)).toMatchObject({ state: 'done' })
      expect(performance.now() - began).toBeLessThan(3_000)
    })

    it('fail with the refusal, or with a fault of ours that says nothing of the inside', async () => {
      const jobs = start()
      const refused = await jobs.submit('refuse', {})
      expect(await jobs.wait(refused.id, 5_000)).toMatchObject({
        state: 'failed',
        result: null,
        error: { code: 'forecast/invalid', detail: 'Not so.', place: 'draws' }
      })
      const faulty = await jobs.submit('nonsense', {})
      const { error } = await jobs.wait(faulty.id, 5_000)
      expect(error?.code).toBe('server/failed')
      expect(JSON.stringify(error)).not.toContain('nonsense')
      expect(faults).toMatchObject([{ message: 'a fault in nonsense' }])
    })

    it('stop within a second when they are cancelled, in another process too', async () => {
      const stopped: number[] = []
      const perform: Perform = (what, request, tools) => {
        tools.signal?.addEventListener('abort', () => stopped.push(performance.now()))
        return performForTests(what, request, tools)
      }
      const jobs = start({ perform })
      const own = await jobs.submit('sleep', { ms: 20_001 })
      await expect.poll(async () => (await jobs.wait(own.id, 0)).state).toBe('running')
      expect(await jobs.cancel(own.id)).toMatchObject({ state: 'cancelled', error: { code: 'forecast/cancelled' } })
      expect(stopped).toHaveLength(1)
      if (kind === 'PGlite') return
      const other = start({ takesUp: false })
      const { id } = await jobs.submit('sleep', { ms: 20_002 })
      await expect.poll(async () => (await jobs.wait(id, 0)).state).toBe('running')
      const began = performance.now()
      await other.cancel(id)
      await expect.poll(() => stopped.length, { timeout: 3_000 }).toBe(2)
      expect((stopped[1] as number) - began).toBeLessThan(1_500)
    })

    it('are left to the next process, which takes them up', async () => {
      const first = start()
      const { id } = await first.submit('sleep', { ms: 1_500 })
      await expect.poll(async () => (await first.wait(id, 0)).state).toBe('running')
      const began = performance.now()
      await engines[0]?.close()
      expect(performance.now() - began).toBeLessThan(1_500)
      expect(await first.wait(id, 20_000)).toMatchObject({ state: 'waiting' })
      expect(await start().wait(id, 15_000)).toMatchObject({ state: 'done' })
    })

    it('are taken from a process that died, once its hold has run out', async () => {
      const store = jobStore(opened.database, { leaseSeconds: 1 })
      await store.submit({ id: 'left', kind: 'sleep', request: { ms: 50 } }, testNow())
      await store.claim('a process that was killed', null)
      expect(await start().wait('left', 15_000)).toMatchObject({ state: 'done', result: 'slept' })
    })

    it('of others are nothing to a command, which runs its own', async () => {
      const store = jobStore(opened.database, { leaseSeconds: 1 })
      await store.submit({ id: 'left', kind: 'sleep', request: { ms: 50 } }, testNow())
      const jobs = start({ takesUp: false })
      const { id } = await jobs.submit('sleep', { ms: 51 })
      expect(await jobs.wait(id, 10_000)).toMatchObject({ state: 'done' })
      expect(await jobs.wait('left', 0)).toMatchObject({ state: 'waiting' })
    })

    it('that are unknown are refused', async () => {
      const jobs = start()
      const code = 'forecast/unknown-job'
      await expect(jobs.wait('none', 0)).rejects.toMatchObject({ error: { code } })
      await expect(jobs.cancel('none')).rejects.toMatchObject({ error: { code } })
    })
  })
})
