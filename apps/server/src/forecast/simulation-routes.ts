/**
 * Races with values given outright, answered at once.
 */
import { mostGivenDraws, parameterNames, simulate } from '@frown/core/simulation'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { orRefuse } from '../platform/refusal.ts'
import { refusals } from '../register/answering.ts'
import type { Engine } from './engine.ts'

const number = z.number({ error: 'must be a finite number' })
const years = number

const GivenGroup = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().max(200).optional(),
  computeFlop: number,
  runCostUsd: number,
  labourShare: number,
  openness: number,
  lnAlgorithms: number,
  care: number.nullish()
})

const Levers = z
  .strictObject({
    refusal: z.strictObject({ share: z.array(number), startYears: years, rampYears: years }).optional(),
    investorFrown: number.optional(),
    ostracism: z.strictObject({ access: z.array(number), startYears: years }).optional(),
    shutdown: z.strictObject({ groups: z.array(z.boolean()), startYears: years }).optional(),
    cap: z
      .strictObject({
        flop: number,
        startYears: years,
        covered: z.array(z.boolean()),
        evasion: number,
        evasionGrowth: number
      })
      .optional(),
    smallModels: z.strictObject({ substitution: number, startYears: years, rampYears: years }).optional()
  })
  .meta({ id: 'Levers', description: 'Lists have a place for each group, in their order' })

const Simulation = z.strictObject({
  groups: z.array(GivenGroup),
  parameters: z.array(
    z.strictObject(Object.fromEntries(parameterNames.map(name => [name, number]))) as ParameterValues
  ),
  levers: Levers.default({}),
  horizonYears: number.default(40)
})
type ParameterValues = z.ZodObject<Record<(typeof parameterNames)[number], typeof number>>

const perDraw = z.number().nullable()
const SimulationResult = z
  .object({
    crossingYears: z
      .array(z.array(perDraw))
      .meta({ description: 'Years from the start, per draw and group; null: not within the horizon' }),
    speedLimitYears: z.array(perDraw).meta({ description: 'When the speed limit first bound, per draw; null: never' })
  })
  .meta({ id: 'SimulationResult' })

/** A draw has 26 parameters of some 25 characters each, with their names. */
const largestBodyBytes = mostGivenDraws * 1_200

export const simulationRoutes =
  (engine: Engine): FastifyPluginAsyncZod =>
  async routes => {
    routes.post(
      '/simulations',
      {
        bodyLimit: largestBodyBytes,
        schema: {
          operationId: 'simulate',
          tags: ['forecast'],
          summary: 'When each group crosses, for values of the parameters given outright',
          querystring: z.strictObject({}),
          body: Simulation,
          response: { 200: SimulationResult, ...refusals }
        }
      },
      async (request, reply) => {
        const { kernel } = await engine.tools()
        const result = orRefuse(await simulate(kernel, request.body))
        reply.header('cache-control', 'no-store')
        return result
      }
    )
  }
