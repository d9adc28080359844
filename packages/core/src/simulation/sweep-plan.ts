/**
 * What a sweep runs, as data, and which columns of numbers come out of it.
 */
import type { Levers, ParameterName } from '@frown/kernel'
import type { RaceSetup } from './race-setup.ts'

interface PlanBase {
  readonly setup: RaceSetup
  readonly draws: number
  /** See `Sampling` of the kernel. */
  readonly shifts?: Partial<Record<ParameterName, number>> | undefined
  readonly reseeded?:
    | { readonly seed: number; readonly parameters: readonly ParameterName[]; readonly groups: boolean }
    | undefined
}

/** When does anybody cross? Columns: structure, then for each scenario those of `scenarioColumns`. */
export interface CrossingPlan extends PlanBase {
  readonly kind: 'crossing'
  readonly scenarios: readonly Levers[]
}

/** What share of `asked` must refuse for a delay? Columns: structure, then `requiredShareColumns`. */
export interface RequiredSharePlan extends PlanBase {
  readonly kind: 'requiredShare'
  /** What is done besides; its refusal says when and how fast, and its shares are 1 for those asked and 0 for others. */
  readonly levers: Levers
  readonly delayYears: number
}

/** How does the frontier grow? Columns: structure, then for each scenario ln E of the leader at each sample in time. */
export interface FrontierPlan extends PlanBase {
  readonly kind: 'frontier'
  readonly scenarios: readonly Levers[]
  /** Months between samples, the first of which is the start; they divide the horizon. */
  readonly noteEveryMonths: number
}

export type SweepPlan = CrossingPlan | RequiredSharePlan | FrontierPlan

/** One number a draw, each. */
export type Columns = Float64Array[]

export const structureColumn = 0
/** Elasticity of substitution above 1, and below it. A structure is a kind of world, not a degree of belief. */
export const structures = { complements: 0, substitutes: 1 } as const
export type Structure = keyof typeof structures

/**
 * Per scenario: years to the first crossing of any group (∞: censored); the index of that group (−1: none); years to the
 * first crossing with care of at least 0.5, and with less; years until the speed limit first bound, ∞ if it did not
 * before the first crossing.
 */
export const scenarioColumns = ['first', 'firstGroup', 'firstCareful', 'firstCareless', 'limited'] as const
export const carefulCare = 0.5

export const samplesOf = ({ setup, noteEveryMonths }: FrontierPlan): number =>
  1 + Math.round((setup.horizonYears * 12) / noteEveryMonths)

export function columnsOf(plan: SweepPlan): number {
  if (plan.kind === 'requiredShare') return 1 + requiredShareColumns.length
  return 1 + plan.scenarios.length * (plan.kind === 'crossing' ? scenarioColumns.length : samplesOf(plan))
}

export const columnAt = (scenario: number, name: (typeof scenarioColumns)[number]): number =>
  1 + scenario * scenarioColumns.length + scenarioColumns.indexOf(name)

/**
 * Years to the baseline's crossing; the smallest share that suffices (∞: unreachable, NaN: the baseline is censored);
 * 1 where delay falls somewhere as the share grows; years of delay when all of those asked refuse.
 */
export const requiredShareColumns = ['baseline', 'share', 'notMonotone', 'mostDelay'] as const
