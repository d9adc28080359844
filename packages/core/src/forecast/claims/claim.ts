/**
 * What a claim about the race is made of: who says what of the model, which races test it, and what a draw must show.
 *
 * A claim has parts, each a test that every draw passes or fails; verdicts come from the shares that pass (`verdict.ts`).
 */
import type { Grade, ParameterName } from '../../simulation/index.ts'
import type { Belief } from '../belief.ts'
import type { FoundRun, RaceRun } from '../race-cases.ts'

export interface Claim {
  readonly id: string
  readonly number: number
  /** What is claimed, in our words. */
  readonly gist: string
  /** What the model leaves out of it, in a sentence. */
  readonly leftOut: string
  /** How many leading groups a race must have for the claim to mean anything. */
  readonly leastLeading: number
  readonly plan: (context: ClaimContext) => ClaimPlan
}

/** What a claim may take from the race that it is tested in. */
export interface ClaimContext {
  /** Ids of the leading groups; the open community is no one place that somebody could take. */
  readonly leading: readonly string[]
  readonly everyone: readonly string[]
  /** The delay asked for, where a claim names none of its own. */
  readonly delayYears: number
  readonly horizonYears: number
  readonly draws: number
  readonly belief: (name: ParameterName) => Belief
}

export interface ClaimPlan {
  /** At least one. Each stands for the claim alike, and has the same runs in the same order; none: a closed form. */
  readonly cases: readonly ClaimCase[]
  readonly parts: readonly ClaimPart[]
  /** The first is the one that the chart and `carriedBy` are about. */
  readonly measures: readonly Measure[]
  /** What the cases differ in, where that is a number that somebody chooses. */
  readonly setting?: { readonly label: string; readonly unit: string } | undefined
  /** What the claim takes for granted besides the beliefs of the race. */
  readonly assumptions?: readonly Assumption[] | undefined
  /** What varies over draws besides the parameters of the race. */
  readonly factors?: readonly DrawnFactor[] | undefined
  readonly chart: { readonly x: string; readonly y: string }
}

export interface Assumption {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly grade: Grade
  readonly reason: string
}

export interface ClaimCase {
  readonly runs: readonly RaceRun[]
  readonly setting?: number | undefined
}

export interface DrawnFactor {
  readonly id: string
  readonly label: string
  readonly unit: string
  /** One number a draw. */
  readonly values: Float64Array
}

export interface ClaimPart {
  /** What a draw must show to pass, in a sentence without its full stop. */
  readonly says: string
  /** 1 passed, 0 failed (or a probability between), NaN: the horizon is too near to tell, null: does not apply. */
  readonly passes: (found: FoundCase, draw: number) => number | null
}

export interface FoundCase {
  readonly runs: readonly FoundRun[]
  /** NaN where the plan has no setting. */
  readonly setting: number
}

export interface Measure {
  readonly label: string
  readonly unit: string
  /** Where it stands on the chart's x axis; left out: not drawn. */
  readonly at?: number | string | undefined
  /** Only of cases with this setting. */
  readonly setting?: number | undefined
  /** ±∞ beyond the horizon, NaN where unknown. */
  readonly of: (found: FoundCase, draw: number) => number
}
