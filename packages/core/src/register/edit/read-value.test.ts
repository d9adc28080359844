import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registerAsOf } from '../as-of.ts'
import { today } from '../claims.fixture.ts'
import type { Property } from '../property.ts'
import { acme, alpha, register } from './edit.fixture.ts'
import { readNumber, readValue } from './read-value.ts'

const view = registerAsOf(register, today)
const read = (property: Property, text: string, subject: typeof alpha = alpha) =>
  readValue(property, text, { view, subject, place: 'value' })

describe('a number', () => {
  it.each([
    ['1e25', 1e25],
    ['2.1e+25', 2.1e25],
    ['2.1E25', 2.1e25],
    ['12,000', 12_000],
    ['1,234,567.5', 1_234_567.5],
    ['12 000', 12_000],
    ['12 000', 12_000],
    ['12_000', 12_000],
    ['0.5', 0.5],
    ['2.1 × 10^25', 2.1e25],
    ['2.1×10²⁵', 2.1e25],
    ['2.1 x 10^25 FLOP', 2.1e25],
    ['10^25', 1e25],
    ['10²⁵ flop', 1e25],
    ['1.8 trillion', 1.8e12],
    ['70 billion', 7e10],
    [' 7 ', 7]
  ])('%s', (text, value) => expect(read('trainingComputeFlop', text)).toEqual({ ok: true, value }))

  it.each([
    '',
    '0',
    '-1',
    '1,5',
    '1,50',
    '1,23,456',
    '12,0000',
    '1.2.3',
    '1e',
    'e25',
    '0x10',
    '1e400',
    '1e9999',
    'NaN',
    'Infinity',
    '１２',
    '1e25; drop',
    '12.000,5',
    '70B',
    '10⁻',
    '1/3',
    '٣'
  ])('is not %s', text => {
    expect(read('trainingComputeFlop', text)).toMatchObject({ ok: false, error: { place: 'value' } })
  })

  it('as the machine writes it reads as itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e300, noNaN: true }), value => readNumber(String(value), null) === value)
    )
  })

  it('is never misread: any text is that number or none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), text => {
        const value = readNumber(text, 'FLOP')
        return value === null || (Number.isFinite(value) && value > 0)
      })
    )
  })
})

describe('another value', () => {
  it.each<{ property: Property; text: string; value: unknown }>([
    { property: 'releasedOn', text: ' 2024-02-29 ', value: '2024-02-29' },
    { property: 'frontierAtRelease', text: 'Yes', value: true },
    { property: 'frontierAtRelease', text: 'false', value: false },
    { property: 'domain', text: 'Language\r\n\n Vision  models\nLanguage', value: ['Language', 'Vision models'] },
    { property: 'developedBy', text: 'ACME\nbureau\nAcme AI', value: ['acme', 'bureau'] },
    { property: 'name', text: '  A   name ', value: 'A name' },
    { property: 'hardware', text: '=1+1', value: '=1+1' },
    { property: 'sameRunAs', text: 'Beta', value: 'beta' },
    { property: 'link', text: 'https://example.org/a?b=c#d', value: 'https://example.org/a?b=c#d' }
  ])('$property: $text', ({ property, text, value }) => expect(read(property, text)).toEqual({ ok: true, value }))

  it.each<{ property: Property; text: string; remedy?: RegExp }>([
    { property: 'releasedOn', text: '01.05.2024', remedy: /YYYY-MM-DD/ },
    { property: 'releasedOn', text: '2023-02-29' },
    { property: 'frontierAtRelease', text: 'perhaps' },
    { property: 'developedBy', text: 'acm', remedy: /Perhaps: .*acme/ },
    { property: 'developedBy', text: '__proto__' },
    { property: 'name', text: 'a\u202eb' },
    { property: 'name', text: 'x'.repeat(121) },
    { property: 'hardware', text: 'a\u0000b' },
    { property: 'domain', text: 'x'.repeat(201) },
    { property: 'domain', text: Array.from({ length: 51 }, (_, n) => n).join('\n') },
    { property: 'sameRunAs', text: 'alpha' },
    { property: 'sameRunAs', text: 'nothing' },
    { property: 'link', text: 'JavaScript:alert(1)' },
    { property: 'link', text: 'https://a b' },
    { property: 'link', text: '//example.org' }
  ])('$property may not be $text', ({ property, text, remedy = /./ }) => {
    const result = read(property, text)
    expect(result).toMatchObject({ ok: false, error: { code: 'register/invalid-claim', place: 'value' } })
    if (!result.ok) expect(result.error.remedy).toMatch(remedy)
  })

  it('a group is part of neither itself nor its parts', () => {
    for (const text of ['acme', 'Acme-labs']) expect(read('partOf', text, acme)).toMatchObject({ ok: false })
    expect(read('partOf', 'bureau', acme)).toEqual({ ok: true, value: 'bureau' })
  })
})
