/**
 * What each question is answered with, as the API's document has it.
 */
import type { QuestionKind } from '@frown/core/forecast'
import { grades } from '@frown/core/simulation'
import { z } from 'zod'
import { Approach, Parameter, Scenario } from './race-schemas.ts'

const Extended = z
  .union([z.number(), z.enum(['Infinity', '-Infinity'])])
  .meta({ id: 'Extended', description: 'A number; Infinity: beyond the horizon, or unreachable' })

const Quantiles = z
  .object({ p05: Extended, p25: Extended, p50: Extended, p75: Extended, p95: Extended })
  .meta({ id: 'Quantiles' })
const quantiles = Quantiles.nullable()

const Estimate = z
  .object({ value: Extended, low: Extended, high: Extended })
  .meta({ id: 'Estimate', description: 'With the range in which the number of draws leaves it (90%)' })

const byStructure = <T extends z.ZodType>(of: T) => z.object({ mixed: of, substitutes: of, complements: of })

const share = z.number().meta({ description: '0–1' })

const DelaySummary = z
  .object({
    draws: z.int(),
    undefinedDraws: z.int().meta({ description: 'Neither crosses by the horizon' }),
    baselineCensored: z.int(),
    scenarioCensored: z.int(),
    delayYears: quantiles,
    medianDelayYears: Estimate.nullable(),
    ofRemaining: quantiles.meta({ description: 'Delay as a share of what the baseline had left' }),
    probability: Estimate.nullable().meta({ description: 'P(delay ≥ the one asked for); undecided counts as not' }),
    undecided: share,
    backfire: share.meta({ description: 'Share of draws in which the scenario crosses earlier' })
  })
  .meta({ id: 'DelaySummary' })
const delay = byStructure(DelaySummary)

const WaterfallBar = z
  .object({ id: z.string(), label: z.string(), delayYears: byStructure(Estimate.nullable()) })
  .meta({ id: 'WaterfallBar' })

const RequiredShareSummary = z
  .object({
    draws: z.int(),
    baselineCensored: z.int(),
    share: quantiles.meta({
      description: 'Smallest sufficient share; Infinity: even all of those asked do not suffice'
    }),
    unreachable: Estimate.nullable(),
    sufficientShare: Extended.meta({ description: 'Suffices with the probability asked for' }),
    notMonotone: share.meta({ description: 'Share of draws in which more refusal somewhere means less delay' }),
    mostDelayYears: quantiles,
    histogram: z.array(share).meta({ description: 'Share of draws by tenths of the required share' })
  })
  .meta({ id: 'RequiredShareSummary' })

const Belief = z.object({ p05: z.number(), p50: z.number(), p95: z.number() }).meta({ id: 'Belief' })
const believed = {
  name: Parameter,
  label: z.string(),
  unit: z.string(),
  prior: Belief,
  grade: z.enum(grades).nullable(),
  source: z.string().nullable()
}
const deviations = z.number().meta({ description: 'Standard deviations of its normal score' })

const SobolIndex = z.object({ value: z.number(), low: z.number(), high: z.number() }).meta({ id: 'SobolIndex' })
const FactorSensitivity = z
  .object({ factor: z.string(), label: z.string(), first: SobolIndex, total: SobolIndex })
  .meta({ id: 'FactorSensitivity' })
const Sensitivity = z
  .object({
    draws: z.int(),
    baselineCensored: share,
    delay: z.array(FactorSensitivity).nullable(),
    reached: z.array(FactorSensitivity).nullable()
  })
  .meta({ id: 'Sensitivity' })

const SeenDelay = z
  .object({ medianYears: z.number(), probability: z.number() })
  .meta({ id: 'SeenDelay', description: 'Of the delay as far as the horizon lets one see' })
const ParameterPart = z
  .object({ name: Parameter, label: z.string(), unit: z.string(), one: Belief, other: Belief, carries: SeenDelay })
  .meta({ id: 'ParameterPart' })

const NormSide = z.object({ share, delay })

const PooledSummary = z
  .object({
    spread: Quantiles,
    median: Estimate,
    acrossCases: z
      .object({ low: Extended, high: Extended })
      .nullable()
      .meta({ description: 'Least and greatest median of a case' }),
    unknown: share
  })
  .meta({ id: 'PooledSummary', description: 'Over draws, and over cases that stand for the same alike' })
const pooled = byStructure(PooledSummary.nullable())

const SwingEnd = z.object({ value: z.number().nullable(), result: z.number() })
const Swing = z
  .object({ factor: z.string(), label: z.string(), unit: z.string(), low: SwingEnd, high: SwingEnd })
  .meta({ id: 'Swing', description: 'What is measured in the lowest and in the highest quarter of a factor’s values' })
const VerdictGiven = z
  .object({ verdict: z.enum(['holds', 'inPart', 'doesNotHold', 'turnsOn']), turnsOn: z.array(Swing) })
  .meta({ id: 'VerdictGiven' })
const PartShare = z
  .object({
    share: Estimate.nullable(),
    undecided: share,
    applies: share,
    verdict: z.enum(['holds', 'between', 'doesNotHold']),
    swings: z.array(Swing)
  })
  .meta({ id: 'PartShare' })
const RaceRun = z
  .object({
    label: z.string(),
    scenario: Scenario,
    fixed: z.partialRecord(Parameter, z.number()).optional(),
    carelessAt: z.string().optional()
  })
  .meta({ id: 'RaceRun' })

const common = { delayYears: z.number(), horizonYears: z.number() }

export const answers = {
  scenario: z.object({
    scenario: z.string(),
    ...common,
    baselineYears: byStructure(quantiles),
    scenarioYears: byStructure(quantiles),
    delay,
    limited: z.object({ baseline: share, scenario: share }).meta({ description: 'Where the speed limit bound' })
  }),
  curves: z.array(z.object({ who: z.string(), points: z.array(z.object({ share, delay })) })),
  requiredShare: z.array(
    z.object({ who: z.string(), ...common, probability: share, summary: byStructure(RequiredShareSummary) })
  ),
  portfolio: z.object({
    mix: z.record(z.string(), share).nullable(),
    cost: z.number().nullable(),
    scenario: z.string(),
    delay: DelaySummary,
    mixesTried: z.int()
  }),
  fan: z.object({
    points: z
      .array(z.object({ years: z.number(), baseline: byStructure(quantiles), scenario: byStructure(quantiles) }))
      .meta({ description: 'log10 FLOP of the leader’s effective compute' }),
    threshold: quantiles.meta({ description: 'log10 FLOP, as believed' })
  }),
  waterfall: z.object({ bars: z.array(WaterfallBar), ablations: z.array(WaterfallBar) }),
  careless: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      baselineLeadYears: byStructure(quantiles),
      scenarioLeadYears: byStructure(quantiles),
      gainYears: byStructure(quantiles)
    })
  ),
  whoFirst: z.object({
    groups: z.array(z.object({ id: z.string(), name: z.string(), probability: share, least: share, most: share })),
    named: z.string().nullable().meta({ description: 'Likelier first than any other whatever is undisclosed' })
  }),
  believe: z.object({
    scenario: z.string(),
    ...common,
    outcome: z.enum(['already', 'reached', 'unreachable']),
    norm: deviations,
    shifts: z.partialRecord(Parameter, z.number()),
    beliefs: z.array(z.object({ ...believed, shiftDeviations: deviations, moved: Belief })),
    alone: z.array(z.object({ ...believed, shiftDeviations: deviations.nullable(), moved: Belief.nullable() })),
    before: delay,
    after: delay,
    bounds: z.object({ mostDeviations: z.number(), mostNorm: z.number() })
  }),
  twoBeliefs: z.object({
    scenario: z.string(),
    ...common,
    one: delay,
    other: delay,
    seen: z.object({ one: SeenDelay, other: SeenDelay }),
    partsDraws: z.int(),
    parts: z.array(
      z.object({ id: z.string(), label: z.string(), carries: SeenDelay, parameters: z.array(ParameterPart).nullable() })
    ),
    most: z.array(ParameterPart)
  }),
  sensitivity: z.object({ scenario: z.string(), ...common, sensitivity: byStructure(Sensitivity.nullable()) }),
  norm: z.object({ who: z.string(), delayYears: z.number(), open: NormSide, sealed: NormSide }),
  claim: z.object({
    id: z.string(),
    number: z.int(),
    gist: z.string(),
    leftOut: z.string(),
    usesRace: z.boolean(),
    draws: z.int(),
    ...common,
    verdict: byStructure(VerdictGiven),
    parts: z.array(z.object({ says: z.string(), passing: byStructure(PartShare) })),
    measures: z.array(z.object({ label: z.string(), unit: z.string(), values: pooled })),
    assumptions: z.array(
      z.object({ label: z.string(), value: z.number(), unit: z.string(), grade: z.enum(grades), reason: z.string() })
    ),
    carriedBy: byStructure(z.array(Swing)),
    runs: z.array(RaceRun),
    chart: z.object({
      x: z.string(),
      y: z.string(),
      points: z.array(z.object({ x: z.union([z.number(), z.string()]), p05: Extended, p50: Extended, p95: Extended }))
    })
  }),
  approaches: z.array(
    z.object({
      approach: Approach,
      delayYears: pooled,
      perLeadYear: pooled.nullable(),
      carelessGainYears: pooled,
      backfire: byStructure(Estimate.nullable()),
      probability: byStructure(Estimate.nullable()),
      tooLate: byStructure(Estimate.nullable())
    })
  )
} as const satisfies Record<QuestionKind, z.ZodType>

/** What a result rests on, so that it can be worked out again to the last digit. */
export const Pins = z
  .object({
    asOf: z.object({ knownOn: z.string(), trueOn: z.string() }),
    registerVersion: z.int(),
    beliefsVersion: z.string(),
    kernelVersion: z.string(),
    ownParameters: z.array(z.string()).meta({ description: 'Given in place of those shipped' }),
    ownGroups: z.boolean().meta({ description: 'Whether the groups were given in place of the register’s' })
  })
  .meta({ id: 'Pins' })
