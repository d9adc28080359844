/** Races for tests: a usual one, and any that the model can run with. */
import fc from 'fast-check'
import type { ParameterDistributions } from './kernel.ts'
import type { PlainGroup } from './plain-race.fixture.ts'
import type { Levers, ParameterValues, RaceGroup } from './race-input.ts'

export const usualParameters: ParameterValues = {
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
  lnThresholdFlop: 72
}

export const plainGroups: readonly PlainGroup[] = [
  { computeFlop: 4e26, runCostUsd: 8e8, labourShare: 0.4, openness: 0.3, lnAlgorithms: 0, care: 0.7 },
  { computeFlop: 3e26, runCostUsd: 6e8, labourShare: 0.3, openness: 0.5, lnAlgorithms: -0.2, care: 0.2 },
  { computeFlop: 1e24, runCostUsd: 2e6, labourShare: 0.3, openness: 1, lnAlgorithms: -0.5, care: 0.5 }
]

export const atStart = (groups: readonly PlainGroup[]): RaceGroup[] =>
  groups.map(({ computeFlop, runCostUsd, ...rest }) => ({
    ...rest,
    computeFlop: { low: computeFlop, high: computeFlop },
    runCostUsd: { low: runCostUsd, high: runCostUsd }
  }))

export const constants = (values: ParameterValues): ParameterDistributions =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { kind: 'constant', value }])
  ) as unknown as ParameterDistributions

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

const anyParameters: fc.Arbitrary<ParameterValues> = fc.record({
  spendGrowth: between(-0.2, 1.5),
  hardwareGrowth: between(0, 0.6),
  durationGrowth: between(-0.1, 0.5),
  durationYears: between(0.5, 10),
  algorithmGrowth: between(0.2, 2),
  returns: between(0.05, 1.2),
  labourShareOfInput: between(0.05, 0.95),
  substitution: fc.oneof(between(0.1, 0.9), between(1.1, 4), fc.constant(1)),
  labourGrowth: between(0, 0.6),
  automationSlope: between(0, 0.6),
  lnAutomationFlop: between(60, 90),
  abilitySpread: between(0, 1.5),
  abilityCorrelation: between(-1, 1),
  backfillShare: between(0, 1),
  backfillQuality: between(0, 1),
  backfillYears: between(0.05, 5),
  transferShare: between(0, 1),
  transferYears: between(0.05, 5),
  complementarity: between(0.2, 1.2),
  catchUp: between(0, 1.5),
  lnSpendCapUsd: between(21, 29),
  economyGrowth: between(0, 0.06),
  investorResponse: between(0, 2),
  scaleUpLabour: between(0, 1),
  speedLimit: between(0.8, 7),
  lnThresholdFlop: between(60, 82)
})

const share = fc.oneof(fc.constantFrom(0, 0.2, 1), between(0, 1))
const start = fc.oneof(fc.constantFrom(0, 0.5, 1), between(0, 6))
const anyGroup: fc.Arbitrary<PlainGroup> = fc.record({
  computeFlop: between(23, 27).map(log => 10 ** log),
  runCostUsd: between(6, 10).map(log => 10 ** log),
  labourShare: between(0.02, 1),
  openness: fc.oneof(fc.constantFrom(0, 1), between(0, 1)),
  lnAlgorithms: between(-1, 0),
  care: between(0, 1)
})

const perGroup = <T>(value: fc.Arbitrary<T>, count: number) => fc.array(value, { minLength: count, maxLength: count })

const leversFor = (count: number): fc.Arbitrary<Levers> =>
  fc.record(
    {
      refusal: fc.record({
        share: perGroup(share, count),
        startYears: start,
        rampYears: fc.oneof(fc.constant(0), between(0.1, 3))
      }),
      investorFrown: between(0, 1),
      ostracism: fc.record({ access: perGroup(share, count), startYears: start }),
      shutdown: fc.record({ groups: perGroup(fc.boolean(), count), startYears: start }),
      cap: fc.record({
        flop: between(25, 29).map(log => 10 ** log),
        startYears: start,
        covered: perGroup(fc.boolean(), count),
        evasion: between(1, 5),
        evasionGrowth: between(0, 1)
      }),
      smallModels: fc.record({ substitution: between(-0.5, 1), startYears: start, rampYears: between(0, 3) })
    },
    { requiredKeys: [] }
  )

export interface AnyRace {
  readonly groups: readonly PlainGroup[]
  readonly parameters: readonly ParameterValues[]
  readonly levers: Levers
}

export const anyRace: fc.Arbitrary<AnyRace> = fc.integer({ min: 1, max: 8 }).chain(count =>
  fc.record({
    groups: perGroup(anyGroup, count),
    parameters: fc.array(anyParameters, { minLength: 1, maxLength: 5 }),
    levers: leversFor(count)
  })
)
