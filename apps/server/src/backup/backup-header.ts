/**
 * The first line of a backup: what it is of, and what its rows are.
 */
import { z } from 'zod'

export const formatNumber = 1

export const BackupHeader = z.strictObject({
  frown: z.literal('backup'),
  format: z.int().min(1),
  /** The newest step of the schema. */
  step: z.string().regex(/^\d{4}-[a-z-]+$/),
  madeAt: z.iso.datetime(),
  store: z.enum(['embedded', 'server']),
  tables: z.array(z.strictObject({ name: z.string().max(63), columns: z.array(z.string().max(63)).max(200) })).max(200),
  /** The newest checkpoint of the log, with the signatures of witnesses; null: nothing was signed. */
  checkpoint: z.string().nullable()
})
export type BackupHeader = z.infer<typeof BackupHeader>

export const rowStart = (table: string): string => `{"table":${JSON.stringify(table)},"row":`
