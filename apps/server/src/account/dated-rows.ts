/**
 * Our database gives instants as text; better-auth compares them with the clock as dates, and a text is never past.
 *
 * This gives the rows that it reads their dates back, in the columns that end in `_at`.
 */
import type { KyselyPlugin, UnknownRow } from 'kysely'

export const datedRows: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }) {
    return { ...result, rows: result.rows.map(dated) }
  }
}

const dated = (row: UnknownRow): UnknownRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_at') && typeof value === 'string' ? new Date(value) : value
    ])
  )
