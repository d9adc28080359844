/**
 * What would an import change? Values for people to read before anything is written.
 */
import type { ClaimDraft, ClaimValue, Confidence, GroupId, SystemId } from '../claim.ts'
import type { Day } from '../day.ts'
import type { Property } from '../property.ts'
import type { EpochDataset, EpochNote } from './epoch-file.ts'

export interface NamedSystem {
  readonly id: SystemId
  readonly name: string
}

export interface ValueChange extends NamedSystem {
  readonly property: Property
  readonly kind: 'added' | 'revised' | 'withdrawn'
  readonly before: ClaimValue | null
  readonly after: ClaimValue | null
  /** after ÷ before, for numbers. */
  readonly ratio: number | null
}

export interface ImportDiff {
  readonly dataset: EpochDataset
  /** Rows of the file. */
  readonly rows: number
  readonly addedGroups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly addedSystems: readonly NamedSystem[]
  readonly withdrawnSystems: readonly NamedSystem[]
  readonly renamed: readonly { readonly id: SystemId; readonly from: string; readonly to: string }[]
  readonly redated: readonly (NamedSystem & { readonly from: Day | null; readonly to: Day | null })[]
  /** Of systems that the register had and still has. Names and dates are above. */
  readonly values: readonly ValueChange[]
  /** The value stands; the source is more or less sure of it, says otherwise how it is known, or another source says it now. */
  readonly reassessed: readonly (NamedSystem & {
    readonly property: Property
    readonly from: Confidence
    readonly to: Confidence
  })[]
  readonly sameRuns: readonly (NamedSystem & { readonly as: SystemId })[]
  /** Another source holds the value in the register, and this file says otherwise: nothing is written. */
  readonly disagreements: readonly (NamedSystem & {
    readonly property: Property
    readonly registered: ClaimValue
    readonly filed: ClaimValue
    readonly ratio: number | null
  })[]
  /**
   * A person entered, contested or withdrew the value in the register, and this file says otherwise: nothing is written
   * unless it is overruled. null: not known.
   */
  readonly heldByPeople: readonly (NamedSystem & {
    readonly property: Property
    readonly registered: ClaimValue | null
    readonly filed: ClaimValue | null
    readonly ratio: number | null
  })[]
  /** Cells read as not known although something stood in them. */
  readonly notes: readonly EpochNote[]
}

export const isEmptyDiff = (diff: ImportDiff): boolean =>
  [diff.addedGroups, diff.addedSystems, diff.withdrawnSystems, diff.renamed, diff.redated, diff.values].every(
    changes => changes.length === 0
  ) &&
  diff.reassessed.length === 0 &&
  diff.sameRuns.length === 0

/** Nothing is written yet: the drafts become claims when the store takes them, all or none. */
export interface ImportPlan {
  readonly diff: ImportDiff
  readonly drafts: readonly ClaimDraft[]
}
