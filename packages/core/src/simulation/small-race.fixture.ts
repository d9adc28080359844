/** A race of three groups in which little varies, for tests of what stands on it. */
import { type Distribution, type ParameterName, parameterNames } from '@frown/kernel'
import type { StartingGroup } from './group.ts'
import type { RaceSetup } from './race-setup.ts'

const point = (value: number) => ({ low: value, high: value })

const group = (id: string, computeFlop: number, rest: Partial<StartingGroup> = {}): StartingGroup => ({
  id,
  name: id.toUpperCase(),
  isOpenCommunity: false,
  computeFlop: point(computeFlop),
  runCostUsd: point(computeFlop * 2e-18),
  labourShare: 0.4,
  openness: 0.3,
  lnAlgorithms: 0,
  care: 0.5,
  ...rest
})

export const smallGroups: readonly StartingGroup[] = [
  group('a', 4e26),
  group('b', 3e26, { computeFlop: { low: 5e25, high: 4e26 }, runCostUsd: { low: 1e8, high: 8e8 } }),
  group('open', 1e24, { isOpenCommunity: true, labourShare: 0.2, openness: 1, lnAlgorithms: -0.5 })
]

/** A middling value of each parameter. */
const middling: Readonly<Record<ParameterName, number>> = {
  spendGrowth: 0.88,
  hardwareGrowth: 0.33,
  durationGrowth: 0.22,
  durationYears: 4,
  algorithmGrowth: 1.04,
  returns: 0.42,
  labourShareOfInput: 0.5,
  substitution: 2.3,
  labourGrowth: 0.34,
  automationSlope: 0.3,
  lnAutomationFlop: 72,
  abilitySpread: 1.05,
  abilityCorrelation: 0.2,
  backfillShare: 0.6,
  backfillQuality: 0.65,
  backfillYears: 1.2,
  transferShare: 0.3,
  transferYears: 0.7,
  complementarity: 0.65,
  catchUp: 0.6,
  lnSpendCapUsd: 26,
  economyGrowth: 0.03,
  investorResponse: 0.85,
  scaleUpLabour: 0.3,
  speedLimit: 6.9,
  lnThresholdFlop: 71
}

export const constants = (changed: Partial<Record<ParameterName, number>> = {}) =>
  Object.fromEntries(
    parameterNames.map(name => [name, { kind: 'constant', value: changed[name] ?? middling[name] }])
  ) as unknown as Readonly<Record<ParameterName, Distribution>>

/** Threshold and substitution vary; σ is above 1 in half of the draws. */
export const smallSetup: RaceSetup = {
  groups: smallGroups,
  parameters: {
    ...constants(),
    lnThresholdFlop: { kind: 'uniform', low: 68, high: 76 },
    substitution: {
      kind: 'mixture',
      of: [
        { weight: 1, distribution: { kind: 'uniform', low: 0.2, high: 0.6 } },
        { weight: 1, distribution: { kind: 'uniform', low: 1.5, high: 3 } }
      ]
    }
  },
  horizonYears: 40,
  seed: 11
}
