import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from './as-of.ts'
import { day, groupClaims, groupId, systemClaims, systemId, today } from './claims.fixture.ts'
import { disclosureByGroup, disclosureByYear } from './disclosure.ts'
import { findSystem } from './find-system.ts'
import { filterSystems, type SystemFilter, sortSystems, systemSorts } from './list-systems.ts'
import { estimatedTrainingCompute, measured } from './measured.ts'
import { trainingRuns } from './training-run.ts'
import { trendRuns } from './trend.ts'

const claims = [
  ...groupClaims('acme'),
  ...groupClaims('acme-labs', { partOf: 'acme' }),
  ...groupClaims('bolt'),
  ...systemClaims('big', { trainingComputeFlop: 1e26, domain: ['Language'] }, { released: '2025-03-01' }),
  ...systemClaims('big-june', { trainingComputeFlop: 1e26, sameRunAs: 'big' }, { released: '2025-06-01' }),
  ...systemClaims(
    'small',
    { trainingComputeFlop: 1e22, developedBy: ['acme-labs'], domain: ['Vision'] },
    { released: '2023-01-01' }
  ),
  ...systemClaims('secret', { developedBy: ['bolt'], domain: ['Language'] }, { released: '2025-01-01' }),
  ...systemClaims(
    'counted',
    { developedBy: ['bolt'], domain: ['Language'], parameterCount: 1e11, trainingTokens: 1e13 },
    { released: '2024-01-01' }
  )
]
const view = registerAsOf(claims, today)
const ids = (filter: SystemFilter) =>
  filterSystems(view, filter)
    .map(({ id }) => id as string)
    .sort()

describe('a list of systems', () => {
  it.each<{ why: string; filter: SystemFilter; found: string[] }>([
    { why: 'nothing asked finds all', filter: {}, found: ['big', 'big-june', 'counted', 'secret', 'small'] },
    { why: 'a bound holds its own value', filter: { minFlop: 1e26 }, found: ['big', 'big-june'] },
    { why: 'unknown compute never counts as small', filter: { maxFlop: 1e25 }, found: ['small'] },
    { why: 'unknown compute can be asked for', filter: { compute: 'unknown' }, found: ['counted', 'secret'] },
    {
      why: 'a group answers for its parts',
      filter: { groups: [groupId('acme')] },
      found: ['big', 'big-june', 'small']
    },
    { why: 'words are found in names of groups too', filter: { query: 'bolt SEC' }, found: ['secret'] },
    { why: 'domains are alternatives', filter: { domains: ['Vision', 'Audio'] }, found: ['small'] },
    {
      why: 'dates bound both ways',
      filter: { releasedFrom: day('2025-01-01'), releasedTo: day('2025-03-01') },
      found: ['big', 'secret']
    }
  ])('$why', ({ filter, found }) => {
    expect(ids(filter)).toEqual(found)
  })

  it.each(systemSorts)('by %s puts what is unknown last, up and down', sort => {
    for (const descending of [true, false]) {
      const sorted = sortSystems([...view.systems.values()], sort, descending)
      const known = sorted.map(system =>
        sort === 'name' || sort === 'releasedOn' ? true : measured(system, sort) !== null
      )
      expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)))
      expect(sorted).toHaveLength(5)
    }
  })

  it('comes in the same order however it was given', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...view.systems.values()], { minLength: 5 }),
        fc.constantFrom(...systemSorts),
        fc.boolean(),
        (shuffled, sort, descending) => {
          expect(sortSystems(shuffled, sort, descending)).toEqual(
            sortSystems([...view.systems.values()], sort, descending)
          )
        }
      )
    )
  })
})

describe('one training run', () => {
  it('counts once, though two systems came out of it', () => {
    expect(trainingRuns(view).map(run => run.system.id as string)).toEqual(['small', 'big'])
  })

  it('counts where the system it shares a run with is not in the list', () => {
    const june = [...view.systems.values()].filter(({ id }) => id === 'big-june')
    expect(trainingRuns(view, june)).toHaveLength(1)
  })

  it('counts through the one whose compute is known, where the system that it names has none', () => {
    const shared = registerAsOf(
      [
        ...systemClaims('first', {}, { released: '2024-01-01' }),
        ...systemClaims('second', { sameRunAs: 'first', trainingComputeFlop: 1e25 }, { released: '2024-02-01' }),
        ...systemClaims('third', { sameRunAs: 'second', trainingComputeFlop: 1e25 }, { released: '2024-03-01' })
      ],
      today
    )
    expect(trainingRuns(shared).map(run => run.system.id as string)).toEqual(['second'])
  })

  it('counts for each system where that is asked for', () => {
    expect(trendRuns(view, { count: 'systems' }).map(run => run.system.id as string)).toEqual([
      'small',
      'big',
      'big-june'
    ])
  })
})

describe('a measured value', () => {
  it('gets its interval from the stated confidence: likely is a factor of ten', () => {
    const big = view.systems.get(systemId('big'))
    expect(big && measured(big, 'trainingComputeFlop')).toMatchObject({
      value: 1e26,
      low: 1e25,
      high: 1e27,
      intervalFrom: 'confidence'
    })
  })

  it('is estimated as 6·N·D within a factor of two, and only where it is unknown', () => {
    const estimate = (id: string) => estimatedTrainingCompute(view.systems.get(systemId(id)) as never)
    expect(estimate('counted')).toMatchObject({ value: 6e24, low: 3e24, high: 1.2e25, estimated: true })
    expect(estimate('big')).toBeNull()
    expect(estimate('secret')).toBeNull()
  })
})

describe('disclosure', () => {
  it('is counted per year of release', () => {
    expect(disclosureByYear(view)).toEqual([
      { year: 2023, systems: 1, withKnownCompute: 1, share: 1 },
      { year: 2024, systems: 1, withKnownCompute: 0, share: 0 },
      { year: 2025, systems: 3, withKnownCompute: 2, share: 2 / 3 }
    ])
  })

  it('is counted per group with its parts', () => {
    expect(disclosureByGroup(view)).toEqual([
      { group: 'acme', systems: 3, withKnownCompute: 3, share: 1 },
      { group: 'bolt', systems: 2, withKnownCompute: 0, share: 0 },
      { group: 'acme-labs', systems: 1, withKnownCompute: 1, share: 1 }
    ])
  })
})

describe('a system', () => {
  it.each([
    { asked: 'big', found: 'big' },
    { asked: 'Big-June', found: 'big-june' },
    { asked: ' SECRET ', found: 'secret' }
  ])('is found as "$asked"', ({ asked, found }) => {
    expect(findSystem(view, asked)).toMatchObject({ ok: true, value: { id: found } })
  })

  it('that is unknown is answered with the closest names', () => {
    const answer = findSystem(view, 'secrt')
    expect(answer).toMatchObject({ ok: false, error: { code: 'register/unknown-system' } })
    expect(!answer.ok && answer.error.remedy).toContain('SECRET')
  })

  it('is answered without names where there are none', () => {
    const answer = findSystem(registerAsOf([], today), 'secret')
    expect(!answer.ok && answer.error).not.toHaveProperty('remedy')
  })

  it('whose name several share is not guessed', () => {
    const twins = registerAsOf(
      [...systemClaims('one', { name: 'Twin' }), ...systemClaims('two', { name: 'Twin' })],
      today
    )
    expect(findSystem(twins, 'twin')).toMatchObject({ ok: false, error: { code: 'register/ambiguous-system' } })
  })
})
