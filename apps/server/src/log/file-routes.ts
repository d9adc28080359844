/**
 * The files of the log under /log/, as a mirror copies them.
 */
import { formatVerifierKey, verifierKeyOf } from '@frown/crypto/log'
import type { FastifyPluginAsync } from 'fastify'
import { answerNotFound } from '../platform/problem.ts'
import type { ServedLog } from './served-log.ts'

const lastingSeconds = 365 * 24 * 3_600
/** How old a checkpoint or a text may be that a cache on the way gives. */
const briefSeconds = 5

/** `/log/keys`, and every file of the log by its path. */
export const logFileRoutes =
  (served: ServedLog): FastifyPluginAsync =>
  async routes => {
    routes.get('/keys', { schema: { hide: true } as object }, async (_request, reply) =>
      reply
        .header('content-type', 'text/plain; charset=utf-8')
        .header('cache-control', `public, max-age=${briefSeconds}`)
        .header('access-control-allow-origin', '*')
        .send(served.log.keys.map(key => `${formatVerifierKey(verifierKeyOf(key))}\n`).join(''))
    )
    routes.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } as object }, async (request, reply) => {
      const file = await served.file(request.params['*'])
      if (file === null) return answerNotFound(request, reply)
      return reply
        .header('content-type', file.contentType)
        .header(
          'cache-control',
          file.isFinal ? `public, max-age=${lastingSeconds}, immutable` : `public, max-age=${briefSeconds}`
        )
        .header('access-control-allow-origin', '*')
        .send(Buffer.from(file.bytes))
    })
  }
