/**
 * The nouns of the register as the API shows them.
 */
import {
  type Claim,
  type ClaimDraft,
  disclosureOf,
  estimatedTrainingCompute,
  type Group,
  type GroupId,
  largestRun,
  type Measured,
  measured,
  type Property,
  type PropertyHistory,
  properties,
  propertyNames,
  type Quantity,
  type RegisterView,
  type System,
  systemsOf,
  type TrainingRun
} from '@frown/core/register'
import type { Row } from './csv.ts'

export const groupName = (view: RegisterView, id: GroupId) => ({ id, name: view.groups.get(id)?.name ?? id })

export function systemSummary(view: RegisterView, system: System) {
  const text = (property: Property) => {
    const value = system.claims.get(property)?.value
    return typeof value === 'string' ? value : null
  }
  const frontier = system.claims.get('frontierAtRelease')?.value
  return {
    id: system.id,
    name: system.name,
    groups: system.developedBy.map(id => groupName(view, id)),
    releasedOn: system.releasedOn,
    domain: [...system.domain],
    notabilityCriteria: [...system.notabilityCriteria],
    trainingComputeFlop: measured(system, 'trainingComputeFlop'),
    estimatedTrainingComputeFlop: estimatedTrainingCompute(system),
    parameterCount: measured(system, 'parameterCount'),
    sameRunAs: system.sameRunAs,
    weightsAccess: text('weightsAccess'),
    frontierAtRelease: typeof frontier === 'boolean' ? frontier : null,
    link: text('link')
  }
}

export const systemColumns = [
  'id',
  'name',
  'groups',
  'groupNames',
  'releasedOn',
  'domain',
  'notabilityCriteria',
  ...['trainingComputeFlop', 'estimatedTrainingComputeFlop', 'parameterCount'].flatMap(measuredColumns),
  'sameRunAs',
  'weightsAccess',
  'frontierAtRelease',
  'link'
]

export function systemRow(summary: ReturnType<typeof systemSummary>): Row {
  const { groups, trainingComputeFlop, estimatedTrainingComputeFlop, parameterCount, ...plain } = summary
  return {
    ...plain,
    groups: groups.map(group => group.id),
    groupNames: groups.map(group => group.name),
    ...measuredCells('trainingComputeFlop', trainingComputeFlop),
    ...measuredCells('estimatedTrainingComputeFlop', estimatedTrainingComputeFlop),
    ...measuredCells('parameterCount', parameterCount)
  }
}

export function measuredColumns(name: string): string[] {
  return [name, `${name}Low`, `${name}High`, `${name}IntervalFrom`, `${name}Confidence`, `${name}Contested`]
}

export const measuredCells = (name: string, held: Measured | null): Row => ({
  [name]: held?.value ?? null,
  [`${name}Low`]: held?.low ?? null,
  [`${name}High`]: held?.high ?? null,
  [`${name}IntervalFrom`]: held?.intervalFrom ?? null,
  [`${name}Confidence`]: held?.confidence ?? null,
  [`${name}Contested`]: held?.contested ?? null
})

/** The live claim of each property, in the register's order, with the interval that charts show. */
export function propertyValues(subject: System | Group) {
  return propertyNames.flatMap(property => {
    const claim = subject.claims.get(property)
    if (!claim) return []
    const { label, unit, shape } = properties[property]
    const held = shape === 'count' && 'developedBy' in subject ? measured(subject, property as Quantity) : null
    return [
      {
        property,
        label,
        unit,
        claimId: claim.id,
        ...claimFields(claim),
        low: held?.low ?? claim.low,
        high: held?.high ?? claim.high,
        intervalFrom: held?.intervalFrom ?? null
      }
    ]
  })
}

export const claimResource = (claim: Claim) => ({
  id: claim.id,
  subject: claim.subject,
  property: claim.property,
  supersedes: claim.supersedes,
  ...claimFields(claim)
})

export const claimFields = ({
  value,
  low,
  high,
  confidence,
  status,
  reply,
  validFrom,
  recordedAt,
  source
}: ClaimDraft) => ({
  value: Array.isArray(value) ? [...value] : (value as string | number | boolean | null),
  low,
  high,
  confidence,
  status,
  reply,
  validFrom,
  recordedAt,
  source
})

export const historyResource = (history: readonly PropertyHistory[]) =>
  history.map(({ property, claims }) => ({
    property,
    label: properties[property].label,
    unit: properties[property].unit,
    claims: claims.map(claim => ({ ...claimResource(claim), supersededBy: claim.supersededBy }))
  }))

export const claimColumns = [
  'property',
  'value',
  'unit',
  'low',
  'high',
  'intervalFrom',
  'confidence',
  'status',
  'reply',
  'validFrom',
  'recordedAt',
  'claimId',
  'supersededBy',
  'sourceTitle',
  'sourcePublisher',
  'sourceUrl',
  'sourceTier',
  'sourceLicence'
]

export function claimRow(claim: ReturnType<typeof claimFields>): Row {
  const { source, ...plain } = claim
  return {
    ...plain,
    sourceTitle: source.title,
    sourcePublisher: source.publisher,
    sourceUrl: source.url,
    sourceTier: source.tier,
    sourceLicence: source.licence
  }
}

export function groupSummary(view: RegisterView, group: Group, fieldRuns: readonly TrainingRun[]) {
  const { known, lowFlop, highFlop, unknownSystems } = largestRun(view, group.id, [...fieldRuns])
  const { systems, withKnownCompute } = disclosureOf(systemsOf(view, group.id))
  return {
    id: group.id,
    name: group.name,
    alsoKnownAs: [...group.alsoKnownAs],
    country: group.country,
    partOf: group.partOf,
    systems,
    withKnownCompute,
    largestRun: {
      systemId: known?.system.id ?? null,
      knownFlop: known?.computeFlop.value ?? null,
      lowFlop,
      highFlop,
      unknownSystems
    }
  }
}
