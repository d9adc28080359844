import type { Claim, ClaimDraft, ClaimValue, GroupId, Source, SystemId } from './claim.ts'
import { makeClaim } from './claim-id.ts'
import type { Day, Instant } from './day.ts'
import type { Property } from './property.ts'

export const day = (text: string): Day => text as Day
export const systemId = (text: string): SystemId => text as SystemId
export const groupId = (text: string): GroupId => text as GroupId

const source: Source = {
  url: 'https://example.org/models',
  title: 'A list of models',
  publisher: 'Example',
  publishedOn: null,
  accessedOn: null,
  tier: 'secondary',
  derivedFrom: null,
  licence: 'CC BY 4.0'
}

export function claimDraft(overrides: Partial<ClaimDraft> = {}): ClaimDraft {
  return {
    subject: { kind: 'system', id: systemId('alpha') },
    property: 'trainingComputeFlop',
    value: 1e25,
    low: null,
    high: null,
    confidence: 'likely',
    validFrom: day('2024-05-01'),
    recordedAt: '2025-01-01T00:00:00.000Z' as Instant,
    source,
    status: 'asserted',
    supersedes: null,
    reply: null,
    ...overrides
  }
}

export const claim = (overrides: Partial<ClaimDraft> = {}): Claim => makeClaim(claimDraft(overrides))

/** The claims of one system, released and recorded on the days given. */
export function systemClaims(
  id: string,
  values: Partial<Record<Property, ClaimValue>>,
  { released = '2024-05-01', recorded = '2025-01-01' } = {}
): Claim[] {
  const all: Partial<Record<Property, ClaimValue>> = {
    name: id.toUpperCase(),
    releasedOn: released,
    developedBy: ['acme'],
    ...values
  }
  return Object.entries(all).map(([property, value]) =>
    claim({
      subject: { kind: 'system', id: systemId(id) },
      property: property as Property,
      value,
      validFrom: day(released),
      recordedAt: `${recorded}T00:00:00.000Z` as Instant
    })
  )
}

export function groupClaims(id: string, values: Partial<Record<Property, ClaimValue>> = {}): Claim[] {
  return Object.entries({ name: id.toUpperCase(), ...values }).map(([property, value]) =>
    claim({
      subject: { kind: 'group', id: groupId(id) },
      property: property as Property,
      value,
      validFrom: day('2000-01-01')
    })
  )
}

export const today = { knownOn: day('2026-01-01'), trueOn: day('2026-01-01') }
