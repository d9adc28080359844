import { describe, expect, it } from 'vitest'
import { type HistoryClaim, historySteps } from './history-steps.ts'

const claim = (id: string, given: Partial<HistoryClaim>): HistoryClaim => ({
  id,
  subject: { kind: 'system', id: 'gpt-4o' },
  property: 'trainingComputeFlop',
  value: 3.8e25,
  low: null,
  high: null,
  confidence: 'speculative',
  status: 'asserted',
  reply: null,
  validFrom: '2024-05-13',
  recordedAt: '2025-02-24T00:00:00.000Z',
  supersedes: null,
  supersededBy: null,
  source: {
    url: 'https://example.org',
    title: 'A list',
    publisher: 'Somebody',
    publishedOn: null,
    accessedOn: null,
    tier: 'secondary',
    derivedFrom: null,
    licence: null
  },
  ...given
})
const first = claim('a', {})
const withdrawn = claim('b', { supersedes: 'a', value: null, status: 'withdrawn' })

describe('a later claim', () => {
  it.each([
    { why: 'withdraws', claims: [first, withdrawn], kind: 'withdrawn', ratio: null },
    {
      why: 'revises, by a ratio',
      claims: [first, claim('b', { supersedes: 'a', value: 7.6e25 })],
      kind: 'revised',
      ratio: 2
    },
    {
      why: 'revises the confidence alone, without a ratio',
      claims: [first, claim('b', { supersedes: 'a', confidence: 'likely' })],
      kind: 'revised',
      ratio: null
    },
    {
      why: 'says the same again, from another day',
      claims: [first, claim('b', { supersedes: 'a', validFrom: '2024-05-14' })],
      kind: 'unchanged',
      ratio: null
    },
    {
      why: 'asserts again what was withdrawn',
      claims: [first, withdrawn, claim('c', { supersedes: 'b' })],
      kind: 'asserted again',
      ratio: null
    },
    {
      why: 'contests',
      claims: [first, claim('b', { supersedes: 'a', status: 'contested', reply: 'Too high.' })],
      kind: 'contested',
      ratio: null
    }
  ])('$why', ({ claims, kind, ratio }) => expect(historySteps(claims).at(-1)).toMatchObject({ kind, ratio }))

  it('comes after the first, which asserts', () =>
    expect(historySteps([first, withdrawn]).map(({ kind }) => kind)).toEqual(['asserted', 'withdrawn']))
})
