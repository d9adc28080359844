import {
  disclosureOf,
  type GroupId,
  historyOf,
  scaleUp,
  systemsOf,
  trainingRuns,
  withParts
} from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answers, type RegisterContext, readAsOf, sendCsv, wantsCsv } from './answering.ts'
import { asOfParameters, formatParameter } from './parameters.ts'
import {
  groupName,
  groupSummary,
  historyResource,
  propertyValues,
  systemColumns,
  systemRow,
  systemSummary
} from './resources.ts'
import { GroupDetail, Groups } from './schemas.ts'
import { refuseUnknownGroup } from './system-routes.ts'

const AsOfQuery = z.strictObject({ ...asOfParameters, ...formatParameter })

const groupColumns = [
  'id',
  'name',
  'alsoKnownAs',
  'country',
  'partOf',
  'systems',
  'withKnownCompute',
  'largestRunSystemId',
  'largestRunKnownFlop',
  'largestRunLowFlop',
  'largestRunHighFlop',
  'unknownSystems'
]

export const groupRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/groups',
      {
        schema: {
          operationId: 'listGroups',
          tags: ['register'],
          summary: 'Groups, each with its parts, most systems first',
          querystring: AsOfQuery,
          response: answers(Groups)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const { view } = reading
        const runs = trainingRuns(view)
        const items = [...view.groups.values()]
          .map(group => groupSummary(view, group, runs))
          .sort((a, b) => b.systems - a.systems || (a.id < b.id ? -1 : 1))
        if (wantsCsv(request)) {
          const rows = items.map(({ largestRun, ...group }) => ({
            ...group,
            largestRunSystemId: largestRun.systemId,
            largestRunKnownFlop: largestRun.knownFlop,
            largestRunLowFlop: largestRun.lowFlop,
            largestRunHighFlop: largestRun.highFlop,
            unknownSystems: largestRun.unknownSystems
          }))
          return sendCsv(reply, 'groups', reading, groupColumns, rows)
        }
        return { ...reading.answered, total: items.length, items }
      }
    )

    routes.get(
      '/groups/:id',
      {
        schema: {
          operationId: 'readGroup',
          tags: ['register'],
          summary: 'One group: its systems, its scale-up, what is unknown, its history',
          params: z.object({ id: z.string().min(1).max(200) }),
          querystring: AsOfQuery,
          response: answers(GroupDetail)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const { view, state, asOf, answered } = reading
        refuseUnknownGroup(view, request.params.id, 'id')
        const id = request.params.id as GroupId
        const group = view.groups.get(id)
        if (!group) throw new Error('a group that is in the view')
        const systems = systemsOf(view, id)
          .map(system => systemSummary(view, system))
          .sort((a, b) =>
            (b.releasedOn ?? '') < (a.releasedOn ?? '')
              ? -1
              : (b.releasedOn ?? '') > (a.releasedOn ?? '')
                ? 1
                : a.id < b.id
                  ? -1
                  : 1
          )
        if (wantsCsv(request)) return sendCsv(reply, `group-${id}`, reading, systemColumns, systems.map(systemRow))
        return {
          ...answered,
          ...groupSummary(view, group, trainingRuns(view)),
          systems,
          systemCount: disclosureOf(systemsOf(view, id)).systems,
          parts: [...withParts(view, id)].filter(part => part !== id).map(part => groupName(view, part)),
          scaleUp: scaleUp(view, id).map(({ system, ...step }) => ({
            systemId: system.id,
            name: system.name,
            ...step
          })),
          properties: propertyValues(group),
          history: historyResource(historyOf(state.claims, { kind: 'group', id }, asOf.knownOn))
        }
      }
    )
  }
