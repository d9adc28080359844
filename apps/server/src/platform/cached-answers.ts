/**
 * Gives and remembers the API's answers, before anything of a request is parsed.
 */
import type { FastifyInstance } from 'fastify'
import { insideHeaders } from './inside.ts'
import { answerFrom, cachedAnswer, createResponseCache, formOf, isFresh } from './response-cache.ts'

const maxBytes = 16 * 1024 * 1024
const cachedPrefix = '/api/v1/register/'
const keptHeaders = ['content-type', 'content-disposition', 'frown-register-version']

/** Asks the API in-process, as if from the client at `address`. */
export type FrownApi = (request: Request, address?: string) => Promise<Response>

/** Puts the cache before and behind the routes of `app`; returns a way to ask the API in-process. */
export function cacheAnswers(app: FastifyInstance, epoch: () => string): FrownApi {
  const cache = createResponseCache(maxBytes)

  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request
    if (raw.method !== 'GET' || !request.url.startsWith(cachedPrefix)) return done()
    const held = cache.get(cacheKey(request.url, raw.headers.accept), epoch())
    if (!held) return done()
    reply.hijack()
    answerFrom(held, raw, reply.raw)
  })

  app.addHook('onSend', async (request, reply, payload) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') return payload
    if (!request.url.startsWith(cachedPrefix)) return payload
    const answer = cachedAnswer(Buffer.from(payload), {
      ...Object.fromEntries(
        keptHeaders.flatMap(name => {
          const value = reply.getHeader(name)
          return value === undefined ? [] : [[name, value]]
        })
      )
    })
    cache.put(cacheKey(request.url, request.headers.accept), epoch(), answer)
    const { body, headers } = formOf(answer, request.headers['accept-encoding'])
    reply.headers(headers)
    if (!isFresh(answer, request.headers['if-none-match'])) return body
    reply.code(304).removeHeader('content-length').removeHeader('content-encoding')
    return null
  })

  return async (request, address) => {
    const { pathname, search } = new URL(request.url)
    const url = pathname + search
    const accept = request.headers.get('accept') ?? undefined
    const isSameForAll = request.method === 'GET' && url.startsWith(cachedPrefix)
    const held = isSameForAll ? cache.get(cacheKey(url, accept), epoch()) : undefined
    if (held) {
      const { body, headers } = formOf(held, undefined)
      return new Response(new Uint8Array(body), {
        headers: { 'content-type': String(headers['content-type']), etag: held.etag }
      })
    }
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
    const { cookie, host: _, ...headers } = Object.fromEntries(request.headers)
    const answered = await app.inject({
      method: request.method as 'GET',
      url,
      headers: {
        ...headers,
        ...(cookie === undefined || isSameForAll ? {} : { cookie }),
        ...insideHeaders,
        'accept-encoding': 'identity'
      },
      ...(address === undefined ? {} : { remoteAddress: address }),
      ...(body ? { payload: body } : {})
    })
    const hasBody = answered.statusCode !== 204 && answered.statusCode !== 304
    return new Response(hasBody ? new Uint8Array(answered.rawPayload) : null, {
      status: answered.statusCode,
      headers: Object.entries(answered.headers).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [value].flat().map(each => [name, String(each)])
      )
    })
  }
}

/** Whether a client that does not name a format wants a table as CSV. */
export const acceptsCsv = (accept: string | undefined): boolean => accept?.includes('text/csv') === true

const cacheKey = (url: string, accept: string | undefined): string => (acceptsCsv(accept) ? `csv ${url}` : url)
