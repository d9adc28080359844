/**
 * The server as a process: opens the store, listens, says where, and stops cleanly when told to.
 */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createApp } from './app.ts'
import { machineClock } from './clock.ts'
import { type OpenStore, openStore, timer } from './open-store.ts'
import { type Config, originOf, readConfig } from './platform/config.ts'
import { type Meters, meterState, openMeters } from './platform/meters.ts'
import { listenForMetrics } from './platform/metrics-listener.ts'
import { originHeaders } from './platform/mount-pages.ts'
import type { WebHandler } from './platform/page-cache.ts'
import { orRefuse, Refusal, sentenceOf } from './platform/refusal.ts'
import { meteredStore } from './register/metered-store.ts'
import { stopOnSignal } from './stop.ts'

const builtHandler = fileURLToPath(new URL('../../web/build/handler.js', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

async function serve(config: Config): Promise<void> {
  const started = timer()
  const pages = loadPages()
  pages.catch(() => undefined)
  const opened = await openStore(config, { now: machineClock, report: say, alwaysLock: true })
  let origin = config.origin
  try {
    const webHandler = await pages
    opened.accounts.secret()
    const meters = config.metrics && openMeters()
    const app = createApp({
      store: meters ? meteredStore(opened.store, meters.countAppend) : opened.store,
      now: machineClock,
      operatorToken: opened.lock?.operatorToken,
      webHandler,
      origin: () => origin,
      log: { ...opened.log, witnesses: config.witnesses },
      logger: { level: config.logLevel, now: machineClock },
      meters: meters ?? undefined,
      limits: config.limits,
      trustedProxies: config.trustedProxies,
      forecast: { ...opened.forecast, takesUp: true },
      accounts: opened.accounts,
      backup: { database: opened.database, directory: config.directory }
    })
    await app.listen({ port: config.port, host: config.host })
    const { port } = app.server.address() as AddressInfo
    const url = originOf(reachable(config.host), port)
    if (config.port === 0 && !process.env.ORIGIN) origin = originOf(config.host, port)
    const metrics = meters && (await tellMetrics(meters, config, opened))
    opened.lock?.publish(url)
    if (!webHandler) say('The pages are not built yet; npm start builds them.')
    say(`Frown is at ${url} (ready after ${started()}). Ctrl-C stops it.`)
    if (metrics) say(`Metrics are at ${originOf(metrics.host, metrics.port)}/metrics.`)
    stopOnSignal({
      app,
      async closeRest() {
        await metrics?.close()
        await opened.close()
      },
      say,
      complain
    })
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function loadPages(): Promise<WebHandler | undefined> {
  if (!existsSync(builtHandler)) return undefined
  process.env.PROTOCOL_HEADER = originHeaders.protocol
  process.env.HOST_HEADER = originHeaders.host
  const built = (await import(pathToFileURL(builtHandler).href)) as { handler: WebHandler }
  return built.handler
}

/** An address to go to: one that listens everywhere is reached here. */
const reachable = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host)

async function tellMetrics(meters: Meters, { metrics }: Config, { store, forecast }: OpenStore) {
  if (metrics === null) return null
  meterState(meters, { registerVersion: () => store.version(), jobs: () => forecast.jobs.count() })
  return { ...(await listenForMetrics(meters, metrics)), host: metrics.host }
}

function listenFault(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  if (error.code === 'EADDRINUSE')
    return `PORT: Another program listens there already (${error.message}). Give another, such as PORT=3001.`
  if (error.code === 'EACCES') return `PORT: This user may not listen there (${error.message}). Give a port above 1023.`
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST: This machine has no such address (${error.message}).`
  return null
}

const failure = (error: unknown): string =>
  `The program failed: ${error instanceof Error ? error.message : String(error)}. FROWN_TRACE=1 shows where.`

try {
  await serve(orRefuse(readConfig(process.env, process.cwd())))
} catch (error) {
  complain(error instanceof Refusal ? sentenceOf(error.error) : (listenFault(error) ?? failure(error)))
  if (process.env.FROWN_TRACE === '1' && error instanceof Error) complain(String(error.stack))
  process.exitCode = 1
}
