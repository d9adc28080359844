import { describe, expect, it } from 'vitest'
import { loadKernel, type RaceSetup, type Scenario, sweepHere } from '../simulation/index.ts'
import { factorsOf } from './factors.ts'
import type { Tools } from './question.ts'
import { sensitivityOf } from './sensitivity.ts'
import { knownSetup, usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const scenario: Scenario = { refusal: { who: 'leading', share: 0.2, startYears: 0, rampYears: 1 } }

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
    expect(factorsOf(knownSetup({ returns: { kind: 'uniform', low: 1, high: 1 } }))).toEqual([])
  })
})

describe('the sensitivity of a delay', () => {
  it('is all of the one belief that varies, and none of one without effect', async () => {
    const setup = knownSetup({
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
    const { mixed } = (await answered(knownSetup({ returns: { kind: 'uniform', low: 0.3, high: 0.6 } }), 64, 30))
      .sensitivity
    expect(mixed?.reached).toBeNull()
    expect(mixed?.delay).not.toBeNull()
  })

  it('is the same whoever runs it, and tells how far it is', async () => {
    const setup = knownSetup({
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
    { why: 'nothing varies', setup: knownSetup({}), code: 'forecast/invalid' },
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
