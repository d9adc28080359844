import { describe, expect, it } from 'vitest'
import { checkGroups, membersOf, type Population, populationText } from './group.ts'
import { smallGroups } from './small-race.fixture.ts'

describe('a population', () => {
  it.each<{ who: Population; members: boolean[]; text: string }>([
    { who: 'leading', members: [true, true, false], text: 'the 2 leading groups' },
    { who: 'everyone', members: [true, true, true], text: 'everyone, the open community included' },
    { who: ['b'], members: [false, true, false], text: 'B' },
    { who: ['open', 'a'], members: [true, false, true], text: 'A and OPEN' },
    { who: ['open', 'a', 'b'], members: [true, true, true], text: 'A, B and OPEN' }
  ])('$who is $text', ({ who, members, text }) => {
    expect(membersOf(who, smallGroups, 'who')).toEqual({ ok: true, value: members })
    expect(populationText(who, smallGroups)).toBe(text)
  })

  it('of a group that does not race is refused, naming those that do', () => {
    expect(membersOf(['a', 'acme'], smallGroups, 'who')).toMatchObject({
      ok: false,
      error: { code: 'forecast/unknown-group', place: 'who', remedy: expect.stringContaining('a, b, open') }
    })
  })

  it('of nobody is refused', () => {
    expect(membersOf([], smallGroups, 'who')).toMatchObject({ ok: false, error: { code: 'forecast/invalid' } })
  })
})

describe('groups', () => {
  const [first, ...others] = smallGroups
  if (!first) throw new Error('a group')

  it('as usual are taken', () => {
    expect(checkGroups(smallGroups)).toEqual({ ok: true, value: smallGroups })
  })

  it.each([
    { why: 'none', groups: [], place: 'groups' },
    { why: 'too many', groups: Array.from({ length: 17 }, (_, i) => ({ ...first, id: `g${i}` })), place: 'groups' },
    { why: 'one twice', groups: [first, first], place: 'groups.1.id' },
    { why: 'one without number', groups: [{ ...first, care: Number.NaN }], place: 'groups.0.care' },
    { why: 'openness above 1', groups: [{ ...first, openness: 1.1 }], place: 'groups.0.openness' },
    { why: 'negative labour', groups: [{ ...first, labourShare: -0.1 }, ...others], place: 'groups.0.labourShare' },
    { why: 'no labour at all', groups: [{ ...first, labourShare: 0 }], place: 'groups' },
    {
      why: 'no compute',
      groups: [{ ...first, computeFlop: { low: 0, high: 1e25 } }],
      place: 'groups.0.computeFlop.low'
    },
    {
      why: 'an interval the wrong way round',
      groups: [{ ...first, runCostUsd: { low: 2e8, high: 1e8 } }],
      place: 'groups.0.runCostUsd'
    },
    {
      why: 'endless cost',
      groups: [{ ...first, runCostUsd: { low: 1, high: Number.POSITIVE_INFINITY } }],
      place: 'groups.0.runCostUsd.high'
    }
  ])('with $why are refused, naming $place', ({ groups, place }) => {
    expect(checkGroups(groups)).toMatchObject({ ok: false, error: { code: 'forecast/invalid', place } })
  })
})
