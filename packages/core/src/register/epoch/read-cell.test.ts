import { describe, expect, it } from 'vitest'
import {
  readCount,
  readDatasetSize,
  readDay,
  readLinks,
  readMark,
  readNumericFormat,
  readOrganisations,
  readWords
} from './read-cell.ts'

describe('a cell with a number', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['1e+25', 1e25],
    ['1.0692E+025', 1.0692e25],
    ['70000000000.0', 7e10],
    ['3.3499999999999998e+25', 3.35e25],
    ['256999999.99999997', 257e6]
  ])('%j is %j', (cell, value) => {
    expect(readCount(cell)).toEqual({ value })
  })

  it.each(['0', '0.0', '-1e24', 'NaN', 'Infinity', '1e400', '1,5', '1e25 FLOP', '0x10', '١', 'about 5'])(
    '%j is refused',
    cell => {
      expect(readCount(cell)).toHaveProperty('wrong')
    }
  )

  it('is not known where a data set has several sizes, or a size of zero', () => {
    expect(readDatasetSize('14180000,14180000')).toMatchObject({
      value: null,
      noted: expect.stringContaining('several')
    })
    expect(readDatasetSize('0.0')).toMatchObject({ value: null, noted: expect.stringContaining('zero') })
    expect(readDatasetSize('-1,2')).toHaveProperty('wrong')
    expect(readDatasetSize('14180000')).toEqual({ value: 14180000 })
  })
})

describe('a cell with a day', () => {
  it('is a day that exists, or nothing', () => {
    expect(readDay('')).toEqual({ value: null })
    expect(readDay(' 2024-02-29')).toEqual({ value: '2024-02-29' })
  })
  it.each(['2023-02-29', '2024-13-01', '2024', '2024-5-1', '01/05/2024', '45413'])('%j is refused', cell => {
    expect(readDay(cell)).toHaveProperty('wrong')
  })
})

describe('a cell with links', () => {
  it.each([
    {
      why: 'a new line between two',
      cell: 'https://a.org/x\n\nhttps://b.org/y ',
      links: ['https://a.org/x', 'https://b.org/y']
    },
    {
      why: 'a comma between two',
      cell: 'https://a.org/x, https://b.org/y',
      links: ['https://a.org/x', 'https://b.org/y']
    },
    { why: 'a comma inside one', cell: 'https://a.org/x,y', links: ['https://a.org/x,y'] },
    { why: 'a quotation of the page', cell: 'https://a.org/x#:~:text=We%20launch,more', links: ['https://a.org/x'] },
    { why: 'no scheme', cell: 'arxiv.org/abs/2501.14818', links: ['https://arxiv.org/abs/2501.14818'] },
    { why: 'the same twice', cell: 'https://a.org/x https://a.org/x', links: ['https://a.org/x'] },
    { why: 'another scheme', cell: 'javascript:alert(1)', links: [] }
  ])('reads $why', ({ cell, links }) => {
    expect(readLinks(cell)).toMatchObject({ value: links })
  })

  it('takes no names of persons for a link, and says so', () => {
    expect(readLinks('Ada Lovelace, Charles Babbage')).toEqual({
      value: [],
      noted: 'no address in it, read as no link'
    })
    expect(readLinks('')).toEqual({ value: [] })
  })
})

describe('a cell with a list', () => {
  it('keeps the order, without repeats and spaces', () => {
    expect(readWords('Vision, Language,Vision,')).toEqual({ value: ['Vision', 'Language'] })
  })
  it('is refused where a shift brought a number or a link', () => {
    expect(readWords('5.18e25')).toHaveProperty('wrong')
    expect(readWords('https://example.org')).toHaveProperty('wrong')
    expect(readOrganisations('1024')).toHaveProperty('wrong')
  })
  it('keeps the comma of a legal form', () => {
    expect(readOrganisations('Acme,Qilin Technology Co., Ltd. (APUS),Beta')).toEqual({
      value: ['Acme', 'Qilin Technology Co., Ltd. (APUS)', 'Beta']
    })
  })
})

describe('a cell with a mark or a format', () => {
  it.each([
    ['True', true],
    ['checked', true],
    ['', false]
  ])('%j marks: %j', (cell, value) => expect(readMark(cell)).toEqual({ value }))
  it('refuses other marks', () => expect(readMark('GPT')).toHaveProperty('wrong'))
  it.each([
    ['BF16', 16],
    ['FP32', 32],
    ['NVFP4', 4],
    ['TF32', null],
    ['FP8,BF16', null],
    ['constructor', null],
    ['', null]
  ])('%j has %j bits', (cell, value) => expect(readNumericFormat(cell)).toEqual({ value }))
})
