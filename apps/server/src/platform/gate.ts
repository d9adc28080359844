/**
 * What every request goes through before its route: headers, log, meters, stopping, what is not taken at all, limits.
 *
 * In this order, so that a refusal too has its headers, is written down and is counted.
 */
import type { Socket } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { putHeaders } from './answer-headers.ts'
import { type Draining, drainable } from './draining.ts'
import { limitRequests } from './limits.ts'
import { type LoggerOptions, logAnswers, loggerOf, logsRequests, requestId } from './logger.ts'
import { type Meters, meterAnswers } from './meters.ts'
import { bearerTest } from './operator.ts'
import { answerError, answerNotFound } from './problem.ts'
import { Refusal } from './refusal.ts'
import type { Limits } from './settings.ts'
import { answerUnreadable } from './unreadable.ts'

export interface GateOptions {
  /** undefined: nothing is written down. */
  readonly logger?: LoggerOptions | undefined
  /** Where answers are counted; undefined: nowhere. */
  readonly meters?: Meters | undefined
  /** undefined or null: whoever asks is answered. */
  readonly limits?: Limits | null | undefined
  /** Whose word counts on where a request comes from. */
  readonly trustedProxies?: readonly string[] | undefined
  /** How long a request may take to arrive. */
  readonly longestRequestMs?: number | undefined
}

interface Surroundings {
  readonly operatorToken: string | undefined
  /** The address that readers use. */
  readonly origin: () => string
  /** Called once, when nothing new is taken any more. */
  readonly onStopping: () => void
}

const smallBodyBytes = 64 * 1024
const longestParameter = 1_000
const usualRequestMs = 60_000

export function openGate(
  { logger, meters, limits, trustedProxies = [], longestRequestMs = usualRequestMs }: GateOptions,
  { operatorToken, origin, onStopping }: Surroundings
): { readonly app: FastifyInstance; readonly draining: Draining } {
  const isHttps = () => origin().startsWith('https:')
  const options: FastifyServerOptions = {
    logger: logger ? loggerOf(logger) : false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: smallBodyBytes,
    routerOptions: { maxParamLength: longestParameter },
    requestTimeout: longestRequestMs,
    // Refused by `drainable`, with the headers that every answer has.
    return503OnClosing: false,
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket as Socket, isHttps()),
    frameworkErrors: (error, request, reply) => {
      putHeaders(request.raw, reply.raw, isHttps())
      answerError(error, request, reply)
    }
  }
  const http = {
    headersTimeout: longestRequestMs / 2,
    connectionsCheckingInterval: longestRequestMs / 8,
    // Refused below, with the headers that every answer has.
    requireHostHeader: false
  }
  const app = Fastify({ ...options, http })
  // Node itself would answer an expectation that it does not know, without any of our headers.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => answerNotFound(request, reply))
  app.addHook('onRequest', (request, reply, done) => {
    putHeaders(request.raw, reply.raw, isHttps())
    done()
  })
  if (logger && logsRequests(logger.level)) logAnswers(app)
  if (meters) meterAnswers(app, meters)
  const draining = drainable(app, onStopping)
  app.addHook('onRequest', async ({ raw }, reply) => {
    // HTTP 1.0, which balancers ask health by, has no such header.
    if (raw.headers.host === undefined && raw.httpVersion !== '1.0') {
      reply.header('connection', 'close')
      throw new Refusal(hostless)
    }
    // Nothing here is upgraded to, and Node reads what follows such a request on its connection no more as it should.
    if (raw.headers.upgrade !== undefined) reply.raw.setHeader('connection', 'close')
    refuseEncoded(raw.headers['content-encoding'])
  })
  if (limits) limitRequests(app, limits, bearerTest(operatorToken))
  return { app, draining }
}

const hostless = {
  code: 'input/invalid',
  detail: 'The request does not say to which host it goes.',
  place: 'host',
  remedy: 'Send a Host header. Nothing was changed.'
} as const

/** A little that unpacks to a lot is not unpacked at all. */
function refuseEncoded(encoding: string | undefined): void {
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return
  throw new Refusal({
    code: 'input/encoded',
    detail: 'The body is compressed, which is not taken here.',
    place: 'content-encoding',
    remedy: 'Send it as it is, without Content-Encoding. Nothing was changed.'
  })
}
