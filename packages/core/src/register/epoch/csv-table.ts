/**
 * Is this text a CSV table with a header, and what are its rows?
 *
 * The parser's browser build is used everywhere, because the other one needs Node's Buffer.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { type FrownError, fail, ok, type Result } from '../../shared/index.ts'

export interface CsvTable {
  readonly header: readonly string[]
  /** Cells as they stand; a row may have another number of cells than the header. */
  readonly rows: readonly (readonly string[])[]
}

/** Rows count from the header as 1, as spreadsheets do. */
export const spreadsheetRow = (index: number): number => index + 2

export function readCsvTable(text: string): Result<CsvTable> {
  if (text.includes('\0')) return fail(malformed('It is not text in UTF-8'))
  let lines: string[][]
  try {
    lines = parse(text.replace(/[\r\n]+$/, ''), { bom: true, relax_column_count: true })
  } catch (error) {
    return fail(malformed(error instanceof Error ? error.message : String(error)))
  }
  const [header, ...rows] = lines
  if (!header || rows.length === 0) return fail(malformed('It has no rows under a header'))
  const named = header.map(name => name.trim())
  const repeated = named.find((name, i) => name !== '' && named.indexOf(name) !== i)
  if (repeated !== undefined) return fail(malformed(`Its header has the column "${repeated}" twice`))
  return ok({ header: named, rows })
}

/** Why `row` cannot belong to a table of this width, or null. */
export function misalignedRow(table: CsvTable, index: number): FrownError | null {
  const row = table.rows[index] ?? []
  if (row.length !== table.header.length)
    return {
      code: 'import/malformed-file',
      detail: `Row ${spreadsheetRow(index)} (${quoteCell(row[0] ?? '')}) has ${row.length} cells where the header has ${table.header.length}.`,
      place: `row ${spreadsheetRow(index)}, column ${Math.min(row.length, table.header.length) + 1}`,
      remedy: 'The row is shifted or broken. Download the file again from epoch.ai/data; nothing of it was taken.'
    }
  const stray = row.findIndex((cell, i) => cell.trim() !== '' && table.header[i] === '')
  if (stray === -1) return null
  return {
    code: 'import/malformed-file',
    detail: `Row ${spreadsheetRow(index)} (${quoteCell(row[0] ?? '')}) has ${quoteCell(row[stray] ?? '')} in column ${stray + 1}, which has no name.`,
    place: `row ${spreadsheetRow(index)}, column ${stray + 1}`,
    remedy: 'The row is shifted or broken. Download the file again from epoch.ai/data; nothing of it was taken.'
  }
}

/** A cell, short enough to show. */
export const quoteCell = (cell: string): string => {
  const line = cell.replace(/\s+/g, ' ').trim()
  return `"${line.length > 60 ? `${line.slice(0, 57)}…` : line}"`
}

const malformed = (why: string): FrownError => ({
  code: 'import/malformed-file',
  detail: `The file is not readable as CSV: ${why.replace(/\.$/, '')}.`,
  remedy: 'Download the CSV again from epoch.ai/data, and do not save it from a spreadsheet.'
})
