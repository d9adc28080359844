import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testKey } from '../log/test-log.fixture.ts'
import { type Database, openEmbedded } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { backupFolder, filled, forged, tableNames } from './backup.fixture.ts'
import { verifySeal } from './backup-file.ts'
import { makeBackup } from './make-backup.ts'
import { restore } from './restore.ts'

let folder: string
let source: TestDatabase
let target: Database
let path: string
let bytes: Buffer
beforeAll(async () => {
  folder = backupFolder()
  source = await migrated(await (databasesUnderTest[0] as (typeof databasesUnderTest)[number]).open())
  await filled(source.database, true)
  path = join(folder, 'whole.backup')
  await makeBackup(source.database, path, { now: testNow })
  bytes = readFileSync(path)
  target = await openEmbedded()
})
afterAll(async () => {
  await source.drop()
  await target.close()
  rmSync(folder, { recursive: true })
})

const broken = () => join(folder, 'broken.backup')

/** The code with which restoring `content` is refused, nothing being changed. */
async function refusalOf(content: Buffer | string): Promise<string> {
  const given = typeof content === 'string' ? content : broken()
  if (typeof content !== 'string') writeFileSync(given, content)
  const thrown = await restore(target, given, { keys: [testKey] }).then(
    () => null,
    (error: unknown) => error
  )
  expect(await tableNames(target.db)).toEqual([])
  if (!(thrown instanceof Refusal)) throw thrown ?? new Error('It was restored.')
  return thrown.error.code
}

describe('a backup that was changed', () => {
  it('is refused for any byte, and changes nothing', async () => {
    const count = (length: number) => Array.from({ length }, (_, at) => at)
    const ends = [...count(40), ...count(400).map(back => bytes.length - 1 - back)]
    for (const at of ends) expect([at, await sealHolds(at, 0xff)]).toEqual([at, false])
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        expect(await sealHolds(at, flip)).toBe(false)
      }),
      { numRuns: 1_000 }
    )
    const flipped = Buffer.from(bytes)
    flipped[100] = (flipped[100] as number) ^ 1
    expect(await refusalOf(flipped)).toBe('backup/malformed-file')
  })

  const sealHolds = async (at: number, flip: number): Promise<boolean> => {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] as number) ^ flip
    writeFileSync(broken(), flipped)
    return verifySeal(broken()).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.error.code === 'backup/malformed-file') return false
        throw error
      }
    )
  }

  it('is refused cut short anywhere, and with anything behind it', async () => {
    for (const length of [0, 1, 4, 9, 10, 11, 23, bytes.length >> 1, bytes.length - 200, bytes.length - 1])
      expect([length, await refusalOf(bytes.subarray(0, length))]).toEqual([length, 'backup/malformed-file'])
    for (const more of [Buffer.from([0]), bytes, Buffer.alloc(1_000)])
      expect(await refusalOf(Buffer.concat([bytes, more]))).toBe('backup/malformed-file')
  })

  it('is refused packed anew', async () => {
    expect(await refusalOf(gzipSync(gunzipSync(bytes)))).toBe('backup/malformed-file')
  })
})

const swap = (from: string | RegExp, to: string) => (lines: string[]) => {
  const at = lines.findIndex(
    (line, index) => index > 0 && (typeof from === 'string' ? line.includes(from) : from.test(line))
  )
  if (at < 0) throw new Error(`No line has ${from}.`)
  return lines.with(at, (lines[at] as string).replace(from, to))
}
const header = (change: (header: Record<string, unknown>) => object) => (lines: string[]) =>
  lines.with(0, JSON.stringify(change(JSON.parse(lines[0] as string))))

describe('a backup with a seal that holds and other content', () => {
  it.each([
    { why: 'no lines', change: () => [], code: 'backup/malformed-file' },
    {
      why: 'a first line that is no JSON',
      change: (lines: string[]) => lines.with(0, '{'),
      code: 'backup/malformed-file'
    },
    { why: 'a first line of something else', change: header(() => ({ a: 1 })), code: 'backup/malformed-file' },
    { why: 'a format to come', change: header(it => ({ ...it, format: 2 })), code: 'backup/newer-schema' },
    { why: 'a step to come', change: header(it => ({ ...it, step: '0999-later' })), code: 'backup/newer-schema' },
    {
      why: 'a step of a prototype',
      change: header(it => ({ ...it, step: 'constructor' })),
      code: 'backup/malformed-file'
    },
    {
      why: 'an earlier step than its tables',
      change: header(it => ({ ...it, step: '0001-register' })),
      code: 'backup/malformed-file'
    },
    { why: 'more in its first line', change: header(it => ({ ...it, more: 1 })), code: 'backup/malformed-file' },
    {
      why: 'a table that is not one',
      change: header(it => ({ ...it, tables: [...(it.tables as object[]), { name: 'pg_class', columns: ['oid'] }] })),
      code: 'backup/malformed-file'
    },
    {
      why: 'rows of another table',
      change: swap('{"table":"claim"', '{"table":"kysely_migration"'),
      code: 'backup/malformed-file'
    },
    {
      why: 'rows of a session',
      change: (lines: string[]) => [...lines, '{"table":"account_session","row":{"id":"x"}}'],
      code: 'backup/malformed-file'
    },
    {
      why: 'tables out of order',
      change: ([first = '', ...rows]: string[]) => [first, ...rows.reverse()],
      code: 'backup/malformed-file'
    },
    { why: 'a row that is no JSON', change: swap('"row":{"entry":', '"row":{"entry"'), code: 'backup/malformed-file' },
    { why: 'a row that is a list', change: swap(/"row":\{.*\}\}$/, '"row":[1]}'), code: 'backup/malformed-file' },
    {
      why: 'a key of a prototype',
      change: swap('"row":{', '"row":{"__proto__":{"x":1},'),
      code: 'backup/malformed-file'
    },
    { why: 'a key too many', change: swap('"row":{', '"row":{"constructor":1,'), code: 'backup/malformed-file' },
    { why: 'a key too few', change: swap(/"reply":null\}\}$/, '"extra":null}}'), code: 'backup/malformed-file' },
    {
      why: 'a value of another kind',
      change: swap(/"row":\{"entry":1,/, '"row":{"entry":"one",'),
      code: 'backup/malformed-file'
    },
    { why: 'an entry twice', change: swap(/"row":\{"entry":2,/, '"row":{"entry":1,'), code: 'backup/malformed-file' },
    {
      why: 'a role that is none',
      change: swap('"role":"spokesperson"', '"role":"emperor"'),
      code: 'backup/malformed-file'
    },
    {
      why: 'a source less',
      change: (lines: string[]) => lines.filter(line => !line.startsWith('{"table":"source"')),
      code: 'backup/malformed-file'
    },
    { why: 'a claim that says something else', change: swap('kept 2', 'kept 9'), code: 'log/broken' },
    {
      why: 'a claim and its leaf less',
      change: (lines: string[]) => lines.filter(line => !/"(entry":3|index":2),/.test(line)),
      code: 'log/broken'
    },
    { why: 'a claim less', change: (lines: string[]) => lines.slice(0, -1), code: 'log/broken' },
    {
      why: 'a leaf that says something else',
      change: swap(/(\\"id\\":\\")([0-9a-f])/, '$1x'),
      code: 'log/rolled-back'
    },
    {
      why: 'a checkpoint that nobody signed',
      change: swap(/"note":"[^"]*"/, '"note":"test.example/log\\n3\\nAAAA\\n"'),
      code: 'log/broken'
    },
    { why: 'a checkpoint of another root', change: swap(/(\\n3\\n)(....)/, '$1AAAA'), code: 'log/broken' }
  ])('is refused and changes nothing: $why', async ({ change, code }) => {
    expect(await refusalOf(await forged(path, join(folder, 'forged.backup'), change))).toBe(code)
  })

  it('is refused when it says that it has more rows', async () => {
    expect(await refusalOf(await forged(path, join(folder, 'forged.backup'), lines => lines, 7))).toBe(
      'backup/malformed-file'
    )
  })

  it.each([
    {
      why: 'one endless line',
      lines: (first: string) => [first, `{"table":"claim","row":{"a":"${'x'.repeat(20_000_000)}"}}`]
    },
    {
      why: 'many lines that pack to nothing',
      lines: (first: string) => [first, ...Array(200_000).fill('x'.repeat(200))]
    }
  ])('is refused before it bursts: $why', { timeout: 60_000 }, async ({ lines }) => {
    const bomb = await forged(path, join(folder, 'bomb.backup'), ([first = '']) => lines(first))
    expect(await refusalOf(bomb)).toBe('backup/malformed-file')
  })

  it('is restored when nothing was changed', async () => {
    const given = await forged(path, join(folder, 'forged.backup'), lines => lines)
    const fresh = await openEmbedded()
    expect(await restore(fresh, given, { keys: [testKey] })).toMatchObject({ claims: 3 })
    await fresh.close()
  })
})
