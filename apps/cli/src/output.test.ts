import { assert as assertProperty, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counted, measuredText, numberText, percentText, printable, tableOf } from './output.ts'

it.each([
  { value: 2.1e25, text: '2.1e25' },
  { value: 4.05e11, text: '4.05e11' },
  { value: 5e25, text: '5e25' },
  { value: 1e30, text: '1e30' },
  { value: 1.996e10, text: '2e10' },
  { value: 999_999, text: '999999' },
  { value: 999_999.9, text: '1e6' },
  { value: 16_384, text: '16384' },
  { value: 512, text: '512' },
  { value: 1.5, text: '1.5' },
  { value: 1e-9, text: '1e-9' }
])('writes $value as $text', ({ value, text }) => {
  expect(numberText(value)).toBe(text)
})

const measured = { value: 2.1e25, low: 7e24, high: 6.3e25, estimated: false, contested: false }
it.each([
  { why: 'no number is not known', given: null, text: 'not known' },
  { why: 'a number comes with its interval', given: measured, text: '2.1e25 (7e24–6.3e25)' },
  { why: 'or without', given: { ...measured, low: null, high: null }, text: '2.1e25' },
  {
    why: 'an estimate of ours says so',
    given: { ...measured, estimated: true },
    text: '2.1e25 (7e24–6.3e25), our estimate'
  },
  { why: 'so does what is contested', given: { ...measured, contested: true }, text: '2.1e25 (7e24–6.3e25), contested' }
])('$why', ({ given, text }) => {
  expect(measuredText(given)).toBe(text)
})

it('counts in words', () => {
  expect([counted(1, 'system'), counted(0, 'system'), percentText(0.784)]).toEqual(['1 system', '0 systems', '78%'])
})

describe('a table', () => {
  it('has columns as wide as their widest cell', () => {
    expect(
      tableOf(
        ['Day', 'Name'],
        [
          ['2024-05-13', 'GPT-4o'],
          ['x', 'y\n z']
        ]
      )
    ).toEqual(['Day         Name', '──────────  ──────', '2024-05-13  GPT-4o', 'x           y z'])
  })

  it('cuts what is too long for its column, but not in the last one', () => {
    const long = 'a'.repeat(61)
    expect(tableOf(['A', 'B'], [[long, long]])[2]).toBe(`${'a'.repeat(59)}…  ${long}`)
  })

  it('cannot steer a terminal, whatever the register holds', () => {
    expect(printable('\u001b[2Jgone\u0007')).toBe('\u{FFFD}[2Jgone\u{FFFD}')
    assertProperty(
      property(string({ unit: 'binary' }), text => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\n]/u)
      })
    )
  })
})
