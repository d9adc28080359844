import { describe, expect, it } from 'vitest'
import {
  type Distribution,
  loadKernel,
  parameterNames,
  type RaceSetup,
  type Scenario,
  sweepHere
} from '../simulation/index.ts'
import { beliefGroups } from './belief-groups.ts'
import type { Tools } from './question.ts'
import { usualSetup } from './setup.fixture.ts'
import { type SeenDelay, type TwoBeliefsAnswer, twoBeliefs } from './two-beliefs.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const scenario: Scenario = { refusal: { who: 'leading', share: 0.5, startYears: 0, rampYears: 0 } }
const usual = usualSetup.parameters

type Parameters = RaceSetup['parameters']
const uniform = (low: number, high: number): Distribution => ({ kind: 'uniform', low, high })
const hopeful: Parameters = {
  ...usual,
  backfillShare: uniform(0, 0.2),
  transferShare: uniform(0, 0.1),
  abilityCorrelation: uniform(0.3, 0.6),
  scaleUpLabour: uniform(0.5, 1)
}
const allOther: Parameters = {
  ...hopeful,
  transferYears: uniform(1, 2),
  spendGrowth: uniform(0.5, 0.7),
  algorithmGrowth: uniform(0.4, 0.9),
  catchUp: uniform(0, 0.3),
  returns: uniform(0.5, 1.2),
  substitution: uniform(0.2, 0.6),
  lnAutomationFlop: uniform(76, 80)
}

async function answered(one: Parameters, other: Parameters, draws = 64, delayYears = 0.5): Promise<TwoBeliefsAnswer> {
  const asked = { setup: { ...usualSetup, parameters: one }, draws, delayYears }
  const result = await twoBeliefs(asked, scenario, other, tools)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

const added = (parts: readonly { readonly carries: SeenDelay }[]): SeenDelay => ({
  medianYears: parts.reduce((sum, { carries }) => sum + carries.medianYears, 0),
  probability: parts.reduce((sum, { carries }) => sum + carries.probability, 0)
})

function expectSame(found: SeenDelay, expected: SeenDelay): void {
  expect(found.medianYears).toBeCloseTo(expected.medianYears, 9)
  expect(found.probability).toBeCloseTo(expected.probability, 9)
}

describe('the groups of beliefs', () => {
  it('hold each parameter once', () => {
    expect(beliefGroups.flatMap(({ names }) => names).sort()).toEqual([...parameterNames].sort())
  })
})

describe('two beliefs', () => {
  it.each([
    { why: 'a few parameters, one by one', other: hopeful, mechanisms: 3, unsplit: 0 },
    { why: 'many, by mechanism', other: allOther, mechanisms: 7, unsplit: 4 }
  ])('have parts that add up to their difference: $why', async ({ other, mechanisms, unsplit }) => {
    const { seen, parts, most, one, other: their } = await answered(usual, other)
    expect(parts).toHaveLength(mechanisms)
    expect(parts.filter(({ parameters }) => parameters === null)).toHaveLength(unsplit)
    expectSame(added(parts), {
      medianYears: seen.other.medianYears - seen.one.medianYears,
      probability: seen.other.probability - seen.one.probability
    })
    for (const { carries, parameters } of parts) if (parameters) expectSame(added(parameters), carries)
    expect(most).toHaveLength(3)
    expect(seen.one.medianYears).toBe(one.mixed.medianDelayYears?.value)
    expect(seen.other.medianYears).toBe(their.mixed.medianDelayYears?.value)
  })

  it('give nothing to a parameter that does nothing: closing takes time, and nobody closes', async () => {
    const { parts } = await answered(usual, allOther)
    const leaving = parts.find(({ id }) => id === 'leaving')?.parameters
    expect(leaving?.find(({ name }) => name === 'transferYears')?.carries).toEqual({ medianYears: 0, probability: 0 })
  })

  it('leave out what both believe, and show what each believes of the rest', async () => {
    const { parts, most } = await answered(usual, { ...usual, scaleUpLabour: uniform(0.6, 1) })
    expect(parts.map(({ id }) => id)).toEqual(['capital'])
    const [only] = most
    expect(only?.name).toBe('scaleUpLabour')
    expect(only?.one.p50).toBeCloseTo(0.3, 2)
    expect(only?.other.p50).toBeCloseTo(0.8, 2)
    expect(only?.carries.medianYears).toBeGreaterThan(0)
  })

  it('that are the same differ in nothing', async () => {
    const { seen, parts, most } = await answered(usual, structuredClone(usual))
    expect({ parts, most }).toEqual({ parts: [], most: [] })
    expect(seen.other).toEqual(seen.one)
  })

  it('carry the opposite when they change sides', async () => {
    const there = await answered(usual, hopeful)
    const back = await answered(hopeful, usual)
    expect(back.seen).toEqual({ one: there.seen.other, other: there.seen.one })
    for (const { id, carries } of there.parts)
      expectSame(back.parts.find(part => part.id === id)?.carries as SeenDelay, {
        medianYears: -carries.medianYears,
        probability: -carries.probability
      })
  })

  it('are told apart the same each time; it is told how far it is', async () => {
    const heard: number[] = []
    const listening: Tools = { ...tools, onProgress: share => heard.push(share) }
    const asked = { setup: usualSetup, draws: 32, delayYears: 0.5 }
    const first = await twoBeliefs(asked, scenario, allOther, listening)
    expect(await twoBeliefs(asked, scenario, allOther, tools)).toEqual(first)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    expect(heard.at(-1)).toBe(1)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
  })

  it.each<{ why: string; other: Parameters; draws?: number; error: Record<string, string> }>([
    {
      why: 'the other’s belief is none that the model can run with',
      other: { ...usual, returns: uniform(2, 1) },
      error: { code: 'forecast/invalid', place: 'other.returns' }
    },
    {
      why: 'it would take too long',
      other: hopeful,
      draws: 1e8,
      error: { code: 'forecast/over-budget', place: 'draws' }
    }
  ])('are refused where $why', async ({ other, draws = 64, error }) => {
    const result = await twoBeliefs({ setup: usualSetup, draws, delayYears: 1 }, scenario, other, tools)
    expect(result).toMatchObject({ ok: false, error })
  })
})
