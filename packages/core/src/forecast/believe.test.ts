import { describe, expect, it } from 'vitest'
import { loadKernel, parameterNames, type RaceSetup, type Scenario, sweepHere } from '../simulation/index.ts'
import { type BelieveAnswer, believe, type Wish } from './believe.ts'
import type { Tools } from './question.ts'
import { knownSetup, usualSet, usualSetup } from './setup.fixture.ts'

const kernel = await loadKernel()
const tools: Tools = { kernel, sweep: sweepHere(kernel) }
const refusing = (share: number): Scenario => ({
  refusal: { who: 'leading', share, startYears: 0, rampYears: 0 }
})
const uncertain = {
  backfillShare: { kind: 'uniform', low: 0.3, high: 0.9 },
  scaleUpLabour: { kind: 'uniform', low: 0, high: 0.6 },
  algorithmGrowth: { kind: 'ln2Over', of: { kind: 'lognormal90', p05: 0.333, p95: 1.333 } }
} as const
const setup = knownSetup(uncertain)
const movable = ['backfillShare', 'scaleUpLabour', 'algorithmGrowth'] as const

async function answered(
  delayYears: number,
  wish: Wish = { movable },
  race = setup,
  draws = 512
): Promise<BelieveAnswer> {
  const result = await believe({ setup: race, draws, delayYears }, refusing(0.5), wish, tools)
  if (!result.ok) throw new Error(result.error.detail)
  return result.value
}

describe('what one would have to believe', () => {
  it('is nothing new where it is so already', async () => {
    const answer = await answered(0.1)
    expect(answer).toMatchObject({ outcome: 'already', norm: 0, beliefs: [], alone: [], shifts: {} })
    expect(answer.after).toEqual(answer.before)
  })

  it('is a change under which the median is what was wished, and hardly more', async () => {
    const { outcome, norm, shifts, beliefs, before, after } = await answered(0.8, { movable, set: usualSet })
    expect(outcome).toBe('reached')
    expect(before.mixed.medianDelayYears?.value).toBeLessThan(0.4)
    expect(after.mixed.medianDelayYears?.value).toBeGreaterThanOrEqual(0.8)
    expect(after.mixed.medianDelayYears?.value).toBeLessThan(0.84)
    expect(Math.hypot(...Object.values(shifts))).toBeCloseTo(norm, 9)
    for (const { shiftDeviations, prior, moved, grade, source } of beliefs) {
      expect(Math.sign(moved.p50 - prior.p50)).toBe(Math.sign(shiftDeviations))
      expect(grade).not.toBeNull()
      expect(source).not.toBe('')
    }
    const directions = Object.fromEntries(
      beliefs.map(({ name, shiftDeviations }) => [name, Math.sign(shiftDeviations)])
    )
    expect(directions).toEqual({ scaleUpLabour: 1, backfillShare: -1, algorithmGrowth: -1 })
  })

  it('is less than any belief would have to change alone, and no belief leaves its range', async () => {
    const { norm, alone, beliefs } = await answered(0.4)
    const able = alone.filter(({ shiftDeviations }) => shiftDeviations !== null)
    expect(able.length).toBeGreaterThan(0)
    for (const { shiftDeviations } of able) expect(Math.abs(shiftDeviations ?? 0)).toBeGreaterThan(norm * 0.98)
    const share = beliefs.find(({ name }) => name === 'backfillShare')
    expect(share?.moved.p05).toBeGreaterThanOrEqual(0.3)
    expect(share?.moved.p95).toBeLessThanOrEqual(0.9)
  })

  it('of one movable belief is what it would be alone', async () => {
    const { norm, alone } = await answered(0.4, { movable: ['scaleUpLabour'] })
    expect(Math.abs(Math.abs(alone[0]?.shiftDeviations ?? 0) - norm)).toBeLessThan(0.15)
  })

  it.each<{ why: string; delayYears: number; wish: Wish }>([
    { why: 'no values within their ranges do it', delayYears: 30, wish: { movable } },
    { why: 'beliefs may hardly change', delayYears: 2, wish: { movable, mostNorm: 0.2 } }
  ])('is not to be had where $why, and the furthest is shown', async ({ delayYears, wish }) => {
    const { outcome, norm, before, after, bounds } = await answered(delayYears, wish)
    expect(outcome).toBe('unreachable')
    expect(norm).toBeLessThanOrEqual(bounds.mostNorm + 1e-9)
    expect(Number(after.mixed.medianDelayYears?.value)).toBeGreaterThan(Number(before.mixed.medianDelayYears?.value))
    expect(Number(after.mixed.medianDelayYears?.value)).toBeLessThan(delayYears)
  })

  it('tells how far it is, stops when told to, and comes out the same each time', async () => {
    const heard: number[] = []
    const stop = new AbortController()
    const asked = { setup, draws: 64, delayYears: 0.4 }
    const listening: Tools = { ...tools, onProgress: share => heard.push(share) }
    const first = await believe(asked, refusing(0.5), { movable }, listening)
    expect(heard).toEqual([...heard].sort((a, b) => a - b))
    expect(heard.at(-1)).toBe(1)
    expect(await believe(asked, refusing(0.5), { movable }, tools)).toEqual(first)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
    const stopping: Tools = { ...tools, signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) }
    await expect(believe(asked, refusing(0.5), { movable }, stopping)).rejects.toThrow('enough')
  })

  it.each<{ why: string; race?: RaceSetup; wish: Wish; draws?: number; code: string; place: string }>([
    { why: 'only what is known may move', wish: { movable: ['returns'] }, code: 'forecast/invalid', place: 'movable' },
    { why: 'nothing may move', wish: { movable: [] }, code: 'forecast/invalid', place: 'movable' },
    {
      why: 'there is no such belief',
      wish: { movable: ['toString' as 'returns'] },
      code: 'forecast/invalid',
      place: 'movable'
    },
    { why: 'no change is allowed', wish: { movable, mostNorm: 0 }, code: 'forecast/invalid', place: 'mostNorm' },
    {
      why: 'it would take too long',
      race: usualSetup,
      wish: { movable: parameterNames },
      draws: 1e6,
      code: 'forecast/over-budget',
      place: 'draws'
    }
  ])('is refused where $why', async ({ race = setup, wish, draws = 64, code, place }) => {
    const result = await believe({ setup: race, draws, delayYears: 1 }, refusing(0.5), wish, tools)
    expect(result).toMatchObject({ ok: false, error: { code, place } })
  })
})
