import { describe, expect, it } from 'vitest'
import { groupSteps, type KnownSystem } from './group-history.ts'

const system = (id: string, flop: number | null): KnownSystem => ({
  id,
  name: id.toUpperCase(),
  trainingComputeFlop:
    flop === null
      ? null
      : {
          value: flop,
          low: null,
          high: null,
          intervalFrom: null,
          confidence: 'likely',
          contested: false,
          estimated: false
        }
})
const steps = (before: KnownSystem[], after: KnownSystem[]) =>
  groupSteps([
    { day: '2025-04-15', systems: before },
    { day: '2025-12-15', systems: after }
  ])

describe('the history of a group', () => {
  it.each([
    { why: 'a value that appears was asserted', before: null, after: 1e25, kind: 'asserted' },
    { why: 'a value that goes was withdrawn', before: 3.8e25, after: null, kind: 'withdrawn' },
    { why: 'another value was revised', before: 1e25, after: 2e25, kind: 'revised' }
  ])('$why', ({ before, after, kind }) =>
    expect(steps([system('a', before)], [system('a', after)])[0]?.compute).toEqual([
      { id: 'a', name: 'A', kind, before, after }
    ])
  )

  it('stands latest first, and the first day only says how it began', () =>
    expect(steps([system('a', 1), system('b', null)], [system('a', 1)])).toMatchObject([
      {
        from: '2025-04-15',
        to: '2025-12-15',
        systems: 1,
        withKnownCompute: 1,
        added: [],
        gone: [{ id: 'b' }],
        compute: []
      },
      { from: null, to: '2025-04-15', systems: 2, withKnownCompute: 1, added: [], gone: [], compute: [] }
    ]))

  it('counts the compute of a new system as part of its coming, not as a change', () =>
    expect(steps([], [system('a', 1e25)])[0]).toMatchObject({ added: [{ id: 'a' }], compute: [] }))
})
