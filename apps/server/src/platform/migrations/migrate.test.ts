import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testLog } from '../../log/test-log.fixture.ts'
import { namedSystems } from '../../register/claims.fixture.ts'
import { registerStore } from '../../register/store.ts'
import { databasesUnderTest, type TestDatabase, testNow } from '../../register/stores.fixture.ts'
import { openServer } from '../database.ts'
import { backUp } from './backup.ts'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

const addNote: Migration = {
  async up(db) {
    await sql`create table note (text text)`.execute(db)
  }
}
const later = { ...migrations, '9999-note': addNote }

describe.each(databasesUnderTest)('migrations on $kind', ({ kind, skip, open }) => {
  describe.skipIf(skip)('one after another', () => {
    let opened: TestDatabase
    let directory: string
    beforeAll(async () => {
      opened = await open()
      directory = mkdtempSync(join(tmpdir(), 'frown-migrate-'))
    }, 60_000)
    afterAll(async () => {
      await opened.drop()
      rmSync(directory, { recursive: true })
    })
    const run = (steps: Record<string, Migration>, database = opened.database) =>
      migrate(database, { backupDirectory: join(directory, 'backups'), now: testNow, databaseUrl: opened.url, steps })

    it('make a new store without a backup', async () => {
      expect(await run(migrations)).toEqual({ steps: Object.keys(migrations), backup: null })
      expect(existsSync(join(directory, 'backups'))).toBe(false)
    })

    it('do nothing the second time', async () => {
      expect(await run(migrations)).toEqual({ steps: [], backup: null })
    })

    it('leave a store that they cannot finish as it was', async () => {
      const broken: Migration = {
        async up(db) {
          await sql`create table half (text text)`.execute(db)
          throw new Error('midway')
        }
      }
      await expect(run({ ...migrations, '9998-broken': broken })).rejects.toThrow('midway')
      const { rows } = await sql<{ found: boolean }>`select to_regclass('half') is not null as found`.execute(
        opened.database.db
      )
      expect(rows).toEqual([{ found: false }])
      expect(await run(migrations)).toEqual({ steps: [], backup: null })
      rmSync(join(directory, 'backups'), { recursive: true })
    })

    it('go forward after a backup that they name and that holds every claim', async () => {
      const claims = namedSystems('kept', 3)
      await registerStore(opened.database, testLog(opened.database)).append(claims)
      const { steps, backup } = await run(later)
      expect(steps).toEqual(['9999-note'])
      if (backup === null) throw new Error('no backup')
      expect(await namesIn(backup)).toEqual(claims.map(claim => claim.value))
      expect(await registerStore(opened.database, testLog(opened.database)).readAfter(0)).toEqual(claims)
    })

    it('refuse a store of a newer program and change nothing', async () => {
      await expect(run(migrations)).rejects.toMatchObject({ error: { code: 'store/newer-schema' } })
    })

    if (kind === 'PGlite') return

    it('write every row as lines where pg_dump is not installed', async () => {
      vi.stubEnv('PATH', '/nonexistent')
      const backup = await backUp(opened.database, {
        backupDirectory: directory,
        now: testNow,
        databaseUrl: opened.url
      })
      vi.unstubAllEnvs()
      expect(backup).toMatch(/\.ndjson\.gz$/)
      expect(await namesIn(backup)).toEqual(['kept 1', 'kept 2', 'kept 3'])
    })

    it('run once though two programs start at once', async () => {
      const other = await openServer(opened.url as string)
      const third = {
        ...later,
        '9999-other': {
          up: async db => void (await sql`create table more (text text)`.execute(db))
        } satisfies Migration
      }
      const reports = await Promise.all([run(third), run(third, other).catch(error => error)])
      await other.close()
      expect(reports.flatMap(report => ('steps' in report ? report.steps : report))).toEqual(['9999-other'])
    })
  })
})

/** Names of systems in a backup, whichever of its three forms it has. */
async function namesIn(path: string): Promise<unknown[]> {
  const file = readFileSync(path)
  if (path.endsWith('.pglite.tar.gz')) {
    const lite = await PGlite.create({ loadDataDir: new Blob([file], { type: 'application/gzip' }) })
    const { rows } = await lite.query<{ value: string }>('select value from claim order by entry')
    await lite.close()
    return rows.map(row => JSON.parse(row.value))
  }
  if (path.endsWith('.ndjson.gz'))
    return gunzipSync(file)
      .toString()
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ table }) => table === 'claim')
      .map(({ row }) => JSON.parse(row.value))
  const restored = spawnSync('pg_restore', ['--data-only', '--table=claim', '--file=-', path], { encoding: 'utf8' })
  return [...restored.stdout.matchAll(/\t"(kept \d)"\t/g)].map(found => found[1])
}
