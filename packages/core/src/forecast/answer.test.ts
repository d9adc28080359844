import { describe, expect, it } from 'vitest'
import { loadKernel, type Scenario, sweepHere } from '../simulation/index.ts'
import { answerScenario } from './answer.ts'
import { carelessGain } from './careless.ts'
import { delayCurves } from './curve.ts'
import { frontierFan } from './fan.ts'
import { cheapestMix, type Menu, partial } from './portfolio.ts'
import { requiredShare } from './required-share.ts'
import { usualSetup } from './setup.fixture.ts'
import { waterfall } from './waterfall.ts'
import { whoFirst } from './who-first.ts'

const kernel = await loadKernel()
const progress: number[] = []
const tools = { kernel, sweep: sweepHere(kernel), onProgress: (share: number) => progress.push(share) }
const asked = { setup: usualSetup, draws: 4096, delayYears: 5 }
const few = { ...asked, draws: 512 }
const refusing = (share: number, who: 'leading' | 'everyone' = 'leading'): Scenario => ({
  refusal: { who, share, startYears: 0, rampYears: 1 }
})

async function answered<T>(
  result: Promise<{ ok: true; value: T } | { ok: false; error: { detail: string } }>
): Promise<T> {
  const found = await result
  if (!found.ok) throw new Error(found.error.detail)
  return found.value
}

describe('at what is shipped', () => {
  it.each([
    { why: 'a fifth of the seven leading groups', scenario: refusing(0.2), median: [0.06, 0.1], reached: [0, 0.001] },
    { why: 'all of the seven', scenario: refusing(1), median: [0.8, 1.1], reached: [0, 0.01] },
    {
      why: 'all of the seven, capital following',
      scenario: { ...refusing(1), investorFrown: 1 },
      median: [1.7, 2.2],
      reached: [0.02, 0.08]
    },
    { why: 'everyone', scenario: refusing(1, 'everyone'), median: [5, 7.5], reached: [0.5, 0.7] }
  ])(
    '$why buy a median of $median years, and five with probability $reached',
    async ({ scenario, median, reached }) => {
      const { delay } = await answered(answerScenario(asked, scenario, tools))
      const within = (value: unknown, [low, high]: number[]) => {
        expect(value).toBeGreaterThanOrEqual(low as number)
        expect(value).toBeLessThanOrEqual(high as number)
      }
      within(delay.mixed.medianDelayYears?.value, median)
      within(delay.mixed.probability?.value, reached)
    }
  )

  it('refusal buys more where labour and compute complement each other', async () => {
    const { delay } = await answered(answerScenario(asked, refusing(1), tools))
    expect(delay.complements.draws + delay.substitutes.draws).toBe(delay.mixed.draws)
    expect(Number(delay.complements.delayYears?.p50)).toBeGreaterThan(Number(delay.substitutes.delayYears?.p50))
  })

  it('nothing done delays nothing, exactly, in every draw', async () => {
    const { delay, baselineYears, scenarioYears } = await answered(answerScenario(few, {}, tools))
    expect(delay.mixed.delayYears).toEqual({ p05: 0, p25: 0, p50: 0, p75: 0, p95: 0 })
    expect(scenarioYears).toEqual(baselineYears)
  })

  it('the same question has the same answer to the last digit, and another seed another within its interval', async () => {
    const first = await answered(answerScenario(asked, refusing(0.5), tools))
    expect(await answered(answerScenario(asked, refusing(0.5), tools))).toEqual(first)
    const setup = { ...usualSetup, seed: 2 }
    const other = await answered(answerScenario({ ...asked, setup }, refusing(0.5), tools))
    expect(other).not.toEqual(first)
    const { value, low, high } = first.delay.mixed.medianDelayYears ?? { value: 0, low: 0, high: 0 }
    const reach = Number(high) - Number(low)
    expect(Math.abs(Number(other.delay.mixed.medianDelayYears?.value) - Number(value))).toBeLessThan(2 * reach)
  })

  it('says who is asked, and how often the speed limit bound', async () => {
    const { scenario, limited } = await answered(answerScenario(few, refusing(0.2), tools))
    expect(scenario).toBe('20% of the researchers of the 7 leading groups refuse, from the start over 1 year')
    expect(limited.baseline).toBeLessThan(0.01)
  })
})

describe('a question is refused', () => {
  it.each([
    { why: 'of a share above 1', ask: () => answerScenario(few, refusing(1.2), tools), code: 'forecast/invalid' },
    {
      why: 'of a group that does not race',
      ask: () => answerScenario(few, { shutdown: { who: ['acme'], startYears: 0 } }, tools),
      code: 'forecast/unknown-group'
    },
    {
      why: 'of too many draws',
      ask: () => answerScenario({ ...asked, draws: 1e9 }, {}, tools),
      code: 'forecast/over-budget'
    },
    {
      why: 'of a delay beyond the horizon',
      ask: () => requiredShare({ ...few, delayYears: 41 }, {}, 'leading', 0.5, tools),
      code: 'forecast/invalid'
    },
    {
      why: 'of a probability above 1',
      ask: () => requiredShare(few, {}, 'leading', 1.5, tools),
      code: 'forecast/invalid'
    },
    { why: 'of a waterfall without refusal', ask: () => waterfall(few, {}, tools), code: 'forecast/invalid' },
    {
      why: 'of a mix at no price',
      ask: () => cheapestMix(few, { full: refusing(1), prices: {} }, 0.5, tools),
      code: 'forecast/invalid'
    },
    {
      why: 'of a price for nothing',
      ask: () => cheapestMix(few, { full: refusing(1), prices: { cap: 1 } }, 0.5, tools),
      code: 'forecast/invalid'
    },
    {
      why: 'of a negative price',
      ask: () => cheapestMix(few, { full: refusing(1), prices: { refusal: -1 } }, 0.5, tools),
      code: 'forecast/invalid'
    }
  ])('$why', async ({ ask, code }) => {
    expect(await ask()).toMatchObject({
      ok: false,
      error: { code, place: expect.any(String), remedy: expect.any(String) }
    })
  })
})

describe('a curve', () => {
  it('begins at 0, and stands higher for everyone than for the leading groups', async () => {
    const curves = await answered(delayCurves(few, {}, ['leading', 'everyone'], [0, 0.5, 1], tools))
    expect(curves.map(({ who }) => who)).toEqual(['the 7 leading groups', 'everyone, the open community included'])
    const medians = curves.map(({ points }) => points.map(point => Number(point.delay.mixed.delayYears?.p50)))
    expect(medians[0]?.[0]).toBe(0)
    expect(medians[1]?.[0]).toBe(0)
    for (const at of [1, 2]) expect(medians[1]?.[at]).toBeGreaterThan(medians[0]?.[at] as number)
  })
})

describe('a fan', () => {
  it('grows from where the groups start, lower with refusal than without, against the threshold believed', async () => {
    const { points, threshold } = await answered(frontierFan(few, refusing(1, 'everyone'), 15, tools))
    expect(points.map(({ years }) => years)).toEqual(Array.from({ length: 61 }, (_, quarter) => quarter / 4))
    const median = (at: number, which: 'baseline' | 'scenario') => Number(points[at]?.[which].mixed?.p50)
    expect(median(0, 'baseline')).toBeGreaterThan(26)
    expect(median(0, 'baseline')).toBeLessThan(Math.log10(5.01e26))
    expect(median(0, 'scenario')).toBe(median(0, 'baseline'))
    for (const at of [8, 20, 60]) expect(median(at, 'scenario')).toBeLessThan(median(at, 'baseline'))
    expect(Number(threshold?.p50)).toBeCloseTo(31.5, 0)
  })
})

describe('the required share', () => {
  it('for five years lies beyond what the leading groups can do, and near all of everyone', async () => {
    const leading = await answered(requiredShare(few, {}, 'leading', 0.5, tools))
    expect(leading.summary.mixed.unreachable?.value).toBe(1)
    expect(leading.summary.mixed.sufficientShare).toBe('Infinity')
    const everyone = await answered(requiredShare(few, {}, 'everyone', 0.5, tools))
    expect(Number(everyone.summary.mixed.unreachable?.value)).toBeGreaterThan(0.25)
    expect(Number(everyone.summary.mixed.share?.p25)).toBeGreaterThan(0.9)
    expect(everyone.summary.mixed.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(
      1 - Number(everyone.summary.mixed.unreachable?.value),
      9
    )
  })

  it('suffices: so many refusing reach the delay with the probability asked for', async () => {
    const wish = { ...few, delayYears: 0.5 }
    const { summary } = await answered(requiredShare(wish, {}, 'everyone', 0.5, tools))
    const share = Number(summary.mixed.sufficientShare)
    const { delay } = await answered(answerScenario(wish, refusing(share, 'everyone'), tools))
    expect(Number(delay.mixed.probability?.value)).toBeCloseTo(0.5, 2)
  })
})

describe('a waterfall', () => {
  it('leads from the naive expectation to the answer', async () => {
    const { bars, ablations } = await answered(waterfall(few, refusing(0.2), tools))
    const { delay, baselineYears } = await answered(answerScenario(few, refusing(0.2), tools))
    expect(bars.map(({ id }) => id)).toEqual([
      'naive',
      'returns',
      'substitution',
      'backfill',
      'transfer',
      'catchUp',
      'capital',
      'automation'
    ])
    expect(Number(bars[0]?.delayYears.mixed?.value)).toBeCloseTo(Number(baselineYears.mixed?.p50) / 4, 9)
    expect(bars.at(-1)?.delayYears.mixed).toEqual(delay.mixed.medianDelayYears)
    expect(bars.at(-1)?.delayYears.complements).toEqual(delay.complements.medianDelayYears)
    expect(Number(bars[1]?.delayYears.mixed?.value)).toBeLessThan(Number(bars[0]?.delayYears.mixed?.value))
    const without = (id: string) => Number(ablations.find(bar => bar.id === id)?.delayYears.mixed?.value)
    expect(without('backfill')).toBeGreaterThan(Number(delay.mixed.delayYears?.p50))
    expect(without('transfer')).toBeGreaterThan(Number(delay.mixed.delayYears?.p50))
  })

  it('has no naive end when all refuse', async () => {
    const { bars } = await answered(waterfall(few, refusing(1), tools))
    expect(bars[0]?.delayYears.mixed?.value).toBe('Infinity')
  })
})

describe('the careless', () => {
  it('lose part of their lead when capital follows those who refuse, and gain when only the careful are asked', async () => {
    const places = await answered(carelessGain(few, { ...refusing(0.5), investorFrown: 1 }, tools))
    expect(places).toHaveLength(8)
    for (const { id, gainYears } of places.filter(place => place.id !== 'open-community'))
      expect(Number(gainYears.mixed?.p50), id).toBeLessThan(0)
    const others = usualSetup.groups.map(({ id }) => id).filter(id => id !== 'xai')
    const uneven: Scenario = { refusal: { who: others, share: 1, startYears: 0, rampYears: 1 } }
    const [gain] = (await answered(carelessGain(few, uneven, tools))).filter(({ id }) => id === 'xai')
    expect(Number(gain?.gainYears.mixed?.p50)).toBeGreaterThan(0)
  })
})

describe('who is first', () => {
  it('is not said while it hangs on what is disclosed', async () => {
    const { groups, named } = await answered(whoFirst(few, {}, tools))
    expect(named).toBeNull()
    expect(groups.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
    for (const { least, probability, most } of groups) {
      expect(least).toBeLessThanOrEqual(probability)
      expect(most).toBeGreaterThanOrEqual(probability)
    }
  })

  it('is said where it holds over all intervals', async () => {
    const groups = usualSetup.groups.map(group =>
      group.id === 'meta-ai' ? { ...group, computeFlop: { low: 4e27, high: 5e27 } } : group
    )
    expect((await answered(whoFirst({ ...few, setup: { ...usualSetup, groups } }, {}, tools))).named).toBe('meta-ai')
  })
})

describe('a portfolio', () => {
  const full: Scenario = {
    ...refusing(1),
    investorFrown: 1,
    ostracism: { who: ['xai'], access: 0, startYears: 0 },
    cap: { flop: 1e27, startYears: 1, covered: 'leading', evasion: 2, evasionGrowth: 0.3 },
    smallModels: { substitution: 1, startYears: 0, rampYears: 2 }
  }
  const menu = (prices: Menu['prices']): Menu => ({ full, prices })
  const wish = { ...few, delayYears: 1.5 }

  it('takes what is cheap, and of it no more than it needs', async () => {
    const dear = await answered(cheapestMix(wish, menu({ refusal: 1, investorFrown: 100, smallModels: 1 }), 0.5, tools))
    expect(dear.mix?.investorFrown ?? 0).toBe(0)
    const small = await answered(cheapestMix(wish, menu({ refusal: 100, smallModels: 1 }), 0.5, tools))
    expect(small.mix?.refusal ?? 0).toBe(0)
    expect(small.mix?.smallModels).toBeGreaterThan(0.3)
    expect(Number(small.delay.probability?.value)).toBeGreaterThanOrEqual(0.5)
    const less = { ...small.mix, smallModels: (small.mix?.smallModels ?? 0) - 0.05 }
    const { delay } = await answered(answerScenario(wish, partial(full, less), tools))
    expect(Number(delay.mixed.probability?.value)).toBeLessThan(0.5)
  })

  it('costs what its prices say, and no more than any simple mix that suffices', async () => {
    const prices = { refusal: 10, investorFrown: 4, smallModels: 3, cap: 2 }
    const found = await answered(cheapestMix(wish, menu(prices), 0.5, tools))
    const cost = Object.entries(found.mix ?? {}).reduce(
      (sum, [name, use]) => sum + use * prices[name as keyof typeof prices],
      0
    )
    expect(found.cost).toBeCloseTo(cost, 9)
    for (const name of ['investorFrown', 'smallModels', 'cap'] as const) {
      const { delay } = await answered(answerScenario(wish, partial(full, { [name]: 1 }), tools))
      if (Number(delay.mixed.probability?.value) >= 0.5) expect(found.cost).toBeLessThanOrEqual(prices[name])
    }
  })

  it('is none where not even all levers in full suffice, and says what they reach', async () => {
    const found = await answered(
      cheapestMix({ ...few, delayYears: 30 }, menu({ refusal: 1, investorFrown: 1 }), 0.9, tools)
    )
    expect(found).toMatchObject({ mix: null, cost: null, mixesTried: 1 })
    expect(found.scenario).toContain('100% of the researchers of the 7 leading groups refuse')
    expect(Number(found.delay.probability?.value)).toBeLessThan(0.5)
  })
})

it('progress only grows within a question, and ends at 1', async () => {
  progress.length = 0
  await waterfall(few, refusing(0.2), tools)
  expect(progress).toEqual([...progress].sort((a, b) => a - b))
  expect(progress.at(-1)).toBe(1)
})
