import { describe, expect, it } from 'vitest'
import type { SystemId } from '../claim.ts'
import { alpha, beta, epochFile, first, largeScaleFile, planned, type Row, recorded, viewOn } from './epoch.fixture.ts'

describe('the list of large-scale models', () => {
  const filed: Row[] = [
    { ...alpha, 'Training compute (FLOP)': '4e25', Parameters: '' },
    { Model: 'Gamma', Link: 'https://example.org/gamma' }
  ]
  const plan = planned({ claims: first, file: largeScaleFile(filed), on: '2025-06-01' })

  it('withdraws nothing of the notable ones', () => {
    expect(plan.drafts.filter(({ status }) => status === 'withdrawn')).toEqual([])
    expect(plan.diff.withdrawnSystems).toEqual([])
  })

  it('adds what the register has not, and reports where it disagrees', () => {
    expect(plan.diff.addedSystems).toEqual([{ id: 'gamma', name: 'Gamma' }])
    expect(plan.diff.disagreements).toEqual([
      { id: 'alpha', name: 'Alpha', property: 'trainingComputeFlop', registered: 1e25, filed: 4e25, ratio: 4 }
    ])
    expect(plan.drafts.every(({ subject }) => subject.id === 'gamma' || subject.kind === 'group')).toBe(true)
  })

  it('takes back only its own when a row leaves it', () => {
    const claims = recorded(first, plan)
    const next = planned({ claims, file: largeScaleFile([{ Model: 'Delta', Link: '' }]), on: '2025-07-01' })
    expect(next.diff.withdrawnSystems).toEqual([{ id: 'gamma', name: 'Gamma' }])
    expect(
      next.drafts.filter(({ status }) => status === 'withdrawn').every(({ subject }) => subject.id === 'gamma')
    ).toBe(true)
  })

  it('gives way to the notable list, which then answers for the system', () => {
    const claims = recorded(first, plan)
    const rows = [alpha, beta, { Model: 'Gamma', Link: 'https://example.org/gamma', 'Training compute (FLOP)': '2e25' }]
    const notable = planned({ claims, file: epochFile(rows), on: '2025-08-01' })
    expect(notable.diff.values).toContainEqual(
      expect.objectContaining({ id: 'gamma', property: 'trainingComputeFlop', kind: 'revised', ratio: 2 })
    )
    const after = recorded(claims, notable)
    const gamma = viewOn(after, '2025-08-01').systems.get('gamma' as SystemId)
    expect([...(gamma?.claims.values() ?? [])].every(({ source }) => source.title === 'Notable AI Models')).toBe(true)
    expect(planned({ claims: after, file: epochFile(rows), on: '2025-08-02' }).drafts).toEqual([])
  })

  it('keeps the name of a system that only it still describes', () => {
    const shared: Row = { ...alpha, 'Training dataset size (total)': '' }
    const before = recorded([], planned({ claims: [], file: epochFile([shared, beta]), on: '2025-02-24' }))
    const claims = recorded(before, planned({ claims: before, file: largeScaleFile([alpha]), on: '2025-06-01' }))
    const next = planned({ claims, file: epochFile([beta]), on: '2025-07-01' })
    expect(next.diff.withdrawnSystems).toEqual([])
    expect(next.diff.values.map(({ kind }) => kind)).toContain('withdrawn')
    const left = viewOn(recorded(claims, next), '2025-07-01').systems.get('alpha' as SystemId)
    expect([...(left?.claims.keys() ?? [])]).toEqual(['name', 'trainingTokens'])
    expect(planned({ claims: recorded(claims, next), file: epochFile([beta]), on: '2025-07-02' }).drafts).toEqual([])
  })
})
