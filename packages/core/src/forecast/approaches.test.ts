import { describe, expect, it } from 'vitest'
import { loadKernel, type Scenario, sweepHere } from '../simulation/index.ts'
import { type Approach, type ApproachResult, compareApproaches, startedAfter, usualApproaches } from './approaches.ts'
import type { Tools } from './question.ts'
import { usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const asked = { setup: usualSetup, draws: 256, delayYears: 5 }

async function compared(approaches = usualApproaches, by = tools, draws = asked.draws) {
  const found = await compareApproaches({ ...asked, draws }, approaches, by)
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}
const usual = await compared()
const of = (id: string, results: readonly ApproachResult[] = usual): ApproachResult => {
  const found = results.find(({ approach }) => approach.id === id)
  if (!found) throw new Error(`no approach ${id}`)
  return found
}
const median = (result: ApproachResult, what: 'delayYears' | 'carelessGainYears' = 'delayYears') =>
  Number(result[what].mixed?.median.value)
const changed = (id: string, change: Partial<Approach>): Approach => ({ ...of(id).approach, ...change })

describe('approaches', () => {
  it('stand side by side in one order, each with its lead time, grade and reason', () => {
    expect(usual.map(({ approach }) => approach)).toEqual(usualApproaches)
    expect(new Set(usualApproaches.map(({ kind }) => kind)).size).toBe(3)
    for (const { leadReason, leadYears } of usualApproaches) {
      expect(leadReason.length).toBeGreaterThan(20)
      expect(leadYears).toBeGreaterThan(0)
    }
    expect(JSON.parse(JSON.stringify(usual))).toEqual(usual)
  })

  it('differ in what they buy as their mechanisms say', () => {
    for (const id of ['culture', 'cap', 'small-models']) expect(median(of(id)), id).toBeGreaterThan(0)
    expect(median(of('small-models-rebound'))).toBeLessThan(0)
    expect(Number(of('small-models-rebound').backfire.mixed?.value)).toBeGreaterThan(0.9)
    expect(median(of('culture'), 'carelessGainYears')).toBeLessThan(0)
    expect(median(of('closing'))).toBeLessThan(0.5)
  })

  it('buy per year of lead time what they buy over that time', () => {
    const { delayYears, perLeadYear } = of('culture')
    expect(perLeadYear?.mixed?.median.value).toBeCloseTo(Number(delayYears.mixed?.median.value) / 1, 9)
    expect(of('small-models').perLeadYear?.mixed?.median.value).toBeCloseTo(median(of('small-models')) / 2, 9)
  })

  it('buy more the sooner they can begin, which the user may change; nothing per year where they begin at once', async () => {
    const [now, late] = await compared([changed('cap', { leadYears: 0 }), changed('cap', { leadYears: 9 })], tools, 128)
    if (!now || !late) throw new Error('two results')
    expect(median(now)).toBeGreaterThan(median(late))
    expect(now.perLeadYear).toBeNull()
    expect(Number(now.tooLate.mixed?.value)).toBeLessThan(Number(late.tooLate.mixed?.value))
  })

  it('tell how far they are', async () => {
    const heard: number[] = []
    await compared(usualApproaches, { ...tools, onProgress: share => heard.push(share) }, 16)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
    expect(heard.at(-1)).toBe(1)
  })

  it.each([
    { why: 'there are none', approaches: [], place: 'approaches' },
    { why: 'one begins before now', approaches: [changed('cap', { leadYears: -1 })], place: 'approaches.0.leadYears' },
    {
      why: 'one cuts off by more than all',
      approaches: [changed('culture', { carelessAccess: 2 })],
      place: 'approaches.0.carelessAccess'
    },
    {
      why: 'a scenario is none',
      approaches: [changed('culture', { scenario: { investorFrown: 2 } })],
      place: 'scenario.investorFrown'
    }
  ])('are refused where $why', async ({ approaches, place }) => {
    const found = await compareApproaches(asked, approaches, tools)
    expect(found).toMatchObject({ ok: false, error: { code: 'forecast/invalid', place } })
  })
})

it('a scenario started later has every time moved and nothing else', () => {
  const full: Scenario = {
    refusal: { who: 'leading', share: 0.5, startYears: 0, rampYears: 1 },
    investorFrown: 0.5,
    ostracism: { who: ['xai'], access: 0, startYears: 1 },
    shutdown: { who: ['xai'], startYears: 2 },
    cap: { flop: 1e27, startYears: 3, covered: 'everyone', evasion: 1, evasionGrowth: 0 },
    smallModels: { substitution: 0.3, startYears: 4, rampYears: 2 }
  }
  const later = startedAfter(full, 2)
  expect(
    [later.refusal, later.ostracism, later.shutdown, later.cap, later.smallModels].map(one => one?.startYears)
  ).toEqual([2, 3, 4, 5, 6])
  expect(startedAfter(later, -2)).toEqual(full)
  expect(startedAfter({}, 3)).toEqual({})
})
