import { describe, expect, it } from 'vitest'
import { leversOf, type Scenario, scenarioText } from './scenario.ts'
import { smallGroups } from './small-race.fixture.ts'

const whole: Scenario = {
  refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 },
  investorFrown: 0.5,
  ostracism: { who: ['b'], access: 0.25, startYears: 1 },
  shutdown: { who: ['a'], startYears: 2 },
  cap: { flop: 1e27, startYears: 1, covered: 'leading', evasion: 2, evasionGrowth: 0.3 },
  smallModels: { substitution: -0.2, startYears: 1, rampYears: 2 }
}

it('becomes levers with a place for each group', () => {
  expect(leversOf(whole, smallGroups)).toEqual({
    ok: true,
    value: {
      refusal: { share: [0.2, 0.2, 0], startYears: 0, rampYears: 1 },
      investorFrown: 0.5,
      ostracism: { access: [1, 0.25, 1], startYears: 1 },
      shutdown: { groups: [true, false, false], startYears: 2 },
      cap: { flop: 1e27, startYears: 1, covered: [true, true, false], evasion: 2, evasionGrowth: 0.3 },
      smallModels: { substitution: -0.2, startYears: 1, rampYears: 2 }
    }
  })
})

it('that does nothing is the baseline', () => {
  expect(leversOf({}, smallGroups)).toEqual({ ok: true, value: {} })
  expect(scenarioText({}, smallGroups)).toBe('nothing is done')
})

it('is said in a sentence that names who is asked', () => {
  expect(scenarioText(whole, smallGroups)).toBe(
    '20% of the researchers of the 2 leading groups refuse, from the start over 1 year; investors follow to 50%; ' +
      'B gets 25% of what others find, from year 1; A closes, from year 2; ' +
      'a cap of 1e27 FLOP binds the 2 leading groups, from year 1; small models add 20% to spending growth, from year 1'
  )
  expect(scenarioText({ refusal: { who: 'everyone', share: 1, startYears: 3, rampYears: 0 } }, smallGroups)).toBe(
    '100% of the researchers of everyone, the open community included, refuse, from year 3, all at once'
  )
})

describe('is refused, naming the field', () => {
  const refusal = { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } as const
  const cap = { flop: 1e27, startYears: 1, covered: 'leading', evasion: 2, evasionGrowth: 0.3 } as const
  it.each<{ place: string; scenario: Scenario }>([
    { place: 'scenario.refusal.share', scenario: { refusal: { ...refusal, share: 1.01 } } },
    { place: 'scenario.refusal.share', scenario: { refusal: { ...refusal, share: -0.1 } } },
    { place: 'scenario.refusal.share', scenario: { refusal: { ...refusal, share: Number.NaN } } },
    { place: 'scenario.refusal.startYears', scenario: { refusal: { ...refusal, startYears: -1 } } },
    { place: 'scenario.refusal.rampYears', scenario: { refusal: { ...refusal, rampYears: 201 } } },
    { place: 'scenario.refusal.who', scenario: { refusal: { ...refusal, who: ['nobody'] } } },
    { place: 'scenario.investorFrown', scenario: { investorFrown: 2 } },
    { place: 'scenario.ostracism.access', scenario: { ostracism: { who: ['a'], access: -1, startYears: 0 } } },
    { place: 'scenario.shutdown.startYears', scenario: { shutdown: { who: ['a'], startYears: Number.NaN } } },
    { place: 'scenario.cap.flop', scenario: { cap: { ...cap, flop: 0 } } },
    { place: 'scenario.cap.evasion', scenario: { cap: { ...cap, evasion: 0.9 } } },
    { place: 'scenario.cap.covered', scenario: { cap: { ...cap, covered: [] } } },
    {
      place: 'scenario.smallModels.substitution',
      scenario: { smallModels: { substitution: 1.1, startYears: 0, rampYears: 0 } }
    }
  ])('$place', ({ place, scenario }) => {
    expect(leversOf(scenario, smallGroups)).toMatchObject({ ok: false, error: { place } })
  })
})
