/**
 * What an import reports: every difference of value, for people to read.
 */
import { confidences, propertyNames } from '@frown/core/register'
import { z } from 'zod'

const named = { id: z.string(), name: z.string() }
const property = z.enum(propertyNames)
const value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string()).readonly()]).nullable()
const day = z.string().meta({ format: 'date' }).nullable()

const ImportDiff = z
  .object({
    dataset: z.enum(['notable', 'large-scale']),
    rows: z.int(),
    addedGroups: z.array(z.object(named)).readonly(),
    addedSystems: z.array(z.object(named)).readonly(),
    withdrawnSystems: z.array(z.object(named)).readonly(),
    renamed: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })).readonly(),
    redated: z.array(z.object({ ...named, from: day, to: day })).readonly(),
    values: z
      .array(
        z.object({
          ...named,
          property,
          kind: z.enum(['added', 'revised', 'withdrawn']),
          before: value,
          after: value,
          ratio: z.number().nullable()
        })
      )
      .readonly(),
    reassessed: z
      .array(z.object({ ...named, property, from: z.enum(confidences), to: z.enum(confidences) }))
      .readonly(),
    sameRuns: z.array(z.object({ ...named, as: z.string() })).readonly(),
    disagreements: z
      .array(z.object({ ...named, property, registered: value, filed: value, ratio: z.number().nullable() }))
      .readonly()
      .meta({ description: 'Another source holds the value in the register; nothing was written' }),
    heldByPeople: z
      .array(z.object({ ...named, property, registered: value, filed: value, ratio: z.number().nullable() }))
      .readonly()
      .meta({ description: 'Entered, contested or withdrawn by people; nothing was written unless overruled' }),
    notes: z
      .array(z.object({ row: z.int(), name: z.string(), column: z.string(), reading: z.string() }))
      .readonly()
      .meta({ description: 'Cells read as not known although something stood in them' })
  })
  .meta({ id: 'ImportDiff' })

export const ImportReport = z
  .object({
    dryRun: z.boolean(),
    isEmpty: z.boolean().meta({ description: 'Nothing in the file is news' }),
    claims: z.int().meta({ description: 'Claims appended, or that would be' }),
    registerVersion: z.int(),
    diff: ImportDiff
  })
  .meta({ id: 'ImportReport' })
