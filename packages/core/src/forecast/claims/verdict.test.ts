import { describe, expect, it } from 'vitest'
import { leakedShare } from './secrecy.ts'
import { measureSwings, shareSwings } from './swings.ts'
import { claimVerdict, holdingShare, partVerdict, type Swing, turningShare, verdictRule } from './verdict.ts'

const swing = (factor: string, low: number, high: number): Swing => ({
  factor,
  label: factor,
  unit: '',
  low: { value: 0, result: low },
  high: { value: 1, result: high }
})
const all = () => true

describe('a part', () => {
  it.each([
    { why: 'every draw passes', share: 1, undecided: 0, verdict: 'holds' },
    { why: 'nine in ten pass', share: 0.9, undecided: 0.1, verdict: 'holds' },
    { why: 'fewer pass', share: 0.89, undecided: 0, verdict: 'between' },
    { why: 'one in ten passes', share: 0.1, undecided: 0, verdict: 'doesNotHold' },
    { why: 'none passes, but the horizon leaves a fifth open', share: 0, undecided: 0.2, verdict: 'between' },
    { why: 'half pass', share: 0.5, undecided: 0, verdict: 'between' }
  ])('$verdict where $why', ({ share, undecided, verdict }) => {
    expect(partVerdict(share, undecided)).toBe(verdict)
  })
})

describe('a claim', () => {
  const part = (verdict: 'holds' | 'between' | 'doesNotHold', swings: Swing[] = []) => ({ verdict, swings })
  const strong = swing('strong', 0.1, 0.8)
  const weak = swing('weak', 0.6, 0.3)
  it.each([
    { why: 'all its parts do', parts: [part('holds'), part('holds')], verdict: 'holds', on: [] },
    { why: 'none of its parts does', parts: [part('doesNotHold')], verdict: 'doesNotHold', on: [] },
    { why: 'one part does and another not', parts: [part('holds'), part('doesNotHold')], verdict: 'inPart', on: [] },
    { why: 'nothing alone moves the part in between', parts: [part('between')], verdict: 'inPart', on: [] },
    {
      why: 'something does, the strongest first',
      parts: [part('holds'), part('between', [weak, strong])],
      verdict: 'turnsOn',
      on: ['strong', 'weak']
    },
    {
      why: 'something moves two parts, named once',
      parts: [part('between', [weak]), part('between', [swing('weak', 0, 1), strong])],
      verdict: 'turnsOn',
      on: ['weak', 'strong']
    },
    {
      why: 'only a part that holds is moved',
      parts: [part('holds', [strong]), part('doesNotHold')],
      verdict: 'inPart',
      on: []
    },
    { why: 'it is moved too little', parts: [part('between', [swing('slight', 0.5, 0.7)])], verdict: 'inPart', on: [] }
  ])('$verdict where $why', ({ parts, verdict, on }) => {
    const found = claimVerdict(parts)
    expect(found.verdict).toBe(verdict)
    expect(found.turnsOn.map(({ factor }) => factor)).toEqual(on)
  })

  it('is judged by the rule that is told', () => {
    expect(verdictRule).toContain(`${holdingShare * 100}%`)
    expect(verdictRule).toContain(`${turningShare * 100} points`)
  })
})

describe('what a share turns on', () => {
  const values = Float64Array.from({ length: 100 }, (_, draw) => draw)
  const idle = Float64Array.from(values, draw => (draw * 37) % 100)
  const factors = [
    { id: 'idle', label: 'idle', unit: '', values: idle },
    { id: 'decides', label: 'decides', unit: '', values }
  ]
  const passes = Array.from(values, draw => Number(draw >= 50))

  it('is what differs between its lowest and its highest quarter, at their middles', () => {
    const [found, ...others] = shareSwings([passes], undefined, factors, all)
    expect(others).toEqual([])
    expect(found).toMatchObject({ factor: 'decides', low: { value: 12, result: 0 }, high: { value: 87, result: 1 } })
  })

  it('is looked for only among the draws selected', () => {
    expect(shareSwings([passes], undefined, factors, draw => draw < 50)).toEqual([])
  })

  it('can be the setting, from the lowest to the highest, whatever their order', () => {
    const rows = [[1], [0.5], [0]].map(([share]) => passes.map(() => share as number))
    const setting = { label: 'setting', unit: '', values: [3, 2, 1] }
    expect(shareSwings(rows, setting, factors, all)).toMatchObject([
      { factor: 'setting', low: { value: 1, result: 0 }, high: { value: 3, result: 1 } }
    ])
  })

  it('can be which choice it is, which is named by no number', () => {
    const rows = [0.75, 0.25, 0.5].map(share => passes.map(() => share))
    expect(shareSwings(rows, undefined, factors, all)).toMatchObject([
      { factor: 'choice', low: { value: null, result: 0.25 }, high: { value: null, result: 0.75 } }
    ])
  })

  it('of a median is told strongest first, leaving out what nobody knows', () => {
    const row = Array.from(values, draw => (draw === 3 ? Number.NaN : 2 * draw))
    expect(measureSwings([row], factors, all)[0]).toMatchObject({ factor: 'decides', high: { result: 172 } })
  })
})

it.each([
  { people: 1_000, years: 5, chance: 4e-6, share: 0.019801 },
  { people: 1_000, years: 5, chance: 4e-5, share: 0.181273 },
  { people: 125_000, years: 5, chance: 4e-6, share: 0.917915 },
  { people: 0, years: 5, chance: 4e-6, share: 0 },
  { people: 1, years: 1, chance: 4e-6, share: 4e-6 }
])(
  'of $people people, $chance a year each, has leaked after $years years: $share',
  ({ people, years, chance, share }) => {
    expect(leakedShare(people, years, chance)).toBeCloseTo(share, 5)
  }
)
