/**
 * Jobs over HTTP: how far one is, its answer, and taking the asking back.
 *
 * A job is named by what it asks, so whoever can name it could ask for it too. Taking back ends it only for the last who asked.
 */
import { type ErrorCode, errorCodes } from '@frown/core/shared'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals } from '../register/answering.ts'
import { isFinished, type Job as StoredJob } from './job-store.ts'
import type { Jobs } from './jobs.ts'

const JobError = z.object({
  code: z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  place: z.string().optional(),
  remedy: z.string().optional()
})

export const Job = z
  .object({
    id: z.string(),
    kind: z.string().meta({ description: 'Which question' }),
    request: z.unknown().meta({ description: 'As it was asked' }),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    progress: z.number().min(0).max(1).meta({ description: 'Share of the work that is done' }),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    result: z.unknown().meta({ description: 'The answer; null unless done' }),
    error: JobError.nullable().meta({ description: 'null unless failed or cancelled' })
  })
  .meta({ id: 'Job', description: 'A question that takes longer than a request' })

const IdParameter = z.object({ id: z.string().min(1).max(100) })

const longestWaitMs = 20_000
const WaitQuery = z.strictObject({
  waitMs: z.coerce
    .number({ error: 'must be a number of milliseconds' })
    .int({ error: 'must be a whole number of milliseconds' })
    .min(0, { error: 'must be at least 0' })
    .max(longestWaitMs, { error: `must be at most ${longestWaitMs}` })
    .default(0)
    .meta({ description: 'Answer when the job is finished, or after so long' })
})

/** Answers with a job: 200 once it is finished, 202 and where to look until then. */
export function sendJob(reply: FastifyReply, job: StoredJob) {
  reply.code(isFinished(job) ? 200 : 202).headers({
    location: `/api/v1/forecast/jobs/${job.id}`,
    'cache-control': 'no-store'
  })
  return job
}

export const jobRoutes =
  (jobs: Jobs): FastifyPluginAsyncZod =>
  async routes => {
    routes.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    routes.get(
      '/jobs/:id',
      {
        schema: {
          operationId: 'readJob',
          tags: ['forecast'],
          summary: 'How far a job is, and its answer once it is done',
          params: IdParameter,
          querystring: WaitQuery,
          response: { 200: Job, ...refusals }
        }
      },
      request => jobs.wait(request.params.id, request.query.waitMs)
    )

    routes.delete(
      '/jobs/:id',
      {
        schema: {
          operationId: 'cancelJob',
          tags: ['forecast'],
          summary: 'Take an asking back; the last one cancels the job',
          params: IdParameter,
          querystring: z.strictObject({}),
          response: { 200: Job, ...refusals }
        }
      },
      request => jobs.cancel(request.params.id)
    )
  }
