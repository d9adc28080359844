import { describe, expect, it } from 'vitest'
import { registerAsOf } from './as-of.ts'
import { groupClaims, groupId, systemClaims, today } from './claims.fixture.ts'
import { frontier, largestRun, scaleUp, topAtRelease } from './frontier.ts'
import { trainingRuns } from './training-run.ts'

const run = (id: string, released: string, trainingComputeFlop: number, developedBy: string[]) =>
  systemClaims(id, { trainingComputeFlop, developedBy }, { released })

const view = registerAsOf(
  [
    ...groupClaims('acme'),
    ...groupClaims('bolt'),
    ...groupClaims('quiet'),
    ...groupClaims('idle'),
    ...run('a1', '2020-01-01', 1e23, ['acme']),
    ...run('b1', '2021-01-01', 1e22, ['bolt']),
    ...run('b2', '2022-01-01', 5e23, ['bolt']),
    ...run('a2', '2023-01-01', 1e25, ['acme']),
    ...run('b3', '2023-06-01', 5e24, ['bolt']),
    ...systemClaims('q1', { developedBy: ['quiet'] })
  ],
  today
)

describe('the frontier', () => {
  it('is each run that was the largest known when it was released', () => {
    expect(frontier(view).map(({ system }) => system.id as string)).toEqual(['a1', 'b2', 'a2'])
  })

  it('of the two largest at release leaves out what was smaller than both', () => {
    expect(topAtRelease(trainingRuns(view), 2).map(({ system }) => system.id as string)).toEqual([
      'a1',
      'b1',
      'b2',
      'a2',
      'b3'
    ])
    expect(topAtRelease(trainingRuns(view), 1).map(({ system }) => system.id as string)).toEqual(['a1', 'b2', 'a2'])
  })
})

describe("a group's largest run", () => {
  it.each([
    { why: 'lies between its largest known and the field’s', group: 'bolt', low: 5e24, high: 1e25, unknown: 0 },
    { why: 'of the group that leads is its own', group: 'acme', low: 1e25, high: 1e25, unknown: 0 },
    {
      why: 'is bounded by the field alone where nothing is disclosed',
      group: 'quiet',
      low: null,
      high: 1e25,
      unknown: 1
    },
    { why: 'is nothing where there are no systems', group: 'idle', low: null, high: null, unknown: 0 }
  ])('$why', ({ group, low, high, unknown }) => {
    expect(largestRun(view, groupId(group))).toMatchObject({ lowFlop: low, highFlop: high, unknownSystems: unknown })
  })

  it('grows against its own last and stands against the field of that day', () => {
    const steps = scaleUp(view, groupId('bolt'))
    expect(steps.map(({ system }) => system.id as string)).toEqual(['b1', 'b2', 'b3'])
    expect(steps[0]?.timesOwnLast).toBeNull()
    expect(steps[1]?.timesOwnLast).toBeCloseTo(50)
    expect(steps[2]?.timesOwnLast).toBeCloseTo(10)
    expect(steps.map(({ shareOfFrontier }) => shareOfFrontier.toFixed(6))).toEqual(['0.100000', '1.000000', '0.500000'])
  })
})
