/**
 * Opens the register for use: lock, store, schema, shipped claims, in this order, saying what takes time.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Instant } from '@frown/core/register'
import type { AccountsOptions } from './account/accounts.ts'
import { mailer } from './account/mail.ts'
import { cookieSecret } from './account/secret.ts'
import { chunkStore } from './forecast/chunk-store.ts'
import type { ForecastStore } from './forecast/engine.ts'
import { jobStore } from './forecast/job-store.ts'
import { openDirectoryLog } from './log/directory-log.ts'
import type { Log } from './log/log.ts'
import type { Config } from './platform/config.ts'
import { type Database, openEmbedded, openServer, type Stored } from './platform/database.ts'
import { type InstanceLock, takeLock } from './platform/instance-lock.ts'
import { migrate } from './platform/migrations/migrate.ts'
import { orRefuse, Refusal } from './platform/refusal.ts'
import { firstUnlogged } from './register/check-log.ts'
import { fill } from './register/fill.ts'
import { type RegisterStore, registerStore } from './register/store.ts'

export interface OpenOptions {
  readonly now: () => Instant
  /** Is told in short lines what is being done. */
  readonly report?: (line: string) => void
  /** Whether to hold the directory's lock although the store is a server: what listens does. */
  readonly alwaysLock?: boolean
  /** The ledger to fill from; null: none. */
  readonly ledgerDirectory?: string | null
}

export interface OpenStore {
  readonly database: Database
  readonly store: RegisterStore
  readonly log: OpenedLog
  readonly forecast: ForecastStore
  readonly accounts: AccountsOptions
  /** null: a command on a server's store, which needs none. */
  readonly lock: InstanceLock | null
  close(): Promise<void>
}

/** The log, and the rows that it is served from. */
export interface OpenedLog {
  readonly log: Log
  readonly db: Stored
}

const shippedLedger = fileURLToPath(new URL('../../../data/register/', import.meta.url))

/** Refusals: store/in-use, store/unavailable, store/newer-schema, log/rolled-back, log/broken, log/no-key. */
export async function openStore(config: Config, options: OpenOptions): Promise<OpenStore> {
  const { now, report = () => undefined, ledgerDirectory = shippedLedger } = options
  const { databaseUrl, directory } = config
  const lock = databaseUrl === null || options.alwaysLock ? orRefuse(takeLock(directory, now())) : null
  let database: Database | null = null
  try {
    const opened = timer()
    database = databaseUrl === null ? await openEmbedded(join(directory, 'store')) : await openServer(databaseUrl)
    report(
      databaseUrl === null
        ? `Opened the embedded store in ${directory} (${opened()}). It survives a stopped program, not a power cut.`
        : `Opened the database (${opened()}).`
    )
    const migrated = timer()
    const changing = database
    const { steps, backup } = await changing.unhurried(() =>
      migrate(changing, { backupDirectory: join(directory, 'backups'), databaseUrl, now })
    )
    if (backup !== null) report(`Copied the store to ${backup} before changing its schema.`)
    if (steps.length > 0) report(`Brought the schema to ${steps.at(-1)} (${migrated()}).`)
    const log = await openDirectoryLog(database.db, {
      directory,
      newName: config.logName ?? `localhost/log-${randomBytes(4).toString('hex')}`,
      mayBegin: ledgerDirectory !== null,
      report
    })
    const store = registerStore(database, log)
    if (ledgerDirectory !== null) {
      const begun = timer()
      const logged = orRefuse(await store.beginLog())
      if (logged > 0) report(`Began the log with ${logged} claims (${begun()}).`)
      const filled = timer()
      const added = await fill(store, ledgerDirectory)
      if (added > 0) report(`Added ${added} claims of the shipped register (${filled()}).`)
    }
    if (options.alwaysLock) await verify(database.db, log, store)
    return {
      database,
      store,
      log: { log, db: database.db },
      forecast: forecastStore(database, config),
      accounts: accountsIn(database, config),
      lock,
      close: closing(database, lock)
    }
  } catch (error) {
    await closing(database, lock)()
    throw error
  }
}

const forecastStore = (database: Database, { databaseUrl, threads }: Config): ForecastStore => ({
  jobs: jobStore(database),
  sharing: databaseUrl === null ? null : { chunks: chunkStore(database), url: databaseUrl },
  threads
})

const accountsIn = ({ db }: Database, { directory, authSecret, mail }: Config): AccountsOptions => ({
  db,
  secret: () => authSecret ?? cookieSecret(directory),
  mail: mail && mailer(mail)
})

/** What is served to others was signed, and nothing of it was changed since. */
async function verify(db: Stored, log: Log, store: RegisterStore): Promise<void> {
  await log.verify()
  const unlogged = await firstUnlogged(db, await store.readAfter(0))
  if (unlogged) throw new Refusal(unlogged)
}

const closing = (database: Database | null, lock: InstanceLock | null) => async () => {
  try {
    await database?.close()
  } finally {
    lock?.release()
  }
}

/** Says how long it has been since. */
export function timer(): () => string {
  const start = performance.now()
  return () => {
    const ms = performance.now() - start
    return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`
  }
}
