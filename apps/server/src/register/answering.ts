/**
 * What every route of the register shares: the days asked for, and the table as JSON or CSV.
 */
import type { AsOf, Day, Instant } from '@frown/core/register'
import { dayOf } from '@frown/core/register'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { acceptsCsv } from '../platform/cached-answers.ts'
import { refusals } from '../platform/problem.ts'
import { csvOf, type Row } from './csv.ts'
import type { Ledger, LedgerState } from './ledger.ts'

export interface RegisterContext {
  readonly ledger: Ledger
  readonly now: () => Instant
}

export interface Reading {
  readonly asOf: AsOf
  readonly state: LedgerState
  readonly view: ReturnType<LedgerState['viewOf']>
  /** What every answer carries. */
  readonly answered: { readonly asOf: AsOf; readonly registerVersion: number }
}

/** The register as of the days asked for; a day left out is today. */
export function readAsOf(
  { ledger, now }: RegisterContext,
  asked: { readonly knownOn?: Day | undefined; readonly trueOn?: Day | undefined }
): Reading {
  const today = dayOf(now())
  const asOf = { knownOn: asked.knownOn ?? today, trueOn: asked.trueOn ?? today }
  const state = ledger.current
  return { asOf, state, view: state.viewOf(asOf), answered: { asOf, registerVersion: state.version } }
}

export const wantsCsv = (request: FastifyRequest<{ Querystring: { format?: 'json' | 'csv' | undefined } }>): boolean =>
  request.query.format === undefined ? acceptsCsv(request.headers.accept) : request.query.format === 'csv'

export function sendCsv(
  reply: FastifyReply,
  name: string,
  { asOf, answered }: Reading,
  columns: readonly string[],
  rows: Iterable<Row>
) {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="frown-${name}-known-${asOf.knownOn}.csv"`)
    .header('frown-register-version', answered.registerVersion)
    .send(csvOf(columns, rows))
}

/** The response schemas of a route that answers `schema`, or its table as CSV. */
export function answers<T extends z.ZodType>(schema: T) {
  return {
    200: { description: 'As asked', content: { 'application/json': { schema }, 'text/csv': { schema: z.string() } } },
    ...refusals
  }
}

export { refusals }
