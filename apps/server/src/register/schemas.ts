/**
 * What the API answers with, each resource in its form: the OpenAPI document is made from these.
 */
import {
  changeKinds,
  claimStatuses,
  claimStepKinds,
  confidences,
  erasureGrounds,
  propertyNames,
  sourceTiers
} from '@frown/core/register'
import { z } from 'zod'

const day = z.string().meta({ format: 'date' })
const instant = z.string().meta({ format: 'date-time' })
const flop = z.number().meta({ description: 'FLOP' })

const AsOf = z
  .object({ knownOn: day, trueOn: day })
  .meta({ id: 'AsOf', description: 'The two days that an answer holds for' })

/** What every answer carries. */
export const answered = {
  asOf: AsOf,
  registerVersion: z.int().meta({ description: 'Number of the last entry that the answer rests on' })
}

const Measured = z
  .object({
    value: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    intervalFrom: z.enum(['source', 'confidence', 'estimate']).nullable(),
    confidence: z.enum(confidences),
    contested: z.boolean(),
    estimated: z.boolean().meta({ description: 'Computed by us from other claims, not asserted by anyone' })
  })
  .meta({ id: 'Measured', description: 'A number with its uncertainty: low and high bound a 90% interval' })

const Source = z
  .object({
    url: z.string(),
    title: z.string(),
    publisher: z.string(),
    publishedOn: day.nullable(),
    accessedOn: day.nullable(),
    tier: z.enum(sourceTiers),
    derivedFrom: z.string().nullable(),
    licence: z.string().nullable()
  })
  .meta({ id: 'Source' })

export const Subject = z.object({ kind: z.enum(['group', 'system']), id: z.string() }).meta({ id: 'Subject' })

const claimValue = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]).nullable()

export const claimContent = {
  value: claimValue.meta({ description: 'In the unit of the property; null where withdrawn' }),
  low: z.number().nullable(),
  high: z.number().nullable(),
  confidence: z.enum(confidences),
  status: z.enum(claimStatuses),
  reply: z.string().nullable(),
  validFrom: day,
  recordedAt: instant,
  source: Source
}

const Claim = z
  .object({
    id: z.string(),
    subject: Subject,
    property: z.enum(propertyNames),
    supersedes: z.string().nullable(),
    ...claimContent
  })
  .meta({ id: 'Claim', description: 'One value of one property of one subject, with its source' })

export const ClaimDetail = z
  .object({
    ...answered,
    claim: Claim,
    subjectName: z.string(),
    label: z.string(),
    unit: z.string().nullable(),
    supersededBy: z.string().nullable(),
    entry: z.int().nullable().meta({ description: 'Index of its entry in the log' }),
    erasure: z
      .object({ at: instant, ground: z.enum(erasureGrounds) })
      .nullable()
      .meta({ description: 'When its texts were erased, and why' })
  })
  .meta({ id: 'ClaimDetail' })

const PropertyHistory = z
  .object({
    property: z.enum(propertyNames),
    label: z.string(),
    unit: z.string().nullable(),
    claims: z
      .array(z.object({ ...Claim.shape, supersededBy: z.string().nullable() }))
      .meta({ description: 'Oldest first' })
  })
  .meta({ id: 'PropertyHistory' })

const PropertyValue = z
  .object({
    property: z.enum(propertyNames),
    label: z.string(),
    unit: z.string().nullable(),
    claimId: z.string(),
    ...claimContent,
    intervalFrom: z.enum(['source', 'confidence', 'estimate']).nullable()
  })
  .meta({ id: 'PropertyValue' })

const GroupName = z.object({ id: z.string(), name: z.string() }).meta({ id: 'GroupName' })

const SystemSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    groups: z.array(GroupName),
    releasedOn: day.nullable(),
    domain: z.array(z.string()),
    notabilityCriteria: z.array(z.string()),
    trainingComputeFlop: Measured.nullable().meta({ description: 'null: not known, which does not mean small' }),
    estimatedTrainingComputeFlop: Measured.nullable().meta({
      description: '6·N·D, where compute is not known; never a fact'
    }),
    parameterCount: Measured.nullable(),
    sameRunAs: z.string().nullable().meta({ description: 'The system of the same training run, which counts once' }),
    weightsAccess: z.string().nullable(),
    frontierAtRelease: z.boolean().nullable(),
    link: z.string().nullable()
  })
  .meta({ id: 'SystemSummary' })

export const Systems = z
  .object({
    ...answered,
    total: z.int().meta({ description: 'Systems that match' }),
    runs: z.int().meta({ description: 'Training runs among them: one run may make several systems' }),
    items: z.array(SystemSummary),
    nextCursor: z.string().nullable()
  })
  .meta({ id: 'Systems' })

export const SystemDetail = z
  .object({ ...answered, ...SystemSummary.shape, properties: z.array(PropertyValue) })
  .meta({ id: 'SystemDetail' })

export const History = z
  .object({ ...answered, subject: Subject, name: z.string(), properties: z.array(PropertyHistory) })
  .meta({ id: 'History' })

const LargestRun = z
  .object({
    systemId: z.string().nullable(),
    knownFlop: flop.nullable(),
    lowFlop: flop.nullable(),
    highFlop: flop.nullable(),
    unknownSystems: z.int()
  })
  .meta({ id: 'LargestRun', description: "The group's largest run lies from its largest known one to the field's" })

const GroupSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    alsoKnownAs: z.array(z.string()),
    country: z.string().nullable(),
    partOf: z.string().nullable(),
    systems: z.int(),
    withKnownCompute: z.int(),
    largestRun: LargestRun
  })
  .meta({ id: 'GroupSummary' })

export const Groups = z.object({ ...answered, total: z.int(), items: z.array(GroupSummary) }).meta({ id: 'Groups' })

const ScaleUpStep = z
  .object({
    systemId: z.string(),
    name: z.string(),
    releasedOn: day,
    computeFlop: flop,
    timesOwnLast: z.number().nullable(),
    shareOfFrontier: z.number()
  })
  .meta({ id: 'ScaleUpStep' })

export const GroupDetail = z
  .object({
    ...answered,
    ...GroupSummary.shape,
    systems: z.array(SystemSummary),
    systemCount: z.int(),
    parts: z.array(GroupName),
    scaleUp: z.array(ScaleUpStep),
    properties: z.array(PropertyValue),
    history: z.array(PropertyHistory)
  })
  .meta({ id: 'GroupDetail' })

const unbounded = z.number().nullable().meta({ description: 'null: without bound' })
const Interval = z
  .object({ value: unbounded, low: unbounded, high: unbounded })
  .meta({ id: 'Interval', description: '90%' })

export const Trend = z
  .object({
    ...answered,
    growthPerYear: Interval,
    doublingTimeMonths: Interval,
    rSquared: z.number(),
    n: z.int(),
    from: day,
    to: day,
    slopeLog10PerYear: z.number(),
    log10FlopAtCentre: z.number(),
    centreDayNumber: z.number(),
    residualSdLog10: z.number(),
    spreadYears2: z.number(),
    band: z.array(z.object({ on: day, ...Interval.shape })).meta({ description: 'The line in FLOP and its interval' })
  })
  .meta({ id: 'Trend' })

const disclosure = { systems: z.int(), withKnownCompute: z.int(), share: z.number().nullable() }

export const Disclosure = z
  .object({
    ...answered,
    all: z.object(disclosure),
    byYear: z.array(z.object({ year: z.int().nullable(), ...disclosure })),
    byGroup: z.array(z.object({ group: GroupName, ...disclosure }))
  })
  .meta({ id: 'Disclosure' })

const FrontierRun = z
  .object({
    systemId: z.string(),
    name: z.string(),
    groups: z.array(GroupName),
    releasedOn: day,
    trainingComputeFlop: Measured
  })
  .meta({ id: 'FrontierRun' })

export const Frontier = z.object({ ...answered, items: z.array(FrontierRun) }).meta({ id: 'Frontier' })

const Change = z
  .object({
    subject: Subject,
    name: z.string(),
    kind: z.enum(changeKinds),
    property: z.enum(propertyNames).nullable(),
    label: z.string().nullable(),
    unit: z.string().nullable(),
    before: Claim.nullable(),
    after: Claim.nullable(),
    ratio: z.number().nullable()
  })
  .meta({ id: 'Change' })

export const Changes = z
  .object({
    ...answered,
    from: day,
    to: day,
    total: z.int(),
    items: z.array(Change),
    nextCursor: z.string().nullable()
  })
  .meta({ id: 'Changes' })

const Recording = z
  .object({
    id: z.string().meta({ description: 'Id of its first claim' }),
    recordedAt: instant,
    source: Source,
    claims: z.int(),
    subjects: z.int(),
    kinds: z.array(z.object({ kind: z.enum(claimStepKinds), claims: z.int() })),
    steps: z
      .array(
        z.object({
          kind: z.enum(claimStepKinds),
          ratio: z.number().nullable(),
          name: z.string(),
          label: z.string(),
          unit: z.string().nullable(),
          before: Claim.nullable(),
          claim: Claim
        })
      )
      .meta({ description: 'The first of them, at most 20' })
  })
  .meta({ id: 'Recording', description: 'What was written at one instant from one source' })

export const Recordings = z
  .object({ ...answered, total: z.int(), items: z.array(Recording).meta({ description: 'Latest first' }) })
  .meta({ id: 'Recordings' })

export const KnownDays = z
  .object({
    ...answered,
    items: z.array(
      z.object({
        day,
        claims: z.int(),
        sources: z.array(z.object({ title: z.string(), publisher: z.string(), licence: z.string().nullable() }))
      })
    )
  })
  .meta({ id: 'KnownDays' })

export const Sources = z
  .object({ ...answered, total: z.int(), items: z.array(z.object({ ...Source.shape, claims: z.int() })) })
  .meta({ id: 'Sources' })
