import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution-code.ts'
import { edited, numbersOf, ownUnit, plainSpread, withKind, withNumbers } from './edit-distribution.ts'

const doubling: Distribution = { kind: 'ln2Over', of: { kind: 'lognormal90', p05: 0.333, p95: 1.333 } }
const mixed: Distribution = {
  kind: 'mixture',
  of: [
    { weight: 0.5, distribution: { kind: 'lognormal90', p05: 0.1, p95: 0.5 } },
    { weight: 0.5, distribution: { kind: 'uniform', low: 1.5, high: 3.5 } }
  ]
}

describe('a parameter is changed in its own numbers', () => {
  it('such as a doubling time', () => {
    expect(ownUnit('algorithmGrowth', doubling)).toBe('doubling time, years')
    expect(numbersOf(doubling).map(({ value }) => value)).toEqual([0.333, 1.333])
    expect(edited('algorithmGrowth', doubling, { kind: 'lognormal90', numbers: ['0.5', '2'] })).toEqual({
      distribution: { kind: 'ln2Over', of: { kind: 'lognormal90', p05: 0.5, p95: 2 } }
    })
  })

  it('such as a factor a year, dollars, or a power of ten', () => {
    expect(ownUnit('spendGrowth', { kind: 'logOf', of: { kind: 'constant', value: 2 } })).toBe('times a year')
    expect(ownUnit('lnSpendCapUsd', { kind: 'logOf', of: { kind: 'constant', value: 1e11 } })).toBe('USD')
    expect(ownUnit('lnThresholdFlop', { kind: 'scaled', by: Math.LN10, of: { kind: 'constant', value: 31 } })).toBe(
      'powers of ten, FLOP'
    )
  })

  it('part by part in a mixture', () => {
    const numbers = numbersOf(mixed).map(({ value }) => value)
    expect(numbers).toEqual([0.5, 0.1, 0.5, 0.5, 1.5, 3.5])
    expect(withNumbers(mixed, numbers)).toEqual(mixed)
    expect(withNumbers(mixed, [1, 0.1, 0.5, 2, 1.5, 3])).toMatchObject({
      of: [{ weight: 1 }, { weight: 2, distribution: { high: 3 } }]
    })
  })
})

it.each([
  { kind: 'constant', of: { kind: 'constant', value: 0.666 } },
  { kind: 'uniform', of: { kind: 'uniform', low: 0.333, high: 1.33 } },
  { kind: 'triangular', of: { kind: 'triangular', low: 0.333, mode: 0.666, high: 1.33 } }
] as const)('another kind begins where the old one was: $kind', ({ kind, of }) =>
  expect(withKind(doubling, kind)).toEqual({ kind: 'ln2Over', of })
)

it('a lognormal begins above 0 where the old one went below', () =>
  expect(withKind({ kind: 'uniform', low: -0.1, high: 0.5 }, 'lognormal90')).toEqual({
    kind: 'lognormal90',
    p05: 0.0235,
    p95: 0.47
  }))

describe.each([
  { numbers: ['NaN', '2'], says: '“NaN” is no number' },
  { numbers: ['', '2'], says: '“” is no number' },
  { numbers: ['0x10', '2'], says: 'is no number' },
  { numbers: ['1e999', '2'], says: 'Give a finite number' },
  { numbers: ['2'], says: 'Growth of algorithmic efficiency' },
  { numbers: ['3', '2'], says: 'is not 0 < p05 ≤ p95. Order them.' },
  { numbers: ['-1', '2'], says: 'is not 0 < p05 ≤ p95' },
  { numbers: ['0.00001', '0.0001'], says: 'The model runs with 0.001 to 50 (ln per year).' }
])('$numbers', ({ numbers, says }) => {
  it('is refused in a sentence that names the parameter', () => {
    const made = edited('algorithmGrowth', doubling, { kind: 'lognormal90', numbers })
    expect(made).toHaveProperty('fault', expect.stringContaining(says))
    expect(made).toHaveProperty('fault', expect.stringContaining('Growth of algorithmic efficiency'))
  })
})

it('is read in everyday terms', () => {
  expect(plainSpread('ln per year', { kind: 'logOf', of: { kind: 'lognormal90', p05: 2, p95: 2.9 } })).toBe(
    '×2.4 a year (90%: 2 to 2.9)'
  )
  expect(plainSpread('ln USD', { kind: 'logOf', of: { kind: 'uniform', low: 3e10, high: 2e12 } })).toBe(
    '$1 trillion (90%: $130 billion to $1.9 trillion)'
  )
  expect(plainSpread('years', { kind: 'constant', value: 4 })).toBeNull()
})
