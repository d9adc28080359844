/**
 * Serves the pages of the web application, each rendered once per version of the register and day.
 *
 * A page may be kept because it depends on nothing else: no cookie is sent with the request or set by the answer,
 * and the content security policy names scripts by hash. Everything else passes through untouched, and so does a page that
 * says `no-store`: one whose answer is still being worked out.
 */
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { answerFrom, cachedAnswer, createResponseCache } from './response-cache.ts'

export type WebHandler = (request: IncomingMessage, response: ServerResponse) => void

/** `handler`, remembering its pages; `epoch` names the version and day that they hold for. */
export function cachedPages(handler: WebHandler, epoch: () => string, maxBytes: number): WebHandler {
  const cache = createResponseCache(maxBytes)
  return (request, response) => {
    if (!mayBeCached(request)) return handler(request, response)
    const key = pageKey(request.url ?? '/')
    const now = epoch()
    const held = cache.get(key, now)
    if (held) return answerFrom(held, request, response)
    const rendered = new CapturedResponse(request, (body, headers) => {
      const { statusCode } = rendered
      const mayBeKept =
        statusCode === 200 &&
        String(headers['content-type']).startsWith('text/html') &&
        !headers['set-cookie'] &&
        headers['cache-control'] !== 'no-store'
      if (!mayBeKept) {
        response.writeHead(statusCode, headers).end(body)
        return
      }
      const { 'transfer-encoding': _, ...kept } = headers
      const answer = cachedAnswer(body, kept)
      if (epoch() === now) cache.put(key, now, answer)
      answerFrom(answer, request, response)
    })
    handler(request, rendered)
  }
}

function mayBeCached({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'GET' || url === undefined || headers.cookie !== undefined || headers.authorization !== undefined)
    return false
  const path = url.split('?', 1)[0] as string
  return !path.startsWith('/_app/') && !/\.\w+$/.test(path)
}

/** Path and query, its parameters in the order of their names; of one given twice a page reads the first, so those stay. */
function pageKey(url: string): string {
  const at = url.indexOf('?')
  if (at < 0) return url
  const params = new URLSearchParams(url.slice(at + 1))
  params.sort()
  return `${url.slice(0, at)}?${params}`
}

/** A response that goes nowhere: hands over its body and headers when it ends. */
class CapturedResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []
  readonly #done: (body: Buffer, headers: OutgoingHttpHeaders) => void

  constructor(request: IncomingMessage, done: (body: Buffer, headers: OutgoingHttpHeaders) => void) {
    super(request)
    this.#done = done
  }

  override writeHead(status: number, reason?: unknown, headers?: unknown): this {
    this.statusCode = status
    const given = headers ?? reason
    if (typeof given === 'object' && given !== null)
      for (const [name, value] of Object.entries(given)) this.setHeader(name, value as string)
    return this
  }

  override write(chunk: unknown): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array))
    return true
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    this.#done(Buffer.concat(this.#chunks), this.getHeaders())
    this.emit('finish')
    return this
  }
}
