/**
 * The whole application as one Fastify instance: the API, its document, and the pages.
 *
 * Made without a socket, so that tests and the command line can ask it in-process.
 */
import { dayOf, type Instant } from '@frown/core/register'
import type { VerifierKey } from '@frown/crypto/log'
import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { accountRoutes } from './account/account-routes.ts'
import { type AccountsOptions, openAccounts } from './account/accounts.ts'
import { type BackupSource, backupRoutes } from './backup/routes.ts'
import { beliefRoutes } from './forecast/belief-routes.ts'
import { type ForecastStore, openEngine } from './forecast/engine.ts'
import { jobRoutes } from './forecast/job-routes.ts'
import type { Perform } from './forecast/jobs.ts'
import { perform, performVersion } from './forecast/perform.ts'
import { questionRoutes } from './forecast/question-routes.ts'
import { simulationRoutes } from './forecast/simulation-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { logFileRoutes } from './log/file-routes.ts'
import { logRoutes } from './log/log-routes.ts'
import { serveLog } from './log/served-log.ts'
import type { OpenedLog } from './open-store.ts'
import { recogniseAccounts } from './platform/account.ts'
import { describeApi } from './platform/api-document.ts'
import { cacheAnswers, type FrownApi } from './platform/cached-answers.ts'
import type { Draining } from './platform/draining.ts'
import { type GateOptions, openGate } from './platform/gate.ts'
import { mountPages } from './platform/mount-pages.ts'
import type { WebHandler } from './platform/page-cache.ts'
import { answerNotFound } from './platform/problem.ts'
import type { RegisterContext } from './register/answering.ts'
import { claimRoutes } from './register/claim-routes.ts'
import { editRoutes } from './register/edit-routes.ts'
import { entryTexts } from './register/entry-texts.ts'
import { fieldRoutes } from './register/field-routes.ts'
import { groupRoutes } from './register/group-routes.ts'
import { importRoutes } from './register/import-routes.ts'
import { type Ledger, openLedger } from './register/ledger.ts'
import { recordingRoutes } from './register/recording-routes.ts'
import type { RegisterStore } from './register/store.ts'
import { systemRoutes } from './register/system-routes.ts'
import { timeRoutes } from './register/time-routes.ts'

export interface AppOptions extends GateOptions {
  readonly store: RegisterStore
  readonly now: () => Instant
  /** Whoever bears it may write; undefined: nobody may. */
  readonly operatorToken?: string | undefined
  /** Answers what is not under /api; undefined: a sentence that says what to build. */
  readonly webHandler?: WebHandler | undefined
  /** Where accounts are kept; undefined: nobody signs in here. */
  readonly accounts?: AccountsOptions | undefined
  /** The address that readers use; a function where it is known only after listening. */
  readonly origin?: string | (() => string) | undefined
  /** The log and what it is served from; undefined: it is not shown. */
  readonly log?: ShownLog | undefined
  /** What a backup is made of; undefined: none is given out. */
  readonly backup?: BackupSource | undefined
  /** Where jobs are kept; undefined: nothing is forecast here. */
  readonly forecast?: ForecastOptions | undefined
}

export interface ShownLog extends OpenedLog {
  readonly witnesses: readonly VerifierKey[]
}

export interface ForecastOptions extends ForecastStore {
  /** Whether to take up jobs that others left: what serves does. */
  readonly takesUp?: boolean
  /** What is done for a job of each kind, if not what Frown does. */
  readonly perform?: Perform
}

export type App = FastifyInstance & {
  /** Answers a request of the API in-process. */
  readonly frownApi: FrownApi
} & Draining

export function createApp(options: AppOptions): App {
  const { store, now, operatorToken } = options
  const origin = () =>
    typeof options.origin === 'function' ? options.origin() : (options.origin ?? 'http://127.0.0.1')
  const { app, draining } = openGate(options, { operatorToken, origin, onStopping: () => engine?.jobs.stopTaking() })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const report = (error: unknown) => app.log.error({ err: error }, 'a job failed')

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
  const engine =
    options.forecast && openEngine({ takesUp: false, perform, ...options.forecast, performVersion, now, report })
  if (engine) {
    app.addHook('onReady', async () => engine.jobs.start())
    app.addHook('preClose', async () => engine.jobs.stopTaking())
    app.addHook('onClose', () => engine.close())
  }
  const epoch = () => `${context.ledger.current.edition} ${dayOf(now())}`

  const frownApi = cacheAnswers(app, epoch)
  const accounts =
    options.accounts && openAccounts(options.accounts, { now, origin, report: line => app.log.warn(line) })
  recogniseAccounts(app, {
    identify: async headers => (await accounts?.bearerOf(headers))?.account ?? null,
    operatorToken,
    origin
  })
  describeApi(app)
  app.register(healthRoutes(context, store), { prefix: '/api/v1' })
  if (options.backup) app.register(backupRoutes(options.backup, { now, operatorToken }), { prefix: '/api/v1' })
  if (accounts) app.register(accountRoutes({ accounts, now, origin }, context), { prefix: '/api/v1' })
  for (const routes of [systemRoutes, groupRoutes, fieldRoutes, timeRoutes, recordingRoutes])
    app.register(routes(context), { prefix: '/api/v1/register' })
  app.register(claimRoutes(context, { store, db: options.log?.db }), { prefix: '/api/v1/register' })
  if (options.log) {
    const { log, db, witnesses } = options.log
    const readTexts = (from: number, to: number) => entryTexts(db, from, to)
    const served = serveLog(db, log, readTexts)
    app.register(logRoutes({ served, db, readTexts, witnesses }), { prefix: '/api/v1/log' })
    app.register(logFileRoutes(served), { prefix: '/log' })
  }
  app.register(editRoutes(context, store), { prefix: '/api/v1/register' })
  app.register(importRoutes(context, store, operatorToken), { prefix: '/api/v1/register' })
  app.register(beliefRoutes(context), { prefix: '/api/v1/forecast' })
  if (engine)
    for (const routes of [jobRoutes(engine.jobs), questionRoutes(context, engine), simulationRoutes(engine)])
      app.register(routes, { prefix: '/api/v1/forecast' })
  app.all(
    '/api/*',
    { schema: { hide: true }, onRequest: async (request, reply) => answerNotFound(request, reply) },
    async () => undefined
  )
  mountPages(app, { handler: options.webHandler, origin, epoch, frownApi })
  return Object.assign(app, { frownApi, ...draining })
}
