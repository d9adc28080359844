/**
 * Brings one of Epoch AI's files into the register: all of it or nothing.
 */
import {
  type ConfirmedRenames,
  type ImportDiff,
  type Instant,
  isEmptyDiff,
  makeClaim,
  planImport,
  readEpochFile
} from '@frown/core/register'
import { fail, ok, type Result } from '@frown/core/shared'
import type { Ledger } from './ledger.ts'
import type { RegisterStore } from './store.ts'

export interface EpochImport {
  readonly csv: string
  readonly recordedAt: Instant
  readonly createGroups: boolean
  readonly confirmed: ConfirmedRenames
  /** What people hold and the file may take over. */
  readonly overruled: readonly { readonly system: string; readonly property: string }[]
  /** Only say what would change. */
  readonly dryRun: boolean
}

export interface ImportReport {
  readonly diff: ImportDiff
  /** Nothing in the file is news to the register. */
  readonly isEmpty: boolean
  /** Claims appended, or that would be. */
  readonly claims: number
  readonly registerVersion: number
}

const attempts = 3

/** Errors: those of readEpochFile, planImport and append; store/changed only after several attempts. */
export async function importEpoch(
  store: RegisterStore,
  ledger: Ledger,
  given: EpochImport
): Promise<Result<ImportReport>> {
  const file = readEpochFile(given.csv)
  if (!file.ok) return file
  for (let attempt = 1; ; attempt++) {
    await ledger.refresh()
    const { claims, version } = ledger.current
    const { recordedAt, confirmed, createGroups, overruled } = given
    const plan = planImport({ claims, file: file.value, recordedAt, confirmed, createGroups, overruled })
    if (!plan.ok) return plan
    const { diff, drafts } = plan.value
    const report = { diff, isEmpty: isEmptyDiff(diff), claims: drafts.length }
    if (given.dryRun || drafts.length === 0) return ok({ ...report, registerVersion: version })
    const appended = await store.append(drafts.map(makeClaim), version)
    if (appended.ok) {
      await ledger.refresh()
      return ok({ ...report, registerVersion: appended.value })
    }
    if (appended.error.code !== 'store/changed' || attempt === attempts) return fail(appended.error)
  }
}
