import {
  dayFromNumber,
  dayNumber,
  disclosureByGroup,
  disclosureByYear,
  disclosureOf,
  fitTrend,
  frontier,
  type GroupId,
  type Interval,
  trendOn,
  trendRuns
} from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { orRefuse } from '../platform/refusal.ts'
import { answers, type RegisterContext, readAsOf, sendCsv, wantsCsv } from './answering.ts'
import { asOfParameters, dayParameter, flagParameter, formatParameter, listParameter } from './parameters.ts'
import { groupName, measuredCells, measuredColumns } from './resources.ts'
import { Disclosure, Frontier, Trend } from './schemas.ts'
import { refuseUnknownGroup } from './system-routes.ts'

const AsOfQuery = z.strictObject({ ...asOfParameters, ...formatParameter })
const bandSteps = 24

const TrendQuery = z.strictObject({
  ...asOfParameters,
  from: dayParameter.optional().meta({ description: 'First release that counts' }),
  to: dayParameter.optional().meta({ description: 'Last release that counts' }),
  group: listParameter.optional(),
  frontier: flagParameter.optional().meta({ description: 'Only runs among the ten largest known at release' }),
  count: z
    .enum(['runs', 'systems'], { error: 'must be runs or systems' })
    .optional()
    .meta({ description: 'What counts once: a training run (if left out), or each system, as sources list them' }),
  ...formatParameter
})

export const fieldRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/trend',
      {
        schema: {
          operationId: 'readTrend',
          tags: ['register'],
          summary: 'How fast training compute grows, with its 90% interval',
          querystring: TrendQuery,
          response: answers(Trend)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const { from, to, group = [], frontier: frontierOnly, count } = request.query
        for (const id of group) refuseUnknownGroup(reading.view, id, 'group')
        const runs = trendRuns(reading.view, { from, to, groups: group as GroupId[], frontierOnly, count })
        const trend = orRefuse(fitTrend(runs))
        const first = dayNumber(trend.from)
        const span = dayNumber(trend.to) - first
        const days = Array.from({ length: bandSteps + 1 }, (_, step) =>
          dayFromNumber(Math.round(first + (span * step) / bandSteps))
        )
        const band = [...new Set(days)].map(on => ({ on, ...bounded(trendOn(trend, on)) }))
        if (wantsCsv(request)) return sendCsv(reply, 'trend', reading, ['on', 'value', 'low', 'high'], band)
        return { ...reading.answered, ...trend, growthPerYear: bounded(trend.growthPerYear), band }
      }
    )

    routes.get(
      '/disclosure',
      {
        schema: {
          operationId: 'readDisclosure',
          tags: ['register'],
          summary: 'Shares of systems with known training compute, by year and by group',
          querystring: AsOfQuery,
          response: answers(Disclosure)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const { view } = reading
        const byYear = disclosureByYear(view)
        const byGroup = disclosureByGroup(view).map(({ group, ...shares }) => ({
          group: groupName(view, group),
          ...shares
        }))
        if (wantsCsv(request)) {
          const rows = [
            ...byYear.map(({ year, ...shares }) => ({ by: 'year', id: year, name: null, ...shares })),
            ...byGroup.map(({ group, ...shares }) => ({ by: 'group', ...group, ...shares }))
          ]
          return sendCsv(
            reply,
            'disclosure',
            reading,
            ['by', 'id', 'name', 'systems', 'withKnownCompute', 'share'],
            rows
          )
        }
        return { ...reading.answered, all: disclosureOf([...view.systems.values()]), byYear, byGroup }
      }
    )

    routes.get(
      '/frontier',
      {
        schema: {
          operationId: 'readFrontier',
          tags: ['register'],
          summary: 'Runs that were the largest known when they were released',
          querystring: AsOfQuery,
          response: answers(Frontier)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const items = frontier(reading.view).map(({ system, releasedOn, computeFlop }) => ({
          systemId: system.id,
          name: system.name,
          groups: system.developedBy.map(id => groupName(reading.view, id)),
          releasedOn,
          trainingComputeFlop: computeFlop
        }))
        if (wantsCsv(request)) {
          const columns = ['systemId', 'name', 'groups', 'releasedOn', ...measuredColumns('trainingComputeFlop')]
          const rows = items.map(({ systemId, name, groups, releasedOn, trainingComputeFlop }) => ({
            systemId,
            name,
            groups: groups.map(group => group.id),
            releasedOn,
            ...measuredCells('trainingComputeFlop', trainingComputeFlop)
          }))
          return sendCsv(reply, 'frontier', reading, columns, rows)
        }
        return { ...reading.answered, items }
      }
    )
  }

/** Where an end lies beyond what a number can hold, it is written null. */
const bounded = ({ value, low, high }: Interval) => ({ value: finite(value), low: finite(low), high: finite(high) })
const finite = (number: number): number | null => (Number.isFinite(number) ? number : null)
