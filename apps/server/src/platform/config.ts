/**
 * Where does this server listen and keep its data? The environment says; nothing else is read.
 */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'
import { parseVerifierKey, type VerifierKey } from '@frown/crypto/log'
import {
  type Limits,
  type LogLevel,
  logLevels,
  readLimits,
  readLogLevel,
  readTrustedProxies,
  usualLimits
} from './settings.ts'

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
  readonly logLevel: LogLevel
  /** Where metrics are told; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** Whose word counts on where a request comes from. */
  readonly trustedProxies: readonly string[]
  /** null: none. */
  readonly limits: Limits | null
  /** What the log is called when it begins, ever after the same; null: a name of this store's own. */
  readonly logName: string | null
  /** Whose cosignatures of the log are kept and shown. */
  readonly witnesses: readonly VerifierKey[]
  /** What signs the cookies; null: a file in `directory`. */
  readonly authSecret: string | null
  /** How one-time links are mailed; null: they are not. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
}

const mostThreads = 256
const shortestSecret = 32

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration in `environment`, relative paths resolved against `cwd`. Error: input/invalid, naming the variable. */
export function readConfig(environment: Environment, cwd: string): Result<Config> {
  const text = (name: string) => environment[name]?.trim() || undefined
  const portText = text('PORT') ?? '3000'
  const port = portOf(portText)
  if (port === null) return refuse('PORT', `"${portText}" is not a port.`, wantedPort('PORT=3000'))
  const host = text('HOST') ?? '127.0.0.1'
  if (!isHost(host)) return refuse('HOST', `"${host}" is not an address to listen on.`, wantedHost('HOST'))
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
  const logText = text('LOG_LEVEL') ?? 'warn'
  const logLevel = readLogLevel(logText)
  if (logLevel === null)
    return refuse('LOG_LEVEL', `"${logText}" is not a level of the log.`, `Give one of ${logLevels.join(', ')}.`)
  const metricsPortText = text('METRICS_PORT')
  const metricsPort = metricsPortText === undefined ? null : portOf(metricsPortText)
  if (metricsPortText !== undefined && metricsPort === null)
    return refuse('METRICS_PORT', `"${metricsPortText}" is not a port.`, wantedPort('METRICS_PORT=9464'))
  const metricsHost = text('METRICS_HOST') ?? '127.0.0.1'
  if (!isHost(metricsHost))
    return refuse('METRICS_HOST', `"${metricsHost}" is not an address to listen on.`, wantedHost('METRICS_HOST'))
  const proxiesText = text('FROWN_TRUSTED_PROXIES')
  const trustedProxies = proxiesText === undefined ? [] : readTrustedProxies(proxiesText)
  if (trustedProxies === null)
    return refuse(
      'FROWN_TRUSTED_PROXIES',
      `"${proxiesText}" is not a list of addresses.`,
      'Give addresses or ranges with commas between, such as 127.0.0.1,10.0.0.0/8, or loopback.'
    )
  const limitsText = text('FROWN_LIMITS')
  const limits = limitsText === undefined ? usualLimits : readLimits(limitsText)
  if (limits === null)
    return refuse(
      'FROWN_LIMITS',
      `"${limitsText}" does not say what an address may ask in a minute.`,
      'Give some of reading=1200,writing=60,computing=120, or off.'
    )
  const logName = text('FROWN_LOG_NAME') ?? (text('ORIGIN') ? `${new URL(origin).host}/log` : null)
  if (logName !== null && !/^[\w.:-]+(\/[\w.:-]+)*$/.test(logName))
    return refuse(
      'FROWN_LOG_NAME',
      `"${logName}" is not the name of a log.`,
      'Give one such as frown.example/log: the host under which it is served, and a path.'
    )
  const witnesses: VerifierKey[] = []
  for (const line of (text('FROWN_WITNESSES') ?? '').split(/[\s,]+/).filter(Boolean)) {
    const key = parseVerifierKey(line)
    if (!key.ok || key.value.algorithm !== 'cosignature/v1')
      return refuse(
        'FROWN_WITNESSES',
        `"${line}" is not the key of a witness${key.ok ? '' : `: ${key.error}`}.`,
        'Give keys as witnesses publish them, name+id+base64, with commas between them.'
      )
    witnesses.push(key.value)
  }
  const authSecret = text('FROWN_AUTH_SECRET') ?? null
  if (authSecret !== null && authSecret.length < shortestSecret)
    return refuse(
      'FROWN_AUTH_SECRET',
      'This is too short to sign cookies with.',
      `Give at least ${shortestSecret} random characters, such as openssl rand -base64 32 prints.`
    )
  const [smtpUrl, from] = [text('SMTP_URL'), text('MAIL_FROM')]
  if (smtpUrl !== undefined && !isSmtpUrl(smtpUrl))
    return refuse(
      'SMTP_URL',
      'This is not the address of a mail server.',
      'Give one such as smtps://user:password@mail.example:465, or unset it: links are then given by the operator.'
    )
  if (from !== undefined && !isSender(from))
    return refuse('MAIL_FROM', `"${from}" is not a sender.`, 'Give one such as Frown <frown@mail.example>.')
  if ((smtpUrl === undefined) !== (from === undefined))
    return refuse(
      smtpUrl === undefined ? 'SMTP_URL' : 'MAIL_FROM',
      'Mail needs both a server and a sender.',
      'Set both SMTP_URL and MAIL_FROM, or neither.'
    )
  return ok({
    host,
    port,
    directory: resolve(cwd, text('FROWN_DIR') ?? 'var'),
    databaseUrl,
    origin,
    threads,
    logLevel,
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    trustedProxies,
    limits: limits === 'off' ? null : limits,
    logName,
    witnesses,
    authSecret,
    mail: smtpUrl !== undefined && from !== undefined ? { smtpUrl, from } : null
  })
}

const portOf = (text: string): number | null => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null)
const isHost = (text: string): boolean => /^[\w.:-]+$/.test(text)
const wantedPort = (example: string): string => `Give a whole number from 0 to 65535, such as ${example}.`
const wantedHost = (name: string): string => `Give a host name or an address, such as ${name}=127.0.0.1.`

export const originOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

function refuse(place: string, detail: string, remedy: string): { ok: false; error: FrownError } {
  return fail({ code: 'input/invalid', detail, place, remedy })
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:') && url.pathname.length > 1
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'smtp:' || url.protocol === 'smtps:') && url.hostname !== ''
}

const isSender = (text: string): boolean => /^[^\p{C}<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/u.test(text)

function httpOrigin(text: string): string | null {
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : null
}
