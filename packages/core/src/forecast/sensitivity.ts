/**
 * Which beliefs carry the spread of the answer? Sobol indices of the delay and of reaching it, for every parameter that is
 * not taken as known, and for the groups' starting compute as one factor.
 *
 * The second sample takes the same quasi-random numbers, scrambled by another seed: for one pair of seeds the two are
 * closely tied, over many pairs they are not. So draws come in small blocks, each with seeds of its own.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  type Columns,
  checkBudget,
  columnAt,
  invalid,
  type Levers,
  leversOf,
  type RaceSetup,
  type Scenario,
  type SweepPlan,
  scenarioText
} from '../simulation/index.ts'
import type { ByStructure } from './delay.ts'
import { type Factor, factorsOf, labelOf } from './factors.ts'
import { hash32 } from './hash.ts'
import { inLanes } from './lanes.ts'
import { ofStructure } from './of-structure.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'
import { seenDelays } from './seen-delay.ts'
import { type FactorIndices, sobolIndices } from './sobol-indices.ts'

export interface FactorSensitivity extends FactorIndices {
  readonly factor: Factor
  readonly label: string
}

export interface Sensitivity {
  readonly draws: number
  /** Share of draws whose baseline does not cross by the horizon. */
  readonly baselineCensored: number
  /**
   * Of min(delay, horizon − baseline), in years; the greatest total first. A baseline that is censored is taken to cross
   * at the horizon, so that no draw is left out: what is told by conditioning on a result is no share of variance.
   * Null where every draw gives the same.
   */
  readonly delay: readonly FactorSensitivity[] | null
  /** Of whether the delay is seen to be at least the one asked for; what the horizon leaves undecided is not seen. */
  readonly reached: readonly FactorSensitivity[] | null
}

export interface SensitivityAnswer {
  readonly scenario: string
  readonly delayYears: number
  readonly horizonYears: number
  /** Null where the elasticities of a structure are not told apart, or there are none. */
  readonly sensitivity: ByStructure<Sensitivity | null>
}

/** Enough for indices to 0.05, in well under a minute on two cores. */
export const sensitivityDraws = 4096

/** A whole number of kernel lanes; the fewer draws a block has, the more pairs of seeds there are. */
const blockDraws = 8

/** Seeds of a block's two samples. */
export const blockSeeds = (seed: number, block: number): { readonly a: number; readonly b: number } => ({
  a: hash32(seed, block, 1),
  b: hash32(seed, block, 2)
})

/**
 * `asked.draws` is rounded up to whole blocks of eight, and is run once more for each factor, and for each structure.
 * Errors: forecast/invalid (also where nothing varies), forecast/unknown-group, forecast/over-budget.
 */
export async function sensitivityOf(
  asked: Asked,
  scenario: Scenario,
  tools: Tools
): Promise<Result<SensitivityAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const factors = factorsOf(setup)
  if (factors.length === 0)
    return fail(invalid('setup', 'leaves nothing uncertain.', 'Give a parameter or a group’s compute as a range.'))
  const budget = checkBudget(draws, 6 * (factors.length + 2), setup.horizonYears)
  if (!budget.ok) return budget

  const substitutes = ofStructure(setup, 'substitutes')
  const complements = ofStructure(setup, 'complements')
  const setups = [...new Set([setup, substitutes, complements])].filter(one => one !== null)
  const found: Sensitivity[] = []
  for (const [index, one] of setups.entries()) {
    const { onProgress } = partOf(tools, index / setups.length, (index + 1) / setups.length)
    found.push(await sensitivity({ ...asked, setup: one }, levers.value, { ...tools, onProgress }))
  }
  const of = (one: RaceSetup | null) => (one === null ? null : (found[setups.indexOf(one)] ?? null))
  return ok({
    scenario: scenarioText(scenario, setup.groups),
    delayYears,
    horizonYears: setup.horizonYears,
    sensitivity: { mixed: of(setup), substitutes: of(substitutes), complements: of(complements) }
  })
}

async function sensitivity({ setup, draws, delayYears }: Asked, levers: Levers, tools: Tools): Promise<Sensitivity> {
  const factors = factorsOf(setup)
  const blocks = Math.ceil(draws / blockDraws)
  const runs = Array.from({ length: factors.length + 2 }, () => new Float64Array(blocks * blockDraws))
  const reachedRuns = runs.map(run => new Float64Array(run.length))
  let censored = 0
  const plans = function* (): Generator<readonly [SweepPlan, (columns: Columns) => void]> {
    for (let block = 0; block < blocks; block++) {
      const seeds = blockSeeds(setup.seed, block)
      for (let run = 0; run < runs.length; run++) {
        const factor = factors[run - 2]
        const plan: SweepPlan = {
          kind: 'crossing',
          setup: { ...setup, seed: run === 1 ? seeds.b : seeds.a },
          draws: blockDraws,
          scenarios: [{}, levers],
          reseeded: factor && {
            seed: seeds.b,
            parameters: factor === 'groups' ? [] : [factor],
            groups: factor === 'groups'
          }
        }
        yield [
          plan,
          columns => {
            const baseline = columns[columnAt(0, 'first')] as Float64Array
            const delays = seenDelays(baseline, columns[columnAt(1, 'first')] as Float64Array, setup.horizonYears)
            if (run === 0) censored += baseline.filter(years => years === Number.POSITIVE_INFINITY).length
            runs[run]?.set(delays, block * blockDraws)
            reachedRuns[run]?.set(
              delays.map(delay => Number(delay >= delayYears)),
              block * blockDraws
            )
          }
        ]
      }
    }
  }
  let done = 0
  await inLanes(plans(), async ([plan, use]) => {
    use(await tools.sweep(plan, { signal: tools.signal }))
    tools.onProgress?.(++done / (blocks * runs.length))
  })

  const indices = ([a, b, ...mixed]: readonly Float64Array[]): FactorSensitivity[] | null => {
    if (!a || !b) throw new Error('two samples')
    const found = sobolIndices({ a, b, mixed }, blockDraws, setup.seed)
    return (
      found &&
      factors
        .map((factor, index) => ({ factor, label: labelOf(factor), ...(found[index] as FactorIndices) }))
        .sort((one, other) => other.total.value - one.total.value)
    )
  }
  return {
    draws: blocks * blockDraws,
    baselineCensored: censored / (blocks * blockDraws),
    delay: indices(runs),
    reached: indices(reachedRuns)
  }
}
