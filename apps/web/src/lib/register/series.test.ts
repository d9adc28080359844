import { describe, expect, it } from 'vitest'
import { chooseSeries, seriesOf } from './series.ts'

const groups = [
  { id: 'google', name: 'Google', partOf: null },
  { id: 'deepmind', name: 'DeepMind', partOf: 'google' },
  ...['a', 'b', 'c', 'd', 'e', 'f'].map(id => ({ id, name: id.toUpperCase(), partOf: null }))
]
const by = (releasedOn: string | null, ...ids: string[]) => ({ releasedOn, groups: ids.map(id => ({ id })) })
const systems = [
  by('2026-01-01', 'deepmind'),
  by('2025-01-01', 'google'),
  by('2025-01-01', 'a', 'b'),
  by('2025-06-01', 'a'),
  by('2025-06-01', 'a'),
  ...['c', 'd', 'e'].map(id => by('2024-01-01', id)),
  ...Array.from({ length: 9 }, () => by('2012-01-01', 'f')),
  by(null, 'f')
]

describe('groups with a colour', () => {
  it('are the six with most systems of recent years, parts counted with the whole', () => {
    const labels = chooseSeries(groups, systems, []).map(({ label }) => label)
    expect(labels).toEqual(['A', 'Google', 'B', 'C', 'D', 'E', 'Other groups'])
  })

  it('are those asked for, however small', () => {
    expect(chooseSeries(groups, systems, ['f']).map(({ id, mark }) => [id, mark])).toEqual([
      ['f', 's1'],
      [null, 's0']
    ])
  })
})

describe('the mark of a system', () => {
  const mark = seriesOf(chooseSeries(groups, systems, []), groups)
  it.each([
    { why: 'is that of its group', ids: ['a'], is: 's1' },
    { why: 'is that of what its group is part of', ids: ['deepmind'], is: 's2' },
    { why: 'is that of the first group with a colour', ids: ['f', 'b'], is: 's3' },
    { why: 'is that of the others otherwise', ids: ['f'], is: 's0' },
    { why: 'is that of the others where nobody is named', ids: [], is: 's0' }
  ])('$why', ({ ids, is }) => {
    expect(mark(ids)).toBe(is)
  })

  it('ends where groups are part of each other', () => {
    const ring = [
      { id: 'x', name: 'X', partOf: 'y' },
      { id: 'y', name: 'Y', partOf: 'x' }
    ]
    expect(seriesOf([], ring)(['x'])).toBe('s0')
  })
})
