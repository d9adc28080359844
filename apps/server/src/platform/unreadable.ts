/**
 * The answer to what is not HTTP, is too large to begin with, or comes too slowly: it never becomes a request.
 */
import { type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ErrorCode } from '@frown/core/shared'
import { headersOf } from './answer-headers.ts'
import { problemOf } from './problem.ts'

const reasons: Readonly<Record<string, { code: ErrorCode; detail: string; remedy: string }>> = {
  HPE_HEADER_OVERFLOW: {
    code: 'input/header-too-large',
    detail: 'The header of the request is larger than 16 KiB.',
    remedy: 'Send fewer or shorter header lines; questions that are long have a body.'
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    code: 'input/too-slow',
    detail: 'The request took longer to arrive than the server waits.',
    remedy: 'Send it again, whole.'
  }
}
const otherwise = {
  code: 'input/invalid' as const,
  detail: 'The request is not HTTP as the server reads it.',
  remedy: 'Look at its first line, its header lines and the length that it names.'
}
const lingerMs = 1_000

/** Node's `clientError`. Where an earlier request is still being answered, that answer ends first and nothing follows it. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket, isHttps: boolean): void {
  const answering = (socket as Socket & { _httpMessage?: ServerResponse })._httpMessage
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent) {
    socket.destroy()
    return
  }
  if (answering?.req.complete) {
    answering.once('finish', () => socket.destroySoon())
    return
  }
  const problem = problemOf(reasons[error.code ?? ''] ?? otherwise)
  const body = JSON.stringify(problem)
  const headers = {
    ...headersOf({ url: '/api/', headers: {} }, isHttps),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    connection: 'close'
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`)
  setTimeout(() => socket.destroy(), lingerMs).unref()
}
