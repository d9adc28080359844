import { describe, expect, it } from 'vitest'
import { checkBudget, checkHorizon, checkSetup } from './race-setup.ts'
import { smallSetup } from './small-race.fixture.ts'

it('a usual race can be run', () => {
  expect(checkSetup(smallSetup)).toEqual({ ok: true, value: smallSetup })
})

it.each([
  { why: 'no group', change: { groups: [] }, place: 'groups' },
  { why: 'a seed that is no whole number', change: { seed: 0.5 }, place: 'seed' },
  { why: 'a seed too large', change: { seed: 2 ** 32 }, place: 'seed' },
  { why: 'an absurd horizon', change: { horizonYears: 1e6 }, place: 'horizonYears' },
  {
    why: 'an impossible distribution',
    change: { parameters: { ...smallSetup.parameters, catchUp: { kind: 'uniform', low: 2, high: 1 } as const } },
    place: 'parameters.catchUp'
  }
])('with $why is refused, naming $place', ({ change, place }) => {
  expect(checkSetup({ ...smallSetup, ...change })).toMatchObject({ ok: false, error: { place } })
})

describe('a horizon', () => {
  it.each([1 / 12, 2.5, 40, 200])('of %d years is taken', years => {
    expect(checkHorizon(years)).toEqual({ ok: true, value: years })
  })
  it.each([0, -1, 0.01, 201, 1.3, Number.NaN, Number.POSITIVE_INFINITY])('of %d years is refused', years => {
    expect(checkHorizon(years)).toMatchObject({ ok: false, error: { place: 'horizonYears' } })
  })
})

describe('draws', () => {
  it.each([0, -5, 1.5, Number.NaN])('of %d are refused', draws => {
    expect(checkBudget(draws, 2, 40)).toMatchObject({ ok: false, error: { code: 'forecast/invalid', place: 'draws' } })
  })
  it('beyond the budget are refused, with how many would do, and so many are taken', () => {
    const refused = checkBudget(1e9, 10, 40)
    if (refused.ok) throw new Error('taken')
    expect(refused.error.code).toBe('forecast/over-budget')
    const most = Number(/at most (\d+) draws/.exec(refused.error.remedy ?? '')?.[1])
    expect(checkBudget(most, 10, 40)).toEqual({ ok: true, value: most })
    expect(checkBudget(most + 1, 10, 40).ok).toBe(false)
  })
})
