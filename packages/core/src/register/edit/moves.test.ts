import { expect, it } from 'vitest'
import { registerAsOf } from '../as-of.ts'
import { systemClaims, today } from '../claims.fixture.ts'
import { edited, register, statement } from './edit.fixture.ts'
import { moves } from './moves.ts'

const more = [
  ...register,
  ...systemClaims('old', { trainingComputeFlop: 1e22 }, { released: '2020-01-01' }),
  ...systemClaims('older', { trainingComputeFlop: 1e21, developedBy: ['bureau'] }, { released: '2018-01-01' })
]
const view = (claims: typeof more) => registerAsOf(claims, { ...today, knownOn: '2026-12-31' as never })

it('names what moves and leaves out what stands', () => {
  const after = edited(more, statement(more, { value: '4e25' }))
  const moved = moves(view(more), view(after), ['acme', 'bureau'] as never[])
  expect(moved).toMatchObject([
    { of: 'groupLargestRun', groupId: 'acme', before: 1e25, after: 4e25 },
    { of: 'fieldLargestRun', groupId: null, before: 1e25, after: 4e25 },
    { of: 'growthPerYear', groupId: null }
  ])
  expect(moved[2]?.after).toBeGreaterThan(moved[2]?.before ?? 0)
  expect(moves(view(more), view(edited(more, statement(more, { property: 'domain', value: 'Vision' }))), [])).toEqual(
    []
  )
})
