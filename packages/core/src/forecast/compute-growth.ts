/**
 * Does compute in the race grow as it has grown, and how large is its largest run after some years?
 *
 * Without levers compute depends on no algorithm. So a race in which algorithms stand still crosses a threshold when its
 * compute does, which lets the kernel itself answer, with nothing that it holds for its own use.
 */
import { mostDraws } from '@frown/kernel'
import type { Interval, Trend } from '../register/index.ts'
import type { Distribution, Kernel, ParameterName, RaceSetup } from '../simulation/index.ts'
import { quantile } from './quantiles.ts'

type Distributions = Readonly<Record<ParameterName, Distribution>>

export interface GrowthGap {
  /** Factor by which compute grows in the first year as believed: median with 90% interval. */
  readonly believed: Interval
  /** The same as measured, with the 90% interval of the line. */
  readonly measured: Interval
  /** Believed over measured. */
  readonly ratio: number
  /** Share of the believed (0–1) that lies below the measured interval, in it and above it. */
  readonly shares: { readonly below: number; readonly inside: number; readonly above: number }
}

/** Spending, hardware and duration together, before duration fades and spending nears its cap. */
export function growthGap(
  kernel: Kernel,
  parameters: Distributions,
  { growthPerYear: measured }: Trend,
  { draws = 4_096, seed = 1 } = {}
): GrowthGap {
  const factors = new Float64Array(draws)
  for (const { first, count } of chunksOf(draws)) {
    kernel.sample({ groups: [anyGroup], parameters, seed }, first, count)
    for (const name of ['spendGrowth', 'hardwareGrowth', 'durationGrowth'] as const)
      kernel.values(name).forEach((growth, d) => {
        factors[first + d] = (factors[first + d] as number) + growth
      })
  }
  factors.forEach((growth, d) => {
    factors[d] = kernel.exp(growth)
  })
  factors.sort()
  const share = (holds: (factor: number) => boolean) => factors.filter(holds).length / draws
  const believed = { value: quantile(factors, 0.5), low: quantile(factors, 0.05), high: quantile(factors, 0.95) }
  return {
    believed,
    measured,
    ratio: believed.value / measured.value,
    shares: {
      below: share(factor => factor < measured.low),
      inside: share(factor => factor >= measured.low && factor <= measured.high),
      above: share(factor => factor > measured.high)
    }
  }
}

const anyGroup = {
  computeFlop: { low: 1e26, high: 1e26 },
  runCostUsd: { low: 1e8, high: 1e8 },
  labourShare: 1,
  openness: 0,
  lnAlgorithms: 0,
  care: 0.5
}

/** The least that the model runs with: e^(0.01·years) at most, so effective compute is compute to within 1% a year. */
const leastAlgorithmGrowth = 0.001
const leastSpeedLimit = 0.01

/** P(0–1) that the largest run of any group reaches `flop` within `years` of the start, nothing being done. */
export function chanceOfRun(kernel: Kernel, setup: RaceSetup, flop: number, years: number, draws: number): number {
  const constant = (value: number): Distribution => ({ kind: 'constant', value })
  const parameters: Distributions = {
    ...setup.parameters,
    algorithmGrowth: constant(leastAlgorithmGrowth),
    speedLimit: constant(leastSpeedLimit),
    catchUp: constant(0),
    lnThresholdFlop: constant(kernel.ln(flop))
  }
  const groups = setup.groups.map(group => ({ ...group, lnAlgorithms: 0 }))
  const horizonYears = Math.ceil(years * 12 - 1e-9) / 12
  let reached = 0
  for (const { first, count } of chunksOf(draws)) {
    kernel.sample({ groups, parameters, seed: setup.seed }, first, count)
    const result = kernel.run({}, { horizonYears, stop: 'whenOneCrossed' })
    const crossings = groups.map((_, group) => result.crossingYears(group))
    for (let d = 0; d < count; d++) if (crossings.some(column => (column[d] as number) <= years)) reached++
  }
  return reached / draws
}

function* chunksOf(draws: number): Generator<{ readonly first: number; readonly count: number }> {
  for (let first = 0; first < draws; first += mostDraws) yield { first, count: Math.min(mostDraws, draws - first) }
}
