import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  axisText,
  bar,
  chanceCell,
  chanceText,
  delayText,
  intervalBar,
  percent,
  pinsText,
  rangeText,
  whoBefore,
  years,
  yearsText
} from './forecast-text.ts'
import { programOf } from './program.ts'

const delay = (p05: number, p25: number, p50: number, p75: number, p95: number | 'Infinity') => ({
  p05,
  p25,
  p50,
  p75,
  p95
})

describe('years', () => {
  it.each([
    { value: 0, said: '0', withUnit: '0 years' },
    { value: 1, said: '1', withUnit: '1 year' },
    { value: 1.04, said: '1', withUnit: '1 year' },
    { value: 1.26, said: '1.3', withUnit: '1.3 years' },
    { value: 0.0949, said: '0.095', withUnit: '0.095 years' },
    { value: 0.0034, said: '<0.01', withUnit: '<0.01 years' },
    { value: 1e-12, said: '<0.01', withUnit: '<0.01 years' },
    { value: -1e-12, said: '>−0.01', withUnit: '>−0.01 years' },
    { value: -0.51, said: '−0.51', withUnit: '−0.51 years' },
    { value: 9.97, said: '10', withUnit: '10 years' },
    { value: 15.4, said: '15', withUnit: '15 years' },
    { value: 200, said: '200', withUnit: '200 years' },
    { value: 'Infinity', said: 'beyond the horizon', withUnit: 'beyond the horizon' },
    {
      value: '-Infinity',
      said: 'earlier, from beyond the horizon',
      withUnit: 'earlier, from beyond the horizon'
    }
  ] as const)('$value are said as $said', ({ value, said, withUnit }) => {
    expect([years(value), yearsText(value)]).toEqual([said, withUnit])
  })

  it('that are not there are not known', () => {
    expect([years(undefined), years(Number.NaN)]).toEqual(['not known', 'not known'])
  })
})

describe('ranges', () => {
  it.each([
    { low: 0.045, high: 0.17, said: '0.045–0.17' },
    { low: 0.0034, high: 0.34, said: '<0.01–0.34' },
    { low: -0.2, high: 0.3, said: '−0.2 to 0.3' },
    { low: -0.3, high: -0.2, said: '−0.3 to −0.2' },
    { low: 3, high: 'Infinity', said: '3 to beyond the horizon' },
    { low: '-Infinity', high: 1, said: 'earlier, from beyond the horizon to 1' },
    { low: 2.31, high: 2.29, said: '2.3' },
    { low: -1e-9, high: 1e-9, said: 'about 0' },
    { low: 0, high: 0, said: '0' }
  ] as const)('from $low to $high are said as $said', ({ low, high, said }) => {
    expect(rangeText(low, high)).toBe(said)
  })
})

it('a delay has its unit and both intervals, or is not defined', () => {
  expect(delayText(delay(0.0034, 0.045, 0.095, 0.17, 0.34))).toBe('0.095 years (50%: 0.045–0.17, 90%: <0.01–0.34)')
  expect(delayText(delay(0.5, 0.9, 1, 2, 'Infinity'))).toBe('1 year (50%: 0.9–2, 90%: 0.5 to beyond the horizon)')
  expect(delayText(null)).toBe('not defined, for nobody crosses within the horizon')
})

describe('percents', () => {
  it.each([
    { share: 0, said: '0%' },
    { share: 1, said: '100%' },
    { share: 0.0002, said: '<0.1%' },
    { share: 0.0037, said: '0.4%' },
    { share: 0.0096, said: '1%' },
    { share: 0.0375, said: '4%' },
    { share: 0.335, said: '34%' },
    { share: 0.9, said: '90%' },
    { share: 0.99, said: '99%' },
    { share: 0.9964, said: '>99%' },
    { share: 1 - 1e-12, said: '>99%' }
  ])('of $share are said as $said', ({ share, said }) => {
    expect(percent(share)).toBe(said)
  })

  it.each([
    { chance: { value: 0.52, low: 0.508, high: 0.537 }, text: '52% of 4,000 draws (51–54%, by their number alone)' },
    { chance: { value: 0.52, low: 0.518, high: 0.523 }, text: '52% of 4,000 draws (52%, by their number alone)' },
    { chance: { value: 0.998, low: 0.995, high: 0.999 }, text: '>99% of 4,000 draws (>99%, by their number alone)' },
    {
      chance: { value: 0.0005, low: 0.0001, high: 0.002 },
      text: '<0.1% of 4,000 draws (<0.1%–0.2%, by their number alone)'
    },
    { chance: { value: 0, low: 0, high: 0.001 }, text: 'none of 4,000 draws' },
    { chance: { value: 1, low: 0.999, high: 1 }, text: 'all of 4,000 draws' },
    { chance: null, text: 'no draw, for nobody crosses within the horizon' }
  ])('of draws are told with what their number leaves open: $text', ({ chance, text }) => {
    expect(chanceText(chance, 4_000)).toBe(text)
  })

  it('of one draw are of one draw', () => {
    expect(chanceText({ value: 1, low: 0.3, high: 1 }, 1)).toBe('all of 1 draw')
  })

  it('in a table are brief', () => {
    expect(chanceCell({ value: 0.34, low: 0.3, high: 0.37 })).toBe('34% (30–37%)')
    expect(chanceCell({ value: 0, low: 0, high: 0.1 })).toBe('none')
    expect(chanceCell({ value: 1, low: 0.9, high: 1 })).toBe('all')
    expect(chanceCell(null)).toBe('not defined')
  })
})

describe('the chart', () => {
  it.each([
    { of: delay(0, 0, 0, 0, 0), drawn: ' ●' },
    { of: delay(0, 10, 20, 30, 39), drawn: ` ${'─'.repeat(10)}${'━'.repeat(10)}●${'━'.repeat(10)}${'─'.repeat(9)}` },
    { of: delay(10, 10, 10, 10, 10), drawn: `${' '.repeat(11)}●` },
    { of: delay(39, 39, 39, 39, 'Infinity'), drawn: `${' '.repeat(40)}●→` },
    { of: delay(-5, 0, 0, 0, 0), drawn: '←●' }
  ])('shows $of', ({ of, drawn }) => {
    expect(intervalBar(of, 0, 39)).toBe(drawn)
  })

  it('has a scale as wide as its lines', () => {
    expect(axisText(0, 20)).toBe(` 0${' '.repeat(31)}20 years`)
    expect(axisText(0, 1)).toHaveLength(41)
    expect(intervalBar(delay(0, 1, 2, 3, 20), 0, 20)).toHaveLength(41)
  })

  it('has bars that stay within the width', () => {
    expect([bar(0), bar(0.5), bar(1), bar(7), bar(-1)].map(text => text.length)).toEqual([0, 20, 40, 40, 0])
  })
})

it('everyone is set off before the verb', () => {
  expect(whoBefore('everyone, the open community included')).toBe('everyone, the open community included,')
  expect(whoBefore('OpenAI, xAI and Meta AI')).toBe('OpenAI, xAI and Meta AI')
})

it('what an answer rests on names all that is needed to have it again', () => {
  const pins = {
    asOf: { knownOn: '2026-08-15', trueOn: '2026-08-01' },
    registerVersion: 13_099,
    beliefsVersion: 'a8859bc3',
    kernelVersion: '14e6e6f4',
    ownParameters: ['returns', 'lnThresholdFlop'],
    ownGroups: false
  }
  expect(pinsText({ answer: null, pins }, 10_000, 7)).toBe(
    'Race from 2026-08-01, as known on 2026-08-15 (entry 13099); beliefs a8859bc3, with your own of returns, lnThresholdFlop; kernel 14e6e6f4; 10,000 draws, seed 7.'
  )
})

it('the threshold is believed to lie where the command line says it is', () => {
  const file = new URL('../../../data/forecast/parameters.json', import.meta.url)
  const { parameters } = JSON.parse(readFileSync(file, 'utf8'))
  const { distribution } = parameters.find(({ name }: { name: string }) => name === 'lnThresholdFlop')
  expect(distribution.by).toBeCloseTo(Math.LN10, 9)
  expect(distribution.of).toMatchObject({ low: 29, high: 35 })
  const forecast = programOf().commands.find(command => command.name() === 'forecast')
  expect(forecast?.options.find(({ long }) => long === '--threshold')?.description).toContain('1e29–1e35')
})
