import { type ParameterName, parameterNames } from '@frown/core/simulation'
import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution-code.ts'
import type { Beliefs } from './figures.ts'
import {
  beliefGiven,
  examples,
  otherFrom,
  otherHref,
  readOther,
  spreadText,
  swappedHref,
  writeOther
} from './other-beliefs.ts'
import { soundChanges } from './parameter-set.ts'
import { readState, usualState } from './state.ts'

const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high })
const half = Object.fromEntries(parameterNames.map(name => [name, uniform(0.2, 0.5)])) as Record<
  ParameterName,
  Distribution
>
const beliefs: Beliefs = { groups: [], parameters: half }
const paramsOf = (written: Record<string, string | null>) =>
  new URLSearchParams(Object.entries(written).flatMap(([name, value]) => (value ? [[name, value]] : [])))
const address = (query: string) => ({ pathname: '/forecast/two-beliefs', searchParams: new URLSearchParams(query) })
const queryOf = (href: string) => new URL(href, 'http://x').searchParams

describe('the other side', () => {
  it.each(examples)('$label: is one that the model runs with, and is read as it was written', ({ other }) => {
    expect(soundChanges(other).faults).toEqual([])
    expect(readOther(paramsOf(writeOther(other)))).toEqual({ other, isExample: false, faults: [] })
  })

  it('is the first example where an address names none', () => {
    expect(readOther(new URLSearchParams('refuse=0.5'))).toEqual({
      other: examples[0].other,
      isExample: true,
      faults: []
    })
  })

  it.each([
    ['q.luck=constant,1', 'q.luck is no parameter.'],
    ['q.returns=rather+high', 'q.returns is not written as a distribution.'],
    ['q.returns=uniform,NaN,1', 'q.returns is not written as a distribution.'],
    ['q.transferShare=uniform,0,7', 'Leavers that go to another group can be from 0 to 7.']
  ])('%s is left out and named', (query, says) => {
    const { other, isExample, faults } = readOther(new URLSearchParams(query))
    expect(faults.join(' ')).toContain(says)
    expect({ other, isExample }).toEqual({ other: examples[0].other, isExample: true })
  })

  it('takes the place of another in an address, and leaves the rest', () => {
    const query = queryOf(
      otherHref(address('refuse=0.5&q.returns=constant,1&edit=x&low=1'), { catchUp: uniform(0, 1) })
    )
    expect(Object.fromEntries(query)).toEqual({ refuse: '0.5', 'q.catchUp': 'uniform,0,1' })
  })

  it('changes sides with this one, and back', () => {
    const other = { catchUp: uniform(0, 1) }
    const once = queryOf(swappedHref(address('q.catchUp=uniform,0,1'), usualState, other, beliefs))
    expect(Object.fromEntries(once)).toEqual({ 'p.catchUp': 'uniform,0,1', 'q.catchUp': 'uniform,0.2,0.5' })
    const { state } = readState(once, [])
    const again = queryOf(swappedHref(address(String(once)), state, readOther(once).other, beliefs))
    expect(again.get('p.catchUp')).toBe('uniform,0.2,0.5')
    expect(again.get('q.catchUp')).toBe('uniform,0,1')
  })

  it('may be a saved set: all that it makes different from this side', () => {
    const state = { ...usualState, parameters: { returns: uniform(1, 2), catchUp: uniform(0, 1) } }
    expect(otherFrom({ catchUp: uniform(0, 1), substitution: uniform(1, 3) }, state, beliefs)).toEqual({
      returns: uniform(0.2, 0.5),
      substitution: uniform(1, 3)
    })
  })
})

describe('a belief given in fields', () => {
  it.each([
    { name: 'scaleUpLabour', low: '0.5', mid: '', high: '0.9', is: uniform(0.5, 0.9) },
    { name: 'scaleUpLabour', low: '0.5', mid: '', high: '0.5', is: { kind: 'constant', value: 0.5 } },
    {
      name: 'abilityCorrelation',
      low: '−0.2',
      mid: '0',
      high: '0.3',
      is: { kind: 'triangular', low: -0.2, mode: 0, high: 0.3 }
    },
    { name: 'algorithmGrowth', low: '1', mid: '2', high: '3', is: null },
    { name: 'algorithmGrowth', low: '4', mid: '', high: '8', is: uniform(1.38629, 2.07944) },
    { name: 'lnAutomationFlop', low: '1e26', mid: '', high: '1e29', is: uniform(59.8672, 66.775) }
  ])('$name from $low to $high', ({ is, ...given }) => {
    const found = beliefGiven(given)
    if (is === null) expect(found).toHaveProperty('fault')
    else expect(found).toEqual({ name: given.name, distribution: is })
  })

  it.each([
    { name: 'luck', low: '0', mid: '', high: '1', says: '“luck” is no parameter. Choose one of the list.' },
    {
      name: 'returns',
      low: 'NaN',
      mid: '',
      high: '1',
      says: 'Returns to research input: “NaN” is no number. Write it as 0.5 or 3e10.'
    },
    {
      name: 'returns',
      low: '',
      mid: '',
      high: '1',
      says: 'Returns to research input: “” is no number. Write it as 0.5 or 3e10.'
    },
    {
      name: 'returns',
      low: '2',
      mid: '',
      high: '1',
      says: 'Returns to research input has low 2 above high 1. Swap them.'
    },
    {
      name: 'spendGrowth',
      low: '-1',
      mid: '',
      high: '1',
      says: 'Growth of spending on the largest run is in times a year and has to be above 0.'
    }
  ])('is refused: $says', ({ says, ...given }) => expect(beliefGiven(given)).toEqual({ fault: says }))
})

it.each([
  ['scaleUpLabour', uniform(0, 1), '0.5 elasticity (0.05 to 0.95)'],
  ['spendGrowth', { kind: 'logOf', of: { kind: 'lognormal90', p05: 2, p95: 2.9 } }, '×2.4 a year (×2 to ×2.9)'],
  ['durationYears', { kind: 'constant', value: 4 }, '4 years']
] as const)('what is believed of %s reads plainly', (name, of, says) =>
  expect(spreadText(name, of as Distribution)).toBe(says)
)
