import type { FrownError } from '../../shared/index.ts'
import { registerAsOf } from '../as-of.ts'
import type { Claim, SystemId } from '../claim.ts'
import { makeClaim } from '../claim-id.ts'
import type { Day, Instant } from '../day.ts'
import type { RegisterView } from '../view.ts'
import { type EpochFile, readEpochFile } from './epoch-file.ts'
import type { ImportPlan } from './import-diff.ts'
import { type ImportRequest, planImport } from './plan-import.ts'

const usual = {
  Model: 'Alpha 1',
  Organization: 'Acme',
  'Publication date': '2024-05-01',
  Domain: 'Language',
  Parameters: '70000000000.0',
  'Training compute (FLOP)': '1e+25',
  'Training dataset size (total)': '15000000000000',
  Confidence: 'Likely',
  Link: 'https://example.org/alpha',
  'Notability criteria': 'Training cost',
  'Country (of organization)': 'Canada'
}
export type Row = Partial<Record<keyof typeof usual, string>> & Record<string, string>

export const epochRow = (cells: Row = {}): Record<string, string> => ({ ...usual, ...cells })

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A file with the columns of the first row, minus those left out. */
export function epochCsv(rows: readonly Row[], { without = [] as readonly string[] } = {}): string {
  const full = rows.map(row => epochRow(row))
  const columns = Object.keys(full[0] ?? usual).filter(column => !without.includes(column))
  return [columns, ...full.map(row => columns.map(column => row[column] ?? ''))]
    .map(cells => `${cells.map(quoted).join()}\n`)
    .join('')
}

export function epochFile(rows: readonly Row[], options: { without?: readonly string[] } = {}): EpochFile {
  const read = readEpochFile(epochCsv(rows, options))
  if (!read.ok) throw new Error(read.error.detail)
  return read.value
}

/** A file of the other list, which has no criteria. */
export const largeScaleFile = (rows: readonly Row[]): EpochFile => epochFile(rows, { without: ['Notability criteria'] })

export const instant = (day: string): Instant => `${day}T00:00:00.000Z` as Instant

export function planned(request: Omit<ImportRequest, 'recordedAt'> & { on: string }): ImportPlan {
  const { on, ...rest } = request
  const plan = planImport({ createGroups: true, ...rest, recordedAt: instant(on) })
  if (!plan.ok) throw new Error(`${plan.error.code}: ${plan.error.detail}`)
  return plan.value
}

export const recorded = (claims: readonly Claim[], plan: ImportPlan): Claim[] => [
  ...claims,
  ...plan.drafts.map(makeClaim)
]

export const alpha: Row = { Model: 'Alpha', Link: 'https://example.org/alpha' }
export const beta: Row = {
  Model: 'Beta',
  Link: 'https://example.org/beta',
  Organization: 'Beta Labs',
  'Publication date': '2023-01-10'
}
/** A register that has imported Alpha and Beta on 2025-02-24. */
export const first = recorded([], planned({ claims: [], file: epochFile([alpha, beta]), on: '2025-02-24' }))

/** The plan of a further import on 2025-04-15. */
export const later = (rows: readonly Row[], more: Partial<Parameters<typeof planned>[0]> = {}): ImportPlan =>
  planned({ claims: first, file: epochFile(rows), on: '2025-04-15', ...more })

export function refused(request: Partial<ImportRequest> & { file: EpochFile }): FrownError {
  const plan = planImport({ claims: first, recordedAt: instant('2025-04-15'), createGroups: true, ...request })
  if (plan.ok) throw new Error('The import was not refused.')
  return plan.error
}

export const viewOn = (claims: readonly Claim[], knownOn: string, trueOn = '2100-01-01'): RegisterView =>
  registerAsOf(claims, { knownOn: knownOn as Day, trueOn: trueOn as Day })

export const flopOf = (claims: readonly Claim[], id: string, knownOn: string) =>
  viewOn(claims, knownOn)
    .systems.get(id as SystemId)
    ?.claims.get('trainingComputeFlop')?.value ?? null
