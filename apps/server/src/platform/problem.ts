/**
 * How each refusal is told over HTTP: the one mapping of error codes to RFC 9457 problem+json.
 *
 * Faults of ours say nothing of their inside; everything else names the place and the remedy.
 */
import type { ErrorCode, FrownError } from '@frown/core/shared'
import { errorCodes } from '@frown/core/shared'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Fault, invalidInput } from './invalid-input.ts'
import { Refusal } from './refusal.ts'

export const statusOf: Record<ErrorCode, number> = {
  'input/invalid': 400,
  'input/too-large': 413,
  'input/encoded': 415,
  'input/too-slow': 408,
  'input/header-too-large': 431,
  'limit/exceeded': 429,
  'route/not-found': 404,
  'operator/required': 401,
  'account/sign-in-required': 401,
  'account/not-allowed': 403,
  'account/foreign-origin': 403,
  'account/unknown-link': 404,
  'account/link-expired': 410,
  'account/link-used': 410,
  'account/passkey-refused': 403,
  'account/stale-session': 403,
  'account/unknown-account': 404,
  'account/unknown-passkey': 404,
  'account/unknown-session': 404,
  'account/exists': 409,
  'account/invalid-role': 422,
  'account/no-mail': 409,
  'server/failed': 500,
  'server/stopping': 503,
  'store/in-use': 503,
  'store/newer-schema': 503,
  'store/unavailable': 503,
  'store/no-room': 507,
  'store/changed': 409,
  'register/unknown-group': 404,
  'register/unknown-system': 404,
  'register/ambiguous-system': 409,
  'register/duplicate-claim': 409,
  'register/invalid-claim': 422,
  'register/too-few-systems': 422,
  'register/superseded': 409,
  'register/nothing-to-change': 422,
  'register/unknown-claim': 404,
  'log/no-key': 503,
  'log/rolled-back': 503,
  'log/broken': 503,
  'log/unknown-entry': 404,
  'log/invalid-cosignature': 422,
  'log/erased': 409,
  'backup/malformed-file': 422,
  'backup/newer-schema': 409,
  'backup/not-empty': 409,
  'backup/no-register': 404,
  'import/malformed-file': 422,
  'import/unknown-columns': 422,
  'import/invalid-row': 422,
  'import/unknown-groups': 422,
  'import/unconfirmed-renames': 409,
  'import/out-of-order': 409,
  'forecast/invalid': 422,
  'forecast/unknown-group': 422,
  'forecast/over-budget': 422,
  'forecast/unknown-job': 404,
  'forecast/busy': 503,
  'forecast/cancelled': 409
}

export const Problem = z
  .strictObject({
    type: z.string().meta({ description: 'urn:frown:error: and the code' }),
    title: z.string().meta({ description: 'What the code means' }),
    status: z.int(),
    code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string().meta({ description: 'What happened, in a sentence' }),
    place: z.string().optional().meta({ description: 'Where: a parameter, a row and column' }),
    remedy: z.string().optional().meta({ description: 'What would mend it' }),
    requestId: z.string().optional().meta({ description: 'Of a fault of ours: the id under which it is in the log' })
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457)' })
export type Problem = z.infer<typeof Problem>

const problems = { content: { 'application/problem+json': { schema: Problem } } }

/** The responses of a route that refuses. */
export const refusals = {
  '4xx': { description: 'Refused', ...problems },
  '5xx': { description: 'A fault of the server', ...problems }
}

export function problemOf(error: FrownError): Problem {
  const { code, detail, place, remedy } = error
  return {
    type: `urn:frown:error:${code}`,
    title: errorCodes[code],
    status: statusOf[code],
    code,
    detail,
    ...(place === undefined ? {} : { place }),
    ...(remedy === undefined ? {} : { remedy })
  }
}

function sendProblem(reply: FastifyReply, error: FrownError): FastifyReply {
  const problem = problemOf(error)
  if (error.code === 'server/failed') Object.assign(problem, { requestId: reply.request.id })
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

/** Fastify's error handler for the whole API. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = errorOf(error, request)
  if (told.code === 'server/failed' || told.code === 'store/no-room')
    request.log.error({ err: error }, 'a request failed')
  return sendProblem(reply, told)
}

export function answerNotFound(
  request: { readonly method: string; readonly url: string },
  reply: FastifyReply
): FastifyReply {
  return sendProblem(reply, {
    code: 'route/not-found',
    detail: `There is nothing at ${request.method} ${pathOf(request.url)}.`,
    remedy: 'All addresses of the API are listed at /api/docs.'
  })
}

function errorOf(error: FastifyError | Error, request: FastifyRequest): FrownError {
  if (error instanceof Refusal) return error.error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const { validation, validationContext } = error as FastifyError & { validation: readonly Fault[] }
    return invalidInput(validation, validationContext, request)
  }
  const code = 'code' in error ? error.code : undefined
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return {
      code: 'input/too-large',
      detail: 'The body is larger than the server accepts here.',
      place: 'body',
      remedy: `Send at most ${request.routeOptions.bodyLimit ?? 0} bytes. Nothing was changed.`
    }
  const unread = unreadable[code ?? '']
  if (unread) return { code: 'input/invalid', ...unread }
  if (typeof status === 'number' && status >= 400 && status < 500)
    return {
      code: 'input/invalid',
      detail: `The request cannot be read: ${error.message}.`,
      remedy: 'The form of each request is at /api/docs.'
    }
  if (isConnectionError(error))
    return {
      code: 'store/unavailable',
      detail: 'The database cannot be reached at the moment.',
      remedy: 'Try again later.'
    }
  if (isFull(error))
    return {
      code: 'store/no-room',
      detail: 'The disk of the store has no room left.',
      remedy: 'Try again when the operator has made room. Nothing was changed.'
    }
  return {
    code: 'server/failed',
    detail: 'The server failed; the fault is ours.',
    remedy: `If it does so again, tell the operator of this server the id of this request: ${request.id}.`
  }
}

/** Why Fastify did not get as far as the form of a body. */
const unreadable: Readonly<Record<string, Pick<FrownError, 'detail' | 'place' | 'remedy'>>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: {
    detail: 'The body is not JSON, or has a key that is taken nowhere (__proto__, constructor.prototype).',
    place: 'body',
    remedy: 'Send JSON without such keys; it has no NaN, no Infinity, no comments and no trailing commas.'
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    detail: 'The body is empty.',
    place: 'body',
    remedy: 'Send JSON, at the least {}.'
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    detail: 'A body of this type is not taken here.',
    place: 'content-type',
    remedy: 'Send JSON as application/json, unless /api/docs asks for another type at this address.'
  }
}

const connectionErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003'
])
/** The driver gives its own errors no code. */
const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)|not queryable$/

/** Whether the database was away, so that the same will do later. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return 'code' in error && typeof error.code === 'string'
    ? connectionErrors.has(error.code)
    : connectionMessages.test(error.message)
}

/** PostgreSQL's disk_full, and what the system says to us. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['53100', 'ENOSPC', 'EDQUOT'].includes(String(error.code))

const pathOf = (url: string): string => url.split('?', 1)[0] ?? url
