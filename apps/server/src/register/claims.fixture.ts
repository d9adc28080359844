import { type ClaimDraft, type ClaimValue, type Day, type Instant, makeClaim, type Source } from '@frown/core/register'

const source: Source = {
  url: 'https://example.org/list',
  title: 'A list',
  publisher: 'Example',
  publishedOn: '2024-01-02' as Day,
  accessedOn: null,
  tier: 'secondary',
  derivedFrom: null,
  licence: 'CC BY 4.0'
}

/** A claim about a system, all but what is given being usual. */
export function systemClaim(
  id: string,
  property: ClaimDraft['property'],
  value: ClaimValue | null,
  rest: Partial<ClaimDraft> = {}
) {
  return makeClaim({
    subject: { kind: 'system', id: id as never },
    property,
    value,
    low: null,
    high: null,
    confidence: 'unknown',
    validFrom: '2024-01-01' as Day,
    recordedAt: '2025-01-01T00:00:00.000Z' as Instant,
    source,
    status: value === null ? 'withdrawn' : 'asserted',
    supersedes: null,
    reply: null,
    ...rest
  })
}

/** `count` named systems with ids `prefix`-1 to `prefix`-count. */
export const namedSystems = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => systemClaim(`${prefix}-${index + 1}`, 'name', `${prefix} ${index + 1}`))
