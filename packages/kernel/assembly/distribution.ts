/**
 * Values of a chunk's draws: each variable by the inverse of its distribution at one quasi-random number.
 *
 * A distribution is written in numbers, its kind first (src/distribution.ts writes them):
 *   0 v · 1 low high · 2 low mode high · 3 p05 p95 · 4 logOf … · 5 ln2Over … · 6 by, scaled … ·
 *   7 n, then for each part: weight, length, …
 */
import { exp1, ln1 } from './lanes'
import {
  groupIntervals, lnCompute, lnCost, mostDraws, parameterCount, parameters, programAt, programs, rowAt, seeds, shifts
} from './layout'
import { normalCdf, normalQuantile } from './normal'
import { uniform } from './sobol'

/** Standard deviations between the 5th and the 95th percentile of a normal distribution. */
const deviations90: f64 = 3.28971
const ln2: f64 = 0.6931471805599453

/** The value at `u`; `pick` chooses the part of a mixture. */
function quantile(at: usize, u: f64, pick: f64): f64 {
  const kind = <i32>load<f64>(at)
  const a = load<f64>(at + 8)
  switch (kind) {
    case 0: return a
    case 1: return a + u * (load<f64>(at + 16) - a)
    case 2: return triangular(a, load<f64>(at + 16), load<f64>(at + 24), u)
    case 3: {
      const low = ln1(a)
      const high = ln1(load<f64>(at + 16))
      return exp1((low + high) / 2 + ((high - low) / deviations90) * normalQuantile(u))
    }
    case 4: return ln1(quantile(at + 8, u, pick))
    case 5: return ln2 / quantile(at + 8, u, pick)
    case 6: return a * quantile(at + 16, u, pick)
    default: return ofMixture(at, u, pick)
  }
}

function triangular(low: f64, mode: f64, high: f64, u: f64): f64 {
  const width = high - low
  if (width <= 0) return low
  const rise = (mode - low) / width
  return u < rise ? low + Math.sqrt(u * width * (mode - low)) : high - Math.sqrt((1 - u) * width * (high - mode))
}

function ofMixture(at: usize, u: f64, pick: f64): f64 {
  const parts = <i32>load<f64>(at + 8)
  let part = at + 16
  let total: f64 = 0
  for (let i = 0, p = part; i < parts; i++) {
    total += load<f64>(p)
    p += 16 + (<usize>load<f64>(p + 8) << 3)
  }
  let left = pick * total
  for (let i = 1; i < parts; i++) {
    const weight = load<f64>(part)
    if (left < weight) break
    left -= weight
    part += 16 + (<usize>load<f64>(part + 8) << 3)
  }
  return quantile(part + 16, u, pick)
}

/** The quasi-random number of a variable, moved by its shift (in standard deviations of a normal score). */
function numberOf(variable: i32, draw: u32): f64 {
  const u = uniform(load<u32>(seeds + (<usize>variable << 2)), draw, variable)
  const shift = load<f64>(shifts + (<usize>variable << 3))
  return shift == 0 ? u : normalCdf(normalQuantile(u) + shift)
}

/** Fills the rows of parameters and of the groups' largest runs with draws `first` to `first + draws − 1`. */
export function sample(first: u32, draws: i32, groups: i32): void {
  for (let variable = 0; variable < parameterCount; variable++) {
    const program = programs + (<usize>load<u32>(programAt + (<usize>variable << 2)) << 3)
    const seed = load<u32>(seeds + (<usize>variable << 2))
    const values = rowAt(parameters, variable)
    const isMixture = load<f64>(program) == 7
    for (let d = 0; d < draws; d++) {
      const pick = isMixture ? uniform(seed, first + d, 42 + variable) : 0.5
      store<f64>(values + (<usize>d << 3), quantile(program, numberOf(variable, first + d), pick))
    }
  }
  for (let group = 0; group < groups; group++) {
    const interval = groupIntervals + (<usize>group << 5)
    const low = ln1(load<f64>(interval))
    const high = ln1(load<f64>(interval + 8))
    const costLow = ln1(load<f64>(interval + 16))
    const costHigh = ln1(load<f64>(interval + 24))
    const compute = rowAt(lnCompute, group)
    const cost = rowAt(lnCost, group)
    for (let d = 0; d < draws; d++) {
      const u = high > low || costHigh > costLow ? numberOf(parameterCount + group, first + d) : 0
      store<f64>(compute + (<usize>d << 3), low + u * (high - low))
      store<f64>(cost + (<usize>d << 3), costLow + u * (costHigh - costLow))
    }
  }
}
