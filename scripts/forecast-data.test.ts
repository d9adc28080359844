import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { growthGap } from '../packages/core/src/forecast/compute-growth.ts'
import { hindcast, hindcastText } from '../packages/core/src/forecast/hindcast.ts'
import { type GroupAssumption, startingGroups } from '../packages/core/src/forecast/starting-groups.ts'
import {
  type Day,
  fitTrend,
  type GroupId,
  loadLedger,
  parseManifest,
  type RegisterView,
  registerAsOf,
  trendRuns
} from '../packages/core/src/register/index.ts'
import { distributionsOf, grades, loadKernel, type ParameterSet } from '../packages/core/src/simulation/index.ts'

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, 'data', name), 'utf8')
const beliefs: ParameterSet & { format: number; groups: GroupAssumption[] } = JSON.parse(
  read('forecast/parameters.json')
)

let viewOn: (day: string) => RegisterView
beforeAll(() => {
  const files = new Map(readdirSync(join(root, 'data/register')).map(name => [name, read(`register/${name}`)]))
  const manifest = parseManifest(files.get('ledger.json') ?? '')
  if (!manifest.ok) throw new Error(manifest.error.detail)
  const claims = loadLedger(manifest.value, files)
  if (!claims.ok) throw new Error(claims.error.detail)
  viewOn = day => registerAsOf(claims.value, { knownOn: day as Day, trueOn: day as Day })
})

describe('the shipped beliefs', () => {
  it('are a belief about every parameter that the model can run with', () => {
    expect(beliefs.format).toBe(1)
    const distributions = distributionsOf(beliefs)
    expect(distributions.ok || distributions.error.detail).toBe(true)
  })

  it('each say how good they are and on what they rest', () => {
    for (const { grade, source, note } of [...beliefs.parameters, ...beliefs.groups]) {
      expect(grades).toContain(grade)
      expect(source).not.toBe('')
      if (grade !== 'measured') expect(note).toMatch(grade === 'judged' ? /^Judged\b/ : /^A guess\b/)
    }
  })

  it('name groups as the register does, and set care for none', () => {
    const { groups } = viewOn('2026-07-31')
    for (const { id, name, isOpenCommunity, care } of beliefs.groups) {
      expect(groups.get(id as GroupId)?.name).toBe(isOpenCommunity ? undefined : name)
      expect(care).toBeNull()
    }
    expect(beliefs.groups.filter(({ isOpenCommunity }) => isOpenCommunity)).toHaveLength(1)
  })
})

describe('the groups as of the end of July 2026', () => {
  const start = (day = '2026-07-31') => {
    const field = startingGroups(viewOn(day), beliefs.groups)
    if (!field.ok) throw new Error(field.error.detail)
    return field.value
  }

  it('start with what the register knows', () => {
    const rows = start().starts.map(({ group, compute }) => [
      group.id,
      compute.kind,
      compute.largestKnown?.name,
      Number(group.computeFlop.low.toPrecision(3)),
      Number(group.computeFlop.high.toPrecision(3))
    ])
    expect(rows).toEqual([
      ['openai', 'open', 'GPT-4.5', 1.67e25, 5e26],
      ['google-deepmind', 'open', 'Gemini 1.0 Ultra', 1.67e25, 5e26],
      ['anthropic', 'open', 'Claude 3.7 Sonnet', 1.67e25, 5e26],
      ['meta-ai', 'open', 'Llama 4 Behemoth (preview)', 1.67e25, 5e26],
      ['xai', 'open', 'Grok 4', 1.67e25, 5e26],
      ['deepseek', 'measured', 'DeepSeek-V4-Pro', 9.7e23, 9.7e25],
      ['alibaba', 'open', 'Qwen3-Max', 1.51e25, 5e26],
      ['open-community', 'given', undefined, 1e24, 1e24]
    ])
  })

  it('pay about 1e-18 dollars of 2023 for a FLOP', () => {
    const { price } = start()
    expect(price).toMatchObject({ runs: 10, from: '2024-02-26', to: '2025-07-09' })
    expect(price?.usdPerFlop.value).toBeCloseTo(1.02e-18, 20)
    expect(price?.usdPerFlop.low).toBeCloseTo(6.22e-19, 21)
    expect(price?.usdPerFlop.high).toBeCloseTo(1.48e-18, 20)
  })

  it('start alike in November, since nothing was recorded since', () => {
    expect(start('2026-11-24').starts).toEqual(start().starts)
  })

  it('could be built on what was known in April 2025', () => {
    const { frontier, starts } = start('2025-04-15')
    expect(frontier).toMatchObject({ name: 'Grok-3', computeFlop: { value: 4.64e26, confidence: 'confident' } })
    expect(starts.find(({ group }) => group.id === 'openai')?.compute.largestKnown?.name).toBe('GPT-4o')
  })
})

describe('growth fitted to 2020', () => {
  it('holds the largest known run of each year to 2025, from far above', () => {
    const found = hindcast(viewOn('2026-07-31'))
    if (!found.ok) throw new Error(found.error.detail)
    const { years, trend, ordinaryTrend, coverage } = found.value
    expect(trend.growthPerYear.value).toBeCloseTo(5.11, 2)
    expect(ordinaryTrend.growthPerYear.value).toBeCloseTo(3.02, 2)
    expect(
      years.map(({ year, predictedFlop, actual, verdict, ordinaryVerdict }) => [
        year,
        Number(predictedFlop.low.toPrecision(2)),
        Number(predictedFlop.value.toPrecision(2)),
        Number(predictedFlop.high.toPrecision(2)),
        actual.system.name,
        verdict,
        ordinaryVerdict
      ])
    ).toEqual([
      [2021, 1.3e23, 2.7e24, 5.5e25, 'FLAN 137B', 'inside', 'above'],
      [2022, 5.8e23, 1.4e25, 3.2e26, 'Minerva (540B)', 'inside', 'above'],
      [2023, 2.6e24, 6.9e25, 1.9e27, 'Gemini 1.0 Ultra', 'inside', 'above'],
      [2024, 1.1e25, 3.6e26, 1.1e28, 'Llama 3.1-405B', 'inside', 'above'],
      [2025, 5e25, 1.8e27, 6.6e28, 'Grok 4', 'inside', 'above']
    ])
    expect(coverage).toEqual({ forecasts: 45, inside: 41, above: 0, below: 4 })
    expect(hindcastText(found.value)).toContainEqual(
      'The middle of the band is too high in every year, by factors of 1.3 to 9.4: the errors of the years are one error.'
    )
  })

  it('of the beliefs is below what the register measures', async () => {
    const distributions = distributionsOf(beliefs)
    const trend = fitTrend(trendRuns(viewOn('2026-07-31'), { from: '2010-01-01' as Day }))
    if (!distributions.ok || !trend.ok) throw new Error('no trend')
    const gap = growthGap(await loadKernel(), distributions.value, trend.value)
    expect(gap.believed.value).toBeCloseTo(4.13, 2)
    expect(gap.measured.value).toBeCloseTo(4.34, 2)
    expect(gap.ratio).toBeCloseTo(0.95, 2)
  })
})
