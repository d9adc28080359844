/**
 * What the register says, as known on one day, of the world on another.
 *
 * Claims are the only state; a view is derived from them and never stored.
 */
import type { Claim, Confidence, GroupId, SystemId } from './claim.ts'
import type { Day } from './day.ts'
import type { Property } from './property.ts'

export interface AsOf {
  /** Only what had been recorded by the end of this day. */
  readonly knownOn: Day
  /** Only what is true of the world by this day. */
  readonly trueOn: Day
}

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly alsoKnownAs: readonly string[]
  readonly country: string | null
  readonly partOf: GroupId | null
  readonly claims: ReadonlyMap<Property, Claim>
}

export interface System {
  readonly id: SystemId
  readonly name: string
  /** null: not known. */
  readonly releasedOn: Day | null
  readonly developedBy: readonly GroupId[]
  readonly domain: readonly string[]
  readonly notabilityCriteria: readonly string[]
  /** The earlier system that came out of the same training run, which therefore counts once. */
  readonly sameRunAs: SystemId | null
  /** The live claim of each property; a property that is absent is unknown. */
  readonly claims: ReadonlyMap<Property, Claim>
}

/** A number with its uncertainty. `low` and `high` bound a 90% interval. */
export interface Measured {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  /** `source`: the source gives the interval. `confidence`: derived from its stated confidence. `estimate`: ours. */
  readonly intervalFrom: 'source' | 'confidence' | 'estimate' | null
  readonly confidence: Confidence
  readonly contested: boolean
  /** true: computed by us from other claims, not asserted by anyone. */
  readonly estimated: boolean
}

export interface RegisterView extends AsOf {
  readonly systems: ReadonlyMap<SystemId, System>
  readonly groups: ReadonlyMap<GroupId, Group>
}
