import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Confidence } from '../register/index.ts'
import { type SmallRun, smallRegister } from './small-register.fixture.ts'
import { type GroupAssumption, startingGroups } from './starting-groups.ts'

const believed = (id: string, more: Partial<GroupAssumption> = {}): GroupAssumption => ({
  id,
  name: id.toUpperCase(),
  isOpenCommunity: false,
  labourShare: 1,
  openness: 0.5,
  lnAlgorithms: 0,
  care: null,
  grade: 'judged',
  source: '',
  note: '',
  ...more
})

const groups = ['leader', 'quiet', 'close', 'frank', 'silent', 'stale', 'same', 'idle']
const runs: readonly SmallRun[] = [
  { name: 'Lead', flop: 1e26, usd: 1e8, by: 'leader', released: '2025-08-01' },
  { name: 'Lead-next', by: 'leader', released: '2025-11-01' },
  { name: 'Quiet-old', flop: 1e24, usd: 3e6, by: 'quiet', released: '2025-03-01' },
  { name: 'Quiet-new', by: 'quiet', released: '2025-09-01' },
  { name: 'Close-old', flop: 8e25, by: 'close', released: '2025-06-01' },
  { name: 'Close-new', by: 'close', released: '2025-06-01' },
  { name: 'Frank-side', by: 'frank', released: '2025-01-15' },
  { name: 'Frank-main', flop: 2e24, by: 'frank', released: '2025-10-01', confidence: 'confident' },
  { name: 'Silent-1', by: 'silent', released: '2025-05-01' },
  { name: 'Stale-1', flop: 5e23, by: 'stale', released: '2024-10-01' },
  { name: 'Same-1', flop: 3e24, by: 'same', released: '2025-08-01', confidence: 'unknown' },
  { name: 'Same-2', by: 'same', released: '2025-09-01', sameRunAs: 'same-1' }
]
const at = (day: string) => smallRegister(groups, runs, day)
const view = at('2026-01-01')

function fieldOf(ids: readonly string[], some = view) {
  const field = startingGroups(
    some,
    ids.map(id => believed(id))
  )
  if (!field.ok) throw new Error(field.error.detail)
  return field.value
}
function startOf(id: string, some = view) {
  const start = fieldOf([id], some).starts[0]
  if (!start) throw new Error('no start')
  return start
}

describe("a group's largest run at the start", () => {
  it.each([
    {
      why: 'is anything up to the field’s, where later runs are hidden',
      id: 'quiet',
      kind: 'open',
      ends: [1e24, 1e26]
    },
    { why: 'begins no higher than the field’s own estimate', id: 'close', kind: 'open', ends: [1e25, 1e26] },
    { why: 'of the leader is as uncertain as the others’', id: 'leader', kind: 'open', ends: [1e25, 1e26] },
    {
      why: 'is as sure as its estimate, where later ones are known',
      id: 'frank',
      kind: 'measured',
      ends: [2e24 / 3, 6e24]
    },
    { why: 'of unknown confidence is least sure', id: 'same', kind: 'measured', ends: [1e23, 9e25] },
    { why: 'is judged, where no run is known', id: 'silent', kind: 'unknown', ends: [1e24, 1e26] },
    { why: 'is judged, where no system is known', id: 'idle', kind: 'unknown', ends: [1e24, 1e26] },
    { why: 'is open, where nothing came for a year', id: 'stale', kind: 'open', ends: [5e23, 1e26] }
  ])('$why', ({ id, kind, ends: [low, high] }) => {
    const { group, compute } = startOf(id)
    expect(compute.kind).toBe(kind)
    expect(group.computeFlop.low / (low as number)).toBeCloseTo(1, 9)
    expect(group.computeFlop.high / (high as number)).toBeCloseTo(1, 9)
  })

  it('names the system and the claim that it rests on', () => {
    const { largestKnown, undisclosedSince } = startOf('quiet').compute
    expect(largestKnown).toMatchObject({ system: 'quiet-old', name: 'Quiet-old', releasedOn: '2025-03-01' })
    expect(largestKnown?.claim).toMatchObject({
      property: 'trainingComputeFlop',
      value: 1e24,
      source: { tier: 'estimate' }
    })
    expect(undisclosedSince).toBe(1)
    expect(fieldOf(['quiet'])).toMatchObject({ startOn: '2026-01-01', frontier: { system: 'lead' } })
  })

  it('counts a hidden system of the same day, and not one of a known run or from before', () => {
    expect(startOf('close').compute.undisclosedSince).toBe(1)
    expect(startOf('same').compute.undisclosedSince).toBe(0)
    expect(startOf('frank').compute.undisclosedSince).toBe(0)
  })

  it('does not change with what is learned after the day', () => {
    expect(startOf('leader', at('2025-07-01')).compute.kind).toBe('unknown')
    const { low, high } = startOf('close', at('2025-07-01')).group.computeFlop
    expect([low / 8e24, high]).toEqual([expect.closeTo(1, 9), 8e25])
  })

  it('never passes the field’s largest known, nor leaves a leader alone at the top', () => {
    const flop = fc.double({ min: 22, max: 27, noNaN: true }).map(log => 10 ** log)
    const confidence = fc.constantFrom<Confidence>('confident', 'likely', 'speculative', 'unknown')
    fc.assert(
      fc.property(fc.array(fc.tuple(flop, confidence, fc.boolean()), { minLength: 2, maxLength: 5 }), some => {
        const all = some.flatMap(([flop, confidence, hides], i): SmallRun[] => [
          { name: `S${i}`, by: `g${i}`, flop, usd: flop / 1e18, released: '2025-05-01', confidence },
          ...(hides ? [{ name: `H${i}`, by: `g${i}`, released: '2025-06-01' }] : [])
        ])
        const ids = some.map((_, i) => `g${i}`)
        const { frontier, starts } = fieldOf(ids, smallRegister(ids, all, '2025-12-01'))
        const top = frontier?.computeFlop.value ?? 0
        for (const { group, compute } of starts) {
          expect(group.computeFlop.low).toBeLessThan(group.computeFlop.high)
          expect(group.computeFlop.high).toBeLessThanOrEqual(top)
          if (compute.kind === 'open') expect(group.computeFlop.high).toBe(top)
        }
        const leader = starts.find(({ compute }) => compute.largestKnown?.system === frontier?.system)
        for (const { group, compute } of starts)
          if (compute.kind === 'open') expect(leader?.group.computeFlop.low).toBeLessThan(group.computeFlop.high)
      }),
      { numRuns: 50 }
    )
  })
})

describe('the cost of that run', () => {
  it('is the register’s where its run has one, and in proportion at either end', () => {
    const { group, cost } = startOf('quiet')
    expect(cost).toEqual({ kind: 'ownRun', usdPerFlop: expect.closeTo(3e-18, 30) })
    expect(group.runCostUsd.low).toBeCloseTo(3e6, 3)
    expect(group.runCostUsd.high).toBeCloseTo(3e8, 1)
  })

  it('is by the median price of recent large runs where it has none', () => {
    const { price, starts } = fieldOf(['close'])
    expect(price).toMatchObject({ runs: 2, from: '2025-03-01', to: '2025-08-01' })
    expect(price?.usdPerFlop.value).toBeCloseTo(2e-18, 30)
    expect(price?.usdPerFlop.low).toBeCloseTo(1e-18, 30)
    expect(price?.usdPerFlop.high).toBeCloseTo(3e-18, 30)
    expect(starts[0]?.cost.kind).toBe('recentRuns')
    expect(starts[0]?.group.runCostUsd.high).toBeCloseTo(2e8, 1)
  })
})

describe('figures of its own', () => {
  const open = believed('everybody', { isOpenCommunity: true, computeFlop: 1e24, runCostUsd: 2e6, care: 0.7 })

  it('stand, also where the register knows neither the group nor a run', () => {
    const field = startingGroups(at('2000-06-01'), [open])
    expect(field).toMatchObject({ ok: true, value: { frontier: null, price: null } })
    expect(field.ok && field.value.starts[0]).toMatchObject({
      group: { computeFlop: { low: 1e24, high: 1e24 }, runCostUsd: { low: 2e6, high: 2e6 }, care: 0.7 },
      compute: { kind: 'given' },
      cost: { kind: 'given', usdPerFlop: null },
      isCareSet: true
    })
  })

  it('are needed for the open community, and both of them', () => {
    const { computeFlop: _, ...half } = open
    expect(startingGroups(view, [half])).toMatchObject({
      ok: false,
      error: { code: 'forecast/invalid', place: 'groups.0' }
    })
    expect(startingGroups(view, [{ ...open, computeFlop: undefined, runCostUsd: undefined }])).toMatchObject({
      ok: false,
      error: { code: 'forecast/invalid', place: 'groups.0' }
    })
  })
})

it('care that is not set is raced as 0.5, and said to be', () => {
  expect(startOf('leader')).toMatchObject({ group: { care: 0.5 }, isCareSet: false })
})

it.each([
  {
    why: 'a group that the register does not know is named',
    day: '2026-01-01',
    id: 'nobody',
    code: 'forecast/unknown-group',
    detail: '"nobody"'
  },
  {
    why: 'a day on which no training compute was known',
    day: '2024-06-01',
    id: 'leader',
    code: 'forecast/invalid',
    detail: 'startOn is 2024-06-01'
  },
  {
    why: 'a day on which no large run’s cost was known',
    day: '2024-12-01',
    id: 'stale',
    code: 'forecast/invalid',
    detail: 'cost'
  },
  { why: 'a race of nobody', day: '2026-01-01', id: null, code: 'forecast/invalid', detail: 'groups is empty' }
])('$why is refused', ({ day, id, code, detail }) => {
  expect(startingGroups(at(day), id === null ? [] : [believed(id)])).toMatchObject({
    ok: false,
    error: { code, detail: expect.stringContaining(detail) }
  })
})
