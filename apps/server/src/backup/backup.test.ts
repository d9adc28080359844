import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as giveWay } from 'node:timers/promises'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { checkpointInMemory, testKey, testLog } from '../log/test-log.fixture.ts'
import { openEmbedded } from '../platform/database.ts'
import { migrations } from '../platform/migrations/index.ts'
import { namedSystems } from '../register/claims.fixture.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { registerStore } from '../register/store.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { backupFolder, filled, rowsOf, tableNames } from './backup.fixture.ts'
import { verifySeal } from './backup-file.ts'
import { makeBackup } from './make-backup.ts'
import { restore } from './restore.ts'
import { leftOut, tablesOf } from './tables.ts'

let folder: string
let files = 0
const file = () => join(folder, `${++files}.backup`)
beforeAll(() => {
  folder = backupFolder()
})
afterAll(() => rmSync(folder, { recursive: true }))

const opened: TestDatabase[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.drop()
})
const openOf = async (kind: string) => {
  const made = await (databasesUnderTest.find(each => each.kind === kind) as (typeof databasesUnderTest)[number]).open()
  opened.push(made)
  return made
}
const now = testNow

const kinds = databasesUnderTest.map(({ kind, skip }) => ({ kind, skip }))
const pairs = kinds.flatMap(from => kinds.map(to => ({ from: from.kind, to: to.kind, skip: from.skip || to.skip })))

describe.each(pairs)('a backup of $from restored into $to', ({ from, to, skip }) => {
  it.skipIf(skip)('is the same register, whose log goes on', { timeout: 60_000 }, async () => {
    const source = await migrated(await openOf(from))
    await filled(source.database)
    const path = file()
    await makeBackup(source.database, path, { now })
    const target = await openOf(to)
    const before = await rowsOf(source.database.db)
    const restored = await restore(target.database, path, { keys: [testKey] })
    expect(await rowsOf(target.database.db)).toEqual(before)
    expect(restored).toMatchObject({
      madeAt: testNow(),
      step: Object.keys(migrations).at(-1),
      claims: before.claim?.length,
      entries: before.log_leaf?.length,
      rows: Object.values(before).flat().length
    })
    for (const table of leftOut) {
      if (table.startsWith('kysely')) continue
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(target.database.db)
      expect([table, rows]).toEqual([table, []])
    }
    const store = registerStore(target.database, testLog(target.database))
    expect(await store.append(namedSystems('after', 2))).toMatchObject({ ok: true })
    await sql`insert into account_event (account_id, what, at) values ('somebody', 'y', now())`.execute(
      target.database.db
    )
    await expect(sql`delete from claim`.execute(target.database.db)).rejects.toThrow('only grows')
  })
})

describe.each(kinds)('a backup of $kind', ({ kind, skip }) => {
  it.skipIf(skip)('is of one moment, while the register grows', { timeout: 60_000 }, async () => {
    const source = await migrated(await openOf(kind))
    const store = await filled(source.database)
    let isOver = false
    const growing = (async () => {
      // The embedded store in memory answers without ever giving way to what waits for a disk.
      for (let batch = 0; !isOver; batch++) {
        await store.append(namedSystems(`grown-${batch}`, 20))
        await giveWay()
      }
    })()
    const made: string[] = []
    for (let round = 0; round < 4; round++) {
      made.push(file())
      await makeBackup(source.database, made.at(-1) as string, { now })
    }
    isOver = true
    await growing
    const sizes: number[] = []
    for (const path of made) {
      const target = await openEmbedded()
      const { claims, entries } = await restore(target, path, { keys: [testKey] })
      expect(entries).toBe(claims)
      expect(await registerStore(target, testLog(target)).version()).toBe(claims)
      sizes.push(claims)
      await target.close()
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    expect(sizes.at(-1)).toBeGreaterThan(sizes[0] as number)
  })

  it.skipIf(skip)('of an older schema is brought forward', { timeout: 60_000 }, async () => {
    const source = await openOf(kind)
    const older = Object.fromEntries(Object.entries(migrations).slice(0, 2))
    await new Migrator({ db: source.database.db, provider: { getMigrations: async () => older } }).migrateToLatest()
    const newest = await migrated(await openOf('PGlite'))
    await filled(newest.database, true)
    for (const table of ['source', 'claim'])
      for (const row of (await rowsOf(newest.database.db))[table] ?? [])
        await sql`insert into ${sql.table(table)} select * from json_populate_record(null::${sql.table(table)}, ${row}::text::json)`.execute(
          source.database.db
        )
    const path = file()
    await makeBackup(source.database, path, { now })
    const target = await openEmbedded()
    expect(await restore(target, path)).toMatchObject({ step: '0002-forecast', claims: 3, entries: 0 })
    const store = registerStore(target, testLog(target))
    expect(await store.beginLog()).toEqual({ ok: true, value: 3 })
    await target.close()
  })

  it.skipIf(skip)('needs a register', { timeout: 60_000 }, async () => {
    const path = file()
    await expect(makeBackup((await openOf(kind)).database, path, { now })).rejects.toMatchObject({
      error: { code: 'backup/no-register' }
    })
    expect(readdirSync(folder).filter(name => name.includes('part'))).toEqual([])
    expect(existsSync(path)).toBe(false)
  })
})

describe('a backup', () => {
  let source: TestDatabase
  let path: string
  beforeAll(async () => {
    source = await migrated(await (databasesUnderTest[0] as (typeof databasesUnderTest)[number]).open())
    await filled(source.database)
    path = file()
    await makeBackup(source.database, path, { now })
  })
  afterAll(() => source.drop())

  it('is for its owner alone, and never in the place of another file', async () => {
    expect(statSync(path).mode & 0o777).toBe(0o600)
    await expect(makeBackup(source.database, path, { now })).rejects.toMatchObject({
      error: { code: 'input/invalid', place: path }
    })
  })

  it('holds no session, link, challenge, job, key or secret', async () => {
    const { gunzipSync } = await import('node:zlib')
    const { readFileSync } = await import('node:fs')
    const text = gunzipSync(readFileSync(path)).toString()
    for (const secret of ['session-token', 'digest":"digest', '"challenge"', 'PRIVATE', '"j1"'])
      expect(text).not.toContain(secret)
    expect(text).toContain('somebody@safe.example')
  })

  it('has every table but those left out', async () => {
    const held = (await tablesOf(source.database.db)).map(({ name }) => name)
    expect([...held, ...leftOut].sort()).toEqual(await tableNames(source.database.db))
    expect(held.indexOf('source')).toBeLessThan(held.indexOf('claim'))
    expect(held.indexOf('account')).toBeLessThan(held.indexOf('account_passkey'))
    expect(held.indexOf('log_checkpoint')).toBeLessThan(held.indexOf('log_cosignature'))
  })

  it('goes into nothing that holds something', async () => {
    const before = await rowsOf(source.database.db)
    await expect(restore(source.database, path)).rejects.toMatchObject({ error: { code: 'backup/not-empty' } })
    expect(await rowsOf(source.database.db)).toEqual(before)
  })

  it('older than what was signed since is refused', async () => {
    const remembered = checkpointInMemory()
    const later = await migrated(await openOf('PGlite'))
    const log = testLog(later.database, remembered)
    await registerStore(later.database, log).append(namedSystems('later', 400))
    const target = await openEmbedded()
    const shown = remembered.note
    expect(shown).not.toBeNull()
    await expect(restore(target, path, { keys: [testKey], remembered })).rejects.toMatchObject({
      error: { code: 'log/rolled-back' }
    })
    expect(await tableNames(target.db)).toEqual([])
    expect(remembered.note).toBe(shown)
    await target.close()
  })

  it('leaves nothing where it cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '')
    for (const place of [join(folder, 'file', 'x'), join(folder, 'none', 'x')])
      await expect(makeBackup(source.database, place, { now })).rejects.toMatchObject({ error: { place } })
  })

  it('is given to the operator alone', async () => {
    const app = createApp({
      store: memoryStore([]),
      now,
      operatorToken: 'operator',
      backup: { database: source.database, directory: join(folder, 'var') }
    })
    const ask = (authorization?: string) =>
      app.inject({ url: '/api/v1/backup', headers: authorization === undefined ? {} : { authorization } })
    for (const given of [undefined, 'Bearer operators', 'Basic operator'])
      expect((await ask(given)).json()).toMatchObject({ code: 'operator/required' })
    const answered = await ask('Bearer operator')
    expect(answered.headers).toMatchObject({
      'content-type': 'application/gzip',
      'content-length': String(answered.rawPayload.length),
      'cache-control': 'no-store'
    })
    expect(answered.headers['access-control-allow-origin']).toBeUndefined()
    const given = file()
    writeFileSync(given, answered.rawPayload)
    expect((await verifySeal(given)).rows).toBe((await verifySeal(path)).rows)
    expect(readdirSync(join(folder, 'var'))).toEqual([])
    await app.close()
  })
})
