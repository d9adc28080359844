import type { Instant } from '@frown/core/register'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { type JobStore, jobStore } from './job-store.ts'

const at = testNow()
const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString() as Instant
const asked = (id: string) => ({ id, kind: 'count', request: { to: 3 } })
const refused = { code: 'forecast/invalid', detail: 'No.' } as const

describe.each(databasesUnderTest)('jobs on $kind', ({ kind, skip, open }) => {
  describe.skipIf(skip)('a store', () => {
    let opened: TestDatabase
    let jobs: JobStore
    beforeAll(async () => {
      opened = await migrated(await open())
    }, 60_000)
    afterAll(() => opened.drop())
    beforeEach(async () => {
      await opened.database.db.deleteFrom('forecast_job').execute()
      jobs = jobStore(opened.database, { mostWaiting: 3, leaseSeconds: 0.3 })
    })
    const submit = async (id: string, minutes = 0) => {
      const submitted = await jobs.submit(asked(id), later(minutes))
      if (!submitted.ok) throw new Error(submitted.error.detail)
      return submitted.value
    }

    it('takes a job on, hands it out once and keeps what it came to', async () => {
      expect(await submit('a')).toEqual({
        ...asked('a'),
        state: 'waiting',
        progress: 0,
        createdAt: at,
        finishedAt: null,
        result: null,
        error: null
      })
      expect(await jobs.claim('one', null)).toMatchObject({ job: { id: 'a', state: 'running' }, attempts: 1 })
      expect(await jobs.claim('one', null)).toBeNull()
      expect(await jobs.renew('a', 'one', 0.25)).toBe(true)
      expect(await jobs.read('a')).toMatchObject({ state: 'running', progress: 0.25 })
      expect(await jobs.finish('a', 'one', { state: 'done', result: { sum: 6 } }, later(1))).toBe(true)
      expect(await jobs.read('a')).toMatchObject({
        state: 'done',
        progress: 1,
        finishedAt: later(1),
        result: { sum: 6 }
      })
    })

    it('gives the same job to whoever asks the same, and its answer once it is done', async () => {
      await submit('a')
      expect(await submit('a', 1)).toMatchObject({ state: 'waiting', createdAt: at })
      await jobs.claim('one', null)
      expect(await submit('a', 2)).toMatchObject({ state: 'running' })
      await jobs.finish('a', 'one', { state: 'done', result: 6 }, at)
      expect(await submit('a', 3)).toMatchObject({ state: 'done', result: 6 })
    })

    it('begins anew with what failed or was cancelled', async () => {
      await submit('a')
      await jobs.claim('one', null)
      await jobs.finish('a', 'one', { state: 'failed', error: refused }, at)
      expect(await jobs.read('a')).toMatchObject({ state: 'failed', error: refused })
      expect(await submit('a', 1)).toMatchObject({ state: 'waiting', createdAt: later(1), error: null })
      expect(await jobs.cancel('a', at)).toMatchObject({ state: 'cancelled', error: { code: 'forecast/cancelled' } })
      expect(await submit('a', 2)).toMatchObject({ state: 'waiting', createdAt: later(2) })
    })

    it('hands out the oldest first, and of those named only', async () => {
      await submit('younger', 2)
      await submit('older', 1)
      await submit('own', 3)
      expect(await jobs.claim('one', [])).toBeNull()
      expect(await jobs.claim('one', ['own'])).toMatchObject({ job: { id: 'own' } })
      expect(await jobs.claim('one', null)).toMatchObject({ job: { id: 'older' } })
      expect(await jobs.claim('one', ['own', 'none'])).toBeNull()
    })

    it('refuses one more than may wait', async () => {
      for (const id of ['a', 'b', 'c']) await submit(id)
      expect(await jobs.submit(asked('d'), at)).toMatchObject({ ok: false, error: { code: 'forecast/busy' } })
      expect(await jobs.read('d')).toBeNull()
      expect(await submit('a')).toMatchObject({ state: 'waiting' })
      await jobs.claim('one', null)
      expect(await submit('d')).toMatchObject({ state: 'waiting' })
    })

    it('hands a job of a holder that fell silent to another, and tells the first', async () => {
      await submit('a')
      await jobs.claim('dead', null)
      if (kind === 'PostgreSQL') {
        expect(await jobs.claim('two', null)).toBeNull()
        await new Promise(resolve => setTimeout(resolve, 400))
      }
      expect(await jobs.claim('two', null)).toMatchObject({ job: { id: 'a' }, attempts: 2 })
      expect(await jobs.renew('a', 'dead', 0.5)).toBe(false)
      expect(await jobs.finish('a', 'dead', { state: 'done', result: 'late' }, at)).toBe(false)
      expect(await jobs.read('a')).toMatchObject({ state: 'running', result: null })
    })

    it('is given back what its holder leaves', async () => {
      await submit('a')
      await jobs.claim('one', null)
      await jobs.release('one')
      expect(await jobs.read('a')).toMatchObject({ state: 'waiting' })
      expect(await jobs.claim('two', null)).toMatchObject({ job: { id: 'a' } })
    })

    it('ends a job when the last who asked takes it back', async () => {
      await submit('a')
      await submit('a')
      await jobs.claim('one', null)
      expect(await jobs.cancel('a', at)).toMatchObject({ state: 'running' })
      expect(await jobs.renew('a', 'one', 0.5)).toBe(true)
      expect(await jobs.cancel('a', later(1))).toMatchObject({ state: 'cancelled', finishedAt: later(1) })
      expect(await jobs.renew('a', 'one', 0.6)).toBe(false)
      expect(await jobs.cancel('a', later(2))).toMatchObject({ state: 'cancelled', finishedAt: later(1) })
      expect(await jobs.cancel('none', at)).toBeNull()
    })

    it('forgets the oldest answers, and those that are many days old', async () => {
      const few = jobStore(opened.database, { mostKept: 2, daysKept: 1 })
      for (const [index, id] of ['a', 'b', 'c'].entries()) {
        await submit(id)
        await few.claim('one', null)
        await few.finish(id, 'one', { state: 'done', result: id }, later(index))
      }
      expect(await jobs.read('a')).toBeNull()
      expect(await jobs.read('c')).toMatchObject({ result: 'c' })
      await submit('d')
      await few.claim('one', null)
      await few.finish('d', 'one', { state: 'done', result: 'd' }, later(3 * 24 * 60))
      expect(await jobs.read('c')).toBeNull()
      expect(await jobs.read('d')).toMatchObject({ result: 'd' })
    })
  })
})
