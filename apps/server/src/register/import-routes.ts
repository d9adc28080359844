import { parseInstant } from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireOperator } from '../platform/operator.ts'
import { orRefuse } from '../platform/refusal.ts'
import { type RegisterContext, refusals } from './answering.ts'
import { importEpoch } from './import.ts'
import { ImportReport } from './import-schemas.ts'
import { flagParameter } from './parameters.ts'
import type { RegisterStore } from './store.ts'

const largestFileBytes = 16 * 1024 * 1024

const several = (form: string, pattern: RegExp) => {
  const one = z
    .string()
    .max(500)
    .regex(pattern, { error: `must be written ${form}` })
  return z
    .union([one.transform(text => [text]), z.array(one).max(200)], { error: `must be written ${form}` })
    .default([])
    .meta({ description: `${form}; may be given several times` })
}

const ImportQuery = z.strictObject({
  dryRun: flagParameter.default(false).meta({ description: 'Only say what would change' }),
  createGroups: flagParameter.default(false).meta({ description: 'Add organisations that the register does not know' }),
  recordedAt: z
    .string({ error: 'give it once' })
    .refine(text => parseInstant(text) !== undefined, {
      error: 'must be an instant, such as 2026-07-31 or 2026-07-31T12:00:00Z'
    })
    .optional()
    .meta({ description: 'When the register learned it; now if left out' }),
  rename: several('FROM=TO', /^[^=]+=.+$/),
  notRenamed: several('NAME', /./),
  sameRun: several('NAME=OTHER', /^[^=]+=.+$/),
  overrule: several('SYSTEM=PROPERTY', /^.+=\w+$/)
})

export const importRoutes =
  (context: RegisterContext, store: RegisterStore, operatorToken: string | undefined): FastifyPluginAsyncZod =>
  async routes => {
    routes.removeAllContentTypeParsers()
    routes.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    routes.post(
      '/imports',
      {
        bodyLimit: largestFileBytes,
        onRequest: requireOperator(operatorToken),
        schema: {
          operationId: 'importEpoch',
          tags: ['register'],
          summary: "Import one of Epoch AI's CSV files: all of it or nothing",
          security: [{ operator: [] }],
          consumes: ['text/csv'],
          querystring: ImportQuery,
          body: z.string({ error: 'must be a CSV file' }).min(1, { error: 'is empty' }),
          response: { 200: ImportReport, ...refusals }
        }
      },
      async request => {
        const { dryRun, createGroups, recordedAt, rename, notRenamed, sameRun, overrule } = request.query
        const report = orRefuse(
          await importEpoch(store, context.ledger, {
            csv: request.body,
            recordedAt: (recordedAt === undefined ? undefined : parseInstant(recordedAt)) ?? context.now(),
            createGroups,
            confirmed: {
              renames: rename.map(pairOf).map(([from, to]) => ({ from, to })),
              notRenamed,
              sameRuns: sameRun.map(pairOf).map(([name, as]) => ({ name, as }))
            },
            overruled: overrule.map(text => {
              const at = text.lastIndexOf('=')
              return { system: text.slice(0, at).trim(), property: text.slice(at + 1).trim() }
            }),
            dryRun
          })
        )
        return { dryRun, ...report }
      }
    )
  }

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}
