/**
 * Hands everything that is not of the API to the built web application.
 *
 * The pages learn their own address from this server's configuration, never from what a client claims.
 */
import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FrownApi } from './cached-answers.ts'
import { cachedPages, type WebHandler } from './page-cache.ts'

interface PagesOptions {
  readonly handler: WebHandler | undefined
  readonly origin: () => string
  readonly epoch: () => string
  readonly frownApi: FrownApi
}

/** The pages' requests carry this: their data comes from the API without a socket, and their faults go to our log. */
export type PageRequest = IncomingMessage & {
  frownApi?: (request: Request) => Promise<Response>
  /** Returns the id under which the fault is in the log. */
  frownFault?: (error: unknown) => string
}

/** Header names that adapter-node is told to read; this server writes both on every request. */
export const originHeaders = { protocol: 'x-frown-protocol', host: 'x-frown-host' } as const

const maxBytes = 16 * 1024 * 1024
const notBuilt = 'The pages are not built yet. npm start builds them.\nThe API is at /api/docs.\n'

export function mountPages(app: FastifyInstance, { handler, origin, epoch, frownApi }: PagesOptions): void {
  const serve = handler && cachedPages(handler, epoch, maxBytes)
  app.register(async pages => {
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null))
    const answer = (request: FastifyRequest, reply: FastifyReply) => {
      if (!serve) {
        reply.code(503).header('content-type', 'text/plain; charset=utf-8').send(notBuilt)
        return
      }
      const raw: PageRequest = request.raw
      const at = new URL(origin())
      raw.headers[originHeaders.protocol] = at.protocol.slice(0, -1)
      raw.headers[originHeaders.host] = at.host
      const address = request.ip
      raw.frownApi = asked => frownApi(asked, address)
      raw.frownFault = error => {
        request.log.error({ err: error }, 'a page failed')
        return request.id
      }
      reply.hijack()
      serve(raw, reply.raw)
    }
    // What a page never asks for is not there, in the form of every refusal.
    pages.route({ method: ['GET', 'HEAD', 'POST'], url: '/*', schema: { hide: true }, handler: answer })
  })
}
