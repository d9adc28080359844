/**
 * Which system of the register does each row describe, which are new, and which are gone from the file?
 */
import { type FrownError, fail, ok, type Result } from '../../shared/index.ts'
import type { Claim, SystemId } from '../claim.ts'
import type { Day } from '../day.ts'
import { type ClaimHeads, type Held, liveClaimsOf, liveOf } from './claim-heads.ts'
import { type EpochDataset, type EpochRecord, epochDatasets } from './epoch-file.ts'
import { type GoneSystem, renameProposals, unconfirmedRenames } from './rename-proposals.ts'
import { subjectSlug } from './subject-slug.ts'

/** What a person has looked at and decided. */
export interface ConfirmedRenames {
  readonly renames: readonly { readonly from: string; readonly to: string }[]
  /** Systems that are gone, though another shares their link. */
  readonly notRenamed: readonly string[]
  /** `name` came out of the training run of `as`; both are names after the import. */
  readonly sameRuns: readonly { readonly name: string; readonly as: string }[]
}

export const nothingConfirmed: ConfirmedRenames = { renames: [], notRenamed: [], sameRuns: [] }

export interface SystemMatches {
  /** Every record with the id of its system, by name in alphabetical order. */
  readonly records: readonly { readonly id: SystemId; readonly record: EpochRecord; readonly isNew: boolean }[]
  /** Systems that have live claims of this dataset and that no row names any more. */
  readonly gone: readonly SystemId[]
}

export const isFrom = (dataset: EpochDataset, { source }: Claim): boolean =>
  source.publisher === 'Epoch AI' && source.title === epochDatasets[dataset].title

/** Does the claim rest on this dataset, or on our own reading of a list? */
export const restsOn = (dataset: EpochDataset, claim: Claim): boolean =>
  isFrom(dataset, claim) || claim.source.publisher === 'Frown'

/** Entered, contested or withdrawn by a person, and not what an import wrote: an import leaves it unless it is overruled. */
export const isHeldByPeople = (claim: Claim): boolean =>
  claim.status === 'contested' || !(restsOn('notable', claim) || restsOn('large-scale', claim))

/** Errors: import/unconfirmed-renames; input/invalid for a rename that cannot be. */
export function matchSystems(
  heads: ClaimHeads,
  dataset: EpochDataset,
  unsorted: readonly EpochRecord[],
  confirmed: ConfirmedRenames
): Result<SystemMatches> {
  const records = [...unsorted].sort((a, b) => (a.name < b.name ? -1 : 1))
  const systems = [...heads.heads.system].sort(([a], [b]) => (a < b ? -1 : 1)) as [SystemId, Held][]
  const live = new Map<string, SystemId>()
  for (const [id, held] of systems) {
    const name = liveOf(held, 'name')?.value
    if (typeof name === 'string' && !live.has(name)) live.set(name, id)
  }
  const matched = new Map<string, SystemId>()
  const inFile = new Set(records.map(record => record.name))
  for (const { from, to } of confirmed.renames) {
    const impossible = impossibleRename(from, to, live, inFile)
    if (impossible) return fail(impossible)
    const id = live.get(from)
    if (id) matched.set(to, id)
  }
  for (const { name } of records) {
    const id = live.get(name)
    if (id && !matched.has(name)) matched.set(name, id)
  }
  const used = new Set(matched.values())
  for (const { name } of records) {
    if (matched.has(name)) continue
    const free = (heads.everNamed.get(name) ?? []).filter(id => !used.has(id as SystemId))
    const isGone = (id: string) => {
      const named = liveOf(heads.heads.system.get(id), 'name')
      return named === null || isHeldByPeople(named)
    }
    const [only, second] = dataset === 'notable' ? free.filter(isGone) : free
    if (only && !second) {
      matched.set(name, only as SystemId)
      used.add(only as SystemId)
    }
  }
  const gone = systems.filter(([id, held]) => !used.has(id) && liveClaimsOf(held).some(claim => isFrom(dataset, claim)))
  const fresh = records.filter(record => !matched.has(record.name))
  const decided = new Set(confirmed.notRenamed)
  const open = gone.map(([id, held]) => goneSystem(id, held, heads)).filter(system => !decided.has(system.name))
  const proposals = renameProposals(open, fresh)
  if (proposals.length > 0) return fail(unconfirmedRenames(proposals))
  const taken = new Set(systems.map(([id]) => id as string))
  for (const { name } of fresh) {
    const id = subjectSlug(name, taken)
    taken.add(id)
    matched.set(name, id as SystemId)
  }
  const isFresh = new Set(fresh.map(record => record.name))
  return ok({
    records: records.flatMap(record => {
      const id = matched.get(record.name)
      return id ? [{ id, record, isNew: isFresh.has(record.name) }] : []
    }),
    gone: gone.map(([id]) => id)
  })
}

function impossibleRename(
  from: string,
  to: string,
  live: ReadonlyMap<string, SystemId>,
  inFile: ReadonlySet<string>
): FrownError | null {
  const place = `rename "${from}=${to}"`
  const code = 'input/invalid' as const
  if (!inFile.has(to))
    return {
      code,
      place,
      detail: `The file has no system named "${to}".`,
      remedy: 'Give the new name as the file writes it.'
    }
  if (inFile.has(from) && from !== to)
    return { code, place, detail: `The file still has "${from}" itself.`, remedy: 'Leave the rename out.' }
  if (live.has(from) && live.has(to))
    return {
      code,
      place,
      detail: `The register holds both "${from}" and "${to}"; two systems cannot become one.`,
      remedy: 'Leave the rename out.'
    }
  if (!live.has(from) && !live.has(to))
    return {
      code,
      place,
      detail: `The register has no system named "${from}".`,
      remedy: 'Give the old name as the register writes it.'
    }
  return null
}

function goneSystem(id: SystemId, held: Held, { everNamed }: ClaimHeads): GoneSystem {
  const text = (property: 'name' | 'link' | 'releasedOn') => {
    const value = liveOf(held, property)?.value
    return typeof value === 'string' ? value : null
  }
  const flop = liveOf(held, 'trainingComputeFlop')?.value
  const name = text('name') ?? id
  const formerNames = new Set(
    [...everNamed].filter(([other, ids]) => other !== name && ids.includes(id)).map(([other]) => other)
  )
  return {
    id,
    name,
    formerNames,
    link: text('link'),
    releasedOn: text('releasedOn') as Day | null,
    trainingComputeFlop: typeof flop === 'number' ? flop : null
  }
}
