import { usualApproaches } from '@frown/core/forecast'
import { describe, expect, it } from 'vitest'
import { approachState, readLeads } from './approaches.ts'
import { stateHref } from './parameter-set.ts'
import { readState, scenarioOf, usualState } from './state.ts'

const read = (search: string) => readLeads(new URLSearchParams(search), usualApproaches)
const leadOf = (search: string, id: string) => read(search).approaches.find(one => one.id === id)?.leadYears

describe('lead times in an address', () => {
  it.each([
    { search: '', years: 4, own: [] },
    { search: 'lead.cap=', years: 4, own: [] },
    { search: 'lead.cap=4', years: 4, own: [] },
    { search: 'lead.cap=0', years: 0, own: ['cap'] },
    { search: 'lead.cap=2.5', years: 2.5, own: ['cap'] }
  ])('“$search” is $years years', ({ search, years, own }) => {
    expect(leadOf(search, 'cap')).toBe(years)
    expect(read(search)).toMatchObject({ own, faults: [] })
  })

  it.each(['soon', '-1', '41', '1e3', 'NaN', 'Infinity'])('%s is left out and named', given => {
    expect(leadOf(`lead.cap=${given}`, 'cap')).toBe(4)
    expect(read(`lead.cap=${given}`).faults).toEqual([
      `lead.cap is “${given}”, which is no number of years from 0 to 40.`
    ])
  })
})

describe('a link to the explorer', () => {
  const search = (id: string) => {
    const approach = read('lead.cap=3').approaches.find(one => one.id === id)
    const state = approach && approachState(approach, 'one', usualState)
    return state
      ? readState(new URL(stateHref('/forecast', [], state), 'http://here').searchParams, ['one', 'two'])
      : null
  }

  it.each([
    { id: 'cap', done: { cap: { flop: 1e27, startYears: 3, covered: 'everyone', evasion: 2, evasionGrowth: 0.3 } } },
    { id: 'closing', done: { shutdown: { who: ['one'], startYears: 4 } } },
    { id: 'small-models', done: { smallModels: { substitution: 0.3, startYears: 2, rampYears: 3 } } }
  ])('does what $id does, from when it begins', ({ id, done }) => {
    const found = search(id)
    expect(found?.faults).toEqual([])
    const { refusal, ...scenario } = scenarioOf(found?.state ?? usualState)
    expect(refusal?.share).toBe(0)
    expect(scenario).toEqual(done)
  })

  it('is not given where a group is told less', () => {
    expect(search('culture')).toBeNull()
  })
})
