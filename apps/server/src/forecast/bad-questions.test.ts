import { type QuestionKind, usualApproaches } from '@frown/core/forecast'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questions } from './questions.ts'
import { forecastAddress, openRaceApp, type RaceApp } from './race-app.fixture.ts'

let race: RaceApp
beforeAll(async () => {
  race = await openRaceApp()
}, 60_000)
afterAll(() => race.close())

const constant = (value: number) => ({ kind: 'constant', value })
const believing = (name: string, distribution: unknown) => ({ race: { parameters: { [name]: distribution } } })
const refusing = (change: object) => ({
  scenario: { refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1, ...change } }
})
const norm = (change: object) => ({ norm: { mean: 0.25, spread: 0.1, ...change } })
const deep = (depth: number) => `${'{"race":'.repeat(depth)}1${'}'.repeat(depth)}`
const group = {
  id: 'one',
  name: 'One',
  isOpenCommunity: false,
  computeFlop: { low: 1e25, high: 1e26 },
  runCostUsd: { low: 1e7, high: 1e8 },
  labourShare: 1,
  openness: 0.5,
  lnAlgorithms: 0,
  care: 0.5
}
const racing = (...groups: unknown[]) => ({ race: { groups } })

interface Refused {
  readonly kind?: QuestionKind
  readonly body: unknown
  readonly place: string
  /** 400 if left out. */
  readonly status?: 400 | 413 | 422
  readonly remedy: RegExp
}

const table: readonly Refused[] = [
  { body: '', place: 'body', remedy: /at the least \{\}/ },
  { body: '{', place: 'body', remedy: /Send JSON/ },
  { body: '{"draws":NaN}', place: 'body', remedy: /no NaN/ },
  { body: '{"__proto__":{"draws":1}}', place: 'body', remedy: /without such keys/ },
  { body: '{"race":{"parameters":{"__proto__":{}}}}', place: 'body', remedy: /without such keys/ },
  { body: 'null', place: 'body', remedy: /Give an object/ },
  { body: [], place: 'body', remedy: /Give an object/ },
  { body: '['.repeat(100_000), place: 'body', remedy: /Send JSON/ },
  { body: deep(20_000), place: 'race.race', remedy: /fields are startOn/ },
  { body: { x: 'x'.repeat(10_000_000) }, place: 'body', status: 413, remedy: /at most \d+ bytes/ },
  { body: { parameters: {} }, place: 'parameters', remedy: /fields are race, draws, delayYears, scenario/ },
  { body: { ['k'.repeat(5_000)]: 1 }, place: `${'k'.repeat(60)}…`, remedy: /fields are/ },
  { body: { race: { parmeters: {} } }, place: 'race.parmeters', remedy: /parameters, thresholdFlop/ },
  { body: { race: 'mine' }, place: 'race', remedy: /an object/ },
  { kind: 'claim', body: { id: 'nothing-of-the-kind' }, place: 'id', status: 422, remedy: /a-tenth-slows-a-little/ },
  { kind: 'claim', body: {}, place: 'id', remedy: /./ },
  { kind: 'approaches', body: { approaches: [] }, place: 'approaches', remedy: /./ },
  { body: { draws: 0 }, place: 'draws', status: 422, remedy: /whole number above 0/ },
  { body: { draws: 1.5 }, place: 'draws', status: 422, remedy: /whole number above 0/ },
  { body: { draws: 1e300 }, place: 'draws', status: 422, remedy: /at most \d+ draws/ },
  { body: '{"draws":1e999}', place: 'draws', remedy: /finite number/ },
  { body: { draws: '100' }, place: 'draws', remedy: /finite number/ },
  { body: { draws: null }, place: 'draws', remedy: /finite number/ },
  {
    body: { draws: 4e6, race: { horizonYears: 200 }, delayYears: 201 },
    place: 'delayYears',
    status: 422,
    remedy: /200/
  },
  { body: { delayYears: 41 }, place: 'delayYears', status: 422, remedy: /from 0 to 40/ },
  { body: { delayYears: -1 }, place: 'delayYears', status: 422, remedy: /from 0 to 40/ },
  { body: { race: { horizonYears: 1e9 } }, place: 'race.horizonYears', status: 422, remedy: /to 200 years/ },
  { body: { race: { horizonYears: 0 } }, place: 'race.horizonYears', status: 422, remedy: /whole number of months/ },
  { body: { race: { horizonYears: 1.23 } }, place: 'race.horizonYears', status: 422, remedy: /whole number of months/ },
  { body: { race: { seed: -1 } }, place: 'race.seed', status: 422, remedy: /from 0 to 4294967295/ },
  { body: { race: { seed: 2 ** 32 } }, place: 'race.seed', status: 422, remedy: /from 0 to 4294967295/ },
  { body: { race: { startOn: '2025-02-30' } }, place: 'race.startOn', remedy: /YYYY-MM-DD/ },
  { body: { race: { startOn: 20_250_101 } }, place: 'race.startOn', remedy: /YYYY-MM-DD/ },
  { body: { race: { startOn: '9999-01-01' } }, place: 'race.startOn', status: 422, remedy: /2026-08-15 or an earlier/ },
  { body: { race: { knownOn: '2026-08-16' } }, place: 'race.knownOn', status: 422, remedy: /2026-08-15 or an earlier/ },
  { body: { race: { startOn: '1900-01-01' } }, place: 'race.startOn', status: 422, remedy: /later days/ },
  { body: { race: { knownOn: '1900-01-01' } }, place: 'race.startOn', status: 422, remedy: /later days/ },
  { body: { race: { thresholdFlop: 0 } }, place: 'race.thresholdFlop', status: 422, remedy: /such as 1e31/ },
  { body: { race: { thresholdFlop: 1e308 } }, place: 'race.thresholdFlop', status: 422, remedy: /such as 1e31/ },
  { body: racing(), place: 'race.groups', status: 422, remedy: /at least one group/ },
  { body: racing({}), place: 'race.groups.0.id', remedy: /text/ },
  { body: racing(group, group), place: 'race.groups.1.id', status: 422, remedy: /its own id/ },
  { body: racing({ ...group, id: '' }), place: 'race.groups.0.id', remedy: /at least 1 character/ },
  { body: racing({ ...group, labourShare: 0 }), place: 'race.groups', status: 422, remedy: /above 0/ },
  { body: racing({ ...group, care: 2 }), place: 'race.groups.0.care', status: 422, remedy: /from 0 to 1/ },
  {
    body: racing({ ...group, computeFlop: { low: 1e26, high: 1e25 } }),
    place: 'race.groups.0.computeFlop',
    status: 422,
    remedy: /low ≤ high/
  },
  { body: racing(...Array(33).fill(group)), place: 'race.groups', remedy: /at most 32 entries/ },
  {
    body: racing(...Array.from({ length: 17 }, (_, n) => ({ ...group, id: `g${n}` }))),
    place: 'race.groups',
    status: 422,
    remedy: /at most 16/
  },
  { body: believing('nonsense', constant(1)), place: 'race.parameters.nonsense', remedy: /fields are spendGrowth/ },
  { body: believing('toString', constant(1)), place: 'race.parameters.toString', remedy: /fields are spendGrowth/ },
  { body: believing('returns', 0.4), place: 'race.parameters.returns', remedy: /an object/ },
  {
    body: believing('returns', { kind: 'gaussian', mean: 1 }),
    place: 'race.parameters.returns.kind',
    remedy: /one of "constant", "uniform", "triangular"/
  },
  { body: believing('returns', { kind: 'uniform', low: 1 }), place: 'race.parameters.returns.high', remedy: /finite/ },
  {
    body: believing('returns', { kind: 'uniform', low: 1, high: 2, mode: 1 }),
    place: 'race.parameters.returns.mode',
    remedy: /fields are kind, low, high/
  },
  {
    body: believing('returns', { kind: 'uniform', low: 3, high: 2 }),
    place: 'race.parameters.returns',
    status: 422,
    remedy: /Swap/
  },
  {
    body: believing('returns', { kind: 'lognormal90', p05: 0, p95: 1 }),
    place: 'race.parameters.returns',
    status: 422,
    remedy: /Order/
  },
  {
    body: believing('returns', { kind: 'lognormal90', p05: 1e-300, p95: 1e300 }),
    place: 'race.parameters.returns',
    status: 422,
    remedy: /The model runs with/
  },
  {
    body: believing('returns', { kind: 'mixture', of: [] }),
    place: 'race.parameters.returns',
    status: 422,
    remedy: /1 to 8/
  },
  {
    body: believing('returns', { kind: 'mixture', of: [{ weight: 0, distribution: constant(1) }] }),
    place: 'race.parameters.returns.of.0.weight',
    status: 422,
    remedy: /from 0.000001/
  },
  {
    body: believing('returns', { kind: 'ln2Over', of: { kind: 'uniform', low: 0, high: 1 } }),
    place: 'race.parameters.returns',
    status: 422,
    remedy: /above 0/
  },
  {
    body: believing('lnThresholdFlop', constant(1e31)),
    place: 'race.parameters.lnThresholdFlop',
    status: 422,
    remedy: /20 to 250 \(ln FLOP\)/
  },
  { body: refusing({ share: 1.5 }), place: 'scenario.refusal.share', status: 422, remedy: /from 0 to 1/ },
  { body: refusing({ share: -0.1 }), place: 'scenario.refusal.share', status: 422, remedy: /from 0 to 1/ },
  { body: refusing({ share: '20%' }), place: 'scenario.refusal.share', remedy: /finite number/ },
  { body: refusing({ share: undefined }), place: 'scenario.refusal.share', remedy: /finite number/ },
  {
    body: refusing({ who: 'leaders' }),
    place: 'scenario.refusal.who',
    remedy: /"leading" or "everyone", or a list of ids/
  },
  { body: refusing({ who: null }), place: 'scenario.refusal.who', remedy: /"leading" or "everyone", or a list of ids/ },
  { body: refusing({ who: [] }), place: 'scenario.refusal.who', status: 422, remedy: /at least one/ },
  { body: refusing({ who: [1] }), place: 'scenario.refusal.who.0', remedy: /text/ },
  { body: refusing({ who: Array(17).fill('xai') }), place: 'scenario.refusal.who', remedy: /at most 16 entries/ },
  { body: refusing({ who: ['opnai'] }), place: 'scenario.refusal.who', status: 422, remedy: /ids of: openai/ },
  { body: refusing({ who: ['__proto__'] }), place: 'scenario.refusal.who', status: 422, remedy: /ids of: openai/ },
  { body: refusing({ startYears: 1e9 }), place: 'scenario.refusal.startYears', status: 422, remedy: /0 to 200/ },
  { body: refusing({ rampYears: -1 }), place: 'scenario.refusal.rampYears', status: 422, remedy: /0 to 200/ },
  { body: { scenario: { strike: {} } }, place: 'scenario.strike', remedy: /fields are refusal, investorFrown/ },
  { body: { scenario: { investorFrown: 2 } }, place: 'scenario.investorFrown', status: 422, remedy: /from 0 to 1/ },
  { kind: 'curves', body: { shares: [] }, place: 'shares', remedy: /at least 1 entry/ },
  { kind: 'curves', body: { shares: [0.1, 2] }, place: 'shares.1', status: 422, remedy: /from 0 to 1/ },
  { kind: 'curves', body: { populations: ['x'] }, place: 'populations.0', remedy: /"leading" or "everyone"/ },
  { kind: 'curves', body: { populations: [['x']] }, place: 'populations.0', status: 422, remedy: /ids of: openai/ },
  { kind: 'curves', body: { draws: 4e6 }, place: 'draws', status: 422, remedy: /at most \d+ draws/ },
  {
    kind: 'requiredShare',
    body: { populations: ['leading', ['x']] },
    place: 'populations.1',
    status: 422,
    remedy: /ids of: openai/
  },
  { kind: 'requiredShare', body: { probability: 2 }, place: 'probability', status: 422, remedy: /from 0 to 1/ },
  { kind: 'requiredShare', body: { draws: 1e6 }, place: 'draws', status: 422, remedy: /at most \d+ draws/ },
  { kind: 'portfolio', body: {}, place: 'menu', remedy: /an object/ },
  { kind: 'portfolio', body: { menu: { full: {}, prices: {} } }, place: 'menu.prices', status: 422, remedy: /refusal/ },
  {
    kind: 'portfolio',
    body: { menu: { full: {}, prices: { refusal: 1 } } },
    place: 'menu.full.refusal',
    status: 422,
    remedy: /full use/
  },
  {
    kind: 'portfolio',
    body: { menu: { full: {}, prices: { strikes: 1 } } },
    place: 'menu.prices.strikes',
    remedy: /fields are refusal/
  },
  {
    kind: 'portfolio',
    body: { menu: { full: { investorFrown: 1 }, prices: { investorFrown: -1 } } },
    place: 'menu.prices.investorFrown',
    status: 422,
    remedy: /from 0/
  },
  { kind: 'fan', body: { shownYears: 0 }, place: 'shownYears', status: 422, remedy: /whole number of months/ },
  { kind: 'waterfall', body: { scenario: {} }, place: 'scenario.refusal', status: 422, remedy: /starts from/ },
  { kind: 'believe', body: { movable: ['nonsense'] }, place: 'movable.0', remedy: /one of "spendGrowth"/ },
  { kind: 'believe', body: { movable: [] }, place: 'movable', status: 422, remedy: /at least one/ },
  { kind: 'twoBeliefs', body: {}, place: 'other', remedy: /an object/ },
  { kind: 'twoBeliefs', body: { other: { returns: 1 } }, place: 'other.returns', remedy: /an object/ },
  {
    kind: 'twoBeliefs',
    body: { other: { returns: constant(1e9) } },
    place: 'other.returns',
    status: 422,
    remedy: /The model runs with/
  },
  { kind: 'sensitivity', body: { draws: 1e7 }, place: 'draws', status: 422, remedy: /at most \d+ draws/ },
  { kind: 'norm', body: {}, place: 'norm', remedy: /an object/ },
  { kind: 'norm', body: norm({ spread: -1 }), place: 'norm.spread', status: 422, remedy: /from 0/ },
  { kind: 'norm', body: norm({ seedShare: 2 }), place: 'norm.seedShare', status: 422, remedy: /from 0 to 1/ },
  { kind: 'norm', body: { ...norm({}), who: ['x'] }, place: 'who', status: 422, remedy: /ids of: openai/ }
]

const brief = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body)).slice(0, 90)

describe('a question that cannot be asked', () => {
  it.each(table.map(row => ({ ...row, name: `${row.kind ?? 'scenario'} ${brief(row.body)}` })))(
    '$name is refused, and names $place',
    async ({ kind = 'scenario', body, place, status = 400, remedy }) => {
      const response = await race.ask(kind, body)
      expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      const problem = response.json()
      expect([response.statusCode, problem.place]).toEqual([status, place])
      expect(problem.status).toBe(status)
      expect(problem.code).toMatch(/^(input|forecast)\//)
      expect(problem.detail.length).toBeLessThan(300)
      expect(problem.remedy).toMatch(remedy)
    }
  )

  it.each([
    { type: 'text/csv', payload: '{}', place: 'content-type' },
    { type: 'application/x-www-form-urlencoded', payload: 'draws=5', place: 'content-type' },
    { type: 'application/xml', payload: '<draws/>', place: 'content-type' }
  ])('as $type is refused', async ({ type, payload, place }) => {
    const url = `${forecastAddress}/scenarios`
    const response = await race.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'input/invalid', place })
    expect(response.json().remedy).toContain('application/json')
  })

  it('by its query is refused', async () => {
    const response = await race.post('scenarios?draws=5', {})
    expect(response.json()).toMatchObject({ status: 400, place: 'draws', remedy: 'It takes no parameters.' })
  })

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('by %s finds nothing there', async method => {
    const response = await race.app.inject({ method, url: `${forecastAddress}/scenarios` })
    expect(response.json()).toMatchObject({ status: 404, code: 'route/not-found' })
  })

  it('leaves no job behind', async () => {
    expect(await race.jobs()).toEqual([])
  })
})

const valid: Record<QuestionKind, object> = {
  scenario: refusing({}),
  curves: { scenario: {}, shares: [0, 1], populations: ['leading', ['xai']] },
  requiredShare: { scenario: {}, populations: ['leading'], probability: 0.5 },
  portfolio: { menu: { full: { investorFrown: 1 }, prices: { investorFrown: 1 } }, probability: 0.5 },
  fan: { ...refusing({}), shownYears: 2 },
  waterfall: refusing({}),
  careless: refusing({}),
  whoFirst: { scenario: { shutdown: { who: ['xai'], startYears: 1 } } },
  believe: { ...refusing({}), movable: ['returns'] },
  twoBeliefs: { ...refusing({}), other: { returns: { kind: 'uniform', low: 0.2, high: 0.4 } } },
  sensitivity: refusing({}),
  norm: { ...norm({ seedShare: 0.1, pledgingShare: 0.9 }), who: 'everyone' },
  claim: { id: 'a-tenth-slows-a-little' },
  approaches: { approaches: usualApproaches.filter(({ closesOne }) => !closesOne) }
}
const usual = {
  draws: 9,
  delayYears: 1,
  race: {
    startOn: '2026-01-01',
    knownOn: '2026-06-01',
    groups: [group, { ...group, id: 'two', isOpenCommunity: true }],
    parameters: { returns: { kind: 'lognormal90', p05: 0.2, p95: 0.9 }, substitution: constant(0.5) },
    thresholdFlop: 1e29,
    horizonYears: 4,
    seed: 1
  }
}

const anyPath = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 5 })
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, -1, 0, 1, 0.5, 1e-300, 1e300, 2 ** 53, '', '20%', [], {}, true, ['xai'], 'everyone'),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.jsonValue({ maxDepth: 2 })
)

/** The same with the place at the end of `path`, taken modulo the entries there are, held to be something else. */
function changed(value: unknown, [step, ...rest]: readonly number[], by: (old: unknown) => unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by(value)
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return by(value)
  const made = changed((value as Record<string, unknown>)[key], rest, by)
  return Array.isArray(value) ? value.with(Number(key), made) : { ...value, [key]: made }
}

it('no body whatever is answered with a fault of the server, nor ends in one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(questions) as QuestionKind[])),
      fc.array(fc.tuple(anyPath, odd), { minLength: 1, maxLength: 2 }),
      async (kind, changes) => {
        const body = changes.reduce<unknown>((made, [path, to]) => changed(made, path, () => to), {
          ...usual,
          ...valid[kind]
        })
        const response = await race.ask(kind, body)
        const told = response.json()
        expect(response.statusCode, response.body).toBeLessThan(500)
        if (response.statusCode >= 300) {
          expect(told.detail).toMatch(/\w/)
          expect(told.place).toMatch(/./)
          return
        }
        const { asked } = told.request
        if (asked.draws * asked.setup.horizonYears > 9 * 40) {
          await race.app.inject({ method: 'DELETE', url: `${forecastAddress}/jobs/${told.id}` })
          return
        }
        const { state, error } = await race.finished(told.id)
        expect([state, error?.code ?? null], JSON.stringify(error)).toEqual(['done', null])
        expect((await race.ask(kind, body)).statusCode).toBe(200)
      }
    ),
    { numRuns: 80 }
  )
}, 60_000)
