/**
 * What does one row say of its system, property by property?
 */
import type { ClaimValue, Confidence, GroupId, SourceTier } from '../claim.ts'
import type { Property } from '../property.ts'
import { type Held, liveOf } from './claim-heads.ts'
import type { EpochFile, EpochRecord } from './epoch-file.ts'

export interface FiledValue {
  readonly value: ClaimValue
  readonly confidence: Confidence
  /** null: the file does not say how it is known. */
  readonly tier: SourceTier | null
}

/** Taken of every system; the rest only where training compute is or was known, or the register holds it already. */
const plainProperties: ReadonlySet<Property> = new Set([
  'name',
  'releasedOn',
  'developedBy',
  'domain',
  'notabilityCriteria',
  'link'
])

/** Epoch's confidence column speaks of these. */
const rated: ReadonlySet<Property> = new Set(['trainingComputeFlop', 'parameterCount', 'trainingTokens'])

export function filedValues(
  record: EpochRecord,
  developedBy: readonly GroupId[],
  file: EpochFile,
  detailed: boolean,
  held: Held | undefined
): ReadonlyMap<Property, FiledValue> {
  const values: [Property, ClaimValue | null | undefined][] = [
    ['name', record.name],
    ['releasedOn', record.releasedOn],
    ['developedBy', listOrNull(developedBy)],
    ['trainingComputeFlop', record.trainingComputeFlop],
    ['parameterCount', record.parameterCount],
    ['trainingTokens', record.trainingTokens],
    ['runCostUsd', record.runCostUsd],
    ['numericFormatBits', record.numericFormatBits],
    ['hardware', record.hardware],
    ['hardwareQuantity', record.hardwareQuantity],
    ['baseSystem', record.baseSystem],
    ['domain', listOrNull(record.domain)],
    ['notabilityCriteria', listOrNull(record.notabilityCriteria)],
    ['frontierAtRelease', record.frontierAtRelease || null],
    ['weightsAccess', record.weightsAccess],
    ['link', record.links[0]]
  ]
  const filed = new Map<Property, FiledValue>()
  for (const [property, value] of values) {
    if (value === null || value === undefined) continue
    if (!detailed && !plainProperties.has(property) && !liveOf(held, property)) continue
    filed.set(property, {
      value,
      confidence: rated.has(property) ? record.confidence : 'unknown',
      tier: property === 'trainingComputeFlop' ? computeTier(record, file) : null
    })
  }
  return filed
}

const computeTier = (record: EpochRecord, file: EpochFile): SourceTier | null => {
  if (!file.saysHowComputeIsKnown) return null
  return record.computeIsReported ? 'secondary' : 'estimate'
}

const listOrNull = (list: readonly string[]): readonly string[] | null => (list.length > 0 ? list : null)
