/** A register of a few groups and runs, for tests of what a forecast reads from it. */
import {
  type ClaimValue,
  type Confidence,
  type Day,
  type Instant,
  makeClaim,
  type Property,
  type RegisterView,
  registerAsOf,
  type Subject
} from '../register/index.ts'

export interface SmallRun {
  /** Name of the system; its id is the same in lower case. */
  readonly name: string
  readonly by: string
  /** Also the day on which it is recorded. */
  readonly released: string
  readonly flop?: number
  readonly usd?: number
  readonly confidence?: Confidence
  readonly sameRunAs?: string
}

/** What was known on `day`; groups are known from the year 2000. */
export function smallRegister(groups: readonly string[], runs: readonly SmallRun[], day: string): RegisterView {
  const claims = [
    ...groups.map(id => claimOf({ kind: 'group', id: id as never }, 'name', id.toUpperCase(), '2000-01-01', 'likely')),
    ...runs.flatMap(({ name, by, released, flop, usd, confidence = 'likely', sameRunAs }) => {
      const values: Partial<Record<Property, ClaimValue | undefined>> = {
        name,
        releasedOn: released,
        developedBy: [by],
        trainingComputeFlop: flop,
        runCostUsd: usd,
        sameRunAs
      }
      return Object.entries(values).flatMap(([property, value]) =>
        value === undefined
          ? []
          : [
              claimOf(
                { kind: 'system', id: name.toLowerCase() as never },
                property as Property,
                value,
                released,
                confidence
              )
            ]
      )
    })
  ]
  return registerAsOf(claims, { knownOn: day as Day, trueOn: day as Day })
}

const claimOf = (subject: Subject, property: Property, value: ClaimValue, on: string, confidence: Confidence) =>
  makeClaim({
    subject,
    property,
    value,
    low: null,
    high: null,
    confidence,
    validFrom: on as Day,
    recordedAt: `${on}T00:00:00.000Z` as Instant,
    source: {
      url: 'https://example.org/models',
      title: 'A list of models',
      publisher: 'Example',
      publishedOn: null,
      accessedOn: null,
      tier: 'estimate',
      derivedFrom: null,
      licence: 'CC BY 4.0'
    },
    status: 'asserted',
    supersedes: null,
    reply: null
  })
