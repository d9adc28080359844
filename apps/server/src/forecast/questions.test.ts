import { answerQuestion, type Question, type QuestionKind, usualApproaches } from '@frown/core/forecast'
import type { AsOf, Day } from '@frown/core/register'
import { kernelVersion, type RaceSetup } from '@frown/core/simulation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { orRefuse } from '../platform/refusal.ts'
import { shippedBeliefs } from './beliefs.ts'
import { questions } from './questions.ts'
import { asJson, forecastAddress, openRaceApp, type RaceApp, toolsHere, usualRace } from './race-app.fixture.ts'

let race: RaceApp
beforeAll(async () => {
  race = await openRaceApp()
}, 60_000)
afterAll(() => race.close())

const today = { knownOn: '2026-08-15', trueOn: '2026-08-15' } as AsOf
const refusal = { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } as const
const asked = { draws: 128, delayYears: 2 }
const constant = (value: number) => ({ kind: 'constant' as const, value })

async function here(setup: RaceSetup, question: Question, { draws, delayYears } = asked): Promise<unknown> {
  return asJson(orRefuse(await answerQuestion({ setup, draws, delayYears }, question as never, await toolsHere())))
}

/** Body beside draws and delay, and the same in core's form. */
const cases: Record<QuestionKind, { body?: object; question: Omit<Question, 'kind'> }> = {
  scenario: {
    body: { scenario: { refusal: { ...refusal, share: 0.5 }, investorFrown: 0.5 } },
    question: { scenario: { refusal: { ...refusal, share: 0.5 }, investorFrown: 0.5 } }
  },
  curves: {
    body: { shares: [0, 0.3, 1], populations: ['everyone', ['openai', 'xai']] },
    question: { scenario: {}, shares: [0, 0.3, 1], populations: ['everyone', ['openai', 'xai']] }
  },
  requiredShare: { question: { scenario: {}, populations: ['leading', 'everyone'], probability: 0.5 } },
  portfolio: {
    body: { menu: { full: { refusal: { ...refusal, share: 1 }, investorFrown: 1 }, prices: { refusal: 2 } } },
    question: {
      menu: { full: { refusal: { ...refusal, share: 1 }, investorFrown: 1 }, prices: { refusal: 2 } },
      probability: 0.5
    }
  },
  fan: { body: { shownYears: 5 }, question: { scenario: { refusal }, shownYears: 5 } },
  waterfall: { question: { scenario: { refusal } } },
  careless: { question: { scenario: { refusal } } },
  whoFirst: { question: { scenario: {} } },
  believe: {
    body: { movable: ['returns', 'scaleUpLabour'] },
    question: { scenario: { refusal }, movable: ['returns', 'scaleUpLabour'], set: shippedBeliefs() }
  },
  twoBeliefs: {
    body: { other: { returns: constant(0.9) } },
    question: {
      scenario: { refusal },
      other: Object.fromEntries(
        shippedBeliefs().parameters.map(({ name, distribution }) => [
          name,
          name === 'returns' ? constant(0.9) : distribution
        ])
      )
    }
  },
  sensitivity: { question: { scenario: { refusal } } },
  norm: {
    body: { norm: { mean: 0.25, spread: 0.13 } },
    question: {
      scenario: {},
      who: 'leading',
      norm: { mean: 0.25, spread: 0.13, seedShare: 0, pledgingShare: 1 }
    }
  },
  claim: { body: { id: 'one-closes-others-take-over' }, question: { id: 'one-closes-others-take-over' } },
  approaches: { question: { approaches: usualApproaches } }
}

describe('a question', () => {
  it('of each kind has a case here', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(questions).sort())
  })

  it.each(Object.entries(cases) as [QuestionKind, (typeof cases)[QuestionKind]][])(
    'of the kind %s is answered with what core says of the same race, to the last digit',
    async (kind, { body, question }) => {
      const { state, result, error, ...job } = await race.answered(kind, { ...asked, ...body })
      expect({ state, error, kind: job.kind }).toEqual({ state: 'done', error: null, kind })
      const setup = usualRace(race.claims, today)
      expect(result.answer).toEqual(await here(setup, { kind, ...question } as Question))
      expect(result.pins).toEqual({
        asOf: today,
        registerVersion: race.claims.length,
        beliefsVersion: shippedBeliefs().version,
        kernelVersion,
        ownParameters: [],
        ownGroups: false
      })
    }
  )

  it('is told where it will be answered until it is', async () => {
    const response = await race.ask('scenario', { draws: 100_000, race: { seed: 99 } })
    const { id, state } = response.json()
    expect(response.statusCode).toBe(202)
    expect(['waiting', 'running']).toContain(state)
    expect(response.headers).toMatchObject({
      location: `${forecastAddress}/jobs/${id}`,
      'cache-control': 'no-store'
    })
    const cancelled = await race.app.inject({ method: 'DELETE', url: `${forecastAddress}/jobs/${id}` })
    expect(cancelled.json().state).toBe('cancelled')
  })

  it('asked again is the same job, however it is written, and another one with another seed', async () => {
    const first = await race.answered('scenario', { draws: 64 })
    const { seed, ...others } = { seed: 1, horizonYears: 40 }
    const again = await race.ask('scenario', {
      scenario: { refusal: { rampYears: 1, startYears: 0, share: 0.2, who: 'leading' } },
      delayYears: 5,
      race: { ...others, seed },
      draws: 64
    })
    expect(again.statusCode).toBe(200)
    expect(again.json()).toEqual(first)
    const other = await race.answered('scenario', { draws: 64, race: { seed: 2 } })
    expect(other.id).not.toBe(first.id)
    expect(other.result.answer.delay).not.toEqual(first.result.answer.delay)
  })

  it('without a body is about a fifth of the leading groups', async () => {
    const url = `${forecastAddress}/scenarios`
    const response = await race.app.inject({ method: 'POST', url })
    const { id, request } = response.json()
    expect(request.question).toEqual({ kind: 'scenario', scenario: { refusal } })
    await race.app.inject({ method: 'DELETE', url: `${forecastAddress}/jobs/${id}` })
  })

  it('of an earlier day starts with the groups of that day, as known on another', async () => {
    const days = { startOn: '2025-06-01', knownOn: '2025-12-31' }
    const { result } = await race.answered('whoFirst', { ...asked, race: days })
    const asOf = { knownOn: days.knownOn, trueOn: days.startOn } as AsOf
    const setup = usualRace(race.claims, asOf)
    expect(setup.groups).not.toEqual(usualRace(race.claims, today).groups)
    expect(result.pins.asOf).toEqual(asOf)
    expect(result.answer).toEqual(await here(setup, { kind: 'whoFirst', scenario: {} }))
  })

  it('of own groups, beliefs and threshold is answered for them, and says so', async () => {
    const group = (id: string, isOpenCommunity: boolean) => ({
      id,
      name: `Group ${id}`,
      isOpenCommunity,
      computeFlop: { low: 1e25, high: 1e26 },
      runCostUsd: { low: 1e7, high: 1e8 },
      labourShare: 1,
      openness: 0.5,
      lnAlgorithms: 0,
      care: 0.5
    })
    const groups = [group('one', false), group('__proto__', true)]
    const { result } = await race.answered('scenario', {
      ...asked,
      race: { groups, parameters: { returns: constant(0.3) }, thresholdFlop: 1e30, horizonYears: 20, seed: 7 }
    })
    const setup = {
      groups,
      parameters: {
        ...usualRace(race.claims, today).parameters,
        returns: constant(0.3),
        lnThresholdFlop: { kind: 'logOf' as const, of: constant(1e30) }
      },
      horizonYears: 20,
      seed: 7
    }
    expect(result.answer).toEqual(await here(setup, { kind: 'scenario', scenario: { refusal } }))
    expect(result.answer.scenario).toContain('the 1 leading group')
    expect(result.pins).toMatchObject({ ownParameters: ['returns', 'lnThresholdFlop'], ownGroups: true })
  })

  it('in which nobody crosses, or everybody has crossed, is answered all the same', async () => {
    const { result: never } = await race.answered('scenario', { draws: 64, race: { thresholdFlop: 1e90 } })
    expect(never.answer.delay.mixed).toMatchObject({ draws: 64, undefinedDraws: 64, delayYears: null })
    expect(never.answer.baselineYears.mixed.p50).toBe('Infinity')
    const { result: already } = await race.answered('scenario', { draws: 64, race: { thresholdFlop: 1e24 } })
    expect(already.answer.delay.mixed.delayYears).toEqual({ p05: 0, p25: 0, p50: 0, p75: 0, p95: 0 })
    expect(already.answer.delay.mixed.ofRemaining).toBeNull()
  })
})

it('a race as of a day is the same whatever the register has learnt since', async () => {
  const days = { startOn: '2025-06-01' as Day, knownOn: '2025-06-01' as Day }
  const { result } = await race.answered('scenario', { draws: 32, race: days })
  const setup = usualRace(
    race.claims.filter(({ recordedAt }) => recordedAt < '2025-06-02'),
    { knownOn: days.knownOn, trueOn: days.startOn }
  )
  expect(result.answer).toEqual(
    await here(setup, { kind: 'scenario', scenario: { refusal } }, { draws: 32, delayYears: 5 })
  )
})
