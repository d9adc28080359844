import {
  type Change,
  changesOfViews,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  knownDays,
  parseDay,
  properties,
  type Source
} from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { answers, type RegisterContext, readAsOf, sendCsv, wantsCsv } from './answering.ts'
import {
  asOfParameters,
  dayParameter,
  formatParameter,
  isAfter,
  listName,
  readCursor,
  writeCursor
} from './parameters.ts'
import { claimResource } from './resources.ts'
import { Changes, KnownDays, Sources } from './schemas.ts'

const AsOfQuery = z.strictObject({ ...asOfParameters, ...formatParameter })

const ChangesQuery = z.strictObject({
  ...asOfParameters,
  from: dayParameter
    .optional()
    .meta({ description: 'The earlier known day; the known day before the latest if left out' }),
  to: dayParameter.optional().meta({ description: 'The later known day; knownOn if left out' }),
  limit: z
    .preprocess(
      text => (typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text),
      z.int({ error: 'must be a whole number from 1 to 5000' }).min(1).max(5_000)
    )
    .default(200),
  cursor: z
    .string({ error: 'give it once' })
    .max(2_000)
    .optional()
    .meta({ description: 'nextCursor of the page before' }),
  ...formatParameter
})

const changeColumns = ['subjectKind', 'subjectId', 'name', 'kind', 'property', 'unit', 'before', 'after', 'ratio']

export const timeRoutes =
  (context: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/changes',
      {
        schema: {
          operationId: 'listChanges',
          tags: ['register'],
          summary: 'Differences of value between what was known on two days',
          querystring: ChangesQuery,
          response: answers(Changes)
        }
      },
      async (request, reply) => {
        const { query } = request
        const { state, asOf: asked } = readAsOf(context, query)
        const to = query.to ?? asked.knownOn
        if (query.knownOn !== undefined && to > query.knownOn)
          throw new Refusal({
            code: 'input/invalid',
            detail: 'to lies beyond knownOn.',
            place: 'to',
            remedy: 'Leave out knownOn, or give an earlier day.'
          })
        const days = knownDays(state.claims).filter(({ day }) => day <= to)
        const from = query.from ?? days.at(-2)?.day ?? dayBefore(days[0]?.day ?? to)
        if (from > to)
          throw new Refusal({
            code: 'input/invalid',
            detail: 'from lies beyond to.',
            place: 'from',
            remedy: 'Exchange from and to.'
          })
        const of = listName(['changes', from, to])
        const cursor = query.cursor === undefined ? null : readCursor(query.cursor, of, { trueOn: query.trueOn })
        const trueOn = cursor?.trueOn ?? asked.trueOn
        const reading = readAsOf(context, { knownOn: to, trueOn })
        const changes = changesOfViews(state.viewOf({ knownOn: from, trueOn }), reading.view).map(change => ({
          change,
          id: changeKey(change)
        }))
        changes.sort((a, b) => (a.id < b.id ? -1 : 1))
        if (wantsCsv(request))
          return sendCsv(
            reply,
            'changes',
            reading,
            changeColumns,
            changes.map(({ change }) => changeRow(change))
          )
        const start = cursor ? changes.findIndex(({ id }) => isAfter(null, id, cursor, false)) : 0
        const page = start < 0 ? [] : changes.slice(start, start + query.limit)
        const last = page.at(-1)
        const more = start >= 0 && start + page.length < changes.length
        return {
          ...reading.answered,
          from,
          to,
          total: changes.length,
          items: page.map(({ change }) => changeResource(change)),
          nextCursor: last && more ? writeCursor({ key: null, id: last.id, ...reading.asOf, of }) : null
        }
      }
    )

    routes.get(
      '/known-days',
      {
        schema: {
          operationId: 'listKnownDays',
          tags: ['register'],
          summary: 'Days on which the register learned something, and from whom',
          querystring: AsOfQuery,
          response: answers(KnownDays)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const items = knownDays(reading.state.claims)
          .filter(({ day }) => day <= reading.asOf.knownOn)
          .map(({ day, claims, sources }) => ({ day, claims, sources: [...sources] }))
        if (wantsCsv(request)) {
          const rows = items.map(({ day, claims, sources }) => ({
            day,
            claims,
            sources: sources.map(({ title }) => title)
          }))
          return sendCsv(reply, 'known-days', reading, ['day', 'claims', 'sources'], rows)
        }
        return { ...reading.answered, items }
      }
    )

    routes.get(
      '/sources',
      {
        schema: {
          operationId: 'listSources',
          tags: ['register'],
          summary: 'Sources of all that had been recorded, most claims first',
          querystring: AsOfQuery,
          response: answers(Sources)
        }
      },
      async (request, reply) => {
        const reading = readAsOf(context, request.query)
        const counted = new Map<string, Source & { claims: number }>()
        for (const { source, recordedAt } of reading.state.claims) {
          if (dayOf(recordedAt) > reading.asOf.knownOn) continue
          const key = JSON.stringify(source)
          const held = counted.get(key)
          if (held) held.claims++
          else counted.set(key, { ...source, claims: 1 })
        }
        const items = [...counted.values()].sort((a, b) => b.claims - a.claims || (a.url < b.url ? -1 : 1))
        if (wantsCsv(request)) {
          const columns = [
            'url',
            'title',
            'publisher',
            'publishedOn',
            'accessedOn',
            'tier',
            'derivedFrom',
            'licence',
            'claims'
          ]
          return sendCsv(
            reply,
            'sources',
            reading,
            columns,
            items.map(item => ({ ...item }))
          )
        }
        return { ...reading.answered, total: items.length, items }
      }
    )
  }

/** The first day of all has none before it. */
const dayBefore = (day: Day): Day => parseDay(dayFromNumber(dayNumber(day) - 1)) ?? day

/** One property of one subject changes at most once between two days. */
const changeKey = ({ subject, property }: Change): string =>
  `${subject.kind === 'system' ? 0 : 1} ${subject.id} ${property ?? ''}`

const changeResource = (change: Change) => ({
  ...change,
  label: change.property && properties[change.property].label,
  unit: change.property && properties[change.property].unit,
  before: change.before && claimResource(change.before),
  after: change.after && claimResource(change.after)
})

const changeRow = (change: Change) => ({
  subjectKind: change.subject.kind,
  subjectId: change.subject.id,
  name: change.name,
  kind: change.kind,
  property: change.property,
  unit: change.property && properties[change.property].unit,
  before: change.before?.value ?? null,
  after: change.after?.value ?? null,
  ratio: change.ratio
})
