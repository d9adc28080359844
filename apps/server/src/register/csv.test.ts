import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'

describe('a cell', () => {
  it.each([
    { why: 'keeps a text', cell: 'Acme', written: 'Acme' },
    { why: 'quotes what holds a comma', cell: 'a,b', written: '"a,b"' },
    { why: 'doubles quotes', cell: 'a"b', written: '"a""b"' },
    { why: 'joins a list', cell: ['a', 'b'], written: 'a; b' },
    { why: 'is empty for null', cell: null, written: '' },
    { why: 'keeps a number', cell: -2.1e25, written: '-2.1e+25' },
    { why: 'keeps a text that is a number', cell: '-5', written: '-5' },
    { why: 'disarms a formula', cell: '=1+1', written: "'=1+1" },
    { why: 'disarms a plus', cell: '+A1', written: "'+A1" },
    { why: 'disarms a minus', cell: '-A1', written: "'-A1" },
    { why: 'disarms an at', cell: '@SUM(A1)', written: "'@SUM(A1)" },
    { why: 'disarms a tab', cell: '\t=1', written: "'\t=1" },
    { why: 'disarms a return', cell: '\r=1', written: '"\'\r=1"' },
    { why: 'disarms a list that begins with a formula', cell: ['=1', 'b'], written: "'=1; b" }
  ])('$why', ({ cell, written }) => {
    expect(csvOf(['a', 'b'], [{ a: 'x', b: cell }])).toBe(`a,b\r\nx,${written}\r\n`)
  })

  it('comes back from any CSV reader', () => {
    const text = fc.string({ unit: 'grapheme' }).filter(one => !/^[=+\-@\t\r]/.test(one))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), rows => {
        const csv = csvOf(
          ['a', 'b'],
          rows.map(([a, b]) => ({ a, b }))
        )
        expect(parse(csv, { from_line: 1, record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...rows])
      })
    )
  })
})
