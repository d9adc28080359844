/** Questions whose answers tests can check: a sweep's digest, a wait, a refusal. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Columns, CrossingPlan, Distribution, ParameterName } from '@frown/core/simulation'
import { Refusal } from '../platform/refusal.ts'
import type { Perform } from './jobs.ts'

const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high })
const constant = (value: number): Distribution => ({ kind: 'constant', value })

const parameters: Record<ParameterName, Distribution> = {
  spendGrowth: uniform(0.5, 1.2),
  hardwareGrowth: uniform(0.2, 0.4),
  durationGrowth: uniform(0.1, 0.3),
  durationYears: constant(5),
  algorithmGrowth: uniform(0.5, 1.5),
  returns: uniform(0.5, 1.5),
  labourShareOfInput: uniform(0.3, 0.7),
  substitution: uniform(0.5, 1.5),
  labourGrowth: constant(0.1),
  automationSlope: uniform(0.1, 0.3),
  lnAutomationFlop: uniform(70, 85),
  abilitySpread: constant(1),
  abilityCorrelation: uniform(-0.3, 0.5),
  backfillShare: uniform(0.2, 0.8),
  backfillQuality: uniform(0.5, 0.9),
  backfillYears: constant(2),
  transferShare: uniform(0, 0.5),
  transferYears: constant(1),
  complementarity: constant(1),
  catchUp: uniform(0.1, 1),
  lnSpendCapUsd: uniform(25, 30),
  economyGrowth: constant(0.03),
  investorResponse: constant(1),
  scaleUpLabour: constant(0.3),
  speedLimit: constant(5),
  lnThresholdFlop: uniform(75, 90)
}

/** A plan of `draws` draws through a baseline and a refusal. */
export const crossingPlan = (draws: number, seed = 1): CrossingPlan => ({
  kind: 'crossing',
  draws,
  setup: {
    groups: [0.9, 0.3].map((care, index) => ({
      id: `group-${index}`,
      name: `Group ${index}`,
      isOpenCommunity: false,
      computeFlop: { low: 1e25, high: 5e26 },
      runCostUsd: { low: 1e7, high: 5e8 },
      labourShare: 0.5,
      openness: 0.3,
      lnAlgorithms: -0.2 * index,
      care
    })),
    parameters,
    horizonYears: 40,
    seed
  },
  scenarios: [{}, { refusal: { share: [0.2, 0.2], startYears: 0, rampYears: 1 } }]
})

export function digestOf(columns: Columns): string {
  const hash = createHash('sha256')
  for (const column of columns) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength))
  return hash.digest('hex')
}

/** Kinds: `crossing` {draws, seed}, `sleep` {ms}, `refuse`, `fault`. */
export const performForTests: Perform = async (kind, request, tools) => {
  if (kind === 'crossing') {
    const { draws, seed } = request as { draws: number; seed: number }
    return digestOf(await tools.sweep(crossingPlan(draws, seed), { onProgress: tools.onProgress }))
  }
  if (kind === 'sleep') {
    const { ms } = request as { ms: number }
    for (let slept = 0; slept < ms; slept += 20) {
      await sleep(20)
      tools.signal?.throwIfAborted()
      tools.onProgress?.(slept / ms)
    }
    return 'slept'
  }
  if (kind === 'refuse') throw new Refusal({ code: 'forecast/invalid', detail: 'Not so.', place: 'draws' })
  throw new Error(`a fault in ${kind}`)
}
