import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countParts, flopParts, intervalParts, intervalText, plainText, quantityText } from './quantity-text.ts'

describe('a number in words', () => {
  it.each([
    { why: 'has two digits at most', text: plainText(flopParts(2.1e25)), reads: '2.1 × 10²⁵' },
    { why: 'leaves out a zero', text: plainText(flopParts(3e24)), reads: '3 × 10²⁴' },
    { why: 'carries when it rounds up', text: plainText(flopParts(9.96e24)), reads: '1 × 10²⁵' },
    { why: 'counts in trillions', text: plainText(countParts(1.8e12)), reads: '1.8 trillion' },
    { why: 'counts in billions', text: plainText(countParts(175e9)), reads: '175 billion' },
    { why: 'counts small numbers plainly', text: plainText(countParts(2048)), reads: '2,048' },
    { why: 'keeps a fraction', text: plainText(countParts(0.25)), reads: '0.25' }
  ])('$why', ({ text, reads }) => {
    expect(text).toBe(reads)
  })
})

describe('an interval', () => {
  const text = (value: number, low: number | null, high: number | null, unit: string | null) => {
    const interval = intervalParts({ value, low, high }, unit)
    return interval && intervalText(interval)
  }
  it.each([
    { why: 'shares the exponent of its value', is: text(2.1e25, 0.7e25, 6.3e25, 'FLOP'), reads: '0.7–6.3 × 10²⁵' },
    { why: 'shares the word of its value', is: text(1.8e12, 0.6e12, 5.4e12, null), reads: '0.6–5.4 trillion' },
    { why: 'is two numbers when wide', is: text(3.7e25, 1.2e24, 1.1e27, 'FLOP'), reads: '1.2 × 10²⁴ – 1.1 × 10²⁷' },
    {
      why: 'is two numbers when it reaches far down',
      is: text(2.1e25, 7e23, 6.3e26, 'FLOP'),
      reads: '7 × 10²³ – 6.3 × 10²⁶'
    },
    { why: 'is left out when the source gives none', is: text(2.1e25, null, null, 'FLOP'), reads: null },
    { why: 'is left out when it is the value itself', is: text(5, 5, 5, null), reads: null }
  ])('$why', ({ is, reads }) => {
    expect(is).toBe(reads)
  })
})

it('says value, unit, interval and confidence in one line', () => {
  expect(quantityText({ value: 2.1e25, low: 0.7e25, high: 6.3e25, confidence: 'confident' }, 'FLOP')).toBe(
    '2.1 × 10²⁵ FLOP (0.7–6.3 × 10²⁵, confident)'
  )
})

it('never misstates a number by more than its rounding', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e3, max: 1e30, noNaN: true }), value => {
      const { digits, exponent } = flopParts(value)
      expect(Math.abs((Number(digits) * 10 ** (exponent ?? 0)) / value - 1)).toBeLessThan(0.051)
    })
  )
})
