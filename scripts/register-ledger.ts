/**
 * Which ledger do these snapshots make? Each is imported in turn, with the curated organisations and renames.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { ownProperties, ownTitle } from '../packages/core/src/register/epoch/import-drafting.ts'
import {
  type ConfirmedRenames,
  type EpochFile,
  epochDatasets,
  type ListedGroup,
  planImport,
  readEpochFile
} from '../packages/core/src/register/epoch/index.ts'
import {
  type Claim,
  type Day,
  type GroupId,
  makeClaim,
  parseDay,
  startOf,
  yearOf
} from '../packages/core/src/register/index.ts'
import { formatLedger, type LedgerManifest } from '../packages/core/src/register/ledger-file.ts'
import type { Result } from '../packages/core/src/shared/index.ts'

/** The month of each is the file's; the day within it is ours, except that the first names its own. */
export const snapshots = [
  { file: 'epoch_notable_ai_models_2025-02-24.csv', day: '2025-02-24' },
  { file: 'epoch_notable_ai_models_2025-04.csv', day: '2025-04-15' },
  { file: 'epoch_notable_ai_models_2025-12.csv', day: '2025-12-15' },
  { file: 'epoch_notable_ai_models_2026-05.csv', day: '2026-05-15' },
  { file: 'epoch_notable_ai_models_2026-07.csv', day: '2026-07-31' }
] as const

const header: Omit<LedgerManifest, 'days' | 'format'> = {
  note: 'Facts from five snapshots of the list of notable AI models by Epoch AI. The day within the month on which each was recorded is ours.',
  source: { ...epochDatasets.notable, publisher: 'Epoch AI', licence: 'CC BY 4.0' },
  own: { title: ownTitle, publisher: 'Frown', properties: [...ownProperties] }
}

export interface LedgerInput {
  readonly snapshots: readonly { readonly day: string; readonly text: string }[]
  /** Text of groups.csv. */
  readonly groups: string
  /** Text of renames.csv. */
  readonly renames: string
}

export function makeLedger(input: LedgerInput) {
  const groups = readGroups(input.groups)
  const renames = readRenames(input.renames)
  const files = input.snapshots.map(({ day, text }) => ({
    day: parseDay(day) as Day,
    file: orThrow(readEpochFile(text))
  }))
  const alsoDetailed = everWithCompute(
    files.map(({ file }) => file),
    renames
  )
  const claims: Claim[] = []
  const report: string[] = []
  for (const { day, file } of files) {
    const { diff, drafts } = orThrow(
      planImport({ claims, file, recordedAt: startOf(day), groups, confirmed: confirmedOn(day, renames), alsoDetailed })
    )
    for (const draft of drafts) claims.push(makeClaim(draft))
    report.push(
      `${day}: ${diff.rows} rows, ${drafts.length} claims; systems: ${diff.addedSystems.length} added, ` +
        `${diff.withdrawnSystems.length} withdrawn, ${diff.renamed.length} renamed, ${diff.redated.length} redated; ` +
        `${diff.values.length} values changed, ${diff.reassessed.length} reassessed; ${diff.addedGroups.length} organisations added`
    )
  }
  return { ...formatLedger(claims, header, fileOf(claims)), claims, report }
}

/** The first day is too large for one file: its systems are split by the year of their release. */
function fileOf(claims: readonly Claim[]): (claim: Claim) => string {
  const [first] = claims
  return ({ recordedAt, subject, validFrom }) => {
    const day = recordedAt.slice(0, 10)
    if (recordedAt !== first?.recordedAt) return `claims-${day}.csv`
    if (subject.kind === 'group') return `claims-${day}-groups.csv`
    return `claims-${day}-${yearOf(validFrom) < 2018 ? 'to-2017' : 'from-2018'}.csv`
  }
}

interface Rename {
  readonly seenOn: string
  readonly kind: string
  readonly oldName: string
  readonly newName: string
}

function confirmedOn(day: Day, renames: readonly Rename[]): ConfirmedRenames {
  const today = renames.filter(({ seenOn }) => seenOn === day)
  const ofKind = (...kinds: string[]) => today.filter(({ kind }) => kinds.includes(kind))
  return {
    renames: ofKind('rename', 'split').map(({ oldName, newName }) => ({ from: oldName, to: newName })),
    notRenamed: ofKind('separate').map(({ oldName }) => oldName),
    sameRuns: ofKind('same-run').map(({ oldName, newName }) => ({ name: oldName, as: newName }))
  }
}

/** Names, old or new, of systems whose training compute any snapshot knows. */
function everWithCompute(files: readonly EpochFile[], renames: readonly Rename[]): ReadonlySet<string> {
  const names = new Set(
    files.flatMap(file => file.records.flatMap(record => (record.trainingComputeFlop === null ? [] : record.name)))
  )
  for (const { kind, oldName, newName } of renames)
    if (kind === 'rename' || kind === 'split')
      if (names.has(oldName) || names.has(newName)) names.add(oldName).add(newName)
  return names
}

function readGroups(text: string): ListedGroup[] {
  const rows = parse(text, { columns: true }) as Record<'id' | 'name' | 'aliases' | 'country' | 'parent', string>[]
  return rows.map(({ id, name, aliases, country, parent }) => ({
    id: id as GroupId,
    name,
    alsoKnownAs: aliases === '' ? [] : aliases.split('|'),
    country: country === '' ? null : country,
    partOf: parent === '' ? null : (parent as GroupId)
  }))
}

const readRenames = (text: string) => parse(text, { columns: true }) as Rename[]

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { detail, place = '', remedy = '' } = result.error
  throw new Error([detail, place, remedy].filter(Boolean).join('\n'))
}
