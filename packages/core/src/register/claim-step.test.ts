import { describe, expect, it } from 'vitest'
import type { ClaimDraft } from './claim.ts'
import { claimStep } from './claim-step.ts'
import { claim, day, groupClaims } from './claims.fixture.ts'
import type { Instant } from './day.ts'
import { recordings } from './recordings.ts'

const first = claim()
const contested = { status: 'contested', supersedes: first.id } as const
const gone = claim({ value: null, status: 'withdrawn', supersedes: first.id })

describe('a step', () => {
  it.each<{ kind: string; before: ClaimDraft | null; after: Partial<ClaimDraft>; ratio?: number }>([
    { kind: 'asserted', before: null, after: {} },
    { kind: 'unchanged', before: first, after: { validFrom: day('2024-06-01') } },
    { kind: 'revised', before: first, after: { value: 5e24 }, ratio: 0.5 },
    { kind: 'revised', before: first, after: { confidence: 'confident' } },
    { kind: 'withdrawn', before: first, after: { value: null, status: 'withdrawn', supersedes: first.id } },
    { kind: 'asserted again', before: gone, after: {} },
    { kind: 'asserted again', before: gone, after: contested },
    { kind: 'contested', before: first, after: contested },
    { kind: 'replied', before: claim(contested), after: { ...contested, reply: 'No.' } },
    { kind: 'replied', before: claim({ ...contested, reply: 'No.' }), after: contested },
    { kind: 'uncontested', before: claim(contested), after: {} },
    { kind: 'revised', before: claim(contested), after: { value: 2e25 }, ratio: 2 }
  ])('$kind', ({ kind, before, after, ratio = null }) => {
    expect(claimStep(claim(after), before)).toEqual({ kind, ratio })
  })
})

describe('recordings', () => {
  const at = (instant: string, title: string, value: number) =>
    claim({ value, recordedAt: `2025-0${instant}T00:00:00.000Z` as Instant, source: { ...first.source, title } })

  it('are what one instant brought from one source, latest first', () => {
    const all = [
      ...groupClaims('acme'),
      at('2-01', 'List', 1),
      at('2-01', 'List', 2),
      at('2-01', 'Other', 3),
      at('1-15', 'Late', 4)
    ]
    expect(
      recordings(all).map(({ recordedAt, claims }) => [recordedAt.slice(0, 10), claims.map(({ value }) => value)])
    ).toEqual([
      ['2025-02-01', [3]],
      ['2025-02-01', [1, 2]],
      ['2025-01-15', [4]],
      ['2025-01-01', ['ACME']]
    ])
  })
})
