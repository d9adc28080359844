/**
 * Putting questions of the forecast to the API from the server, for whoever has no script and for files of charts.
 */
import type { AnswerTo, Asked, Question, QuestionKind } from '@frown/core/forecast'
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
  careless: '/api/v1/forecast/careless-gains',
  believe: '/api/v1/forecast/beliefs',
  twoBeliefs: '/api/v1/forecast/comparisons',
  claim: '/api/v1/forecast/claims',
  approaches: '/api/v1/forecast/approaches'
} as const satisfies Partial<Record<QuestionKind, Post>>

const waitMs = 20_000
const longestMs = 90_000

type Days = { readonly knownOn: string; readonly trueOn: string }
type AskedKind = keyof typeof addresses

/** The answer; null where it has not come within `patienceMs`: the work goes on, and asking again finds it. */
export async function askQuestion<K extends AskedKind>(
  fetch: typeof globalThis.fetch,
  { setup, draws, delayYears }: Asked,
  asking: Extract<Question, { kind: K }>,
  asOf: Days,
  patienceMs = longestMs
): Promise<Result<AnswerTo<K> | null, Refusal>> {
  const { kind, ...question } = asking as Question & { readonly kind: K }
  const { groups, parameters, horizonYears, seed } = setup
  const race = { startOn: asOf.trueOn, knownOn: asOf.knownOn, groups, parameters, horizonYears, seed }
  const started = Date.now()
  let answered = await fetch(addresses[kind], {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ race, draws, delayYears, ...question })
  })
  for (;;) {
    const body: Partial<Job> & Partial<components['schemas']['Problem']> = await answered.json().catch(() => ({}))
    if (!answered.ok) return fail(refusalOf(answered.status, body))
    if (body.state === 'done') return ok((body.result as { answer: AnswerTo<K> }).answer)
    if (body.state === 'failed' || body.state === 'cancelled') return fail(refusalOf(422, body.error ?? {}))
    const left = patienceMs - (Date.now() - started)
    if (left <= 0) return ok(null)
    answered = await fetch(`/api/v1/forecast/jobs/${body.id}?waitMs=${Math.min(waitMs, Math.ceil(left))}`, {
      headers: { accept: 'application/json' }
    })
  }
}

/** The answer to a figure's question, or why there is none. */
export async function askFigure<F extends FigureName>(
  fetch: typeof globalThis.fetch,
  figure: F,
  state: ForecastState,
  beliefs: Beliefs,
  asOf: Days
): Promise<Result<FigureAnswers[F], Refusal>> {
  const answer = await askQuestion<F>(
    fetch,
    askedFor(figure, state, beliefs),
    questionFor<F>(figure, state) as Extract<Question, { kind: F }>,
    asOf
  )
  if (!answer.ok) return answer
  return answer.value === null ? fail(tooLong) : ok(answer.value as FigureAnswers[F])
}

export const tooLong: Refusal = { status: 503, message: 'The forecast takes too long at the moment.' }

const refusalOf = (status: number, { detail, remedy }: { detail?: string; remedy?: string }): Refusal => ({
  status,
  message: detail ?? 'The forecast did not answer.',
  ...(remedy ? { remedy } : {})
})
