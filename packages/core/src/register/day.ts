import type { Brand } from '../shared/index.ts'

/** A calendar day, YYYY-MM-DD, UTC, from year 1, which is where PostgreSQL's count begins, to 9999. */
export type Day = Brand<string, 'Day'>
/** A moment, ISO 8601 in UTC with milliseconds: 2025-02-24T00:00:00.000Z. Sorts as text. */
export type Instant = Brand<string, 'Instant'>

const dayPattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000

/** The day written in `text`, or undefined if there is no such day. */
export function parseDay(text: string): Day | undefined {
  if (!dayPattern.test(text)) return undefined
  const ms = Date.parse(`${text}T00:00:00.000Z`)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined
  return text as Day
}

/** The moment written in `text` (a day alone means its first moment), or undefined. */
export function parseInstant(text: string): Instant | undefined {
  if (dayPattern.test(text)) {
    const day = parseDay(text)
    return day && startOf(day)
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  if (parseDay(text.slice(0, 10)) === undefined) return undefined
  const ms = Date.parse(text)
  const instant = Number.isNaN(ms) ? '' : new Date(ms).toISOString()
  // An offset may carry it out of the years that days have.
  return parseDay(instant.slice(0, 10)) === undefined ? undefined : (instant as Instant)
}

export const startOf = (day: Day): Instant => `${day}T00:00:00.000Z` as Instant
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Days since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) / dayMs
export const dayFromNumber = (number: number): Day => new Date(number * dayMs).toISOString().slice(0, 10) as Day
