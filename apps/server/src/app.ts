/**
 * The whole application as one Fastify instance: the API, its document, and the pages.
 *
 * Made without a socket, so that tests and the command line can ask it in-process.
 */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { dayOf, type Instant } from '@frown/core/register'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler
} from 'fastify-type-provider-zod'
import { mountPages } from './platform/mount-pages.ts'
import type { WebHandler } from './platform/page-cache.ts'
import { answerError, answerNotFound } from './platform/problem.ts'
import { cacheAnswers, securityHeaders } from './platform/cached-answers.ts'
import { healthRoutes } from './platform/health-routes.ts'
import type { RegisterContext } from './register/answering.ts'
import { fieldRoutes } from './register/field-routes.ts'
import { groupRoutes } from './register/group-routes.ts'
import { importRoutes } from './register/import-routes.ts'
import { type Ledger, openLedger } from './register/ledger.ts'
import type { RegisterStore } from './register/store.ts'
import { systemRoutes } from './register/system-routes.ts'
import { timeRoutes } from './register/time-routes.ts'

export interface AppOptions {
  readonly store: RegisterStore
  readonly now: () => Instant
  /** Whoever bears it may write; undefined: nobody may. */
  readonly operatorToken?: string | undefined
  /** Answers what is not under /api; undefined: a sentence that says what to build. */
  readonly webHandler?: WebHandler | undefined
  /** The address that readers use, for the pages; a function where it is known only after listening. */
  readonly origin?: string | (() => string) | undefined
  readonly logger?: boolean | undefined
}

export type App = FastifyInstance & {
  /** Answers a request of the API in-process. */
  readonly frownApi: (request: Request) => Promise<Response>
}

const smallBodyBytes = 64 * 1024
const longestParameter = 1_000

export function createApp(options: AppOptions): App {
  const { store, now } = options
  const app = Fastify({
    logger: options.logger ? { level: 'error', serializers: { req: ({ method, url }) => ({ method, url }) } } : false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: smallBodyBytes,
    routerOptions: { maxParamLength: longestParameter },
    requestTimeout: 60_000,
    frameworkErrors: (error, request, reply) => answerError(error, request, reply)
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => answerNotFound(request, reply))

  let ledger: Ledger | null = null
  const context: RegisterContext = {
    now,
    get ledger() {
      if (!ledger) throw new Error('the ledger is read when the application is ready')
      return ledger
    }
  }
  app.addHook('onReady', async () => {
    ledger = await openLedger(store)
  })
  app.addHook('onClose', async () => {
    await ledger?.close()
  })
  const epoch = () => `${context.ledger.current.version} ${dayOf(now())}`

  const frownApi = cacheAnswers(app, epoch)
  app.register(async api => {
    api.addHook('onSend', async (_request, reply) => {
      reply.headers(securityHeaders)
    })
    api.all('/*', { schema: { hide: true }, onRequest: async (request, reply) => answerNotFound(request, reply) }, async () => undefined)
    documentApi(api)
    api.register(
      async v1 => {
        v1.register(healthRoutes(context, store))
        v1.register(
          async register => {
            for (const routes of [systemRoutes, groupRoutes, fieldRoutes, timeRoutes]) register.register(routes(context))
            register.register(importRoutes(context, store, options.operatorToken))
          },
          { prefix: '/register' }
        )
      },
      { prefix: '/v1' }
    )
  }, { prefix: '/api' })
  mountPages(app, { handler: options.webHandler, origin: options.origin, epoch, frownApi })
  return Object.assign(app, { frownApi })
}

function documentApi(api: FastifyInstance): void {
  api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Frown',
        version: '1',
        description:
          'A sourced register of who scales AI systems. Every answer holds for two days: what was known on one, of the world on the other.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
      },
      components: { securitySchemes: { operator: { type: 'http', scheme: 'bearer' } } },
      tags: [
        { name: 'register', description: 'What is known about who scales what. Contains data of Epoch AI, CC BY 4.0.' },
        { name: 'server', description: 'The server itself' }
      ]
    },
    transform: createJsonSchemaTransform({}),
    transformObject: createJsonSchemaTransformObject({})
  })
  api.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, uiConfig: { validatorUrl: null, deepLinking: true } })
  api.get('/v1/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('content-type', 'application/json; charset=utf-8')
    return JSON.stringify(api.swagger(), null, 2)
  })
}
