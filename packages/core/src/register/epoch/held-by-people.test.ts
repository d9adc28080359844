import { describe, expect, it } from 'vitest'
import type { Claim, ClaimDraft, GroupId, SystemId } from '../claim.ts'
import { makeClaim } from '../claim-id.ts'
import type { Property } from '../property.ts'
import {
  alpha,
  beta,
  epochFile,
  first,
  instant,
  later,
  planned,
  type Row,
  recorded,
  refused,
  viewOn
} from './epoch.fixture.ts'

const source = { ...(first[0] as Claim).source, publisher: 'Acme', title: 'A report', tier: 'primary' } as const

const headOf = (claims: readonly Claim[], property: Property, id = 'alpha', kind = 'system') => {
  const superseded = new Set(claims.map(({ supersedes }) => supersedes))
  return claims.find(
    claim =>
      claim.property === property && claim.subject.id === id && claim.subject.kind === kind && !superseded.has(claim.id)
  ) as Claim
}

/** The register after a person said so of what holds. */
const after = (property: Property, change: Partial<ClaimDraft>, id = 'alpha', kind = 'system'): Claim[] => {
  const { id: supersedes, ...claim } = headOf(first, property, id, kind)
  return [...first, makeClaim({ ...claim, recordedAt: instant('2025-03-01'), supersedes, ...change })]
}

const entered = after('trainingComputeFlop', { value: 7e24, source })
const contested = after('trainingComputeFlop', { status: 'contested', reply: 'Too high.' })
const withdrawn = after('trainingComputeFlop', { value: null, status: 'withdrawn', source })
const revised: Row = { ...alpha, 'Training compute (FLOP)': '4e25' }
const unknown: Row = { ...alpha, 'Training compute (FLOP)': '' }
const flop = { id: 'alpha', name: 'Alpha', property: 'trainingComputeFlop' }

describe('an import over what people hold', () => {
  it.each([
    { why: 'another value than one entered', claims: entered, row: revised, registered: 7e24, filed: 4e25 },
    { why: 'another value than one contested', claims: contested, row: revised, registered: 1e25, filed: 4e25 },
    { why: 'no value for one contested', claims: contested, row: unknown, registered: 1e25, filed: null },
    { why: 'a value that was withdrawn', claims: withdrawn, row: alpha, registered: null, filed: 1e25 }
  ])('lists $why, and leaves it', ({ claims, row, registered, filed }) => {
    const { diff, drafts } = later([row, beta], { claims })
    expect(diff.heldByPeople).toMatchObject([{ ...flop, registered, filed }])
    expect([drafts, diff.values, diff.disagreements]).toEqual([[], [], []])
  })

  it.each([
    { why: 'the value entered', claims: entered, row: { ...alpha, 'Training compute (FLOP)': '7e24' } },
    { why: 'the value contested', claims: contested, row: alpha },
    { why: 'no value for one entered', claims: entered, row: unknown },
    { why: 'no value for one withdrawn', claims: withdrawn, row: unknown },
    { why: 'the value contested, of another confidence', claims: contested, row: { ...alpha, Confidence: 'Confident' } }
  ])('says nothing of $why', ({ claims, row }) => {
    expect(later([row, beta], { claims }).diff.heldByPeople).toEqual([])
    expect(headOf(recorded(claims, later([row, beta], { claims })), 'trainingComputeFlop').id).toBe(
      headOf(claims, 'trainingComputeFlop').id
    )
  })

  it.each([
    { why: 'what was entered', claims: entered, row: revised, kind: 'revised', value: 4e25 },
    { why: 'what is contested', claims: contested, row: revised, kind: 'revised', value: 4e25 },
    { why: 'what was withdrawn', claims: withdrawn, row: alpha, kind: 'added', value: 1e25 },
    { why: 'what is contested, by leaving it out', claims: contested, row: unknown, kind: 'withdrawn', value: null }
  ])('takes over $why once a person overrules it', ({ claims, row, kind, value }) => {
    for (const system of ['alpha', 'Alpha']) {
      const plan = later([row, beta], { claims, overruled: [{ system, property: 'trainingComputeFlop' }] })
      expect(plan.diff.values).toMatchObject([{ ...flop, kind }])
      expect(headOf(recorded(claims, plan), 'trainingComputeFlop')).toMatchObject({
        value,
        reply: null,
        source: { publisher: 'Epoch AI' }
      })
    }
  })

  it('refuses to overrule what nobody holds', () => {
    for (const system of ['Alpha', 'Nobody'])
      expect(
        refused({ file: epochFile([revised, beta]), overruled: [{ system, property: 'trainingComputeFlop' }] })
      ).toMatchObject({
        code: 'input/invalid',
        place: `overrule "${system}=trainingComputeFlop"`
      })
  })

  it('keeps a contested value of a row that leaves the list, and its name', () => {
    const plan = later([beta], { claims: contested })
    expect(plan.diff.heldByPeople).toMatchObject([{ ...flop, filed: null }])
    expect(plan.diff.withdrawnSystems).toEqual([])
    const system = viewOn(recorded(contested, plan), '2025-05-01').systems.get('alpha' as SystemId)
    expect([...(system?.claims.keys() ?? [])]).toEqual(['name', 'trainingComputeFlop'])
  })

  it('leaves a system away that people withdrew whole', () => {
    const gone = [
      ...first,
      ...first
        .filter(({ subject }) => subject.id === 'alpha')
        .map(({ id, ...claim }) =>
          makeClaim({
            ...claim,
            value: null,
            status: 'withdrawn',
            source,
            recordedAt: instant('2025-03-01'),
            supersedes: id
          })
        )
    ]
    const plan = later([alpha, beta], { claims: gone })
    expect(plan.diff.heldByPeople).toEqual([
      { id: 'alpha', name: 'Alpha', property: 'name', registered: null, filed: 'Alpha', ratio: null }
    ])
    expect(plan.drafts).toEqual([])
    const overruled = later([alpha, beta], { claims: gone, overruled: [{ system: 'Alpha', property: 'name' }] })
    expect(
      viewOn(recorded(gone, overruled), '2025-05-01').systems.get('alpha' as SystemId)?.claims.size
    ).toBeGreaterThan(5)
  })

  it('knows a system by the name that the list gives it, whatever people call it', () => {
    const claims = after('name', { value: 'Alpha (May)', source })
    const { diff } = later([revised, beta], { claims })
    expect(diff.addedSystems).toEqual([])
    expect(diff.heldByPeople).toMatchObject([{ property: 'name', registered: 'Alpha (May)', filed: 'Alpha' }])
    expect(diff.values).toMatchObject([{ property: 'trainingComputeFlop', after: 4e25 }])
  })

  it('leaves what people say of a group when an earlier system of it comes', () => {
    const claims = after('name', { value: 'Acme Corporation', source }, 'acme', 'group')
    const early: Row = {
      ...beta,
      Model: 'Early',
      Organization: 'Acme Corporation',
      'Publication date': '2001-01-01',
      Link: ''
    }
    const plan = later([{ ...alpha, Organization: 'Acme Corporation' }, beta, early], { claims })
    expect(
      plan.drafts.filter(({ subject }) => subject.id === ('acme' as GroupId)).map(({ property }) => property)
    ).not.toContain('name')
  })
})

describe('a row of imports over what people hold', () => {
  it('leaves it each time, and lists it each time', () => {
    let claims: readonly Claim[] = contested
    for (const [day, cell] of [
      ['2025-05-01', '2e25'],
      ['2025-06-01', '3e25'],
      ['2025-07-01', '']
    ] as const) {
      const plan = planned({ claims, file: epochFile([{ ...alpha, 'Training compute (FLOP)': cell }, beta]), on: day })
      expect(plan.diff.heldByPeople).toHaveLength(1)
      claims = recorded(claims, plan)
    }
    expect(headOf(claims, 'trainingComputeFlop').reply).toBe('Too high.')
  })
})
