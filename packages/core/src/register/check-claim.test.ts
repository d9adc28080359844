import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkClaim } from './check-claim.ts'
import type { ClaimDraft } from './claim.ts'
import { makeClaim } from './claim-id.ts'
import { claimDraft, groupId, systemId } from './claims.fixture.ts'

const { id: earlier } = makeClaim(claimDraft())

describe('a claim', () => {
  it.each<{ why: string; change: Partial<ClaimDraft> }>([
    { why: 'a plain number', change: {} },
    { why: 'a number within its interval', change: { value: 2, low: 1, high: 3 } },
    {
      why: 'a withdrawal that names what it withdraws',
      change: { value: null, status: 'withdrawn', supersedes: earlier }
    },
    { why: 'a list', change: { property: 'domain', value: ['Language'] } },
    {
      why: 'a country of a group',
      change: { subject: { kind: 'group', id: groupId('acme') }, property: 'country', value: 'Chad' }
    }
  ])('may be $why', ({ change }) => {
    expect(checkClaim(claimDraft(change))).toBeNull()
  })

  it.each<{ why: string; change: object; place: string }>([
    { why: 'zero', change: { value: 0 }, place: 'trainingComputeFlop' },
    { why: 'negative', change: { value: -1 }, place: 'trainingComputeFlop' },
    { why: 'not a number', change: { value: Number.NaN }, place: 'trainingComputeFlop' },
    { why: 'infinite', change: { value: Number.POSITIVE_INFINITY }, place: 'trainingComputeFlop' },
    { why: 'a text in place of a number', change: { value: '1e25' }, place: 'trainingComputeFlop' },
    { why: 'outside its interval', change: { value: 4, low: 1, high: 3 }, place: 'trainingComputeFlop' },
    { why: 'half an interval', change: { low: 1 }, place: 'trainingComputeFlop' },
    { why: 'an interval of a text', change: { property: 'name', value: 'A', low: 1, high: 2 }, place: 'name' },
    { why: 'a day that is none', change: { property: 'releasedOn', value: '2025-02-30' }, place: 'releasedOn' },
    { why: 'an empty text', change: { property: 'name', value: '' }, place: 'name' },
    { why: 'a text with spaces around it', change: { property: 'name', value: ' A' }, place: 'name' },
    { why: 'a list with repeats', change: { property: 'domain', value: ['A', 'A'] }, place: 'domain' },
    { why: 'an empty list', change: { property: 'domain', value: [] }, place: 'domain' },
    { why: 'a group that is no id', change: { property: 'developedBy', value: ['Acme Inc'] }, place: 'developedBy' },
    { why: 'of an unknown property', change: { property: 'constructor' }, place: 'property' },
    { why: 'a property of the other kind', change: { property: 'country', value: 'Chad' }, place: 'country' },
    {
      why: 'about a subject that is no id',
      change: { subject: { kind: 'system', id: systemId('../etc') } },
      place: 'id'
    },
    { why: 'valueless but asserted', change: { value: null }, place: 'trainingComputeFlop' },
    { why: 'a withdrawal of nothing', change: { value: null, status: 'withdrawn' }, place: 'supersedes' },
    { why: 'of an unknown confidence', change: { confidence: 'certain' }, place: 'confidence' },
    { why: 'recorded at no instant', change: { recordedAt: '2025-01-01' }, place: 'recordedAt' },
    {
      why: 'from a source without address',
      change: { source: { ...claimDraft().source, url: 'javascript:alert(1)' } },
      place: 'source.url'
    },
    {
      why: 'from a source that rests on a script',
      change: { source: { ...claimDraft().source, derivedFrom: 'javascript:alert(1)' } },
      place: 'source.derivedFrom'
    },
    { why: 'uncontested with a reply', change: { reply: 'No.' }, place: 'reply' },
    {
      why: 'with an endless reply',
      change: { status: 'contested', supersedes: earlier, reply: 'x'.repeat(2_001) },
      place: 'reply'
    }
  ])('may not be $why', ({ change, place }) => {
    const error = checkClaim(claimDraft(change as Partial<ClaimDraft>))
    expect(error?.code).toBe('register/invalid-claim')
    expect(error?.place).toContain(place)
  })
})

describe('the id of a claim', () => {
  it('is the same for the same content, and differs where anything differs', () => {
    expect(makeClaim(claimDraft()).id).toBe(earlier)
    expect(earlier).toMatch(/^[0-9a-f]{32}$/)
    const others: Partial<ClaimDraft>[] = [
      { value: 1e24 },
      { confidence: 'confident' },
      { supersedes: earlier },
      { reply: 'No.' }
    ]
    const ids = others.map(change => makeClaim(claimDraft(change)).id)
    expect(new Set([earlier, ...ids]).size).toBe(others.length + 1)
  })

  it('does not depend on the order in which the fields were written', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(claimDraft()), { minLength: 12 }), keys => {
        const draft = claimDraft() as unknown as Record<string, unknown>
        const shuffled = Object.fromEntries(keys.map(key => [key, draft[key]])) as unknown as ClaimDraft
        expect(makeClaim(shuffled).id).toBe(earlier)
      })
    )
  })
})
