import { existsSync, readFileSync } from 'node:fs'
import type { ParameterValues } from '@frown/core/simulation'
import { plainRace } from '@frown/kernel/plain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRaceApp, type RaceApp } from './race-app.fixture.ts'

let race: RaceApp
beforeAll(async () => {
  race = await openRaceApp()
}, 60_000)
afterAll(() => race.close())

const groups = [
  { id: 'one', computeFlop: 5e26, runCostUsd: 5e8, labourShare: 0.5, openness: 0.3, lnAlgorithms: 0, care: 0.2 },
  { id: 'two', computeFlop: 1e26, runCostUsd: 1e8, labourShare: 0.3, openness: 0.5, lnAlgorithms: -0.2, care: 0.8 },
  { id: 'open', computeFlop: 1e24, runCostUsd: 2e6, labourShare: 0.2, openness: 1, lnAlgorithms: -0.5, care: 0.5 }
]
const draw: ParameterValues = {
  spendGrowth: 0.9,
  hardwareGrowth: 0.3,
  durationGrowth: 0.2,
  durationYears: 4,
  algorithmGrowth: 1,
  returns: 0.4,
  labourShareOfInput: 0.5,
  substitution: 0.5,
  labourGrowth: 0.3,
  automationSlope: 0.3,
  lnAutomationFlop: 72,
  abilitySpread: 1,
  abilityCorrelation: 0.2,
  backfillShare: 0.6,
  backfillQuality: 0.6,
  backfillYears: 1.2,
  transferShare: 0.3,
  transferYears: 0.7,
  complementarity: 0.65,
  catchUp: 0.6,
  lnSpendCapUsd: 26,
  economyGrowth: 0.03,
  investorResponse: 0.8,
  scaleUpLabour: 0.3,
  speedLimit: 6.9,
  lnThresholdFlop: 71
}
const draws = [draw, { ...draw, substitution: 2 }, { ...draw, lnThresholdFlop: 200 }, { ...draw, speedLimit: 0.5 }]
const refusal = { share: [0.4, 0.4, 0], startYears: 0, rampYears: 1 }

const simulate = async (body: unknown) => race.post('simulations', body)
type Crossings = (number | null)[][]

function expectNear(actual: Crossings, expected: Crossings) {
  expect(actual.map(row => row.map(years => years === null))).toEqual(
    expected.map(row => row.map(years => years === null))
  )
  for (const [d, row] of expected.entries())
    for (const [group, years] of row.entries())
      if (years !== null) expect(Math.abs((actual[d]?.[group] ?? Number.NaN) - years)).toBeLessThan(1e-6)
}

describe('a race with values given outright', () => {
  it.each([
    { what: 'with nothing done', levers: {} },
    { what: 'with a refusal', levers: { refusal } },
    {
      what: 'with everything done',
      levers: {
        refusal,
        investorFrown: 0.5,
        ostracism: { access: [1, 0.2, 1], startYears: 1 },
        shutdown: { groups: [true, false, false], startYears: 2 },
        cap: { flop: 1e27, startYears: 1, covered: [true, true, false], evasion: 2, evasionGrowth: 0.3 },
        smallModels: { substitution: -0.5, startYears: 0, rampYears: 2 }
      }
    }
  ])('$what crosses when the plain race does', async ({ levers }) => {
    const response = await simulate({ groups, parameters: draws, levers, horizonYears: 30 })
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('no-store')
    const { crossingYears, speedLimitYears } = response.json()
    expectNear(
      crossingYears,
      draws.map(values => plainRace(groups, values, levers, 30))
    )
    expect(speedLimitYears).toEqual([null, null, null, 0])
  })

  it('takes 0.5 for a care that is not given, and 40 years for the horizon', async () => {
    const bare = groups.map(({ care: _, ...rest }) => rest)
    const levers = { refusal, investorFrown: 1 }
    const usual = (await simulate({ groups: bare, parameters: [draw], levers })).json()
    const spelt = groups.map(group => ({ ...group, care: 0.5 }))
    expect((await simulate({ groups: spelt, parameters: [draw], levers, horizonYears: 40 })).json()).toEqual(usual)
    const unset = groups.map(group => ({ ...group, care: null }))
    expect((await simulate({ groups: unset, parameters: [draw], levers })).json()).toEqual(usual)
  })

  const examples = new URL('../../../../../shared/data/forecast/examples.json', import.meta.url)
  interface Examples {
    readonly groups: object[]
    readonly parameters: object[]
    readonly horizonYears: number
    readonly cases: { readonly name: string; readonly levers: object; readonly crossingYears: Crossings }[]
  }
  const isThere = existsSync(examples)
  const { cases, ...given } = isThere
    ? (JSON.parse(readFileSync(examples, 'utf8')) as Examples)
    : { groups: [], parameters: [], horizonYears: 40, cases: [] }

  it.skipIf(!isThere).each(cases)('$name: gives every crossing of the worked case to 1e-6 years', async example => {
    const response = await simulate({ ...given, levers: example.levers })
    expectNear(response.json().crossingYears, example.crossingYears)
  })
})

describe('a race that cannot be run', () => {
  const { returns: _, ...lacking } = draw
  const valid = { groups, parameters: [draw], levers: {}, horizonYears: 40 }
  it.each([
    { change: { groups: [] }, place: 'groups', status: 422, remedy: /at least one/ },
    { change: { groups: undefined }, place: 'groups', status: 400, remedy: /a list/ },
    { change: { groups: Array(17).fill(groups[0]) }, place: 'groups', status: 422, remedy: /at most 16/ },
    { change: { groups: [groups[0], groups[0]] }, place: 'groups.1.id', status: 422, remedy: /its own id/ },
    { change: { groups: [{ ...groups[0], openness: 2 }] }, place: 'groups.0.openness', status: 422, remedy: /0 to 1/ },
    {
      change: { groups: [{ ...groups[0], computeFlop: 0 }] },
      place: /^groups\.0\.computeFlop/,
      status: 422,
      remedy: /from/
    },
    { change: { groups: [{ ...groups[0], care: '1' }] }, place: 'groups.0.care', status: 400, remedy: /finite number/ },
    { change: { groups: [{ ...groups[0], size: 1 }] }, place: 'groups.0.size', status: 400, remedy: /fields are id/ },
    { change: { parameters: [] }, place: 'parameters', status: 422, remedy: /at least one draw/ },
    { change: { parameters: draw }, place: 'parameters', status: 400, remedy: /a list/ },
    { change: { parameters: [draw, lacking] }, place: 'parameters.1.returns', status: 400, remedy: /finite number/ },
    {
      change: { parameters: [{ ...draw, extra: 1 }] },
      place: 'parameters.0.extra',
      status: 400,
      remedy: /spendGrowth/
    },
    {
      change: { parameters: [{ ...draw, returns: null }] },
      place: 'parameters.0.returns',
      status: 400,
      remedy: /finite/
    },
    { change: { parameters: [{ ...draw, returns: -1 }] }, place: 'parameters.0.returns', status: 422, remedy: /from/ },
    {
      change: { parameters: [{ ...draw, speedLimit: 99 }] },
      place: 'parameters.0.speedLimit',
      status: 422,
      remedy: /12/
    },
    { change: { horizonYears: 201 }, place: 'horizonYears', status: 422, remedy: /200 years/ },
    { change: { horizonYears: 'forty' }, place: 'horizonYears', status: 400, remedy: /finite number/ },
    { change: { levers: { strike: {} } }, place: 'levers.strike', status: 400, remedy: /fields are refusal/ },
    { change: { levers: { investorFrown: 1.5 } }, place: 'levers.investorFrown', status: 422, remedy: /0 to 1/ },
    {
      change: { levers: { refusal: { ...refusal, share: [0.5] } } },
      place: 'levers.refusal.share',
      status: 422,
      remedy: /one for each group/
    },
    {
      change: { levers: { refusal: { ...refusal, share: [0.5, 0.5, 2] } } },
      place: 'levers.refusal.share.2',
      status: 422,
      remedy: /0 to 1/
    },
    {
      change: { levers: { shutdown: { groups: [1, 0, 0], startYears: 0 } } },
      place: 'levers.shutdown.groups.0',
      status: 400,
      remedy: /true or false/
    },
    {
      change: {
        levers: { cap: { flop: 1e27, startYears: 0, covered: [true, true, true], evasion: 0, evasionGrowth: 0 } }
      },
      place: 'levers.cap.evasion',
      status: 422,
      remedy: /from 1/
    }
  ])('is refused and names $place', async ({ change, place, status, remedy }) => {
    const response = await simulate({ ...valid, ...change })
    const problem = response.json()
    expect([response.statusCode, problem.status]).toEqual([status, status])
    expect(problem.place).toMatch(place instanceof RegExp ? place : new RegExp(`^${place}$`))
    expect(problem.remedy).toMatch(remedy)
  })

  it('is refused when it has more draws than are taken at once, or is larger than any such', async () => {
    const many = await simulate({ ...valid, parameters: Array(20_001).fill(draw) })
    expect([many.statusCode, many.json().code, many.json().place]).toEqual([422, 'forecast/over-budget', 'parameters'])
    const large = await simulate({ x: 'x'.repeat(30_000_000) })
    expect([large.statusCode, large.json().code, large.json().place]).toEqual([413, 'input/too-large', 'body'])
  })
})
