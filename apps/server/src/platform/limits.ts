/**
 * How much may one address ask in a minute? Generous for reading, strict for what changes or computes something.
 *
 * Counted before a cache answers, and in memory: a restart forgets. What pages ask of the API in-process counts as the
 * page that it is for, but its computing counts as computing. The operator and the files of the pages are not counted.
 */
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isInside } from './inside.ts'
import { Refusal } from './refusal.ts'
import type { Limits } from './settings.ts'

type Kind = keyof Limits
type Limiter = ReturnType<FastifyInstance['createRateLimit']>

const windowMs = 60_000
const mostAddresses = 20_000

const things: Readonly<Record<Kind, string>> = {
  reading: 'pages and answers',
  writing: 'changes',
  computing: 'questions to be computed'
}

export function limitRequests(
  app: FastifyInstance,
  limits: Limits,
  isOperator: (authorization: string | undefined) => boolean
): void {
  let limiters: Readonly<Record<Kind, Limiter>> | null = null
  app.register(rateLimit, { global: false })
  app.after(() => {
    const limiter = (kind: Kind) => {
      const options = { max: limits[kind], timeWindow: windowMs, cache: mostAddresses }
      return app.createRateLimit(options)
    }
    limiters = { reading: limiter('reading'), writing: limiter('writing'), computing: limiter('computing') }
  })
  app.addHook('onRequest', async (request, reply) => {
    const kind = kindOf(request)
    if (kind === null || limiters === null || isOperator(request.headers.authorization)) return
    const taken = await limiters[kind](request)
    if (taken.isAllowed || !taken.isExceeded) return
    reply.header('retry-after', taken.ttlInSeconds)
    throw new Refusal({
      code: 'limit/exceeded',
      detail: `More than ${limits[kind]} ${things[kind]} in a minute came from this address.`,
      remedy: `Try again in ${taken.ttlInSeconds} s. Nothing was changed.`
    })
  })
}

/** null: not counted. */
function kindOf(request: FastifyRequest): Kind | null {
  const { method, url } = request
  if (method === 'POST' && url.startsWith('/api/v1/forecast/')) return 'computing'
  if (isInside(request)) return null
  if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS') return 'writing'
  return url.startsWith('/_app/') ? null : 'reading'
}
