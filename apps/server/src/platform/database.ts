/**
 * One face for both kinds of PostgreSQL: the embedded one (PGlite) and a server.
 *
 * The two drivers return int8, bytea, dates and timestamps differently; here they come out the same:
 * number (or an error beyond 2^53), Uint8Array, YYYY-MM-DD, and ISO 8601 in UTC with milliseconds.
 */
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import { Refusal } from './refusal.ts'
import type { Schema } from './schema.ts'

export type Stored = Kysely<Schema>

export interface Database {
  readonly kind: 'embedded' | 'server'
  readonly db: Stored
  /** Calls back after each NOTIFY on `channel`, and with `lost` once if the listening connection breaks. Returns what stops it. */
  listen(channel: string, onNotice: () => void, onLost: () => void): Promise<() => Promise<void>>
  /** Does `work` without a bound on how long a statement may take: what changes the schema. */
  unhurried<T>(work: () => Promise<T>): Promise<T>
  /** The embedded store as one compressed file; null for a server. */
  dump(): Promise<Uint8Array | null>
  close(): Promise<void>
}

const oid = { bytea: 17, int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184 } as const

const parsers: Record<number, (text: string) => unknown> = {
  [oid.bytea]: text => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  [oid.int8]: text => {
    const number = Number(text)
    if (!Number.isSafeInteger(number)) throw new RangeError(`int8 beyond 2^53: ${text}`)
    return number
  },
  [oid.date]: text => text,
  [oid.timestamp]: text => new Date(`${text.replace(' ', 'T')}Z`).toISOString(),
  [oid.timestamptz]: text => new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

/** The embedded store in `directory`; undefined: in memory. Refuses with store/unavailable when its files are broken. */
export async function openEmbedded(directory?: string): Promise<Database> {
  const lite = await openLite(directory)
  return {
    kind: 'embedded',
    db: new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) }),
    async listen(channel, onNotice) {
      return await lite.listen(channel, onNotice)
    },
    unhurried: work => work(),
    async dump() {
      await lite.exec('checkpoint')
      return new Uint8Array(await (await lite.dumpDataDir('gzip')).arrayBuffer())
    },
    async close() {
      if (!lite.closed) await lite.close()
    }
  }
}

async function openLite(directory: string | undefined): Promise<PGlite> {
  try {
    if (directory !== undefined) mkdirSync(directory, { recursive: true, mode: 0o700 })
    const lite = await PGlite.create({ ...(directory === undefined ? {} : { dataDir: directory }), parsers })
    await lite.exec("set timezone = 'UTC'")
    return lite
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Refusal(
      {
        code: 'store/unavailable',
        detail: `The embedded store cannot be opened (${why}).`,
        place: directory ?? 'memory',
        remedy: 'Put back a copy of it, or move it away: the next start makes a new one from the shipped register.'
      },
      { cause }
    )
  }
}

/** How long a server may take over one statement before it counts as frozen. */
const usualQueryMs = 15_000

/** The PostgreSQL server at `url`. Refuses with store/unavailable when it does not answer. */
export async function openServer(url: string, longestQueryMs = usualQueryMs): Promise<Database> {
  const settings: pg.PoolConfig = {
    connectionString: url,
    types: { getTypeParser: parserOf },
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 5_000
  }
  const patience = { longestQueryMs }
  const pool = new pg.Pool({ ...settings, max: 8 })
  pool.on('error', () => undefined)
  // A connection that breaks while a query is on it says so twice; the query's own rejection is the one that is heard.
  pool.on('connect', client => {
    client.on('error', () => undefined)
    breakWhenSilent(client as pg.Client, patience)
  })
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new Refusal(unavailable(url, cause), { cause })
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    kind: 'server',
    db,
    listen: (channel, onNotice, onLost) => listenOn(settings, channel, onNotice, onLost),
    async unhurried(work) {
      patience.longestQueryMs = Number.POSITIVE_INFINITY
      try {
        return await work()
      } finally {
        patience.longestQueryMs = longestQueryMs
      }
    },
    dump: async () => null,
    // A database that is frozen would be waited for without end.
    close: () => Promise.race([db.destroy(), sleep(longestCloseMs, undefined, { ref: false })])
  }
}

/**
 * Breaks the connection of `client` when a statement takes too long. Not a time-out of the statement alone: the
 * connection would go back into the pool in the middle of a transaction, and the next one would commit what was refused.
 */
function breakWhenSilent(client: pg.Client, patience: { longestQueryMs: number }): void {
  const { stream } = (client as unknown as { connection: { stream: { destroy(error: Error): void } } }).connection
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  client.query = ((...given: unknown[]) => {
    const { longestQueryMs } = patience
    const answered = query(...given)
    if (!Number.isFinite(longestQueryMs) || !(answered instanceof Promise)) return answered
    const timer = setTimeout(() => stream.destroy(new Error('Query read timeout')), longestQueryMs)
    timer.unref()
    return answered.finally(() => clearTimeout(timer))
  }) as typeof client.query
}

const longestListenMs = 5_000
const longestCloseMs = 3_000

async function listenOn(settings: pg.PoolConfig, channel: string, onNotice: () => void, onLost: () => void) {
  const client = new pg.Client({ ...settings, keepAlive: true, query_timeout: longestListenMs })
  let stopped = false
  const lose = () => {
    if (stopped) return
    stopped = true
    client.end().catch(() => undefined)
    onLost()
  }
  client.on('error', lose)
  client.on('end', lose)
  client.on('notification', onNotice)
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    stopped = true
    client.end().catch(() => undefined)
    throw error
  }
  return async () => {
    stopped = true
    await Promise.race([client.end(), sleep(longestCloseMs, undefined, { ref: false })])
  }
}

function parserOf(typeId: number, format?: 'text' | 'binary') {
  return (
    parsers[typeId] ??
    (format === 'binary' ? pg.types.getTypeParser(typeId, 'binary') : pg.types.getTypeParser(typeId, 'text'))
  )
}

/** Says which server, never with which password. */
function unavailable(url: string, cause: unknown) {
  const { host, pathname, searchParams } = new URL(url)
  const where = host || searchParams.get('host') || 'this machine'
  const why = cause instanceof Error && cause.message ? `: ${cause.message}` : ''
  return {
    code: 'store/unavailable',
    detail: `The database ${pathname.slice(1)} at ${where} cannot be reached${why}.`,
    place: 'DATABASE_URL',
    remedy: 'Start it or correct DATABASE_URL; without DATABASE_URL the embedded store is used.'
  } as const
}
