/**
 * Where does this server listen and keep its data? The environment says; nothing else is read.
 */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Directory of the lock, the embedded store and the backups. */
  readonly directory: string
  /** null: the embedded store in `directory`. */
  readonly databaseUrl: string | null
  /** The address under which readers see this server, without a slash at its end. */
  readonly origin: string
  /** How many threads forecasts are computed on. */
  readonly threads: number
}

const mostThreads = 256

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration in `environment`, relative paths resolved against `cwd`. Error: input/invalid, naming the variable. */
export function readConfig(environment: Environment, cwd: string): Result<Config> {
  const text = (name: string) => environment[name]?.trim() || undefined
  const portText = text('PORT') ?? '3000'
  const port = Number(portText)
  if (!/^\d{1,5}$/.test(portText) || port > 65_535)
    return refuse('PORT', `"${portText}" is not a port.`, 'Give a whole number from 0 to 65535, such as PORT=3000.')
  const host = text('HOST') ?? '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host))
    return refuse(
      'HOST',
      `"${host}" is not an address to listen on.`,
      'Give a host name or an address, such as HOST=127.0.0.1.'
    )
  const databaseUrl = text('DATABASE_URL') ?? null
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl))
    return refuse(
      'DATABASE_URL',
      'This is not the address of a PostgreSQL database.',
      'Give one such as postgres://user:password@127.0.0.1:5432/frown, or unset it for the embedded store.'
    )
  const originText = text('ORIGIN') ?? originOf(host, port)
  const origin = httpOrigin(originText)
  if (origin === null)
    return refuse(
      'ORIGIN',
      `"${originText}" is not an origin.`,
      'Give the address that readers use, such as https://frown.example.'
    )
  const threadsText = text('FROWN_THREADS') ?? String(Math.min(availableParallelism(), mostThreads))
  const threads = Number(threadsText)
  if (!/^\d{1,3}$/.test(threadsText) || threads < 1 || threads > mostThreads)
    return refuse(
      'FROWN_THREADS',
      `"${threadsText}" is not a number of threads.`,
      `Give a whole number from 1 to ${mostThreads}, or unset it for as many as the machine has processors.`
    )
  return ok({ host, port, directory: resolve(cwd, text('FROWN_DIR') ?? 'var'), databaseUrl, origin, threads })
}

export const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function refuse(place: string, detail: string, remedy: string): { ok: false; error: FrownError } {
  return fail({ code: 'input/invalid', detail, place, remedy })
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1
}

function httpOrigin(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : null
}
