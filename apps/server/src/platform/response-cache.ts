/**
 * Which answers can be given without working them out again?
 *
 * An answer depends on its address, the register's version and the day; all answers are dropped when the
 * version or the day changes. Compressed forms are made once, when first asked for.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { LRUCache } from 'lru-cache'

type Encoding = 'identity' | 'gzip' | 'br'

interface Form {
  readonly body: Buffer
  readonly headers: OutgoingHttpHeaders
}

export interface CachedAnswer {
  readonly etag: string
  readonly forms: Map<Encoding, Form>
}

export interface ResponseCache {
  /** Drops everything when `epoch` is not that of the last call. */
  get(key: string, epoch: string): CachedAnswer | undefined
  put(key: string, epoch: string, answer: CachedAnswer): void
}

const smallestCompressed = 1_024

export function createResponseCache(maxBytes: number): ResponseCache {
  const answers = new LRUCache<string, CachedAnswer>({ maxSize: maxBytes, sizeCalculation: weightOf })
  let current = ''
  return {
    get(key, epoch) {
      if (epoch === current) return answers.get(key)
      answers.clear()
      current = epoch
      return undefined
    },
    put(key, epoch, answer) {
      if (epoch === current) answers.set(key, answer)
    }
  }
}

/** The compressed forms come later, so room for them is counted from the start. */
function weightOf(answer: CachedAnswer, key: string): number {
  return 2 * (answer.forms.get('identity')?.body.length ?? 0) + 2 * key.length + 2_000
}

/** An answer of status 200 with `headers`; its ETag is the hash of its content. */
export function cachedAnswer(body: Buffer, headers: OutgoingHttpHeaders): CachedAnswer {
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const identity = {
    ...headers,
    etag,
    'cache-control': 'no-cache',
    vary: 'accept, accept-encoding',
    'content-length': body.length
  }
  return { etag, forms: new Map([['identity', { body, headers: identity }]]) }
}

/** The form of `answer` that a client of this Accept-Encoding reads. */
export function formOf(answer: CachedAnswer, acceptEncoding: string | undefined): Form {
  const identity = answer.forms.get('identity') as Form
  const encoding = identity.body.length < smallestCompressed ? 'identity' : encodingFor(acceptEncoding)
  const held = answer.forms.get(encoding)
  if (held) return held
  const body = encoding === 'br' ? brotli(identity.body) : gzipSync(identity.body, { level: 6 })
  const form = { body, headers: { ...identity.headers, 'content-encoding': encoding, 'content-length': body.length } }
  answer.forms.set(encoding, form)
  return form
}

/** Answers the request on its raw response: 304 where the client has this already. */
export function answerFrom(answer: CachedAnswer, request: IncomingMessage, response: ServerResponse): void {
  const { headers, body } = formOf(answer, request.headers['accept-encoding'])
  if (isFresh(answer, request.headers['if-none-match'])) {
    const { 'content-length': _, 'content-encoding': __, ...kept } = headers
    response.writeHead(304, kept).end()
  } else {
    response.writeHead(200, headers).end(body)
  }
}

/** Whether If-None-Match names this answer; weak comparison (RFC 9110, 13.1.2). */
export function isFresh(answer: CachedAnswer, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  const bare = answer.etag.slice(2)
  return ifNoneMatch.split(',').some(given => given.trim() === '*' || given.trim().replace(/^W\//, '') === bare)
}

function encodingFor(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return 'br'
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(acceptEncoding)) return 'gzip'
  return 'identity'
}

const brotli = (body: Buffer) =>
  brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  })
