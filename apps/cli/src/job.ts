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
  const interrupt = new AbortController()
  const takeBack = () => interrupt.abort()
  process.once('SIGINT', takeBack)
  const interrupted = new Promise<null>(resolve => {
    interrupt.signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  const started = Date.now()
  try {
    let job: Job = await submit
    const params = { path: { id: job.id } }
    while (job.state === 'waiting' || job.state === 'running') {
      const look = () => api.GET('/api/v1/forecast/jobs/{id}', { params: { ...params, query: { waitMs: pollMs } } })
      const news = interrupt.signal.aborted ? null : await Promise.race([answerOf(look()), interrupted])
      if (news === null) {
        await answerOf(api.DELETE('/api/v1/forecast/jobs/{id}', { params }))
        throw new Refusal(takenBack)
      }
      job = news
      if (Date.now() - started > quietMs) writeProgress(doing, job.progress)
    }
    if (job.state === 'done') return job.result as Answered<A>
    throw new Refusal(job.error ?? { code: 'server/failed', detail: `The job ended without an answer (${job.state})` })
  } finally {
    process.off('SIGINT', takeBack)
    writeProgress(doing, null)
  }
}

const takenBack = { code: 'forecast/cancelled', detail: 'The question was taken back' } as const
