import { describe, expect, it } from 'vitest'
import { countKinds, countProperties, filterChanges, isChangeKind } from './changes-words.ts'
import type { Change } from './resources.ts'

type Part = Pick<Change, 'kind' | 'property' | 'label' | 'subject'>
const change = (kind: Part['kind'], property: Part['property'], id = 'gpt-4o'): Part => ({
  kind,
  property,
  label: property,
  subject: { kind: 'system', id }
})
const changes = [
  change('withdrawn', 'trainingComputeFlop'),
  change('revised', 'parameterCount'),
  change('revised', 'trainingComputeFlop', 'palm'),
  change('added', null, 'grok-4')
]

describe('changes', () => {
  it.each([
    { why: 'all without a filter', filter: {}, kept: 4 },
    { why: 'of one kind', filter: { kind: 'revised' as const }, kept: 2 },
    { why: 'of one property', filter: { property: 'trainingComputeFlop' }, kept: 2 },
    { why: 'of both', filter: { kind: 'revised' as const, property: 'trainingComputeFlop' }, kept: 1 },
    { why: 'of some subjects', filter: { subjects: new Set(['system palm']) }, kept: 1 },
    { why: 'not of a group of the same id', filter: { subjects: new Set(['group palm']) }, kept: 0 }
  ])('keeps $why', ({ filter, kept }) =>
    expect(filterChanges(changes, { kind: null, property: null, subjects: null, ...filter })).toHaveLength(kept)
  )

  it('are counted by kind, without kinds of none', () =>
    expect(countKinds(changes).map(({ kind, count }) => [kind, count])).toEqual([
      ['revised', 2],
      ['withdrawn', 1],
      ['added', 1]
    ]))

  it('are counted by property, most first, whole subjects left out', () =>
    expect(countProperties(changes).map(({ property, count }) => [property, count])).toEqual([
      ['trainingComputeFlop', 2],
      ['parameterCount', 1]
    ]))

  it.each([
    { text: 'revised', is: true },
    { text: 'deleted', is: false },
    { text: null, is: false }
  ])('know $text as a kind: $is', ({ text, is }) => expect(isChangeKind(text)).toBe(is))
})
