/**
 * What does one of Epoch AI's lists of models say? All generations of the file, refused whole at the first bad row.
 */
import { type FrownError, fail, ok, type Result } from '../../shared/index.ts'
import type { Confidence, Source } from '../claim.ts'
import type { Day } from '../day.ts'
import type { Property } from '../property.ts'
import { type CsvTable, misalignedRow, quoteCell, readCsvTable, spreadsheetRow } from './csv-table.ts'
import { type EpochColumn, epochColumns, neededColumns, propertyOfColumn } from './epoch-columns.ts'
import {
  type CellReading,
  readConfidence,
  readCount,
  readDatasetSize,
  readDay,
  readLinks,
  readMark,
  readNumericFormat,
  readOrganisations,
  readText,
  readWords
} from './read-cell.ts'

/** One row; null and empty lists are what the file does not say. */
export interface EpochRecord {
  /** Row in the file, the header being row 1. */
  readonly row: number
  readonly name: string
  readonly organisations: readonly string[]
  readonly countries: readonly string[]
  readonly releasedOn: Day | null
  readonly domain: readonly string[]
  readonly notabilityCriteria: readonly string[]
  readonly trainingComputeFlop: number | null
  readonly parameterCount: number | null
  readonly trainingTokens: number | null
  readonly runCostUsd: number | null
  readonly numericFormatBits: number | null
  readonly hardware: string | null
  readonly hardwareQuantity: number | null
  readonly baseSystem: string | null
  readonly frontierAtRelease: boolean
  readonly weightsAccess: string | null
  readonly links: readonly string[]
  readonly confidence: Confidence
  /** The source says that the developer itself reported the compute. */
  readonly computeIsReported: boolean
}

export const epochDatasets = {
  notable: { title: 'Notable AI Models', url: 'https://epoch.ai/data/ai-models' },
  'large-scale': { title: 'Large-Scale AI Models', url: 'https://epoch.ai/data/large-scale-ai-models' }
} as const
export type EpochDataset = keyof typeof epochDatasets

/** A cell that was read as "not known" although something stood in it. */
export interface EpochNote {
  readonly row: number
  readonly name: string
  readonly column: string
  readonly reading: string
}

export interface EpochFile {
  readonly dataset: EpochDataset
  /** What the file's columns speak of; of other properties its silence says nothing. */
  readonly speaksOf: ReadonlySet<Property>
  readonly saysHowComputeIsKnown: boolean
  readonly records: readonly EpochRecord[]
  readonly notes: readonly EpochNote[]
}

export const epochSource = (dataset: EpochDataset, accessedOn: Day): Omit<Source, 'tier' | 'derivedFrom'> => ({
  ...epochDatasets[dataset],
  publisher: 'Epoch AI',
  publishedOn: null,
  accessedOn,
  licence: 'CC BY 4.0'
})

const longestName = 200
const longestText = 500

/** Errors: import/malformed-file, import/unknown-columns, import/invalid-row. */
export function readEpochFile(text: string): Result<EpochFile> {
  const table = readCsvTable(text)
  if (!table.ok) return table
  const columns = findColumns(table.value)
  if (!columns.ok) return columns
  const notes: EpochNote[] = []
  const records = new Map<string, EpochRecord>()
  for (let index = 0; index < table.value.rows.length; index++) {
    const misaligned = misalignedRow(table.value, index)
    if (misaligned) return fail(misaligned)
    const record = readRow(table.value, columns.value, index, notes)
    if (!record.ok) return record
    const same = records.get(record.value.name)
    const merged = same ? mergeTwins(same, record.value) : record.value
    if (!merged) return fail(repeatedName(record.value, same))
    if (same)
      notes.push({
        row: record.value.row,
        name: same.name,
        column: 'Model',
        reading: `the same system as row ${same.row}`
      })
    records.set(merged.name, merged)
  }
  const present = [...columns.value.keys()]
  return ok({
    dataset: columns.value.has('notabilityCriteria') ? 'notable' : 'large-scale',
    speaksOf: new Set(present.flatMap(column => propertyOfColumn[column] ?? [])),
    saysHowComputeIsKnown: columns.value.has('computeMethod'),
    records: [...records.values()],
    notes
  })
}

function findColumns(table: CsvTable): Result<ReadonlyMap<EpochColumn, number>> {
  const found = new Map<EpochColumn, number>()
  for (const [column, names] of Object.entries(epochColumns) as [EpochColumn, readonly string[]][]) {
    const name = names.find(candidate => table.header.includes(candidate))
    if (name !== undefined) found.set(column, table.header.indexOf(name))
  }
  const missing = neededColumns.filter(column => !found.has(column))
  if (missing.length === 0) return ok(found)
  return fail({
    code: 'import/unknown-columns',
    detail: `The file has no column ${missing.map(column => `"${epochColumns[column].join('" or "')}"`).join(', ')}.`,
    place: 'row 1',
    remedy: 'Give the CSV of notable or of large-scale AI models from epoch.ai/data, with its header.'
  })
}

/** Thrown inside one row only, and caught there: a row has twenty cells and the first bad one ends it. */
class BadCell extends Error {
  readonly error: FrownError
  constructor(error: FrownError) {
    super(error.detail)
    this.error = error
  }
}

function readRow(
  table: CsvTable,
  columns: ReadonlyMap<EpochColumn, number>,
  index: number,
  notes: EpochNote[]
): Result<EpochRecord> {
  const cells = table.rows[index] ?? []
  const row = spreadsheetRow(index)
  const name = (cells[columns.get('name') ?? 0] ?? '').replace(/\s+/g, ' ').trim()
  const read = <T>(column: EpochColumn, reader: (cell: string) => CellReading<T>): T => {
    const at = columns.get(column)
    const cell = at === undefined ? '' : (cells[at] ?? '')
    const reading = reader(cell)
    const header = at === undefined ? column : (table.header[at] ?? column)
    if ('wrong' in reading) throw new BadCell(badCell(row, name, header, cell, reading.wrong))
    if (reading.noted !== undefined) notes.push({ row, name, column: header, reading: reading.noted })
    return reading.value
  }
  try {
    return ok({
      row,
      name: read('name', cell => {
        const reading = readText(cell, longestName)
        return 'wrong' in reading || reading.value === null
          ? { wrong: `the name of a system in UTF-8, of at most ${longestName} characters` }
          : { value: name }
      }),
      organisations: read('organisations', readOrganisations),
      countries: read('countries', cell => ({
        value: cell
          .split(',')
          .map(part => part.trim())
          .filter(Boolean)
      })),
      releasedOn: read('releasedOn', readDay),
      domain: read('domain', readWords),
      notabilityCriteria: read('notabilityCriteria', readWords),
      trainingComputeFlop: read('trainingComputeFlop', readCount),
      parameterCount: read('parameterCount', readCount),
      trainingTokens: read('trainingTokens', readDatasetSize),
      runCostUsd: read('runCostUsd', readCount),
      numericFormatBits: read('numericFormat', readNumericFormat),
      hardware: read('hardware', cell => readText(cell, longestText)),
      hardwareQuantity: read('hardwareQuantity', readCount),
      baseSystem: read('baseSystem', cell => readText(cell, longestText)),
      frontierAtRelease: read('frontierAtRelease', readMark),
      weightsAccess: read('weightsAccess', cell => readText(cell, 60)),
      links: read('link', readLinks),
      confidence: read('confidence', readConfidence),
      computeIsReported: read('computeMethod', readWords).includes('Reported')
    })
  } catch (error) {
    if (error instanceof BadCell) return fail(error.error)
    throw error
  }
}

/** A file may list one system twice; that is harmless where both rows agree but for their domains. */
function mergeTwins(a: EpochRecord, b: EpochRecord): EpochRecord | null {
  const content = (record: EpochRecord) => JSON.stringify({ ...record, row: 0, domain: [] })
  if (content(a) !== content(b)) return null
  const [first, second] = a.row < b.row ? [a, b] : [b, a]
  const domain = [...new Set([...first.domain, ...second.domain])].sort()
  return { ...first, domain }
}

const repeatedName = (record: EpochRecord, other: EpochRecord | undefined): FrownError => ({
  code: 'import/invalid-row',
  detail: `Row ${record.row} names ${quoteCell(record.name)} again, which row ${other?.row} already describes otherwise.`,
  place: `row ${record.row}, column Model`,
  remedy: 'Give one of the two another name or leave it out; a name stands for one system.'
})

const badCell = (row: number, name: string, column: string, cell: string, expected: string): FrownError => ({
  code: 'import/invalid-row',
  detail: `Row ${row} (${quoteCell(name)}), column "${column}": ${quoteCell(cell)} is not ${expected}.`,
  place: `row ${row}, column ${column}`,
  remedy: 'Correct that cell, or download the file again if its rows are shifted; nothing of it was taken.'
})
