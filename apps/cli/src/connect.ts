/**
 * Which register is asked? A server that runs on FROWN_DIR, over HTTP; otherwise the store itself, through the same
 * API in this process. The server's code is loaded only when a command runs.
 */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Config, LockContent } from '@frown/server'
import { type Api, makeApi } from './api/client.ts'
import { whileSaying, writeNote } from './output.ts'
import { Refusal, refusedWith } from './refusal.ts'

const longestAnswerMs = 120_000
/** Another command holds the store for as long as it runs, which is worth waiting for. */
const longestWaitMs = 60_000
const waitStepMs = 100

/** A request of any address of the server, whether it is here or behind a socket. */
export type Ask = (request: Request) => Promise<Response>

interface Connection {
  readonly api: Api
  readonly ask: Ask
  readonly close: () => Promise<void>
}

/** Does `work` with the API and closes what was opened for it. */
export const withApi = (work: (api: Api) => Promise<void>): Promise<void> => withServer(({ api }) => work(api))

/** As `withApi`, for what is not of the API too. */
export async function withServer<T>(work: (server: Pick<Connection, 'api' | 'ask'>) => Promise<T>): Promise<T> {
  const connection = await connect()
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}

async function connect(): Promise<Connection> {
  const { orRefuse, readConfig, readLock } = await import('@frown/server')
  const config = orRefuse(readConfig(process.env, process.cwd()))
  if (config.databaseUrl !== null) return openHere(config)
  return whileSaying('Opening the register', openFree(config, readLock))
}

/** Over HTTP once somebody serves, here once nobody holds the store. */
async function openFree(config: Config, readLock: (directory: string) => LockContent | null): Promise<Connection> {
  const giveUpAt = Date.now() + longestWaitMs
  for (;;) {
    const holder = readLock(config.directory)
    if (holder !== null && holder.url !== null) return overHttp(holder, holder.url)
    try {
      return await openHere(config)
    } catch (thrown) {
      if (refusedWith(thrown)?.code !== 'store/in-use' || Date.now() > giveUpAt) throw thrown
    }
    await sleep(waitStepMs)
  }
}

function overHttp(holder: LockContent, url: string): Connection {
  const ask: Ask = async given => {
    const { pathname, search } = new URL(given.url)
    const request = new Request(`${url}${pathname}${search}`, given)
    try {
      return await fetch(request, { signal: AbortSignal.timeout(longestAnswerMs) })
    } catch {
      throw new Refusal({
        code: 'store/unavailable',
        detail: `The server at ${url} (process ${holder.pid}) does not answer`,
        remedy: 'Look what it says, or stop it: without it the command opens the store itself'
      })
    }
  }
  return { api: makeApi(url, ask, holder.operatorToken), ask, close: async () => undefined }
}

async function openHere(config: Config): Promise<Connection> {
  const { createApp, machineClock, openStore } = await import('@frown/server')
  const store = await openStore(config, { now: machineClock, report: reporter(config) })
  const operatorToken = store.lock?.operatorToken ?? randomUUID()
  const app = createApp({
    store: store.store,
    log: { ...store.log, witnesses: config.witnesses },
    now: machineClock,
    operatorToken,
    origin: config.origin,
    forecast: store.forecast,
    accounts: store.accounts
  })
  await app.ready()
  return {
    api: makeApi('http://localhost', app.frownApi, operatorToken),
    ask: app.frownApi,
    close: async () => {
      await app.close()
      await store.close()
    }
  }
}

/** Says what is done to a store, but not that it is opened, which is what is told first and each time. */
function reporter({ databaseUrl, directory }: Config): (line: string) => void {
  const isNew = databaseUrl === null && !existsSync(join(directory, 'store'))
  let lines = 0
  return line => {
    lines++
    if (isNew && lines === 1) {
      writeNote(`Filling a new store in ${directory} from the shipped register. This takes some seconds, once.`)
    }
    if (!isNew && lines > 1) writeNote(line)
  }
}
