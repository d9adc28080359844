import { describe, expect, it } from 'vitest'
import type { SystemId } from '../claim.ts'
import { alpha, beta, epochFile, first, later, planned, recorded, refused, viewOn } from './epoch.fixture.ts'
import { isEmptyDiff } from './import-diff.ts'

describe('a system that is called otherwise now', () => {
  const renamed = { ...alpha, Model: 'Alpha (Mar 2024)' }
  const sibling = { ...alpha, Model: 'Alpha (Jun 2024)' }

  it('is proposed by its link, never read as a withdrawal', () => {
    const error = refused({ file: epochFile([renamed, beta]) })
    expect(error).toMatchObject({
      code: 'import/unconfirmed-renames',
      remedy: expect.stringContaining('--rename "Alpha=Alpha (Mar 2024)"')
    })
    expect(error.remedy).toContain('--not-renamed "Alpha"')
  })

  it('keeps its id when a person confirms it', () => {
    const plan = later([renamed, beta], {
      confirmed: { renames: [{ from: 'Alpha', to: 'Alpha (Mar 2024)' }], notRenamed: [], sameRuns: [] }
    })
    expect(plan.diff.renamed).toEqual([{ id: 'alpha', from: 'Alpha', to: 'Alpha (Mar 2024)' }])
    expect(plan.drafts).toHaveLength(1)
    const claims = recorded(first, plan)
    expect(viewOn(claims, '2025-04-15').systems.get('alpha' as SystemId)?.name).toBe('Alpha (Mar 2024)')
    expect(isEmptyDiff(planned({ claims, file: epochFile([renamed, beta]), on: '2025-05-01' }).diff)).toBe(true)
  })

  it('is withdrawn when a person says that it is another', () => {
    const plan = later([renamed, beta], { confirmed: { renames: [], notRenamed: ['Alpha'], sameRuns: [] } })
    expect(plan.diff.withdrawnSystems).toEqual([{ id: 'alpha', name: 'Alpha' }])
    expect(plan.diff.addedSystems).toEqual([{ id: 'alpha-mar-2024', name: 'Alpha (Mar 2024)' }])
  })

  it('may be split in two that came out of one run', () => {
    const error = refused({ file: epochFile([sibling, renamed, beta]) })
    expect(error.detail).toContain('these share its link')
    expect(error.remedy).toContain('--same-run')
    const plan = later([sibling, renamed, beta], {
      confirmed: {
        renames: [{ from: 'Alpha', to: 'Alpha (Mar 2024)' }],
        notRenamed: [],
        sameRuns: [{ name: 'Alpha (Jun 2024)', as: 'Alpha (Mar 2024)' }]
      }
    })
    expect(plan.diff.sameRuns).toEqual([{ id: 'alpha-jun-2024', name: 'Alpha (Jun 2024)', as: 'alpha' }])
    const claims = recorded(first, plan)
    expect(viewOn(claims, '2025-04-15').systems.get('alpha-jun-2024' as SystemId)?.sameRunAs).toBe('alpha')
  })

  it('ranks what agrees in day and compute first', () => {
    const other = {
      ...alpha,
      Model: 'Alpha (A copy)',
      'Publication date': '2024-09-01',
      'Training compute (FLOP)': '7e23'
    }
    expect(refused({ file: epochFile([other, renamed, beta]) }).remedy).toContain('--rename "Alpha=Alpha (Mar 2024)"')
  })

  it.each([
    { why: 'a new name that the file lacks', from: 'Alpha', to: 'Gamma' },
    { why: 'an old name that the register lacks', from: 'Gamma', to: 'Alpha (Mar 2024)' },
    { why: 'an old name that the file still has', from: 'Beta', to: 'Alpha (Mar 2024)' }
  ])('refuses to confirm $why', ({ from, to }) => {
    const confirmed = { renames: [{ from, to }], notRenamed: ['Alpha'], sameRuns: [] }
    expect(refused({ file: epochFile([renamed, beta]), confirmed })).toMatchObject({ code: 'input/invalid' })
  })
})
