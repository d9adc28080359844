/** The API over the shipped register in memory, with jobs in an embedded store. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type QuestionKind, startingGroups, type Tools } from '@frown/core/forecast'
import { type AsOf, type Claim, loadLedger, parseManifest, registerAsOf } from '@frown/core/register'
import { distributionsOf, loadKernel, type RaceSetup, sweepHere } from '@frown/core/simulation'
import type { LightMyRequestResponse } from 'fastify'
import { type App, createApp } from '../app.ts'
import { orRefuse } from '../platform/refusal.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { shippedBeliefs } from './beliefs.ts'
import { jobStore } from './job-store.ts'
import { questions } from './questions.ts'

export interface RaceApp {
  readonly app: App
  readonly claims: readonly Claim[]
  /** A question with this body; JSON unless it is text. */
  readonly ask: (kind: QuestionKind, body: unknown) => Promise<LightMyRequestResponse>
  readonly post: (path: string, body: unknown) => Promise<LightMyRequestResponse>
  /** The job of the question once it is finished. */
  readonly answered: (kind: QuestionKind, body: unknown) => Promise<FinishedJob>
  readonly finished: (id: string) => Promise<FinishedJob>
  readonly jobs: () => Promise<readonly { readonly id: string; readonly state: string }[]>
  readonly close: () => Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared as a whole
export type FinishedJob = any

export const forecastAddress = '/api/v1/forecast'

export async function openRaceApp(): Promise<RaceApp> {
  const [embedded] = databasesUnderTest
  const opened = await migrated(await (embedded as { open: () => Promise<TestDatabase> }).open())
  const claims = shippedClaims()
  const app = createApp({
    store: memoryStore(claims),
    now: testNow,
    forecast: { jobs: jobStore(opened.database), sharing: null, threads: 1, takesUp: true }
  })
  await app.ready()
  const post = (path: string, body: unknown) =>
    app.inject({
      method: 'POST',
      url: `${forecastAddress}/${path}`,
      headers: { 'content-type': 'application/json' },
      payload: typeof body === 'string' ? body : JSON.stringify(body)
    })
  const ask = (kind: QuestionKind, body: unknown) => post(questions[kind].path, body)
  const finished = async (id: string) => {
    for (;;) {
      const job = (await app.inject(`${forecastAddress}/jobs/${id}?waitMs=20000`)).json()
      if (job.state !== 'waiting' && job.state !== 'running') return job
    }
  }
  return {
    app,
    claims,
    ask,
    post,
    finished,
    answered: async (kind, body) => {
      const response = await ask(kind, body)
      const job = response.json()
      if (response.statusCode !== 200 && response.statusCode !== 202) throw new Error(response.body)
      return finished(job.id)
    },
    jobs: () => opened.database.db.selectFrom('forecast_job').select(['id', 'state']).execute(),
    close: async () => {
      await app.close()
      await opened.drop()
    }
  }
}

export function shippedClaims(): readonly Claim[] {
  const directory = fileURLToPath(new URL('../../../../data/register/', import.meta.url))
  const names = readdirSync(directory).filter(name => name === 'ledger.json' || name.endsWith('.csv'))
  const files = new Map(names.map(name => [name, readFileSync(directory + name, 'utf8')]))
  return orRefuse(loadLedger(orRefuse(parseManifest(files.get('ledger.json') ?? '')), files))
}

/** The race that is asked about when nothing is said of it, put together without the API. */
export function usualRace(claims: readonly Claim[], asOf: AsOf): RaceSetup {
  const beliefs = shippedBeliefs()
  return {
    groups: orRefuse(startingGroups(registerAsOf(claims, asOf), beliefs.groups)).starts.map(({ group }) => group),
    parameters: orRefuse(distributionsOf(beliefs)),
    horizonYears: 40,
    seed: 1
  }
}

export async function toolsHere(): Promise<Tools> {
  const kernel = await loadKernel()
  return { kernel, sweep: sweepHere(kernel) }
}

/** As it comes back from JSON. */
export const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))
