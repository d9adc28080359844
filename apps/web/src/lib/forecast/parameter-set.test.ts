import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution-code.ts'
import { type Changes, fileOf, readFile, soundChanges, stateHref } from './parameter-set.ts'
import { readState, usualState } from './state.ts'

const shippedFile = readFileSync(new URL('../../../../../data/forecast/parameters.json', import.meta.url), 'utf8')
const shipped = Object.fromEntries(
  (JSON.parse(shippedFile).parameters as { name: string; distribution: Distribution }[]).map(
    ({ name, distribution }) => [name, distribution]
  )
) as Parameters<typeof readFile>[1]
const changes: Changes = {
  returns: { kind: 'constant', value: 0.5 },
  lnThresholdFlop: { kind: 'scaled', by: Math.LN10, of: { kind: 'uniform', low: 30, high: 36 } },
  substitution: {
    kind: 'mixture',
    of: [
      { weight: 1, distribution: { kind: 'constant', value: 0.5 } },
      { weight: 2, distribution: { kind: 'lognormal90', p05: 2, p95: 3 } }
    ]
  }
}

describe('a saved set', () => {
  it('opens as it was saved, at the same address', () => {
    const opened = readFile(fileOf(changes, 'abc'), shipped)
    expect(opened).toEqual({ ok: true, changes })
    if (opened.ok)
      expect(stateHref('/p', [], { ...usualState, parameters: opened.changes })).toBe(
        stateHref('/p', [], { ...usualState, parameters: changes })
      )
  })

  it('names its grade and what it differs from', () =>
    expect(JSON.parse(fileOf(changes, 'abc'))).toMatchObject({
      format: 1,
      about: expect.stringContaining('abc'),
      parameters: [{ grade: 'guess' }, {}, {}]
    }))
})

it('the file that ships changes nothing', () =>
  expect(readFile(shippedFile, shipped)).toEqual({ ok: true, changes: {} }))

it('a plain object of distributions opens too', () =>
  expect(readFile('{"returns":{"kind":"constant","value":0.5,"more":"ignored"}}', shipped)).toEqual({
    ok: true,
    changes: { returns: { kind: 'constant', value: 0.5 } }
  }))

describe.each([
  { text: 'not json', says: 'not JSON' },
  { text: '', says: 'not JSON' },
  { text: 'null', says: 'no set of parameters' },
  { text: '[]', says: 'no set of parameters' },
  { text: '{}', says: 'names no parameter' },
  { text: '{"format":2,"parameters":[]}', says: 'format “2”' },
  { text: '{"format":1,"parameters":7}', says: 'no list' },
  { text: '{"format":1,"parameters":[null]}', says: 'no parameter of this model' },
  { text: '{"speed":{"kind":"constant","value":1}}', says: '“speed”' },
  { text: '{"__proto__":{"kind":"constant","value":1}}', says: '“__proto__”' },
  { text: '{"returns":{"kind":"constant","value":"1"}}', says: 'Returns to research input (returns) is not given' },
  { text: '{"returns":{"kind":"constant","value":null}}', says: 'not given as a distribution' },
  { text: '{"returns":{"kind":"constructor","value":1}}', says: 'not given as a distribution' },
  { text: '{"returns":{"kind":"constant","value":1e400}}', says: 'Give a finite number' },
  { text: '{"returns":{"kind":"uniform","low":2,"high":1}}', says: 'Swap them' },
  { text: '{"backfillShare":{"kind":"constant","value":2}}', says: 'The model runs with 0 to 1' },
  { text: `{"returns":${'{"kind":"logOf","of":'.repeat(50)}1${'}'.repeat(50)}}`, says: 'not given as a distribution' },
  {
    text: '{"parameters":[{"name":"returns","distribution":{"kind":"constant","value":1}},{"name":"returns","distribution":{"kind":"constant","value":2}}]}',
    says: 'returns twice'
  },
  { text: 'x'.repeat(200_001), says: 'too large' }
])('a file from elsewhere: $text', ({ text, says }) => {
  it('is refused with what is wrong', () =>
    expect(readFile(text, shipped)).toEqual({ ok: false, fault: expect.stringContaining(says) }))
})

it('changes that the model cannot run with are left out and named', () => {
  const { state } = readState(new URLSearchParams('p.returns=uniform,2,1&p.catchUp=constant,0.5'), [])
  expect(soundChanges(state.parameters)).toEqual({
    changes: { catchUp: { kind: 'constant', value: 0.5 } },
    faults: [expect.stringContaining('Returns to research input')]
  })
})

it('an address holds the state alone, in the order of the model, and keeps the days', () => {
  const search = new URLSearchParams('knownOn=2026-01-01&p.catchUp=constant,1&g.openai.care=1&refuse=0.4')
  const parameters: Changes = { catchUp: { kind: 'constant', value: 2 }, returns: { kind: 'constant', value: 1 } }
  expect(stateHref('/p', search, { ...usualState, parameters })).toBe(
    '/p?knownOn=2026-01-01&p.returns=constant%2C1&p.catchUp=constant%2C2'
  )
})
