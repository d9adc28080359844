/**
 * What a forecast assumes: the shipped parameters, and the groups as a race would start with them.
 */
import type { Start } from '@frown/core/forecast'
import { grades, kernelVersion, parameterDefinitions } from '@frown/core/simulation'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { orRefuse } from '../platform/refusal.ts'
import { type RegisterContext, readAsOf, refusals } from '../register/answering.ts'
import { dayParameter } from '../register/parameters.ts'
import { answered } from '../register/schemas.ts'
import { shippedBeliefs } from './beliefs.ts'
import { registerField } from './pinned-race.ts'
import { ParameterBelief, StartingGroup } from './race-schemas.ts'

const Beliefs = z
  .object({
    about: z.string(),
    version: z.string().meta({ description: 'Names the content of the set' }),
    kernelVersion: z.string().meta({ description: 'Names the code that decides every digit' }),
    parameters: z.array(
      ParameterBelief.extend({
        label: z.string(),
        unit: z.string(),
        least: z.number().meta({ description: 'The model runs with values from here' }),
        most: z.number().meta({ description: 'to here' })
      })
    )
  })
  .meta({ id: 'Beliefs' })

const StartOfGroup = z
  .object({
    group: StartingGroup,
    kind: z
      .enum(['open', 'measured', 'unknown', 'given'])
      .meta({ description: 'On what the interval of its largest run rests' }),
    largestKnown: z
      .object({ systemId: z.string(), name: z.string(), releasedOn: z.string(), computeFlop: z.number() })
      .nullable(),
    undisclosedSince: z.int().meta({ description: 'Systems released since whose compute is not known' }),
    costKind: z.enum(['ownRun', 'recentRuns', 'given']),
    isCareSet: z.boolean().meta({ description: 'false: 0.5 is raced with because nothing is assumed' }),
    grade: z.enum(grades),
    note: z.string()
  })
  .meta({ id: 'StartOfGroup' })

const Groups = z.object({ ...answered, startOn: z.string(), items: z.array(StartOfGroup) }).meta({ id: 'RaceGroups' })

export const beliefRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/parameters',
      {
        schema: {
          operationId: 'listParameters',
          tags: ['forecast'],
          summary: 'The shipped beliefs: distribution, grade and source of every parameter',
          querystring: z.strictObject({}),
          response: { 200: Beliefs, ...refusals }
        }
      },
      async () => {
        const { about, version, parameters } = shippedBeliefs()
        return {
          about,
          version,
          kernelVersion,
          parameters: parameters.map(belief => ({ ...belief, ...parameterDefinitions[belief.name] }))
        }
      }
    )

    routes.get(
      '/groups',
      {
        schema: {
          operationId: 'listRaceGroups',
          tags: ['forecast'],
          summary: 'The groups with which a race starts on a day, and what each rests on',
          querystring: z.strictObject({
            startOn: dayParameter.optional().meta({ description: 'Day on which the race starts; today if left out' }),
            knownOn: dayParameter
              .optional()
              .meta({ description: 'What the register knew on that day; today if left out' })
          }),
          response: { 200: Groups, ...refusals }
        }
      },
      async request => {
        const { knownOn, startOn } = request.query
        const reading = readAsOf(context, { knownOn, trueOn: startOn })
        const beliefs = shippedBeliefs()
        const field = orRefuse(registerField(reading))
        const items = field.starts.map((start, index) => ({
          ...startResource(start),
          grade: beliefs.groups[index]?.grade ?? ('guess' as const),
          note: beliefs.groups[index]?.note ?? ''
        }))
        return { ...reading.answered, startOn: field.startOn, items }
      }
    )
  }

function startResource({ group, compute, cost, isCareSet }: Start) {
  const known = compute.largestKnown
  return {
    group,
    kind: compute.kind,
    largestKnown: known && {
      systemId: known.system,
      name: known.name,
      releasedOn: known.releasedOn,
      computeFlop: known.computeFlop.value
    },
    undisclosedSince: compute.undisclosedSince,
    costKind: cost.kind,
    isCareSet
  }
}
