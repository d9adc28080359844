/**
 * Many draws, each run through the same levers: what every forecast is made of.
 *
 * A plan is data, and what a draw gives is a function of plan and draw alone. So a sweep may be cut anywhere, run on any
 * number of threads or machines in any order, and comes out the same to the last bit.
 */
import { type Kernel, mostDraws } from '@frown/kernel'
import { fillRequiredShares } from './required-share-part.ts'
import {
  type Columns,
  type CrossingPlan,
  carefulCare,
  columnAt,
  columnsOf,
  type FrontierPlan,
  type SweepPlan,
  samplesOf,
  scenarioColumns,
  structureColumn,
  structures
} from './sweep-plan.ts'

/** Draws `first` to `first + draws − 1` of the plan. */
export function runPart(kernel: Kernel, plan: SweepPlan, first: number, draws: number): Columns {
  const columns = Array.from({ length: columnsOf(plan) }, () => new Float64Array(draws))
  for (let done = 0; done < draws; done += mostDraws) {
    const count = Math.min(mostDraws, draws - done)
    const { groups, parameters, seed } = plan.setup
    const { shifts, reseeded } = plan
    kernel.sample({ groups, parameters, seed, shifts, reseeded }, first + done, count)
    const part = columns.map(column => column.subarray(done, done + count))
    const structure = part[structureColumn] as Float64Array
    kernel.values('substitution').forEach((elasticity, d) => {
      structure[d] = elasticity > 1 ? structures.substitutes : structures.complements
    })
    if (plan.kind === 'crossing') crossingColumns(kernel, plan, part)
    else if (plan.kind === 'requiredShare') fillRequiredShares(kernel, plan, part.slice(1))
    else frontierColumns(kernel, plan, part.slice(1))
  }
  return columns
}

function crossingColumns(kernel: Kernel, { setup, scenarios }: CrossingPlan, part: readonly Float64Array[]): void {
  const { groups, horizonYears } = setup
  const bothKinds = new Set(groups.map(({ care }) => care >= carefulCare)).size === 2
  scenarios.forEach((levers, scenario) => {
    const result = kernel.run(levers, { horizonYears, stop: bothKinds ? 'whenAllCrossed' : 'whenOneCrossed' })
    const [first, firstGroup, careful, careless, limited] = scenarioColumns.map(
      name => part[columnAt(scenario, name)] as Float64Array
    ) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
    for (const column of [first, careful, careless]) column.fill(Number.POSITIVE_INFINITY)
    firstGroup.fill(-1)
    groups.forEach(({ care }, group) => {
      const kind = care >= carefulCare ? careful : careless
      result.crossingYears(group).forEach((years, d) => {
        if (years < (kind[d] as number)) kind[d] = years
        if (years >= (first[d] as number)) return
        first[d] = years
        firstGroup[d] = group
      })
    })
    result.limitedYears.forEach((years, d) => {
      limited[d] = years <= (first[d] as number) ? years : Number.POSITIVE_INFINITY
    })
  })
}

function frontierColumns(kernel: Kernel, plan: FrontierPlan, part: readonly Float64Array[]): void {
  const { noteEveryMonths } = plan
  const { horizonYears } = plan.setup
  const samples = samplesOf(plan)
  plan.scenarios.forEach((levers, scenario) => {
    const { lnFrontier } = kernel.run(levers, { horizonYears, stop: 'never', noteEveryMonths })
    for (let sample = 0; sample < samples; sample++) part[scenario * samples + sample]?.set(lnFrontier(sample))
  })
}

export interface SweepOptions {
  readonly signal?: AbortSignal | undefined
  /** Share of the sweep that is done, 0–1; called now and then, last with 1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** Runs a plan somewhere; rejects with the signal's reason when told to stop. */
export type Sweep = (plan: SweepPlan, options?: SweepOptions) => Promise<Columns>

/** How many draws are handed out at once. It changes nothing but the pace of progress. */
export const partDraws = 1_024

/** A sweep in this very thread, which it leaves now and then for others. */
export const sweepHere =
  (kernel: Kernel): Sweep =>
  async (plan, { signal, onProgress } = {}) => {
    const columns = Array.from({ length: columnsOf(plan) }, () => new Float64Array(plan.draws))
    for (let first = 0; first < plan.draws; first += partDraws) {
      signal?.throwIfAborted()
      const part = runPart(kernel, plan, first, Math.min(partDraws, plan.draws - first))
      for (const [index, column] of columns.entries()) column.set(part[index] as Float64Array, first)
      onProgress?.(Math.min(1, (first + partDraws) / plan.draws))
      await new Promise(resolve => setTimeout(resolve))
    }
    return columns
  }
