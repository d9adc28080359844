import {
  type Claim,
  closest,
  type Day,
  dayOf,
  distinctRuns,
  filterSystems,
  findSystem,
  type GroupId,
  historyOf,
  type RegisterView,
  type SystemFilter,
  type SystemId,
  sortKey,
  sortSystems
} from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { answers, type RegisterContext, readAsOf, sendCsv, wantsCsv } from './answering.ts'
import {
  asOfParameters,
  formatParameter,
  isAfter,
  listName,
  readCursor,
  refuseEmptyBounds,
  SystemsQuery,
  writeCursor
} from './parameters.ts'
import {
  claimColumns,
  claimRow,
  historyResource,
  propertyValues,
  systemColumns,
  systemRow,
  systemSummary
} from './resources.ts'
import { History, SystemDetail, Systems } from './schemas.ts'

const IdParameter = z.object({ id: z.string().min(1).max(1_000).meta({ description: 'Id or exact name' }) })
const AsOfQuery = z.strictObject({ ...asOfParameters, ...formatParameter })

export const systemRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/systems',
      {
        schema: {
          operationId: 'listSystems',
          tags: ['register'],
          summary: 'Systems that match',
          querystring: SystemsQuery,
          response: answers(Systems)
        }
      },
      async (request, reply) => {
        const { query } = request
        refuseEmptyBounds(query)
        const descending = query.order === 'desc'
        const filter = filterOf(query)
        const of = listName([filter, query.sort, query.order])
        const cursor = query.cursor === undefined ? null : readCursor(query.cursor, of, query)
        const reading = readAsOf(context, cursor ?? query)
        const { view, answered } = reading
        for (const id of filter.groups ?? []) refuseUnknownGroup(view, id, 'group')
        const found = sortSystems(filterSystems(view, filter), query.sort, descending)
        if (wantsCsv(request)) {
          const rows = found.map(system => systemRow(systemSummary(view, system)))
          return sendCsv(reply, 'systems', reading, systemColumns, rows)
        }
        const start = cursor
          ? found.findIndex(system => isAfter(sortKey(system, query.sort), system.id, cursor, descending))
          : 0
        const page = start < 0 ? [] : found.slice(start, start + query.limit)
        const last = page.at(-1)
        const more = start >= 0 && start + page.length < found.length
        return {
          ...answered,
          total: found.length,
          runs: distinctRuns(view, found).length,
          items: page.map(system => systemSummary(view, system)),
          nextCursor:
            last && more ? writeCursor({ key: sortKey(last, query.sort), id: last.id, ...answered.asOf, of }) : null
        }
      }
    )

    routes.get(
      '/systems/:id',
      {
        schema: {
          operationId: 'readSystem',
          tags: ['register'],
          summary: 'One system, each property with its source',
          params: IdParameter,
          querystring: AsOfQuery,
          response: answers(SystemDetail)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const system = orRefuse(findSystem(reading.view, request.params.id))
        const values = propertyValues(system)
        if (wantsCsv(request)) {
          const rows = values.map(({ property, unit, claimId, intervalFrom, ...claim }) => ({
            property,
            unit,
            claimId,
            intervalFrom,
            ...claimRow(claim)
          }))
          return sendCsv(reply, `system-${system.id}`, reading, claimColumns, rows)
        }
        return { ...reading.answered, ...systemSummary(reading.view, system), properties: values }
      }
    )

    routes.get(
      '/systems/:id/history',
      {
        schema: {
          operationId: 'readSystemHistory',
          tags: ['register'],
          summary: 'All that was said of a system, withdrawn claims included',
          params: IdParameter,
          querystring: AsOfQuery,
          response: answers(History)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const { id, name } = everKnown(reading.view, reading.state.claims, request.params.id)
        const history = historyResource(historyOf(reading.state.claims, { kind: 'system', id }, reading.asOf.knownOn))
        if (wantsCsv(request)) {
          const rows = history.flatMap(({ property, unit, claims }) =>
            claims.map(({ id: claimId, supersededBy, ...claim }) => ({
              property,
              unit,
              claimId,
              supersededBy,
              ...claimRow(claim)
            }))
          )
          return sendCsv(reply, `history-${id}`, reading, claimColumns, rows)
        }
        return { ...reading.answered, subject: { kind: 'system' as const, id }, name, properties: history }
      }
    )
  }

function filterOf(query: SystemsQuery): SystemFilter {
  return {
    query: query.query,
    groups: query.group as GroupId[] | undefined,
    domains: query.domain,
    minFlop: query.minFlop,
    maxFlop: query.maxFlop,
    releasedFrom: query.releasedFrom,
    releasedTo: query.releasedTo,
    compute: query.compute
  }
}

/** Refuses (register/unknown-group) with the nearest ids. */
export function refuseUnknownGroup(view: RegisterView, id: string, place: string): void {
  if (view.groups.has(id as GroupId)) return
  const near = closest(id, [...view.groups.keys()])
  throw new Refusal({
    code: 'register/unknown-group',
    detail: `No group has the id "${id}" as known on ${view.knownOn}.`,
    place,
    ...(near.length > 0 ? { remedy: `Perhaps: ${near.join(', ')}.` } : {})
  })
}

/** A system of the view, or one that was known earlier and has been withdrawn since. */
export function everKnown(
  view: RegisterView,
  claims: readonly Claim[],
  idOrName: string
): { id: SystemId; name: string } {
  const found = findSystem(view, idOrName)
  if (found.ok) return found.value
  const wanted = idOrName.trim().toLowerCase()
  const named = claims.findLast(
    ({ subject, property, value, recordedAt }) =>
      subject.kind === 'system' &&
      property === 'name' &&
      typeof value === 'string' &&
      (subject.id === idOrName || value.toLowerCase() === wanted) &&
      knownBy(recordedAt, view.knownOn)
  )
  if (!named || found.error.code !== 'register/unknown-system') throw new Refusal(found.error)
  return { id: named.subject.id as SystemId, name: named.value as string }
}

const knownBy = (recordedAt: Claim['recordedAt'], day: Day): boolean => dayOf(recordedAt) <= day
