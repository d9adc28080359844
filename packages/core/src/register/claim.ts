import type { Brand } from '../shared/index.ts'
import type { Day, Instant } from './day.ts'
import type { Property } from './property.ts'

export type GroupId = Brand<string, 'GroupId'>
export type SystemId = Brand<string, 'SystemId'>
/** Content address of a claim: 32 hexadecimal digits (see claim-id.ts). */
export type ClaimId = Brand<string, 'ClaimId'>

/** What a claim is about: an organisation that builds AI systems, or one AI model. */
export type Subject =
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'system'; readonly id: SystemId }

export const confidences = ['confident', 'likely', 'speculative', 'unknown'] as const
export type Confidence = (typeof confidences)[number]

export const sourceTiers = ['primary', 'independent', 'secondary', 'estimate'] as const
export type SourceTier = (typeof sourceTiers)[number]

export const claimStatuses = ['asserted', 'contested', 'withdrawn'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

/** Who says so. */
export interface Source {
  readonly url: string
  readonly title: string
  readonly publisher: string
  readonly publishedOn: Day | null
  readonly accessedOn: Day | null
  readonly tier: SourceTier
  /** Address of the document that this source itself rests on. */
  readonly derivedFrom: string | null
  readonly licence: string | null
}

export type ClaimValue = number | string | boolean | readonly string[]

/**
 * One value of one property of one subject, with its source. Never edited: a later claim supersedes it.
 * `low` and `high` bound a 90% interval in the property's unit, where the source gives one or `intervals.ts` derives one.
 */
export interface Claim {
  readonly id: ClaimId
  readonly subject: Subject
  readonly property: Property
  /** null exactly when the status is `withdrawn`. */
  readonly value: ClaimValue | null
  readonly low: number | null
  readonly high: number | null
  readonly confidence: Confidence
  /** The day from which it is true of the world. */
  readonly validFrom: Day
  /** The instant at which this register learned it. */
  readonly recordedAt: Instant
  readonly source: Source
  readonly status: ClaimStatus
  /** The claim that this one replaces, withdraws or contests. */
  readonly supersedes: ClaimId | null
  /** The group's answer, where the claim is contested. */
  readonly reply: string | null
}

export type ClaimDraft = Omit<Claim, 'id'>
