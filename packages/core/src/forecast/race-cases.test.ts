import { describe, expect, it } from 'vitest'
import { carefulCare, loadKernel, type SweepPlan, sweepHere } from '../simulation/index.ts'
import { answerScenario } from './answer.ts'
import { delayOf } from './drawn.ts'
import { choicesOf, raceOf, runCases } from './race-cases.ts'
import { usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const plans: SweepPlan[] = []
const here = sweepHere(kernel)
const tools = {
  kernel,
  sweep: (...[plan, options]: Parameters<typeof here>) => {
    plans.push(plan)
    return here(plan, options)
  }
}
const half = { refusal: { who: 'leading', share: 0.5, startYears: 0, rampYears: 1 } } as const
const label = 'half'

describe('runs in cases', () => {
  it('are those that each scenario by itself gives, a baseline being run once for all', async () => {
    plans.length = 0
    const found = await runCases(
      usualSetup,
      64,
      [[{ label, scenario: half }], [{ label, scenario: {} }], [{ label: 'again', scenario: half }]],
      tools
    )
    if (!found.ok) throw new Error(found.error.detail)
    expect(plans.map(plan => plan.kind === 'crossing' && plan.scenarios.length)).toEqual([2])
    const [one, none, again] = found.value.cases.map(runs => runs[0])
    if (!one || !none) throw new Error('three cases')
    expect(again).toEqual(one)
    expect(none.scenario).toBe(none.baseline)
    const delays = Float64Array.from({ length: 64 }, (_, draw) => delayOf(one, draw)).sort()
    const alone = await answerScenario({ setup: usualSetup, draws: 64, delayYears: 1 }, half, tools)
    expect(alone.ok && alone.value.delay.mixed.delayYears?.p50).toBe(delays[31])
  })

  it.each([
    { why: 'a group that does not race', run: { carelessAt: 'acme' }, code: 'forecast/unknown-group', draws: 64 },
    { why: 'too many draws', run: {}, code: 'forecast/over-budget', draws: 1e9 }
  ])('are refused of $why', async ({ run, code, draws }) => {
    const found = await runCases(usualSetup, draws, [[{ label, scenario: half, ...run }]], tools)
    expect(found).toMatchObject({ ok: false, error: { code } })
  })
})

it('the generic careless group is the only careless one, and nothing else of its place changes', () => {
  const race = raceOf(usualSetup, { label, scenario: {}, carelessAt: 'xai', fixed: { returns: 1 } })
  if (!race.ok) throw new Error(race.error.detail)
  expect(race.value.groups.filter(({ care }) => care < carefulCare).map(({ id }) => id)).toEqual(['xai'])
  expect(race.value.groups.map(({ care, ...rest }) => rest)).toEqual(usualSetup.groups.map(({ care, ...rest }) => rest))
  expect(race.value.parameters).toEqual({ ...usualSetup.parameters, returns: { kind: 'constant', value: 1 } })
})

describe('choices', () => {
  it.each([
    { of: 4, size: 1, count: 4 },
    { of: 7, size: 3, count: 35 },
    { of: 3, size: 3, count: 1 },
    { of: 16, size: 3, count: 40 },
    { of: 2, size: 3, count: 0 }
  ])('of $size among $of are $count, each once', ({ of, size, count }) => {
    const found = choicesOf(
      Array.from({ length: of }, (_, at) => `g${at}`),
      size
    )
    expect(found).toHaveLength(count)
    expect(new Set(found.map(choice => choice.join())).size).toBe(count)
    for (const choice of found) expect(new Set(choice).size).toBe(size)
  })

  it('too many to run are thinned out evenly, so that no group is in far more of them than another', () => {
    const ids = Array.from({ length: 16 }, (_, at) => `g${at}`)
    const uses = ids.map(id => choicesOf(ids, 3).filter(choice => choice.includes(id)).length)
    expect(Math.min(...uses)).toBeGreaterThan(0)
  })
})
