import { describe, expect, it } from 'vitest'
import { loadKernel, type RaceSetup, type Scenario, sweepHere } from '../simulation/index.ts'
import type { Tools } from './question.ts'
import { factorsOf, seenDelays, sensitivityOf } from './sensitivity.ts'
import { usualGroups, usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const scenario: Scenario = { refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } }

const middle = {
  spendGrowth: 0.88,
  hardwareGrowth: 0.33,
  durationGrowth: 0.22,
  durationYears: 4,
  algorithmGrowth: 1.04,
  returns: 0.42,
  labourShareOfInput: 0.5,
  substitution: 2.3,
  labourGrowth: 0.34,
  automationSlope: 0.3,
  lnAutomationFlop: 72,
  abilitySpread: 1.05,
  abilityCorrelation: 0.2,
  backfillShare: 0.6,
  backfillQuality: 0.65,
  backfillYears: 1.2,
  transferShare: 0.3,
  transferYears: 0.7,
  complementarity: 0.65,
  catchUp: 0.6,
  lnSpendCapUsd: 26,
  economyGrowth: 0.03,
  investorResponse: 0.85,
  scaleUpLabour: 0.3,
  speedLimit: 6.9,
  lnThresholdFlop: 72
}
/** All is known but what `uncertain` names. */
function known(uncertain: Partial<RaceSetup['parameters']>): RaceSetup {
  const groups = usualGroups.map(({ computeFlop, runCostUsd, ...rest }) => ({
    ...rest,
    computeFlop: { low: computeFlop.high, high: computeFlop.high },
    runCostUsd: { low: runCostUsd.high, high: runCostUsd.high }
  }))
  const constants = Object.fromEntries(
    Object.entries(middle).map(([name, value]) => [name, { kind: 'constant', value }])
  ) as unknown as RaceSetup['parameters']
  return { ...usualSetup, groups, parameters: { ...constants, ...uncertain } }
}

async function answered(setup: RaceSetup, draws: number, delayYears = 1, of = scenario) {
  const result = await sensitivityOf({ setup, draws, delayYears }, of, tools)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

describe('the factors of a race', () => {
  it('are what is not known, and the groups’ compute as one', () => {
    const factors = factorsOf(usualSetup)
    expect(factors).toHaveLength(24)
    expect(factors.at(-1)).toBe('groups')
    for (const fixed of ['durationYears', 'economyGrowth', 'speedLimit'] as const) expect(factors).not.toContain(fixed)
    expect(factorsOf(known({ returns: { kind: 'uniform', low: 1, high: 1 } }))).toEqual([])
  })
})

describe('a delay as far as the horizon lets one see', () => {
  it.each([
    { why: 'both cross', base: 3, crossing: 5, years: 2 },
    { why: 'the scenario does not', base: 3, crossing: Number.POSITIVE_INFINITY, years: 37 },
    { why: 'neither does', base: Number.POSITIVE_INFINITY, crossing: Number.POSITIVE_INFINITY, years: 0 },
    { why: 'the baseline does not', base: Number.POSITIVE_INFINITY, crossing: 39, years: -1 }
  ])('where $why', ({ base, crossing, years }) => {
    expect(seenDelays(Float64Array.of(base), Float64Array.of(crossing), 40)[0]).toBe(years)
  })
})

describe('the sensitivity of a delay', () => {
  it('is all of the one belief that varies, and none of one without effect', async () => {
    const setup = known({
      transferYears: { kind: 'uniform', low: 0.3, high: 1.5 },
      backfillShare: { kind: 'uniform', low: 0.3, high: 0.9 }
    })
    const { mixed, substitutes, complements } = (await answered(setup, 1024)).sensitivity
    const [first, second] = mixed?.delay ?? []
    expect(first?.factor).toBe('backfillShare')
    for (const index of [first?.total, first?.first]) {
      expect(Math.abs((index?.value ?? 0) - 1)).toBeLessThan(0.1)
      expect(index?.low).toBeLessThan(1)
      expect(index?.high).toBeGreaterThan(1)
    }
    expect(second?.factor).toBe('transferYears')
    expect(second?.total.value).toBe(0)
    expect(substitutes).toEqual(mixed)
    expect(complements).toBeNull()
  })

  it('is divided among structures’ own worlds', async () => {
    const { sensitivity } = await answered(usualSetup, 64)
    for (const part of [sensitivity.mixed, sensitivity.substitutes, sensitivity.complements]) {
      expect(part?.delay?.map(({ factor }) => factor).sort()).toEqual([...factorsOf(usualSetup)].sort())
      const totals = part?.delay?.map(({ total }) => total.value) ?? []
      expect(totals).toEqual([...totals].sort((a, b) => b - a))
    }
    expect(sensitivity.substitutes).not.toEqual(sensitivity.complements)
  })

  it('of reaching what no draw reaches is none', async () => {
    const { mixed } = (await answered(known({ returns: { kind: 'uniform', low: 0.3, high: 0.6 } }), 64, 30)).sensitivity
    expect(mixed?.reached).toBeNull()
    expect(mixed?.delay).not.toBeNull()
  })

  it('is the same whoever runs it, and tells how far it is', async () => {
    const setup = known({
      returns: { kind: 'uniform', low: 0.3, high: 0.6 },
      catchUp: { kind: 'uniform', low: 0, high: 1 }
    })
    const heard: number[] = []
    const slow: Tools = {
      ...tools,
      onProgress: share => heard.push(share),
      sweep: async (plan, options) => {
        await new Promise(resolve => setTimeout(resolve, (plan.setup.seed % 3) * 2))
        return tools.sweep(plan, options)
      }
    }
    const result = await sensitivityOf({ setup, draws: 128, delayYears: 1 }, scenario, slow)
    expect(result).toEqual({ ok: true, value: await answered(setup, 128) })
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
  })

  it('stops when told to', async () => {
    const stop = new AbortController()
    const stopping: Tools = { ...tools, signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) }
    await expect(sensitivityOf({ setup: usualSetup, draws: 64, delayYears: 1 }, scenario, stopping)).rejects.toThrow(
      'enough'
    )
  })

  it.each<{ why: string; setup: RaceSetup; of?: Scenario; draws?: number; code: string }>([
    { why: 'nothing varies', setup: known({}), code: 'forecast/invalid' },
    {
      why: 'nobody has that name',
      setup: usualSetup,
      of: { shutdown: { who: ['nobody'], startYears: 0 } },
      code: 'forecast/unknown-group'
    },
    { why: 'it would take too long', setup: usualSetup, draws: 1e6, code: 'forecast/over-budget' }
  ])('is refused where $why', async ({ setup, of = scenario, draws = 64, code }) => {
    expect(await sensitivityOf({ setup, draws, delayYears: 1 }, of, tools)).toMatchObject({
      ok: false,
      error: { code }
    })
  })
})
