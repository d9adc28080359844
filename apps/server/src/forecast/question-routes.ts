/**
 * Putting questions to the race: each is checked at once, and then worked out as a job.
 */
import { checkQuestion, type Question, type QuestionKind } from '@frown/core/forecast'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { orRefuse } from '../platform/refusal.ts'
import { type RegisterContext, refusals } from '../register/answering.ts'
import { answers, Pins } from './answers.ts'
import { shippedBeliefs } from './beliefs.ts'
import type { Engine } from './engine.ts'
import { Job, sendJob } from './job-routes.ts'
import type { JobRequest } from './perform.ts'
import { type PinnedRace, pinRace } from './pinned-race.ts'
import { questions } from './questions.ts'

type Body<K extends QuestionKind> = z.output<(typeof questions)[K]['body']>

const NoQuery = z.strictObject({})
const largestBodyBytes = 256 * 1024

export const questionRoutes =
  (context: RegisterContext, engine: Engine): FastifyPluginAsyncZod =>
  async routes => {
    // Fastify validates null where there is no body.
    routes.addHook('preValidation', async request => {
      if (request.body === undefined) request.body = {}
    })
    for (const kind of Object.keys(questions) as QuestionKind[]) {
      const { path, summary, body } = questions[kind]
      routes.post(
        `/${path}`,
        {
          bodyLimit: largestBodyBytes,
          schema: {
            operationId: `ask${kind[0]?.toUpperCase()}${kind.slice(1)}`,
            tags: ['forecast'],
            summary,
            querystring: NoQuery,
            body: (body as z.ZodType<Body<QuestionKind>>).prefault({} as Body<QuestionKind>),
            response: { 200: jobOf(kind), 202: jobOf(kind), ...refusals }
          }
        },
        async (request, reply) => {
          const asking = request.body
          const { setup, pins } = orRefuse(pinRace(context, asking.race))
          const { draws, delayYears } = asking
          const asked = { setup, draws, delayYears }
          const question = questionOf(kind, asking, setup)
          const { kernel } = await engine.tools()
          orRefuse(await checkQuestion(asked, question, kernel))
          const job = await engine.jobs.submit(kind, { asked, question, pins } satisfies JobRequest)
          return sendJob(reply, job) as z.output<ReturnType<typeof jobOf>>
        }
      )
    }
  }

/** A job of this kind, with its answer once it is done. */
const jobOf = (kind: QuestionKind) =>
  Job.extend({ result: z.object({ answer: answers[kind], pins: Pins }).nullable() }).meta({
    id: `${kind[0]?.toUpperCase()}${kind.slice(1)}Job`
  })

/** The question in core's form. */
function questionOf(kind: QuestionKind, asking: Body<QuestionKind>, setup: PinnedRace['setup']): Question {
  const { race, draws: _, delayYears: __, ...rest } = asking
  if ('other' in rest) {
    const { scenario, other } = rest
    return { kind: 'twoBeliefs', scenario, other: { ...setup.parameters, ...other } } as Question
  }
  if (kind === 'believe') {
    const { movable, ...wish } = rest as Body<'believe'>
    const set = race.parameters === undefined ? shippedBeliefs() : undefined
    const names = movable ?? shippedBeliefs().parameters.map(({ name }) => name)
    return { kind, ...wish, movable: names, set } as Question
  }
  return { kind, ...rest } as Question
}
