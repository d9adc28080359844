import { type ClaimAnswer, claims } from '@frown/core/forecast'
import { describe, expect, it } from 'vitest'
import { chapters, explorerState, factorText, partText, shownClaim, structuresText, verdictText } from './argument.ts'
import { drawClaim } from './draw-claim.ts'
import { soundChanges, stateHref } from './parameter-set.ts'
import { readState, scenarioOf, usualState } from './state.ts'

const leading = ['one', 'two', 'three', 'four', 'five']
const everyone = [...leading, 'open']
const belief = { p05: 0.2, p50: 0.5, p95: 0.9 }
const plans = claims.map(claim => ({
  claim,
  plan: claim.plan({ leading, everyone, delayYears: 5, horizonYears: 40, draws: 4, belief: () => belief })
}))
const runs = plans.flatMap(({ claim, plan }) =>
  plan.cases.flatMap(({ runs }) => runs.map(run => ({ id: claim.id, label: run.label, run })))
)
const opened = runs.flatMap(one => {
  const state = explorerState(one.run, usualState)
  return state ? [{ ...one, state }] : []
})

it('reads every claim once', () => {
  const read = chapters.flatMap(chapter => chapter.claims)
  expect([...read].sort()).toEqual(claims.map(({ id }) => id).sort())
  expect(new Set(read).size).toBe(claims.length)
})

describe('a link to the explorer', () => {
  it('shows the run that was tested, through the address and back', () => {
    expect(opened.length).toBeGreaterThan(60)
    for (const { run, state, label } of opened) {
      const href = stateHref('/forecast', [], state)
      const { state: read, faults } = readState(new URL(href, 'http://here').searchParams, everyone)
      expect(faults, label).toEqual([])
      expect(read, label).toEqual(state)
      const { refusal, ...scenario } = scenarioOf(read)
      expect(refusal?.share === 0 ? scenario : { refusal, ...scenario }, label).toEqual(run.scenario)
      const constants = Object.entries(run.fixed ?? {}).map(([name, value]) => [name, { kind: 'constant', value }])
      expect(read.parameters, label).toEqual(Object.fromEntries(constants))
      expect(soundChanges(read.parameters).faults, label).toEqual([])
    }
  })

  it('keeps what else the address changes', () => {
    const asked = { ...usualState, seed: 7, parameters: { catchUp: { kind: 'constant', value: 0.5 } } } as const
    const one = runs.find(({ run }) => run.fixed?.transferShare === 0)
    const state = one && explorerState(one.run, asked)
    expect(state?.seed).toBe(7)
    expect(Object.keys(state?.parameters ?? {})).toEqual(['catchUp', 'transferShare'])
  })

  it('is not given where the explorer has no such lever', () => {
    const shut = runs.filter(({ run }) => explorerState(run, usualState) === null)
    expect(new Set(shut.map(({ id }) => id))).toEqual(
      new Set([
        'cutting-off-undoes-the-lead',
        'alone-slowed-not-stopped',
        'secrecy-costs-the-secretive',
        'culture-is-quickest'
      ])
    )
    for (const { run } of shut) expect(run.scenario.ostracism).toBeDefined()
  })
})

const share = (value: number) => ({ value, low: value - 0.02, high: value + 0.02 })
const passing = (value: number) => ({
  share: share(value),
  undecided: 0.1,
  applies: 0.5,
  verdict: 'between' as const,
  swings: []
})
const swing = (label: string) => ({
  factor: label,
  label,
  unit: 'share',
  low: { value: 0.1, result: 0.2 },
  high: { value: 0.9, result: 0.8 }
})
const spread = (p50: number | 'Infinity') => ({
  spread: { p05: -0.01, p25: 0.1, p50, p75: 1, p95: 'Infinity' as const },
  median: { value: p50, low: p50, high: p50 },
  acrossCases: null,
  unknown: 0
})
const measure = (label: string, p50: number) => ({
  label,
  unit: 'years',
  values: { mixed: spread(p50), substitutes: spread(p50 / 2), complements: spread(p50 * 2) }
})
const answer = {
  id: 'one',
  number: 1,
  gist: 'It slows.',
  leftOut: 'Much.',
  usesRace: true,
  draws: 512,
  delayYears: 5,
  horizonYears: 40,
  verdict: {
    mixed: { verdict: 'turnsOn', turnsOn: ['Some thing', 'Another', 'CES', 'More'].map(swing) },
    substitutes: { verdict: 'holds', turnsOn: [] },
    complements: { verdict: 'turnsOn', turnsOn: [swing('Some thing')] }
  },
  parts: [{ says: 'it slows', passing: { mixed: passing(0.5), substitutes: passing(0.4), complements: passing(0.6) } }],
  measures: [measure('all', 3), measure('ten', 0.4), measure('five', 0.2)],
  assumptions: [],
  carriedBy: { mixed: [], substitutes: [], complements: [] },
  runs: [
    { label: 'a', scenario: {}, carelessAt: 'one' },
    { label: 'a', scenario: {}, carelessAt: 'two' },
    { label: 'b', scenario: {} }
  ],
  chart: {
    x: 'share that refuses',
    y: 'years later',
    points: [
      { x: 0.1, p05: -0.01, p50: 0.4, p95: 'Infinity' },
      { x: 0.05, p05: -0.01, p50: 0.2, p95: 'Infinity' }
    ]
  }
} as const satisfies ClaimAnswer

describe('in words', () => {
  it('a verdict names what it turns on, the first three', () => {
    expect(verdictText(answer.verdict.mixed)).toBe('Turns on some thing, another, CES, and 1 more')
    expect(verdictText(answer.verdict.substitutes)).toBe('Holds')
    expect(structuresText(answer)).toBe(
      'Where compute stands in for people: holds; where they complement each other: turns on what is believed.'
    )
  })

  it('a part says how many draws pass, and what is open', () => {
    expect(partText(answer.parts[0], true)).toBe(
      '50% of draws pass (48% to 52%): 40% where compute stands in for people, 60% where they complement each other. In 10% more the horizon is too near to tell. It applies in 50% of draws.'
    )
  })

  it.each([
    { unit: 'ln per year', value: Math.log(2), text: '×2 a year' },
    { unit: 'share', value: -0.3, text: '−30%' },
    { unit: 'people', value: 100_000, text: '100,000 people' },
    { unit: 'per year', value: 5.3e-6, text: '5.3 × 10^−6 per year' },
    { unit: 'elasticity', value: 0.522, text: '0.52' }
  ])('$value $unit is $text', ({ unit, value, text }) => {
    expect(factorText(unit, value)).toBe(text)
  })

  it('a run stands for all that differ only in who it is', () => {
    expect(shownClaim(answer).examples.map(({ choices }) => choices)).toEqual([2, 1])
  })

  it('a chart puts numbers in order, with the interval of each beside its name', () => {
    const { words, rows, panels, columns } = drawClaim(shownClaim(answer))
    expect(words).toBe(
      'Years later, by: share that refuses. Median and 90% interval. 5%: 0.2 (−0.01 to ∞); 10%: 0.4 (−0.01 to ∞).'
    )
    expect(rows).toHaveLength(9)
    expect(rows.every(row => row.length === columns.length)).toBe(true)
    expect(panels[0]?.svg).toContain('→')
  })
})
