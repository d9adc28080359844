import type { Belief } from '@frown/core/forecast'
import { describe, expect, it } from 'vitest'
import { aloneText, type Believed, drawShifts, fixedAt, noteText, verdict } from './believe-words.ts'
import { shiftChart } from './charts/shift-chart.ts'
import { csvOf } from './drawn.ts'
import type { Beliefs } from './figures.ts'
import { usualState } from './state.ts'

const belief = (p05: number, p50: number, p95: number): Belief => ({ p05, p50, p95 })
const summary = (median: number) => ({ delayYears: { p05: 0, p25: 0, p50: median, p75: 3, p95: 4 } })
const by = (median: number) => ({ mixed: summary(median), substitutes: summary(median), complements: summary(median) })
const moved = (name: string, label: string, unit: string, shiftDeviations: number) => ({
  name,
  label,
  unit,
  shiftDeviations,
  prior: belief(0.1, 0.3, 0.5),
  moved: belief(0.4, 0.6, 0.8),
  grade: null,
  source: null
})
const answer = (changes: object) =>
  ({
    scenario: '20% refuse',
    delayYears: 5,
    horizonYears: 40,
    outcome: 'reached',
    norm: 2.5,
    beliefs: [
      moved('scaleUpLabour', 'People needed to scale up', 'elasticity', 2),
      moved('automationSlope', 'AI labour per effective compute', 'elasticity', -1.5)
    ],
    alone: [],
    before: by(0.1),
    after: by(5.1),
    bounds: { mostDeviations: 3, mostNorm: 15 },
    ...changes
  }) as unknown as Believed
const about = [{ name: 'scaleUpLabour', grade: 'guess', source: 'None known', note: 'A guess: how far.' }] as const
const parameters = {
  scaleUpLabour: { kind: 'uniform' },
  automationSlope: { kind: 'uniform' }
} as unknown as Beliefs['parameters']
const beliefs = { groups: [], parameters, about }

describe('the answer in a sentence', () => {
  it('names the change and what it gives', () =>
    expect(verdict(answer({}))).toBe(
      'A change of 2.5 standard deviations in all would do it: people needed to scale up 2 sd higher and AI labour per effective compute 1.5 sd lower. If 20% refuse, the middle of all draws is then 5.1 years.'
    ))
  it('says how far they get where nothing does', () =>
    expect(verdict(answer({ outcome: 'unreachable', after: by(3.4) }))).toBe(
      'No values of these beliefs within 3 standard deviations of each make it 5 years, if 20% refuse. The furthest found, with 2 of them moved at once, is 3.4 years.'
    ))
  it('says where nothing has to change', () =>
    expect(verdict(answer({ outcome: 'already', before: by(6) }))).toContain('Nothing else: if 20% refuse'))
})

it.each([
  {
    shifts: [null, null],
    says: 'None of the 2 that may move does it alone, whatever its value within 3 standard deviations.'
  },
  {
    shifts: [1, null],
    says: 'One does it alone. For the other 1, no value that was tried within 3 standard deviations is enough.'
  },
  { shifts: [1, 2], says: '2 do it alone.' }
])('$says', ({ shifts, says }) =>
  expect(aloneText(answer({ alone: shifts.map(shiftDeviations => ({ shiftDeviations })) }))).toBe(says)
)

describe('the figure', () => {
  const drawn = drawShifts(answer({}), usualState, beliefs, 512)
  it('names each belief, its shift, its grade, and both intervals', () => {
    expect(drawn?.panels.map(({ heading }) => heading)).toEqual([
      'People needed to scale up: 2 sd higher',
      'AI labour per effective compute: 1.5 sd lower'
    ])
    expect(drawn?.panels[0]?.svg).toContain('Believed, a guess: 0.3 elasticity (0.1 to 0.5)')
    expect(drawn?.panels[0]?.svg).toContain('Needed: 0.6 elasticity (0.4 to 0.8)')
    expect(drawn?.words).toContain('from 0.3 elasticity (0.1 to 0.5) to 0.6 elasticity (0.4 to 0.8), 2 sd higher.')
  })
  it('has its numbers as a table', () =>
    expect(drawn && csvOf(drawn)).toBe(
      'parameter,unit,grade,shiftDeviations,prior_p05,prior_p50,prior_p95,moved_p05,moved_p50,moved_p95\r\nscaleUpLabour,elasticity,guess,2,0.1,0.3,0.5,0.4,0.6,0.8\r\nautomationSlope,elasticity,given,-1.5,0.1,0.3,0.5,0.4,0.6,0.8\r\n'
    ))
  it('is none where nothing moves', () =>
    expect(drawShifts(answer({ beliefs: [] }), usualState, beliefs, 1)).toBeNull())
  it('draws a guess dotted, before above after, on one scale', () => {
    const { svg, height } = shiftChart(
      {
        prior: belief(0, 1, 2),
        moved: belief(1, 2, 4),
        grade: 'guess',
        hasMiddle: true,
        priorText: 'a',
        movedText: 'b'
      },
      'what'
    )
    expect(height).toBe(84)
    expect(svg).toContain('<line class="belief-line prior is-guess" x1="1.5%" y1="26" x2="50%" y2="26"/>')
    expect(svg).toContain('<line class="belief-line moved is-guess" x1="25.75%" y1="46" x2="98.5%" y2="46"/>')
    expect(svg).toContain('<circle class="belief-dot moved" cx="50%" cy="46" r="5"/>')
  })
})

it('fixes beliefs at their moved middles, and leaves two worlds as they are', () => {
  const mixed = { ...parameters, automationSlope: { kind: 'mixture', of: [] } } as Beliefs['parameters']
  expect(fixedAt(answer({}), usualState, { groups: [], parameters: mixed })).toEqual({
    'p.scaleUpLabour': 'constant,0.6'
  })
})

it.each([
  ['Judged: they use 0.5.', 'They use 0.5.'],
  ['A guess, ten to the power.', 'Ten to the power.'],
  ['Disputed: so.', 'Disputed: so.']
])('the note “%s” reads “%s” after its grade', (note, says) => expect(noteText(note)).toBe(says))
