import { randomBytes } from 'node:crypto'
import type { Instant } from '@frown/core/register'
import pg from 'pg'
import { type Database, openEmbedded, openServer } from '../platform/database.ts'
import { migrate } from '../platform/migrations/migrate.ts'

export const testNow = (): Instant => '2026-08-15T12:00:00.000Z' as Instant

/** An empty database on the test server, and what drops it. */
export async function temporaryServerDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const base = process.env.TEST_DATABASE_URL
  if (!base) throw new Error('TEST_DATABASE_URL names no server')
  const name = `frown_test_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: base })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await run(`create database ${name}`)
  const url = new URL(base)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database ${name} with (force)`) }
}

export interface TestDatabase {
  readonly database: Database
  readonly url: string | null
  drop(): Promise<void>
}

/** Both kinds of store; the server's only where there is one. */
export const databasesUnderTest: readonly { kind: string; skip: boolean; open: () => Promise<TestDatabase> }[] = [
  {
    kind: 'PGlite',
    skip: false,
    async open() {
      const database = await openEmbedded()
      return { database, url: null, drop: () => database.close() }
    }
  },
  {
    kind: 'PostgreSQL',
    skip: !process.env.TEST_DATABASE_URL,
    async open() {
      const { url, drop } = await temporaryServerDatabase()
      const database = await openServer(url)
      return {
        database,
        url,
        async drop() {
          await database.close()
          await drop()
        }
      }
    }
  }
]

export const migrated = async (opened: TestDatabase): Promise<TestDatabase> => {
  await migrate(opened.database, { backupDirectory: '/nonexistent', now: testNow, databaseUrl: opened.url })
  return opened
}
