import { describe, expect, it } from 'vitest'
import { bridgeChart } from './charts/bridge-chart.ts'
import { csvOf } from './drawn.ts'
import { usualState } from './state.ts'
import { type Compared, carriedText, chancesText, drawExpected, drawParts, expectation } from './two-beliefs-words.ts'

const side = (p50: number, value: number) => {
  const of = { draws: 1024, delayYears: { p05: 0, p25: 0.1, p50, p75: 2, p95: 'Infinity' }, probability: { value } }
  return { mixed: of, substitutes: of, complements: of }
}
const part = (name: string, label: string, medianYears: number) => ({
  name,
  label,
  carries: { medianYears, probability: 0 }
})
const scale = part('scaleUpLabour', 'People needed to scale up', 1.5)
const stay = part('transferShare', 'Leavers that go to another group', 0.75)
const back = part('backfillShare', 'Leavers that are replaced', -0.25)
const leaving = {
  id: 'leaving',
  label: 'What becomes of them',
  carries: { medianYears: 0.5, probability: 0 },
  parameters: [stay, back]
}
const capital = { id: 'capital', label: 'Capital', carries: scale.carries, parameters: [scale] }
const answer = (changes: object = {}) =>
  ({
    scenario: '20% refuse',
    delayYears: 5,
    horizonYears: 40,
    one: side(1, 0),
    other: side(3, 0.25),
    seen: { one: { medianYears: 1, probability: 0 }, other: { medianYears: 3, probability: 0.25 } },
    partsDraws: 1024,
    parts: [capital, leaving],
    most: [scale, stay, back],
    ...changes
  }) as unknown as Compared

describe('two beliefs in sentences', () => {
  it('say what each expects', () => {
    expect(expectation(answer())).toBe(
      'If 20% refuse, this side expects a delay of 1 year in the middle of all draws and the other side 3 years.'
    )
    expect(chancesText(answer())).toBe(
      'It is 5 years or more in none of 1,024 draws on this side, in 25% of draws on the other.'
    )
  })
  it.each([
    {
      of: {},
      says: 'Of the 2 years by which the other side expects more in the middle of all draws, most is carried by people needed to scale up (+1.5), leavers that go to another group (+0.75) and leavers that are replaced (−0.25).'
    },
    {
      of: { parts: [capital], most: [scale] },
      says: 'Of the 2 years by which the other side expects more in the middle of all draws, people needed to scale up carries all: nothing else differs.'
    },
    { of: { parts: [], most: [] }, says: 'The two sides believe the same.' },
    {
      of: { seen: { one: { medianYears: 1 }, other: { medianYears: 1 } } },
      says: 'What they believe differs, and the middle of all draws does not.'
    }
  ])('$says', ({ of, says }) => expect(carriedText(answer(of))).toBe(says))
})

it('the parts have their words and their numbers, which add up', () => {
  const drawn = drawParts(answer())
  expect(drawn?.words).toBe(
    'Median delay in years. This side: 1. People needed to scale up: +1.5. What becomes of them: +0.5 (Leavers that go to another group +0.75, Leavers that are replaced −0.25). The other side: 3.'
  )
  expect(drawn && csvOf(drawn)).toBe(
    'part,parameter,carriesMedianYears,carriesProbability\r\none,,1,0\r\ncapital,,1.5,0\r\ncapital,scaleUpLabour,1.5,0\r\nleaving,,0.5,0\r\nleaving,transferShare,0.75,0\r\nleaving,backfillShare,-0.25,0\r\nother,,3,0.25\r\n'
  )
  expect(drawParts(answer({ parts: [] }))).toBeNull()
})

it('what each expects has both sides, in view and as numbers of every structure', () => {
  const drawn = drawExpected(answer(), usualState)
  expect(drawn.words).toBe(
    'This side: 1 year (90%: 0 to beyond the horizon). The other side: 3 years (90%: 0 to beyond the horizon).'
  )
  expect(drawn.rows).toHaveLength(6)
})

it('a bridge begins each part where the last one ended', () => {
  const { svg, height } = bridgeChart(
    {
      from: { label: 'a', value: 1 },
      to: { label: 'b', value: 2 },
      parts: [
        { label: 'p', carries: 3, within: [] },
        { label: 'q', carries: -2, within: [] }
      ],
      valueText: String,
      changeText: String
    },
    'what'
  )
  expect(height).toBe(6 + 4 * 46 + 8)
  expect(
    [...svg.matchAll(/<rect class="(\S+) filled" x="([^"]+)" y="\S+" width="([^"]+)"/g)].map(found => found.slice(1))
  ).toEqual([
    ['s1', '0%', '21%'],
    ['s3', '21%', '63%'],
    ['s2', '42%', '42%'],
    ['s5', '0%', '42%']
  ])
})
