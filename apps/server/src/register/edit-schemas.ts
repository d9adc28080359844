/**
 * What an edit is over HTTP, and what it reports. Values come as text, as people write them: core reads them.
 */
import { claimStepKinds, confidences, propertyNames, sourceTiers } from '@frown/core/register'
import { z } from 'zod'
import { claimContent, Subject } from './schemas.ts'

const line = z.string().max(2_000)
const claimId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'must be 32 hexadecimal digits' })
const property = z.enum(propertyNames)
const confidence = z.enum(confidences)
const dryRun = z.boolean().default(false).meta({ description: 'Only say what would change' })

const WrittenSource = z
  .strictObject({
    url: line,
    title: line,
    publisher: line,
    publishedOn: line.nullable().default(null),
    accessedOn: line.nullable().default(null),
    tier: z.enum(sourceTiers),
    derivedFrom: line.nullable().default(null),
    licence: line.nullable().default(null)
  })
  .meta({ id: 'WrittenSource', description: 'Who says so. Days as YYYY-MM-DD' })

const onProperty = {
  subject: z.strictObject({ kind: z.enum(['group', 'system']), id: z.string().max(200) }),
  property,
  expected: claimId.nullable().meta({ description: 'The claim that holds, as the writer saw it; null: none' }),
  dryRun
}

const statement = {
  ...onProperty,
  value: z.string().max(12_000).meta({
    description: 'As people write it, in the unit of the property: 2.1e25, 12,000, 2024-05-01, yes; lists line by line'
  }),
  low: line.nullable().default(null),
  high: line.nullable().default(null),
  confidence: confidence.default('unknown'),
  validFrom: line.meta({ description: 'The day from which it is true of the world' }),
  source: WrittenSource
}

const doubt = { ...onProperty, reply: z.string().max(8_000).nullable().default(null) }

export const EditBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('add'), ...statement }),
    z.strictObject({ kind: z.literal('supersede'), ...statement }),
    z.strictObject({ kind: z.literal('contest'), ...doubt }),
    z.strictObject({ kind: z.literal('reply'), ...doubt }),
    z.strictObject({ kind: z.literal('withdraw'), ...onProperty, source: WrittenSource }),
    z.strictObject({ kind: z.literal('undo'), claim: claimId, dryRun }),
    z.strictObject({
      kind: z.literal('addSubject'),
      of: z.enum(['group', 'system']),
      values: z.strictObject(
        Object.fromEntries(propertyNames.map(name => [name, z.string().max(12_000).optional()])) as Record<
          (typeof propertyNames)[number],
          z.ZodOptional<z.ZodString>
        >
      ),
      confidence: confidence.default('unknown').meta({ description: 'Of the numbers among the values' }),
      validFrom: line.nullable().default(null).meta({ description: 'Of a group: known to exist since' }),
      source: WrittenSource,
      dryRun
    })
  ])
  .meta({ id: 'Edit' })

const Content = z.object({ subject: Subject, property, ...claimContent })

export const EditReport = z
  .object({
    dryRun: z.boolean(),
    registerVersion: z.int(),
    subject: Subject,
    name: z.string(),
    changes: z
      .array(
        z.object({
          property,
          label: z.string(),
          unit: z.string().nullable(),
          kind: z.enum(claimStepKinds),
          ratio: z.number().nullable(),
          before: z.object({ ...Content.shape, id: z.string() }).nullable(),
          after: Content
        })
      )
      .meta({ description: 'What was asked for comes first' }),
    moves: z
      .array(
        z.object({
          of: z.enum(['groupLargestRun', 'fieldLargestRun', 'growthPerYear']),
          group: z.object({ id: z.string(), name: z.string() }).nullable(),
          before: z.number().nullable(),
          after: z.number().nullable()
        })
      )
      .meta({ description: 'What else moves: FLOP of known runs, and the factor by which compute grows in a year' }),
    claims: z.array(z.string()).meta({ description: 'Ids of what was written, in the order of the changes' })
  })
  .meta({ id: 'EditReport' })
