import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochCsv, epochFile, epochRow, largeScaleFile, type Row } from './epoch.fixture.ts'
import { readEpochFile } from './epoch-file.ts'

describe('reading a list of models', () => {
  it('finds the columns of every generation by their names', () => {
    const now = epochFile([{ Model: 'Alpha' }]).records[0]
    const old = epochFile(
      [
        {
          System: 'Alpha',
          'Country (from Organization)': 'Canada',
          'Training dataset size (datapoints)': '15000000000000'
        }
      ],
      {
        without: ['Model', 'Country (of organization)', 'Training dataset size (total)']
      }
    ).records[0]
    expect(old).toEqual(now)
    expect(now).toMatchObject({
      row: 2,
      name: 'Alpha',
      trainingComputeFlop: 1e25,
      trainingTokens: 15e12,
      confidence: 'likely',
      countries: ['Canada']
    })
  })

  it('speaks only of what it has columns for', () => {
    const file = largeScaleFile([{}])
    expect(file.dataset).toBe('large-scale')
    expect(file.speaksOf.has('notabilityCriteria')).toBe(false)
    expect(file.speaksOf.has('hardware')).toBe(false)
    expect(file.speaksOf.has('trainingComputeFlop')).toBe(true)
    expect(epochFile([{}]).dataset).toBe('notable')
  })

  it('tidies names that end in a new line, and reads several organisations in one cell', () => {
    const [record] = epochFile([{ Model: 'Solar Open 100B\n', Organization: 'Acme, Beta,Acme' }]).records
    expect(record).toMatchObject({ name: 'Solar Open 100B', organisations: ['Acme', 'Beta'] })
  })

  it('takes a system listed twice once, with all its domains', () => {
    const { records, notes } = epochFile([{ Domain: 'Vision' }, { Domain: 'Language,Vision' }])
    expect(records).toHaveLength(1)
    expect(records[0]?.domain).toEqual(['Language', 'Vision'])
    expect(notes).toMatchObject([{ row: 3, reading: 'the same system as row 2' }])
  })

  it.each([
    { why: 'negative compute', cells: { 'Training compute (FLOP)': '-1e25' }, column: 'Training compute (FLOP)' },
    { why: 'no number', cells: { 'Training compute (FLOP)': 'NaN' }, column: 'Training compute (FLOP)' },
    { why: 'too large a number', cells: { 'Training compute (FLOP)': '1e400' }, column: 'Training compute (FLOP)' },
    { why: 'zero compute', cells: { 'Training compute (FLOP)': '0' }, column: 'Training compute (FLOP)' },
    { why: 'negative parameters', cells: { Parameters: '-7' }, column: 'Parameters' },
    { why: 'a day that does not exist', cells: { 'Publication date': '2023-02-29' }, column: 'Publication date' },
    { why: 'an unknown confidence', cells: { Confidence: 'Certain' }, column: 'Confidence' },
    { why: 'no name', cells: { Model: ' \n' }, column: 'Model' },
    { why: 'a name that steers a terminal', cells: { Model: 'Beta\u001b[2J' }, column: 'Model' },
    { why: 'a name that runs the other way', cells: { Model: 'Be\u202Eta' }, column: 'Model' },
    { why: 'a name that hides a space', cells: { Model: 'Be\u200Bta' }, column: 'Model' },
    { why: 'a name of another encoding', cells: { Model: 'B\uFFFDta' }, column: 'Model' },
    {
      why: 'an organisation of another encoding',
      cells: { Organization: 'Soci\uFFFDt\uFFFD' },
      column: 'Organization'
    },
    { why: 'a domain of another encoding', cells: { Domain: 'Vid\uFFFDo' }, column: 'Domain' },
    { why: 'a confidence that every object has', cells: { Confidence: 'constructor' }, column: 'Confidence' },
    { why: 'a name as long as an abstract', cells: { Model: 'x'.repeat(201) }, column: 'Model' },
    {
      why: 'a link where criteria stand',
      cells: { 'Notability criteria': 'https://example.org/a' },
      column: 'Notability criteria'
    },
    { why: 'a name given twice', cells: { Model: 'Beta', Parameters: '8' }, column: 'Model' }
  ])('refuses $why, naming row, column and remedy', ({ cells, column }) => {
    const read = readEpochFile(epochCsv([{ Model: 'Beta' }, cells as Row]))
    expect(read).toMatchObject({ ok: false, error: { code: 'import/invalid-row', place: `row 3, column ${column}` } })
    if (!read.ok) expect(read.error.remedy).toBeTruthy()
  })

  it.each([
    { why: 'an empty file', text: '', code: 'import/malformed-file' },
    { why: 'a header alone', text: 'Model,Link\n', code: 'import/malformed-file' },
    {
      why: 'a quote that never closes',
      text: epochCsv([{ Model: 'A' }]).replace('A', '"A'),
      code: 'import/malformed-file'
    },
    { why: 'UTF-16', text: [...epochCsv([{}])].join('\0'), code: 'import/malformed-file' },
    { why: 'a column named twice', text: 'Model,Model\na,b\n', code: 'import/malformed-file' },
    { why: 'another table', text: 'Hardware name,Type\nH100,GPU\n', code: 'import/unknown-columns' },
    { why: 'a web page', text: '<!doctype html>\n<title>Not found</title>\n', code: 'import/unknown-columns' }
  ])('refuses $why', ({ text, code }) => {
    expect(readEpochFile(text)).toMatchObject({ ok: false, error: { code } })
  })

  it('reads a byte order mark, Windows line ends and empty lines at the end', () => {
    const text = epochCsv([{ Model: 'A' }, { Model: 'B' }])
    const windows = readEpochFile(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n\r\n`)
    expect(windows).toEqual(readEpochFile(text))
    expect(windows.ok && windows.value.records).toHaveLength(2)
  })

  it('refuses a file whole when one row is shifted', () => {
    const lines = epochCsv([{ Model: 'A' }, { Model: 'B' }, { Model: 'C' }]).split('\n')
    lines[2] = `${lines[2]},`
    expect(readEpochFile(lines.join('\n'))).toMatchObject({
      ok: false,
      error: { code: 'import/malformed-file', detail: expect.stringContaining('Row 3 ("B")') }
    })
  })

  it('refuses what stands in a column without a name', () => {
    const text = epochCsv([{ Model: 'A' }, { Model: 'B' }])
      .replaceAll('\n', ',\n')
      .replace(/,\n$/, ',stray\n')
    expect(readEpochFile(text)).toMatchObject({ ok: false, error: { detail: expect.stringContaining('"stray"') } })
  })

  it('never throws on a flipped cell: it reads or it names the row', () => {
    const columns = Object.keys(epochRow())
    const cell = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom('', '"', '\n', 'True', 'Likely', '2024-05-01', '1e25')
    )
    fc.assert(
      fc.property(fc.constantFrom(...columns), cell, fc.nat(2), (column, value, at) => {
        const rows: Row[] = ['A', 'B', 'C'].map(Model => ({ Model }))
        rows[at] = { ...rows[at], [column]: value }
        const read = readEpochFile(epochCsv(rows))
        if (!read.ok) expect(read.error.place).toMatch(/^row [2-4]\b/)
        else
          for (const { trainingComputeFlop } of read.value.records) expect(trainingComputeFlop ?? 1).toBeGreaterThan(0)
      })
    )
  })
})
