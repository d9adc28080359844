import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, sameValue } from './changes.ts'
import type { Claim, ClaimDraft } from './claim.ts'
import { claim, day, systemClaims, systemId } from './claims.fixture.ts'
import type { Instant } from './day.ts'
import { historyOf } from './history.ts'
import { knownDays } from './known-days.ts'

const first = claim({ value: 4e25 })
const base = [...systemClaims('alpha', {}), first]
const june = '2025-06-01T00:00:00.000Z' as Instant
const days = { from: day('2025-05-01'), to: day('2025-07-01'), trueOn: day('2026-01-01') }
const later = (change: Partial<ClaimDraft>) => claim({ recordedAt: june, ...change })
const name = base[0] as Claim

describe('a change', () => {
  it.each<{ why: string; added: Claim[]; expected: object[] }>([
    { why: 'nothing recorded is no change', added: [], expected: [] },
    {
      why: 'a revision says by what factor',
      added: [later({ value: 2e25, supersedes: first.id })],
      expected: [{ kind: 'revised', ratio: 0.5 }]
    },
    {
      why: 'a withdrawal',
      added: [later({ value: null, status: 'withdrawn', supersedes: first.id })],
      expected: [{ kind: 'withdrawn', after: null }]
    },
    {
      why: 'a value where none was known',
      added: [later({ property: 'parameterCount', value: 1e12 })],
      expected: [{ kind: 'asserted', property: 'parameterCount' }]
    },
    {
      why: 'a new name',
      added: [later({ property: 'name', value: 'Alpha (May)', supersedes: name.id })],
      expected: [{ kind: 'renamed', name: 'Alpha (May)' }]
    },
    {
      why: 'a contest of the same value',
      added: [later({ value: 4e25, status: 'contested', supersedes: first.id, reply: 'Too high.' })],
      expected: [{ kind: 'contested' }]
    },
    {
      why: 'a reply that comes after the contest',
      added: [
        {
          ...later({ value: 4e25, status: 'contested', supersedes: first.id }),
          recordedAt: '2025-04-01T00:00:00.000Z'
        },
        later({
          value: 4e25,
          status: 'contested',
          reply: 'Too high.',
          supersedes: later({ value: 4e25, status: 'contested', supersedes: first.id }).id
        })
      ] as Claim[],
      expected: [{ kind: 'replied' }]
    },
    {
      why: 'another confidence in the same value',
      added: [later({ value: 4e25, confidence: 'confident', supersedes: first.id })],
      expected: [{ kind: 'revised', ratio: 1 }]
    },
    {
      why: 'the same value dated anew is no change',
      added: [later({ value: 4e25, validFrom: day('2024-04-01'), supersedes: first.id })],
      expected: []
    },
    {
      why: 'the same value but for rounding is no change',
      added: [later({ value: 4.0000000000001e25, supersedes: first.id })],
      expected: []
    },
    {
      why: 'a new system is one change',
      added: systemClaims('beta', { trainingComputeFlop: 1e20 }, { recorded: '2025-06-01' }),
      expected: [{ kind: 'added', name: 'BETA' }]
    }
  ])('$why', ({ added, expected }) => {
    const changes = changesBetween([...base, ...added], days)
    expect(changes).toHaveLength(expected.length)
    expect(changes).toMatchObject(expected)
  })

  it('of a value contested no more', () => {
    const contested = claim({ value: 4e25, status: 'contested', supersedes: first.id, reply: 'No.' })
    const again = later({ value: 4e25, supersedes: contested.id })
    expect(changesBetween([...base, contested, again], days)).toMatchObject([{ kind: 'uncontested' }])
  })

  it('backwards undoes: what was added is removed', () => {
    const all = [...base, ...systemClaims('beta', {}, { recorded: '2025-06-01' })]
    expect(changesBetween(all, { ...days, from: days.to, to: days.from })).toMatchObject([
      { kind: 'removed', name: 'BETA' }
    ])
  })
})

describe('equal values', () => {
  it('are equal both ways round', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.boolean(),
      fc.array(fc.string())
    )
    fc.assert(fc.property(value, value, (a, b) => sameValue(a, b) === sameValue(b, a) && sameValue(a, a)))
  })
})

describe('a history', () => {
  const revised = later({ value: 2e25, supersedes: first.id })

  it('holds every claim, oldest first, with what superseded it', () => {
    const history = historyOf([revised, ...base], { kind: 'system', id: systemId('alpha') }, day('2026-01-01'))
    const compute = history.find(({ property }) => property === 'trainingComputeFlop')
    expect(compute?.claims.map(({ id, supersededBy }) => [id, supersededBy])).toEqual([
      [first.id, revised.id],
      [revised.id, null]
    ])
  })

  it('known earlier does not know what came later', () => {
    const history = historyOf([...base, revised], { kind: 'system', id: systemId('alpha') }, day('2025-05-31'))
    expect(history.flatMap(({ claims }) => claims).map(({ supersededBy }) => supersededBy)).toEqual([
      null,
      null,
      null,
      null
    ])
  })

  it('names the days on which something was learned', () => {
    expect(knownDays([revised, ...base]).map(known => [known.day as string, known.claims])).toEqual([
      ['2025-01-01', 4],
      ['2025-06-01', 1]
    ])
  })
})
