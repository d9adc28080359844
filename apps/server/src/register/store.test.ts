import type { Claim, ClaimId } from '@frown/core/register'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testLog } from '../log/test-log.fixture.ts'
import { namedSystems, systemClaim } from './claims.fixture.ts'
import { openLedger } from './ledger.ts'
import { type RegisterStore, registerStore } from './store.ts'
import { databasesUnderTest, migrated, type TestDatabase } from './stores.fixture.ts'

describe.each(databasesUnderTest)('the register on $kind', ({ skip, open }) => {
  describe.skipIf(skip)('append', () => {
    let opened: TestDatabase
    let store: RegisterStore
    beforeAll(async () => {
      opened = await migrated(await open())
      store = registerStore(opened.database, testLog(opened.database))
    }, 60_000)
    afterAll(() => opened.drop())

    const append = async (claims: Claim[]) => {
      const before = await store.version()
      const result = await store.append(claims)
      return { result, before, after: await store.version() }
    }

    it('gives back what was appended, in order and to the last digit', async () => {
      const compute = systemClaim('exact', 'trainingComputeFlop', 2.1000000000000003e25, {
        low: 1e-7,
        high: 1.7976931348623157e308
      })
      const claims = [
        systemClaim('exact', 'name', 'Ünïcode "quoted"\nline \u{1F600}'),
        compute,
        systemClaim('exact', 'domain', ['Language', 'Vision']),
        systemClaim('exact', 'frontierAtRelease', true),
        systemClaim('exact', 'trainingComputeFlop', null, {
          supersedes: compute.id,
          validFrom: '0999-12-31' as Claim['validFrom'],
          recordedAt: '2025-03-01T10:20:30.456Z' as Claim['recordedAt'],
          reply: null
        })
      ]
      const { result, before } = await append(claims)
      expect(result).toEqual({ ok: true, value: before + claims.length })
      expect(await store.readAfter(before)).toEqual(claims)
    })

    it('refuses a claim that is there already, and the whole append with it', async () => {
      const [first, second, third] = namedSystems('twice', 3) as [Claim, Claim, Claim]
      await append([first])
      const { result, before, after } = await append([second, first, third])
      expect(result).toMatchObject({ ok: false, error: { code: 'register/duplicate-claim', place: first.id } })
      expect(after).toBe(before)
    })

    it('refuses the same claim twice in one append', async () => {
      const [claim] = namedSystems('double', 1) as [Claim]
      const { result, before, after } = await append([claim, claim])
      expect(result).toMatchObject({ ok: false, error: { code: 'register/duplicate-claim' } })
      expect(after).toBe(before)
    })

    it.each([
      { why: 'a negative number', claim: systemClaim('bad', 'trainingComputeFlop', -1) },
      { why: 'NaN', claim: systemClaim('bad', 'trainingComputeFlop', Number.NaN) },
      { why: 'infinity', claim: systemClaim('bad', 'trainingComputeFlop', Number.POSITIVE_INFINITY) },
      { why: 'a day that is none', claim: systemClaim('bad', 'releasedOn', '2025-02-30') },
      { why: 'a prototype for an id', claim: systemClaim('__proto__', 'name', 'x') },
      {
        why: 'a claim that supersedes nothing known',
        claim: systemClaim('bad', 'name', 'x', { supersedes: 'f'.repeat(32) as ClaimId })
      }
    ])('refuses $why, and the whole append with it', async ({ claim }) => {
      const { result, before, after } = await append([...namedSystems('good', 1), claim])
      expect(result).toMatchObject({ ok: false, error: { code: 'register/invalid-claim' } })
      expect(after).toBe(before)
    })

    it('appends of a ledger only what is missing, and remembers it', async () => {
      const claims = namedSystems('missing', 4)
      await append(claims.slice(0, 1))
      expect(await store.hasLedger('a')).toBe(false)
      expect(await store.appendLedger('a', claims)).toEqual({ ok: true, value: 3 })
      expect(await store.hasLedger('a')).toBe(true)
      expect(await store.appendLedger('b', claims)).toEqual({ ok: true, value: 0 })
    })

    it('refuses an append worked out on an older version', async () => {
      const before = await store.version()
      expect(await store.append(namedSystems('late', 1), before - 1)).toMatchObject({
        ok: false,
        error: { code: 'store/changed' }
      })
      expect(await store.version()).toBe(before)
    })

    it('numbers entries from 1 without gaps, though appends run at once and some are refused', async () => {
      const batches = Array.from({ length: 8 }, (_, batch) => namedSystems(`at-once-${batch}`, 5))
      await Promise.all([...batches, ...batches].map(batch => store.append(batch)))
      const { rows } = await sql<{ entry: number }>`select entry from claim order by entry`.execute(opened.database.db)
      expect(rows.map(row => row.entry)).toEqual(rows.map((_, index) => index + 1))
      const all = await store.readAfter(0)
      for (const batch of batches) {
        const at = all.findIndex(claim => claim.id === batch[0]?.id)
        expect(all.slice(at, at + 5)).toEqual(batch)
      }
    })

    it.each([
      'update claim set value = value',
      'delete from claim',
      'delete from claim where false',
      'truncate claim cascade',
      'update source set title = title',
      'delete from source',
      'truncate source cascade'
    ])('refuses %s', async statement => {
      await expect(sql.raw(statement).execute(opened.database.db)).rejects.toThrow('only grows')
    })

    it.each([
      { why: 'names no source', source: 'none', supersedes: null },
      { why: 'supersedes nothing before it', source: null, supersedes: 'f'.repeat(32) }
    ])('refuses a row that $why, whoever writes it', async ({ source, supersedes }) => {
      const copy = sql`insert into claim
        select entry + 1, 'x', subject_kind, subject_id, property, value, low, high, confidence, valid_from, recorded_at,
          coalesce(${source}::text, source_id), status, ${supersedes}::text, reply
        from claim order by entry desc limit 1`
      await expect(copy.execute(opened.database.db)).rejects.toThrow('A claim')
    })

    it('is followed by a ledger in memory', async () => {
      const ledger = await openLedger(store)
      const { version } = ledger.current
      await append(namedSystems('news', 2))
      await expect.poll(() => ledger.current.version).toBe(version + 2)
      expect(ledger.current.claims).toEqual(await store.readAfter(0))
      await ledger.close()
    })
  })
})

describe.skipIf(!process.env.TEST_DATABASE_URL)('a ledger whose listening connection is lost', () => {
  it('asks the store until it can listen again', async () => {
    const opened = await migrated(await (databasesUnderTest[1] as (typeof databasesUnderTest)[number]).open())
    const store = registerStore(opened.database, testLog(opened.database))
    const ledger = await openLedger(store, 50)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
      opened.database.db
    )
    await store.append(namedSystems('after-loss', 1))
    await expect.poll(() => ledger.current.version, { timeout: 5_000 }).toBe(1)
    await expect
      .poll(async () => {
        const { rows } =
          await sql`select 1 from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
            opened.database.db
          )
        return rows.length
      })
      .toBe(1)
    await ledger.close()
    await opened.drop()
  }, 30_000)
})
