import { beforeAll, describe, expect, it } from 'vitest'
import type { Trend } from '../register/index.ts'
import { type Distribution, type Kernel, loadKernel, type ParameterName, type RaceSetup } from '../simulation/index.ts'
import { chanceOfRun, growthGap } from './compute-growth.ts'
import { usualSetup } from './setup.fixture.ts'

let kernel: Kernel
beforeAll(async () => {
  kernel = await loadKernel()
})

const constant = (value: number): Distribution => ({ kind: 'constant', value })
const trend = (value: number, low: number, high: number) => ({ growthPerYear: { value, low, high } }) as Trend
const withValues = (values: Partial<Record<ParameterName, Distribution>>): RaceSetup => ({
  ...usualSetup,
  parameters: { ...usualSetup.parameters, ...values }
})

describe('the gap of growth', () => {
  const { parameters } = withValues({
    spendGrowth: { kind: 'uniform', low: Math.log(2), high: Math.log(4) },
    hardwareGrowth: constant(Math.log(1.5)),
    durationGrowth: constant(0)
  })

  it('is between the product of spending, hardware and duration, and the line', () => {
    const gap = growthGap(kernel, parameters, trend(4.5, 4, 5))
    expect(gap.believed.value).toBeCloseTo(Math.sqrt(8) * 1.5, 2)
    expect(gap.believed.low).toBeCloseTo(3 * 2 ** 0.05, 2)
    expect(gap.believed.high).toBeCloseTo(3 * 2 ** 0.95, 2)
    expect(gap.ratio).toBeCloseTo(gap.believed.value / 4.5, 9)
  })

  it('says how much of the belief lies below, in and above the measured interval', () => {
    const { shares } = growthGap(kernel, parameters, trend(4.5, 4, 5))
    expect(shares.below).toBeCloseTo(Math.log2(4 / 3), 2)
    expect(shares.inside).toBeCloseTo(Math.log2(5 / 4), 2)
    expect(shares.below + shares.inside + shares.above).toBeCloseTo(1, 9)
  })

  it('is the same whatever the draws are cut into, and another by another seed', () => {
    const at = (seed: number, draws: number) => growthGap(kernel, parameters, trend(4.5, 4, 5), { seed, draws })
    expect(at(7, 1000)).toEqual(at(7, 1000))
    expect(at(7, 1000).believed).not.toEqual(at(8, 1000).believed)
  })
})

describe('the chance of a run of some size', () => {
  /** One run of 4e26 FLOP leads, and spending is far from its cap: compute after two years is known. */
  const leads = { low: 4e26, high: 4e26 }
  const follows = { low: 1e25, high: 1e26 }
  const groups = usualSetup.groups.map((group, i) => ({ ...group, computeFlop: i === 3 ? leads : follows }))
  const known = withValues({
    spendGrowth: constant(0.9),
    hardwareGrowth: constant(0.3),
    durationGrowth: constant(0.2),
    durationYears: constant(1000),
    lnSpendCapUsd: constant(60)
  })
  const setup = { ...known, groups }
  const afterTwoYears = 4e26 * Math.exp(2 * (0.9 + 0.3 + 0.2))

  it.each([
    { why: 'is none above what growth leads to', flop: 1.03 * afterTwoYears, chance: 0 },
    { why: 'is certain below it', flop: 0.98 * afterTwoYears, chance: 1 },
    { why: 'is certain of a run already made', flop: 4e26, chance: 1 }
  ])('$why', ({ flop, chance }) => {
    expect(chanceOfRun(kernel, setup, flop, 2, 300)).toBe(chance)
  })

  it('is about compute: algorithms, however fast, change nothing', () => {
    const fast = withValues({ algorithmGrowth: constant(3), catchUp: constant(5), speedLimit: constant(9) })
    const slow = withValues({ algorithmGrowth: constant(0.01), catchUp: constant(0) })
    for (const flop of [1e28, 3e28, 1e29])
      expect(chanceOfRun(kernel, fast, flop, 4, 512)).toBe(chanceOfRun(kernel, slow, flop, 4, 512))
  })

  it('never falls with time, nor rises with size', () => {
    const uncertain = withValues({ spendGrowth: { kind: 'uniform', low: 0.4, high: 1.4 } })
    const chances = [2, 3, 4].map(years => chanceOfRun(kernel, uncertain, 1e28, years, 256))
    expect(chances).toEqual([...chances].sort((a, b) => a - b))
    const sizes = [1e27, 1e28, 1e29].map(flop => chanceOfRun(kernel, uncertain, flop, 3, 256))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })
})
