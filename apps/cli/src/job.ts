/**
 * Asking what takes longer than a request: submits a job, shows how far it is, and gives its answer.
 *
 * Ctrl-C takes the asking back, so that nobody goes on computing what nobody waits for.
 */
import { type Api, answerOf } from './api/client.ts'
import type { components } from './api/schema.ts'
import { writeProgress } from './output.ts'
import { Refusal } from './refusal.ts'

type Job = components['schemas']['Job']

/** What a finished question gives: its answer, and what that rests on. */
export interface Answered<A> {
  readonly answer: A
  readonly pins: components['schemas']['Pins']
}

const pollMs = 1_000
const quietMs = 400

/** The result of the job that `submit` begins; refuses with the job's error. */
export async function resultOf<A>(
  api: Api,
  doing: string,
  submit: Promise<{ readonly result: Answered<A> | null } & Omit<Job, 'result'>>
): Promise<Answered<A>> {
  let job: Job = await submit
  const started = Date.now()
  const params = { path: { id: job.id } }
  let cancelled = false
  const cancel = () => {
    cancelled = true
    api.DELETE('/api/v1/forecast/jobs/{id}', { params }).catch(() => undefined)
  }
  process.once('SIGINT', cancel)
  try {
    while (job.state === 'waiting' || job.state === 'running') {
      job = await answerOf(api.GET('/api/v1/forecast/jobs/{id}', { params: { ...params, query: { waitMs: pollMs } } }))
      if (Date.now() - started > quietMs) writeProgress(doing, job.progress)
    }
  } finally {
    process.off('SIGINT', cancel)
    writeProgress(doing, null)
  }
  if (job.state === 'done') return job.result as Answered<A>
  throw new Refusal(
    job.error ?? {
      code: 'forecast/cancelled',
      detail: cancelled ? 'Cancelled' : `The job ended without an answer (${job.state})`
    }
  )
}
