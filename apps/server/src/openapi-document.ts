import { parseInstant } from '@frown/core/register'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createApp } from './app.ts'
import { openLog } from './log/log.ts'
import type { Schema } from './platform/schema.ts'

/** The API's OpenAPI 3.1 document, made from the routes; needs no store. */
export async function openApiDocument(): Promise<object> {
  const now = parseInstant('2026-01-01')
  if (now === undefined) throw new Error('a day that is one')
  const empty = {
    kind: 'embedded' as const,
    version: async () => 0,
    readAfter: async () => [],
    erasures: async () => 0,
    watch: async () => async () => undefined
  }
  const refuse = async () => {
    throw new Error('nothing is done to describe the API')
  }
  const db = emptyDatabase()
  const app = createApp({
    store: {
      ...empty,
      append: refuse,
      erase: refuse,
      beginLog: refuse,
      hasLedger: refuse,
      appendLedger: refuse,
      close: async () => undefined
    },
    now: () => now,
    log: {
      log: openLog(db, { name: 'log', keys: [], remembered: null }),
      db,
      witnesses: []
    },
    forecast: {
      jobs: {
        kind: 'embedded',
        submit: refuse,
        read: refuse,
        cancel: refuse,
        claim: refuse,
        renew: refuse,
        finish: refuse,
        release: async () => undefined,
        count: refuse
      },
      sharing: null,
      threads: 1
    },
    accounts: { db, secret: () => '', mail: null },
    backup: {
      database: {
        kind: 'embedded',
        db,
        listen: refuse,
        dump: refuse,
        unhurried: work => work(),
        close: async () => undefined
      },
      directory: ''
    }
  })
  try {
    return (await app.inject('/api/v1/openapi.json')).json()
  } finally {
    await app.close()
  }
}

/** Takes every statement and holds nothing. */
const emptyDatabase = () =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler()
    }
  })
