/**
 * A table as CSV (RFC 4180), safe to open in a spreadsheet.
 *
 * A text that a spreadsheet would run as a formula is led by an apostrophe; numbers stay as they are.
 */
export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

/** Header and rows; lists are joined by "; ", null is empty. */
export function csvOf(columns: readonly string[], rows: Iterable<Row>): string {
  const lines = [columns.map(quoted).join(',')]
  for (const row of rows) lines.push(columns.map(column => quoted(textOf(row[column] ?? null))).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = typeof cell === 'string' ? cell : cell.join('; ')
  return /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text
}

const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
