/**
 * How a race is written in a request: groups, distributions, scenarios. What they may hold is decided in core.
 */
import { grades, parameterNames } from '@frown/core/simulation'
import { z } from 'zod'

/** JSON has no NaN and no infinity, and zod takes none. */
const number = z.number({ error: 'must be a finite number' })
const text = z.string({ error: 'must be text' }).max(2_000, { error: 'is longer than 2000 characters' })

const Simple = [
  z.strictObject({ kind: z.literal('constant'), value: number }),
  z.strictObject({ kind: z.literal('uniform'), low: number, high: number }),
  z.strictObject({ kind: z.literal('triangular'), low: number, mode: number, high: number }),
  z.strictObject({ kind: z.literal('lognormal90'), p05: number, p95: number })
] as const
const around = <T extends z.ZodType>(of: T) =>
  [
    z.strictObject({ kind: z.literal('logOf'), of }),
    z.strictObject({ kind: z.literal('ln2Over'), of }),
    z.strictObject({ kind: z.literal('scaled'), by: number, of })
  ] as const
const Plain = z.discriminatedUnion('kind', [...Simple]).meta({ id: 'PlainDistribution' })
const Inner = z.discriminatedUnion('kind', [...Simple, ...around(Plain)]).meta({ id: 'InnerDistribution' })
const Wrapped = z.discriminatedUnion('kind', [...Simple, ...around(Inner)]).meta({ id: 'PartDistribution' })

export const Distribution = z
  .discriminatedUnion('kind', [
    ...Wrapped.options,
    z.strictObject({
      kind: z.literal('mixture'),
      of: z.array(z.strictObject({ weight: number, distribution: Wrapped })).max(8)
    })
  ])
  .meta({ id: 'Distribution', description: 'What is believed of a parameter; kinds are explained in docs/forecast.md' })

export const Parameter = z.enum(parameterNames).meta({ id: 'ParameterName' })

/** A distribution for some parameters. */
export const Distributions = z
  .partialRecord(Parameter, Distribution)
  .meta({ id: 'Distributions', description: 'By name of the parameter' })
export const ParameterBelief = z
  .strictObject({
    name: Parameter,
    distribution: Distribution,
    grade: z.enum(grades),
    source: text,
    note: text
  })
  .meta({ id: 'ParameterBelief' })

const Range = z.strictObject({ low: number, high: number }).meta({ id: 'Range' })

export const StartingGroup = z
  .strictObject({
    id: z.string().min(1).max(100),
    name: z.string().min(1).max(200),
    isOpenCommunity: z.boolean(),
    computeFlop: Range.meta({ description: 'Its largest training run so far, FLOP; drawn log-uniformly' }),
    runCostUsd: Range.meta({ description: 'What runs of either end cost, USD' }),
    labourShare: number.meta({ description: 'Part of the field’s research labour, in any unit' }),
    openness: number.meta({ description: '0–1, the part of its results that reaches others' }),
    lnAlgorithms: number.meta({ description: 'Algorithms against the frontier’s, natural logarithm' }),
    care: number.meta({ description: '0–1, regard for safety, as assumed' })
  })
  .meta({ id: 'StartingGroup' })

export const Population = z
  .union([
    z.enum(['leading', 'everyone']),
    z
      .array(z.string().max(100), {
        error: ({ code }) => (code === 'invalid_type' ? 'must be a list of ids of groups' : undefined)
      })
      .max(16)
  ])
  .meta({ id: 'Population', description: 'leading (every named group), everyone (the open community too), or ids' })

const share = number.meta({ description: '0–1' })
const years = number.meta({ description: 'Years from the start' })

export const Scenario = z
  .strictObject({
    refusal: z.strictObject({ who: Population, share, startYears: years, rampYears: years }).optional(),
    investorFrown: share.optional(),
    ostracism: z.strictObject({ who: Population, access: share, startYears: years }).optional(),
    shutdown: z.strictObject({ who: Population, startYears: years }).optional(),
    cap: z
      .strictObject({
        flop: number.meta({ description: 'FLOP of a training run' }),
        startYears: years,
        covered: Population,
        evasion: number.meta({ description: 'At least 1: how many times the cap an evading run reaches' }),
        evasionGrowth: number.meta({ description: 'ln per year' })
      })
      .optional(),
    smallModels: z.strictObject({ substitution: number, startYears: years, rampYears: years }).optional()
  })
  .meta({ id: 'Scenario', description: 'What is done; what is absent is not done' })

const words = z.string().max(300)

export const Approach = z
  .strictObject({
    id: words,
    kind: z.enum(['culture', 'regulation', 'technology']),
    label: words,
    scenario: Scenario.meta({ description: 'Its times are counted from when it begins' }),
    carelessAccess: number.nullable().meta({
      description: '0–1, how much of others’ results still reaches the careless group; null: it is not cut off'
    }),
    closesOne: z.boolean().meta({ description: 'One of the other leading groups closes, each in turn' }),
    leadYears: number.meta({ description: 'Years before it can begin' }),
    leadGrade: z.enum(grades),
    leadReason: words,
    leftOut: words
  })
  .meta({ id: 'Approach' })
