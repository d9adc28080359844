/**
 * What is believed of a parameter, in its unit: the values that a race draws.
 */
import { type Kernel, type ParameterName, parameterNames, type RaceSetup } from '../simulation/index.ts'
import { quantile } from './quantiles.ts'

/** Median and 90% interval. */
export interface Belief {
  readonly p05: number
  readonly p50: number
  readonly p95: number
}

const draws = 2048
const chunk = 256

/** Each parameter’s belief when they are moved by `shifts`, as a sweep takes them. */
export function beliefsOf(
  kernel: Kernel,
  { groups, parameters, seed }: RaceSetup,
  shifts: Partial<Record<ParameterName, number>> = {}
): (name: ParameterName) => Belief {
  const values = new Map(parameterNames.map(name => [name, new Float64Array(draws)]))
  for (let first = 0; first < draws; first += chunk) {
    kernel.sample({ groups, parameters, seed, shifts }, first, chunk)
    for (const [name, all] of values) all.set(kernel.values(name), first)
  }
  return name => {
    const sorted = (values.get(name) as Float64Array).slice().sort()
    return { p05: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) }
  }
}
