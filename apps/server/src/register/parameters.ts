/**
 * What a request may ask: each query parameter with its form, and the sentence for what is not of that form.
 */
import { createHash } from 'node:crypto'
import { type AsOf, type Day, parseDay, systemSorts } from '@frown/core/register'
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'

const numberPattern = /^\d+(\.\d+)?([eE][+-]?\d{1,4})?$/

/** The text as a number where it is written as one; 1e400 and NaN stay what they are and are refused. */
const written = (text: unknown): unknown => (typeof text === 'string' && numberPattern.test(text) ? Number(text) : text)

const notADay = 'must be a day, YYYY-MM-DD'

export const dayParameter = z
  .string({ error: issue => (Array.isArray(issue.input) ? 'give it once' : notADay) })
  .refine(text => parseDay(text) !== undefined, { error: notADay })
  .transform(text => text as Day)
  .meta({ format: 'date', examples: ['2025-03-01'] })

const amountParameter = z
  .preprocess(written, z.number({ error: 'must be a finite number from 0, such as 1e25' }).min(0))
  .meta({ examples: [1e25] })

export const listParameter = z
  .string({ error: 'give it once, its parts separated by commas' })
  .max(1_000, { error: 'is longer than 1000 characters' })
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(Boolean)
  )
  .meta({ description: 'Separated by commas; any of them' })

export const flagParameter = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform(text => text === 'true')

export const asOfParameters = {
  knownOn: dayParameter
    .optional()
    .meta({ description: 'Only what the register had recorded by the end of this day; today if left out' }),
  trueOn: dayParameter.optional().meta({ description: 'Only what is true of the world by this day; today if left out' })
}

export const formatParameter = {
  format: z
    .enum(['json', 'csv'], { error: 'must be json or csv' })
    .optional()
    .meta({ description: 'csv gives the table; so does Accept: text/csv' })
}

export const SystemsQuery = z.strictObject({
  ...asOfParameters,
  query: z
    .string({ error: 'give it once' })
    .max(200, { error: 'is longer than 200 characters' })
    .optional()
    .meta({ description: 'Words that the name of the system or of its group holds' }),
  group: listParameter.optional(),
  domain: listParameter.optional(),
  minFlop: amountParameter.optional(),
  maxFlop: amountParameter.optional(),
  releasedFrom: dayParameter.optional(),
  releasedTo: dayParameter.optional(),
  compute: z.enum(['any', 'known', 'unknown'], { error: 'must be any, known or unknown' }).default('any'),
  sort: z.enum(systemSorts, { error: `must be one of ${systemSorts.join(', ')}` }).default('releasedOn'),
  order: z.enum(['asc', 'desc'], { error: 'must be asc or desc' }).default('desc'),
  limit: z.preprocess(written, z.int({ error: 'must be a whole number from 1 to 5000' }).min(1).max(5_000)).default(50),
  cursor: z
    .string({ error: 'give it once' })
    .max(2_000)
    .optional()
    .meta({ description: 'nextCursor of the page before' }),
  ...formatParameter
})
export type SystemsQuery = z.output<typeof SystemsQuery>

const inOrder = (low: string, high: string, a: unknown, b: unknown, is: boolean): void => {
  if (a !== undefined && b !== undefined && !is)
    throw new Refusal({
      code: 'input/invalid',
      detail: `${low} lies beyond ${high}.`,
      place: low,
      remedy: `Exchange ${low} and ${high}.`
    })
}

/** Refuses bounds that exclude each other. */
export function refuseEmptyBounds({ minFlop, maxFlop, releasedFrom, releasedTo }: SystemsQuery): void {
  inOrder('minFlop', 'maxFlop', minFlop, maxFlop, Number(minFlop) <= Number(maxFlop))
  inOrder('releasedFrom', 'releasedTo', releasedFrom, releasedTo, String(releasedFrom) <= String(releasedTo))
}

/** Where a page of a list ended: the place in the order, the days it was read for, and what it was a list of. */
export interface Cursor extends AsOf {
  readonly key: string | number | null
  readonly id: string
  /** Hash of filter and order. */
  readonly of: string
}

const CursorContent = z.tuple([
  z.union([z.string(), z.number(), z.null()]),
  z.string(),
  z.string().refine(text => parseDay(text) !== undefined),
  z.string().refine(text => parseDay(text) !== undefined),
  z.string()
])

export const writeCursor = ({ key, id, knownOn, trueOn, of }: Cursor): string =>
  Buffer.from(JSON.stringify([key, id, knownOn, trueOn, of])).toString('base64url')

/** Refuses (input/invalid) what no earlier answer gave, or gave for another list. */
export function readCursor(
  text: string,
  of: string,
  asked: { readonly knownOn?: Day | undefined; readonly trueOn?: Day | undefined }
): Cursor {
  const refuse = (detail: string) =>
    new Refusal({ code: 'input/invalid', detail, place: 'cursor', remedy: 'Start again without cursor.' })
  let content: unknown
  try {
    content = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    throw refuse('This is not a cursor that the server gave.')
  }
  const parsed = CursorContent.safeParse(content)
  if (!parsed.success) throw refuse('This is not a cursor that the server gave.')
  const [key, id, knownOn, trueOn, cursorOf] = parsed.data
  if (cursorOf !== of) throw refuse('This cursor belongs to a list with another filter or order.')
  const cursor = { key, id, knownOn: knownOn as Day, trueOn: trueOn as Day, of }
  if ((asked.knownOn ?? cursor.knownOn) !== cursor.knownOn || (asked.trueOn ?? cursor.trueOn) !== cursor.trueOn)
    throw refuse('This cursor belongs to a list as of other days.')
  return cursor
}

/** Names what a list is of, so that a cursor is used only with its own list. */
export const listName = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10)

/** Whether an item stands after the cursor in a list ordered by `key`, then id; what is unknown comes last either way. */
export function isAfter(key: Cursor['key'], id: string, cursor: Cursor, descending: boolean): boolean {
  if (key === null || cursor.key === null) return key === cursor.key ? id > cursor.id : key === null
  if (key === cursor.key) return id > cursor.id
  return key > cursor.key !== descending
}
