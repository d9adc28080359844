/**
 * Putting the explorer's questions to the API from the server, for whoever has no script and for files of charts.
 */
import type { Question, QuestionKind } from '@frown/core/forecast'
import { fail, ok, type Result } from '@frown/core/shared'
import type { Refusal } from '#lib/api/client.ts'
import type { components, paths } from '#lib/api/schema.ts'
import { askedFor, type Beliefs, type FigureAnswers, type FigureName, questionFor } from './figures.ts'
import type { ForecastState } from './state.ts'

type Post = { [At in keyof paths]: paths[At] extends { post: object } ? At : never }[keyof paths]
type Job = components['schemas']['Job']

const addresses = {
  scenario: '/api/v1/forecast/scenarios',
  fan: '/api/v1/forecast/fans',
  curves: '/api/v1/forecast/curves',
  requiredShare: '/api/v1/forecast/required-shares',
  portfolio: '/api/v1/forecast/portfolios',
  waterfall: '/api/v1/forecast/waterfalls',
  careless: '/api/v1/forecast/careless-gains'
} as const satisfies Partial<Record<QuestionKind, Post>>

const waitMs = 20_000
const longestMs = 90_000

/** The answer to a figure's question, or why there is none. */
export async function askFigure<F extends FigureName>(
  fetch: typeof globalThis.fetch,
  figure: F,
  state: ForecastState,
  beliefs: Beliefs,
  asOf: { readonly knownOn: string; readonly trueOn: string }
): Promise<Result<FigureAnswers[F], Refusal>> {
  const { setup, draws, delayYears } = askedFor(figure, state, beliefs)
  const { kind: _, ...question }: Question = questionFor(figure, state)
  const { groups, parameters, horizonYears, seed } = setup
  const race = { startOn: asOf.trueOn, knownOn: asOf.knownOn, groups, parameters, horizonYears, seed }
  const submitted = await fetch(addresses[figure], {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ race, draws, delayYears, ...question })
  })
  let answered = submitted
  for (const started = Date.now(); ; ) {
    const body: Partial<Job> & Partial<components['schemas']['Problem']> = await answered.json().catch(() => ({}))
    if (!answered.ok) return fail(refusalOf(answered.status, body))
    if (body.state === 'done') return ok((body.result as { answer: FigureAnswers[F] }).answer)
    if (body.state === 'failed' || body.state === 'cancelled') return fail(refusalOf(422, body.error ?? {}))
    if (Date.now() - started > longestMs)
      return fail({ status: 503, message: 'The forecast takes too long at the moment.' })
    answered = await fetch(`/api/v1/forecast/jobs/${body.id}?waitMs=${waitMs}`, {
      headers: { accept: 'application/json' }
    })
  }
}

const refusalOf = (status: number, { detail, remedy }: { detail?: string; remedy?: string }): Refusal => ({
  status,
  message: detail ?? 'The forecast did not answer.',
  ...(remedy ? { remedy } : {})
})
