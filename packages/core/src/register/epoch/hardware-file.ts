/**
 * What does Epoch AI's list of machine-learning hardware say of each accelerator? Facts for reading, not claims.
 */
import { fail, ok, type Result } from '../../shared/index.ts'
import type { Day } from '../day.ts'
import { misalignedRow, quoteCell, readCsvTable, spreadsheetRow } from './csv-table.ts'
import { type CellReading, readCount, readDay, readText } from './read-cell.ts'

/** null: the file does not say. Rates are peak values without sparsity, per accelerator. */
export interface HardwareFact {
  readonly name: string
  readonly manufacturer: string | null
  readonly releasedOn: Day | null
  readonly releasePriceUsd: number | null
  readonly tensor16FlopPerS: number | null
  readonly fp8FlopPerS: number | null
  readonly fp4FlopPerS: number | null
  readonly fp32FlopPerS: number | null
  readonly memoryBytes: number | null
  readonly memoryBytesPerS: number | null
  readonly thermalDesignW: number | null
}

const columns = {
  name: 'Hardware name',
  manufacturer: 'Manufacturer',
  releasedOn: 'Release date',
  releasePriceUsd: 'Release price (USD)',
  tensor16FlopPerS: 'Tensor-FP16/BF16 performance (FLOP/s)',
  fp8FlopPerS: 'FP8 performance (FLOP/s)',
  fp4FlopPerS: 'FP4 performance (FLOP/s)',
  fp32FlopPerS: 'FP32 (single precision) performance (FLOP/s)',
  memoryBytes: 'Memory (bytes)',
  memoryBytesPerS: 'Memory bandwidth (byte/s)',
  thermalDesignW: 'TDP (W)'
} as const satisfies Record<keyof HardwareFact, string>

const readers: { readonly [K in keyof HardwareFact]: (cell: string) => CellReading<HardwareFact[K]> } = {
  name: cell => {
    const reading = readText(cell, 200)
    return 'wrong' in reading || reading.value === null
      ? { wrong: 'the name of an accelerator' }
      : { value: reading.value }
  },
  manufacturer: cell => readText(cell, 200),
  releasedOn: readDay,
  releasePriceUsd: readCount,
  tensor16FlopPerS: readCount,
  fp8FlopPerS: readCount,
  fp4FlopPerS: readCount,
  fp32FlopPerS: readCount,
  memoryBytes: readCount,
  memoryBytesPerS: readCount,
  thermalDesignW: readCount
}

/** Errors: import/malformed-file, import/unknown-columns, import/invalid-row. */
export function readHardwareFile(text: string): Result<HardwareFact[]> {
  const table = readCsvTable(text)
  if (!table.ok) return table
  const { header, rows } = table.value
  const keys = Object.keys(columns) as (keyof HardwareFact)[]
  const missing = keys.filter(key => !header.includes(columns[key]))
  if (missing.length > 0)
    return fail({
      code: 'import/unknown-columns',
      detail: `The file has no column ${missing.map(key => `"${columns[key]}"`).join(', ')}.`,
      place: 'row 1',
      remedy: 'Give the CSV of machine-learning hardware from epoch.ai/data, with its header.'
    })
  const facts: HardwareFact[] = []
  for (let index = 0; index < rows.length; index++) {
    const misaligned = misalignedRow(table.value, index)
    if (misaligned) return fail(misaligned)
    const fact: Partial<Record<keyof HardwareFact, HardwareFact[keyof HardwareFact]>> = {}
    for (const key of keys) {
      const cell = rows[index]?.[header.indexOf(columns[key])] ?? ''
      const reading = readers[key](cell)
      if ('wrong' in reading)
        return fail({
          code: 'import/invalid-row',
          detail: `Row ${spreadsheetRow(index)}, column "${columns[key]}": ${quoteCell(cell)} is not ${reading.wrong}.`,
          place: `row ${spreadsheetRow(index)}, column ${columns[key]}`,
          remedy: 'Correct that cell, or download the file again; nothing of it was taken.'
        })
      fact[key] = reading.value
    }
    facts.push(fact as HardwareFact)
  }
  return ok(facts)
}
