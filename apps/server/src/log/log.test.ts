import { formatSigningKey, leafHash, makeSigningKey, openCheckpoint, parseNote } from '@frown/crypto/log'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, migrated, type TestDatabase } from '../register/stores.fixture.ts'
import { type NewLeaf, newestCheckpoint, readLeaves } from './leaves.ts'
import { type Log, leafBytes, openLog } from './log.ts'
import { checkpointInMemory, testKey, testLog } from './test-log.fixture.ts'

const leaf = (text: string): NewLeaf => ({
  leaf: text,
  claim_id: null,
  salt: null,
  entered_by: null,
  entered_by_salt: null
})

describe.each(databasesUnderTest)('the log on $kind', ({ skip, open }) => {
  describe.skipIf(skip)('which', () => {
    let opened: TestDatabase
    const run = async (...statements: string[]) => {
      for (const statement of statements) await sql.raw(statement).execute(opened.database.db)
    }
    const tables = ['log_leaf', 'log_checkpoint']
    const guards = (set: 'enable' | 'disable') =>
      run(...tables.map(table => `alter table ${table} ${set} trigger user`))
    beforeAll(async () => {
      opened = await migrated(await open())
    }, 60_000)
    afterEach(async () => {
      await guards('disable')
      await run(...tables.map(table => `delete from ${table}`))
      await guards('enable')
    })
    afterAll(() => opened.drop())

    const append = async (log: Log, ...texts: string[]) => {
      await opened.database.db.transaction().execute(transaction => log.append(transaction, texts.map(leaf)))
      await log.follow()
    }

    it('signs what it appends, and another reader follows to the same root', async () => {
      const log = testLog(opened.database)
      await append(log, 'a', 'b', 'c')
      await append(log, 'd')
      const newest = await newestCheckpoint(opened.database.db)
      const checkpoint = openCheckpoint(newest?.note ?? '', [testKey])
      expect(checkpoint).toMatchObject({ ok: true, value: { origin: 'test.example/log', size: 4 } })
      const other = testLog(opened.database)
      await other.verify()
      expect(other.tree.size).toBe(4)
      expect(checkpoint.ok && checkpoint.value.root).toEqual(other.tree.root())
      expect((await readLeaves(opened.database.db, 1, 3)).map(row => row.leaf)).toEqual(['b', 'c'])
    })

    it('is as before when the transaction is rolled back', async () => {
      const log = testLog(opened.database)
      await append(log, 'a')
      await expect(
        opened.database.db.transaction().execute(async transaction => {
          await log.append(transaction, [leaf('b')])
          throw new Error('rolled back')
        })
      ).rejects.toThrow('rolled back')
      await append(log, 'c')
      expect(log.tree.hashes(0, 0, 2)).toEqual(
        new Uint8Array(Buffer.concat(['a', 'c'].map(text => leafHash(leafBytes(text)))))
      )
    })

    it('is appended to by two programs in turn', async () => {
      const [one, two] = [testLog(opened.database), testLog(opened.database)]
      await append(one, 'a')
      await append(two, 'b')
      await append(one, 'c')
      await two.follow()
      expect(two.tree.root()).toEqual(one.tree.root())
      expect(two.tree.size).toBe(3)
    })

    it('refuses to grow without its key', async () => {
      await append(testLog(opened.database), 'a')
      const reader = openLog(opened.database.db, { name: testKey.name, keys: [], remembered: null })
      await expect(append(reader, 'b')).rejects.toMatchObject({ error: { code: 'log/no-key' } })
      await reader.follow()
      expect(reader.tree.size).toBe(1)
    })

    it('signs with all of its keys while one follows another', async () => {
      const next = makeSigningKey(testKey.name, new Uint8Array(32).fill(9))
      const log = openLog(opened.database.db, { name: testKey.name, keys: [next, testKey], remembered: null })
      await append(testLog(opened.database), 'a')
      await append(log, 'b')
      const note = (await newestCheckpoint(opened.database.db))?.note ?? ''
      expect(parseNote(note)).toMatchObject({ ok: true, value: { signatures: [{ id: next.id }, { id: testKey.id }] } })
      for (const key of [next, testKey]) expect(openCheckpoint(note, [key]).ok).toBe(true)
    })

    describe('finds', () => {
      const changes: readonly { what: string; statements: [string, ...string[]]; code: string }[] = [
        {
          what: 'a leaf that was changed',
          statements: [`update log_leaf set leaf = 'x' where index = 1`],
          code: 'log/rolled-back'
        },
        { what: 'the last leaf gone', statements: ['delete from log_leaf where index = 2'], code: 'log/rolled-back' },
        {
          what: 'a leaf gone from the middle',
          statements: ['delete from log_leaf where index = 1'],
          code: 'log/broken'
        },
        {
          what: 'a leaf that nobody signed',
          statements: [`insert into log_leaf (index, leaf) values (3, 'x')`],
          code: 'log/broken'
        },
        { what: 'no checkpoint', statements: ['delete from log_checkpoint'], code: 'log/broken' },
        {
          what: 'an older state of all',
          statements: ['delete from log_leaf where index > 0', 'delete from log_checkpoint where size > 1'],
          code: 'log/rolled-back'
        }
      ]
      it.each(changes)(
        '$what, which the database itself refuses, if it was done all the same',
        async ({ statements, code }) => {
          const remembered = checkpointInMemory()
          const log = testLog(opened.database, remembered)
          await append(log, 'a')
          await append(log, 'b', 'c')
          if (!statements[0].startsWith('insert')) await expect(run(...statements)).rejects.toThrow(/refused/)
          await guards('disable')
          await run(...statements)
          await expect(testLog(opened.database, remembered).verify()).rejects.toMatchObject({ error: { code } })
          await expect(append(testLog(opened.database, remembered), 'd')).rejects.toMatchObject({ error: { code } })
        }
      )

      it('another history that was signed with the same key, by what is remembered', async () => {
        const remembered = checkpointInMemory()
        await append(testLog(opened.database, remembered), 'a', 'b')
        const before = remembered.note
        const other = await migrated(await open())
        await other.database.db
          .transaction()
          .execute(transaction => testLog(other.database).append(transaction, ['a', 'x', 'c'].map(leaf)))
        await expect(testLog(other.database, remembered).verify()).rejects.toMatchObject({
          error: { code: 'log/rolled-back', detail: expect.stringContaining('remembers') }
        })
        expect(remembered.note).toBe(before)
        await other.drop()
      })

      it('a checkpoint that another key signed', async () => {
        await append(testLog(opened.database), 'a')
        const thief = makeSigningKey(testKey.name, new Uint8Array(32).fill(1))
        const log = openLog(opened.database.db, { name: testKey.name, keys: [thief], remembered: null })
        await expect(log.verify()).rejects.toMatchObject({ error: { code: 'log/broken' } })
        expect(formatSigningKey(thief)).not.toBe(formatSigningKey(testKey))
      })
    })
  })
})
