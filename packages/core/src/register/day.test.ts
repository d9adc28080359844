import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber, parseDay, parseInstant } from './day.ts'

describe('a day', () => {
  it.each([
    { text: '2024-02-29', valid: true },
    { text: '2025-02-29', valid: false },
    { text: '2025-13-01', valid: false },
    { text: '2025-1-01', valid: false },
    { text: '2025-01-01T00:00:00Z', valid: false },
    { text: '', valid: false },
    { text: '0001-01-01', valid: true },
    { text: '9999-12-31', valid: true },
    { text: '0000-01-01', valid: false },
    { text: '+010000-01-01', valid: false }
  ])('"$text" is a day: $valid', ({ text, valid }) => {
    expect(parseDay(text) !== undefined).toBe(valid)
  })

  it('survives the way to its number and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 80_000 }), number => {
        const day = dayFromNumber(number)
        expect(parseDay(day)).toBe(day)
        expect(dayNumber(day)).toBe(number)
      })
    )
  })
})

describe('an instant', () => {
  it.each([
    { text: '2025-02-24', instant: '2025-02-24T00:00:00.000Z' },
    { text: '2025-02-24T12:00Z', instant: '2025-02-24T12:00:00.000Z' },
    { text: '2025-02-24T12:00:00+02:00', instant: '2025-02-24T10:00:00.000Z' },
    { text: '2025-02-30', instant: undefined },
    { text: '2025-02-30T00:00:00Z', instant: undefined },
    { text: 'yesterday', instant: undefined },
    { text: '2025-02-24T12:00:00', instant: undefined },
    { text: '0000-06-01', instant: undefined },
    { text: '0001-01-01T00:00+10:00', instant: undefined },
    { text: '9999-12-31T23:59-10:00', instant: undefined }
  ])('"$text" is $instant', ({ text, instant }) => {
    expect(parseInstant(text)).toBe(instant)
  })
})
