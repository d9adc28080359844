/**
 * What would this file change in the register, and which claims say so?
 *
 * The difference of values comes first, for people; a claim is drafted only where the register does not
 * hold the same already, so that an import made twice changes nothing. Order of rows never matters.
 */
import { fail, ok, type Result } from '../../shared/index.ts'
import { checkClaim } from '../check-claim.ts'
import type { Claim } from '../claim.ts'
import { dayOf, type Instant } from '../day.ts'
import { claimHeads } from './claim-heads.ts'
import { type EpochFile, epochDatasets } from './epoch-file.ts'
import { groupDrafts } from './group-drafts.ts'
import type { ImportPlan } from './import-diff.ts'
import { ImportDrafting, type Overruling } from './import-drafting.ts'
import { knownGroups, type ListedGroup } from './known-groups.ts'
import { type ConfirmedRenames, isFrom, matchSystems, nothingConfirmed } from './match-systems.ts'

export interface ImportRequest {
  /** All claims of the register so far. */
  readonly claims: readonly Claim[]
  readonly file: EpochFile
  readonly recordedAt: Instant
  /** Organisations that the importer may tell the register about; those it holds already are known anyway. */
  readonly groups?: readonly ListedGroup[]
  readonly confirmed?: ConfirmedRenames
  readonly createGroups?: boolean
  /** What people hold and this file may take over. */
  readonly overruled?: readonly Overruling[]
  /**
   * Of a system without known training compute only its name, developers, date, criteria, domain and link are taken,
   * unless its name is given here or `true` stands for all.
   */
  readonly alsoDetailed?: ReadonlySet<string> | true
}

/**
 * Errors: import/out-of-order, import/unknown-groups, import/unconfirmed-renames, register/invalid-claim,
 * input/invalid for a rename or an overruling that cannot be.
 */
export function planImport(request: ImportRequest): Result<ImportPlan> {
  const { claims, file, recordedAt, groups = [], confirmed = nothingConfirmed, createGroups = false } = request
  const latest = latestOf(claims, file)
  if (latest !== null && recordedAt < latest)
    return fail({
      code: 'import/out-of-order',
      detail: `This register has already recorded ${epochDatasets[file.dataset].title} at ${latest}, which is later than ${recordedAt}.`,
      place: 'recordedAt',
      remedy: 'Import the files in the order of their days, or give a later --recorded-at.'
    })
  const heads = claimHeads(claims)
  const known = knownGroups(heads, groups, file.records, createGroups)
  if (!known.ok) return known
  const matches = matchSystems(heads, file.dataset, file.records, confirmed)
  if (!matches.ok) return matches
  const draft = new ImportDrafting({ file, recordedAt, overruled: request.overruled ?? [] }, known.value)
  draft.groups(groupDrafts(heads, known.value, file.records, dayOf(recordedAt)))
  for (const { id, record } of matches.value.records) {
    const held = heads.heads.system.get(id)
    const detailed =
      record.trainingComputeFlop !== null ||
      heads.withCompute.has(id) ||
      request.alsoDetailed === true ||
      request.alsoDetailed?.has(record.name) === true
    draft.system(id, record, held, detailed)
  }
  for (const id of matches.value.gone) draft.gone(id, heads.heads.system.get(id))
  const idOf = new Map(matches.value.records.map(({ id, record }) => [record.name, id]))
  for (const { name, as } of confirmed.sameRuns) {
    const id = idOf.get(name)
    const first = idOf.get(as)
    if (!id || !first || id === first)
      return fail({
        code: 'input/invalid',
        detail: `The file does not have both "${name}" and "${as}".`,
        place: `same run "${name}=${as}"`,
        remedy: 'Give two names as the file writes them.'
      })
    draft.sameRun(id, name, first, heads.heads.system.get(id))
  }
  const unmet = draft.unmet()
  if (unmet)
    return fail({
      code: 'input/invalid',
      detail: `Of "${unmet.system}", people hold no ${unmet.property} that this file could take over.`,
      place: `overrule "${unmet.system}=${unmet.property}"`,
      remedy: 'Give the system by its id or name and the property as a dry run lists them under what people hold.'
    })
  const plan = draft.plan()
  for (const one of plan.drafts) {
    const broken = checkClaim(one)
    if (broken) return fail(broken)
  }
  return ok(plan)
}

function latestOf(claims: readonly Claim[], { dataset }: EpochFile): Instant | null {
  let latest: Instant | null = null
  for (const claim of claims)
    if (isFrom(dataset, claim) && (latest === null || claim.recordedAt > latest)) latest = claim.recordedAt
  return latest
}
