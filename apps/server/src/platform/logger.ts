/**
 * What is written down of each request and each fault: JSON lines on standard error.
 *
 * A line names the route, never the address that was asked for, and nothing of who asked. What a fault carries along
 * may hold anything, so each line is wiped of queries, mail addresses, bearers and passwords before it leaves.
 */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { isInside } from './inside.ts'
import type { LogLevel } from './settings.ts'

export interface LoggerOptions {
  readonly level: LogLevel
  readonly now: () => string
  /** Where lines go; standard error if not given. */
  readonly write?: ((line: string) => void) | undefined
}

export const requestId = (): string => randomBytes(6).toString('hex')

export function loggerOf({ level, now, write }: LoggerOptions): NonNullable<FastifyServerOptions['logger']> {
  const out = write ?? ((line: string) => void process.stderr.write(line))
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${now()}"`,
    formatters: { level: label => ({ level: label }) },
    serializers: {
      // Fastify's types ask for pino's own form of an error, and for requests and answers.
      err: (error: unknown) => faultOf(error) as never,
      req: () => undefined as never,
      res: () => undefined as never
    },
    stream: { write: (line: string) => out(wiped(line)) }
  }
}

/** Whether lines at info are written. */
export const logsRequests = (level: LogLevel): boolean => level === 'info' || level === 'debug' || level === 'trace'

/** A line for each answer that left this process. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    if (isInside(request)) return
    const bytes = reply.raw.getHeader('content-length')
    request.log.info(
      {
        method: request.method,
        route: routeOf(request),
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(bytes === undefined ? {} : { bytes: request.method === 'HEAD' ? 0 : Number(bytes) })
      },
      'answered'
    )
  })
}

/** The pattern that a request met: one of those that there are, whatever was asked for. */
export const routeOf = (request: { readonly routeOptions: { readonly url?: string | undefined } }): string =>
  request.routeOptions.url ?? 'none'

interface Fault {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly stack?: string
  readonly cause?: Fault
}

const deepestCause = 3

/** Of an error only what says where it happened: others of its fields may hold rows of a table. */
function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown, but no error' }
  const { code, severity, constraint } = error as { code?: unknown; severity?: unknown; constraint?: unknown }
  // PostgreSQL quotes the values that it could not take.
  const isOfValues = severity !== undefined && /^2[23]/.test(String(code))
  const message = isOfValues ? error.message.replaceAll(/"[^"]*"/g, '"…"') : error.message
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error.stack !== undefined && { stack: error.stack.replace(error.message, message) }),
    ...(error.cause !== undefined && depth < deepestCause && { cause: faultOf(error.cause, depth + 1) })
  }
}

const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(postgres(?:ql)?:\/\/)[^@/\s"]*@/gi, '$1…@'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer …'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '…@…'],
  [/\?[^\s"'`\\)]+/g, '?…']
]

/** `line` without what may be secret or somebody's. */
const wiped = (line: string): string => secrets.reduce((text, [pattern, put]) => text.replaceAll(pattern, put), line)
