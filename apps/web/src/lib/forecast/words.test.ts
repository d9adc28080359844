import { describe, expect, it } from 'vitest'
import { chance, interval, number, percent, range, timeText, years } from './words.ts'

it.each([
  [0, '0'],
  [0.0004, '0.00'],
  [-0.0004, '−0.00'],
  [0.0948, '0.095'],
  [1, '1'],
  [1.149, '1.1'],
  [15.2, '15'],
  [123.4, '123'],
  [-0.26, '−0.26'],
  ['Infinity', '∞'],
  ['-Infinity', '−∞']
] as const)('%s reads %s', (value, text) => expect(number(value)).toBe(text))

it.each([
  [1 / 365.25 / 4, 'less than a day'],
  [1 / 365.25, '1 day'],
  [0.03, '11 days'],
  [0.095, '5 weeks'],
  [0.5, '6 months'],
  [1.1, '13 months'],
  [2, null],
  ['Infinity', null]
] as const)('%s years are %s', (value, text) => expect(timeText(value)).toBe(text))

it.each([
  [0, '0%'],
  [0.001, 'less than 1%'],
  [0.2, '20%'],
  [0.999, 'more than 99%'],
  [1, '100%']
] as const)('a share of %s is %s', (share, text) => expect(percent(share)).toBe(text))

describe('an interval', () => {
  const quantiles = { p05: 0.0034, p25: 0.04, p50: 0.095, p75: 0.17, p95: 0.34 }
  it('has its median and its 90%', () => expect(interval(quantiles)).toBe('0.095 years (90%: 0.0034 to 0.34)'))
  it('may reach beyond the horizon, or be of nothing', () => {
    expect(interval({ ...quantiles, p95: 'Infinity' })).toBe('0.095 years (90%: 0.0034 to beyond the horizon)')
    expect(interval(null)).toBe('not defined in any draw')
    expect(range(-1, 2)).toBe('−1 to 2')
    expect(years(1)).toBe('1 year')
    expect(years('Infinity')).toBe('beyond the horizon')
  })
})

it.each([
  { value: 0, says: 'in none of 10,000 draws' },
  { value: 1, says: 'in all of 10,000 draws' },
  { value: 0.34, says: 'in 34% of draws' }
])('a chance of $value holds $says', ({ value, says }) => {
  expect(chance({ value, low: 0, high: 1 }, 10_000)).toBe(says)
})
