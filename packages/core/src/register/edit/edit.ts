/**
 * What a person may ask of the register, and what comes of it: one further entry, or several of one instant.
 *
 * Values come as people write them, in the property's unit, so that the form and the API are read by the same rules.
 */
import type { Claim, ClaimDraft, ClaimId, Confidence, GroupId, SourceTier, Subject } from '../claim.ts'
import type { Instant } from '../day.ts'
import type { Property } from '../property.ts'
import type { RegisterView } from '../view.ts'

/** Who says so, as written. */
export interface WrittenSource {
  readonly url: string
  readonly title: string
  readonly publisher: string
  readonly publishedOn: string | null
  readonly accessedOn: string | null
  readonly tier: SourceTier
  readonly derivedFrom: string | null
  readonly licence: string | null
}

interface OnProperty {
  readonly subject: Subject
  readonly property: Property
  /** The claim that the person saw as holding; null: none. */
  readonly expected: ClaimId | null
}

export interface Statement extends OnProperty {
  readonly kind: 'add' | 'supersede'
  /** A list has one entry on each line. */
  readonly value: string
  readonly low: string | null
  readonly high: string | null
  readonly confidence: Confidence
  readonly validFrom: string
  readonly source: WrittenSource
}

/** The value stays, and is doubted: in the words of its group, where the group's spokesperson asks. */
export interface Doubt extends OnProperty {
  readonly kind: 'contest' | 'reply'
  readonly reply: string | null
}

export interface Withdrawal extends OnProperty {
  readonly kind: 'withdraw'
  /** Who says that it does not hold. */
  readonly source: WrittenSource
}

export interface NewSubject {
  readonly kind: 'addSubject'
  readonly of: Subject['kind']
  /** As written, by property. */
  readonly values: { readonly [P in Property]?: string | undefined }
  readonly confidence: Confidence
  /** Of a group: the day since which it is known to exist. A system holds from its release. */
  readonly validFrom: string | null
  readonly source: WrittenSource
}

export type Edit = Statement | Doubt | Withdrawal | { readonly kind: 'undo'; readonly claim: ClaimId } | NewSubject

export type EditKind = Edit['kind']

/** Who asks, by the role of the account; a spokesperson speaks for a group. */
export interface Person {
  readonly role: string
  readonly groupId: GroupId | null
}

export interface EditRequest {
  /** All claims of the register. */
  readonly claims: readonly Claim[]
  /** The register as known on, and of the world on, the day of `now`. */
  readonly view: RegisterView
  readonly edit: Edit
  readonly by: Person
  readonly now: Instant
}

export interface EditChange {
  /** What held, or was last said, before. */
  readonly before: Claim | null
  readonly after: ClaimDraft
}

export interface EditPlan {
  readonly subject: Subject
  readonly name: string
  /** What was asked for comes first. */
  readonly changes: readonly EditChange[]
}
