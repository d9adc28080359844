/**
 * The kernel's face: put a chunk of draws in, run levers over it, read when each group crosses.
 *
 * What comes out of a draw depends on seed, draw, groups and levers alone, to the last bit, in every engine, whatever the
 * chunk and whoever else runs. Cancelling is not calling again: a chunk takes milliseconds.
 */
import { type Distribution, programOf } from './distribution.ts'
import { kernelBinary, kernelVersion } from './kernel-binary.ts'
import { fieldLever, type KernelMemory, memoryOf, mostDraws, mostGroups, mostSamples, programSlots } from './memory.ts'
import { type Levers, type ParameterName, type ParameterValues, parameterNames, type RaceGroup } from './race-input.ts'
import { type WasmInstance, webAssembly } from './web-assembly.ts'

export type ParameterDistributions = Readonly<Record<ParameterName, Distribution>>

/** What draws are made from. */
export interface Sampling {
  readonly groups: readonly RaceGroup[]
  readonly parameters: ParameterDistributions
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number
  /** Moves a parameter's distribution by so many standard deviations of its normal score; it stays within its range. */
  readonly shifts?: Partial<Record<ParameterName, number>> | undefined
  /** Draws these parameters, and all groups' compute if `groups`, by another seed. */
  readonly reseeded?:
    | { readonly seed: number; readonly parameters: readonly ParameterName[]; readonly groups: boolean }
    | undefined
}

/** `never`: the whole horizon. Others leave a draw once every group, or any, has crossed; what they leave is no less true. */
export type Stop = 'never' | 'whenAllCrossed' | 'whenOneCrossed'
const stops: Record<Stop, number> = { never: 0, whenAllCrossed: 1, whenOneCrossed: 2 }

export interface RunOptions {
  readonly horizonYears: number
  readonly stop: Stop
  /** Per draw, what every refusing share is multiplied with (0–1); 1 if left out. */
  readonly shareScale?: ArrayLike<number> | undefined
  /** Notes the frontier every so many months, from the start to the horizon, at most 201 times; wants `stop: 'never'`. */
  readonly noteEveryMonths?: number | undefined
}

export interface ChunkResult {
  /** Years from the start until the group crosses, per draw; ∞: not within the horizon. */
  readonly crossingYears: (group: number) => Float64Array
  /** Years from the start until the speed limit first bound, per draw; ∞: never while the draw ran. */
  readonly limitedYears: Float64Array
  /** ln of the largest effective compute of any group that is not shut, per draw, at a sample in time. */
  readonly lnFrontier: (sample: number) => Float64Array
}

export interface Kernel {
  /** Names the code that decides every digit: the first 16 hex digits of the binary's SHA-256. */
  readonly version: string
  /** Makes draws `first` to `first + draws − 1`, at most `mostDraws` of them. */
  sample(sampling: Sampling, first: number, draws: number): void
  /** Takes draws as given instead; each group starts at the lower end of its intervals. */
  give(groups: readonly RaceGroup[], draws: readonly ParameterValues[]): void
  /** Keeps only these draws of the chunk, in this order, each named once and in ascending order. */
  keep(draws: readonly number[]): void
  /** Values of a parameter in the chunk; good until the next call that fills it. */
  values(name: ParameterName): Float64Array
  /** Runs the chunk; what is returned is good until the next run. */
  run(levers: Levers, options: RunOptions): ChunkResult
  readonly normalCdf: (x: number) => number
  readonly normalQuantile: (probability: number) => number
  /** Share of ability lost (0–1) when `share` (0–1) refuses; `spread` is ρ_a·σ_a. */
  readonly abilityLost: (share: number, spread: number) => number
  readonly exp: (x: number) => number
  readonly ln: (x: number) => number
  /** The quasi-random number in (0, 1) of a draw and dimension (below 72). */
  readonly uniform: (seed: number, draw: number, dimension: number) => number
  /** Does `times` over what a month of eight groups needs of exp and ln in two draws: a bound to measure speed against. */
  readonly transcendentals: (times: number) => void
}

interface Exports {
  readonly sample: (first: number, draws: number, groups: number) => void
  readonly race: (draws: number, groups: number, steps: number, stop: number, noteEvery: number) => void
  readonly normalCdf: (x: number) => number
  readonly normalQuantile: (probability: number) => number
  readonly abilityLost: (share: number, spread: number) => number
  readonly exp: (x: number) => number
  readonly ln: (x: number) => number
  readonly uniform: (seed: number, draw: number, dimension: number) => number
  readonly transcendentals: (times: number) => void
}

let compiled: Promise<object> | null = null

/** A kernel of one's own; the binary is compiled once. Rejects where WebAssembly is not available. */
export async function loadKernel(): Promise<Kernel> {
  compiled ??= webAssembly().compile(bytesOf(kernelBinary))
  return kernelOf(await webAssembly().instantiate(await compiled, imports))
}

/** Nothing in the kernel aborts; the import stands for what its language could. */
const imports = {
  env: {
    abort() {
      throw new Error('the kernel aborted')
    }
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0))
}

function kernelOf(instance: WasmInstance): Kernel {
  const memory = memoryOf(instance.exports)
  const { sample, race, normalCdf, normalQuantile, abilityLost, exp, ln, uniform, transcendentals } =
    instance.exports as unknown as Exports
  let draws = 0
  let groupCount = 0
  const row = (rows: Float64Array, index: number) => rows.subarray(index * mostDraws, index * mostDraws + draws)
  const hold = (groups: readonly RaceGroup[], count: number) => {
    if (count < 1 || count > mostDraws) throw new RangeError(`a chunk holds 1 to ${mostDraws} draws, not ${count}`)
    if (groups.length < 1 || groups.length > mostGroups)
      throw new RangeError(`1 to ${mostGroups} groups may race, not ${groups.length}`)
    draws = count
    groupCount = groups.length
    writeGroups(memory, groups)
  }
  return {
    version: kernelVersion,
    sample(sampling, first, count) {
      hold(sampling.groups, count)
      writeSampling(memory, sampling)
      sample(first, count, groupCount)
    },
    give(groups, values) {
      hold(groups, values.length)
      parameterNames.forEach((name, index) => {
        const target = row(memory.parameters, index)
        for (let d = 0; d < draws; d++) target[d] = (values[d] as ParameterValues)[name]
      })
      groups.forEach((group, index) => {
        row(memory.lnCompute, index).fill(ln(group.computeFlop.low))
        row(memory.lnCost, index).fill(ln(group.runCostUsd.low))
      })
    },
    keep(kept) {
      for (const rows of [memory.parameters, memory.lnCompute, memory.lnCost])
        for (let start = 0; start < rows.length; start += mostDraws)
          kept.forEach((draw, index) => {
            rows[start + index] = rows[start + draw] as number
          })
      draws = kept.length
    },
    values: name => row(memory.parameters, parameterNames.indexOf(name)),
    run(levers, { horizonYears, stop, shareScale, noteEveryMonths = 0 }) {
      const steps = Math.round(horizonYears * 12)
      if (noteEveryMonths > 0 && (steps / noteEveryMonths >= mostSamples || stop !== 'never'))
        throw new RangeError(`the frontier is noted at most ${mostSamples} times, over the whole horizon`)
      writeLevers(memory, levers, groupCount, ln)
      for (let d = 0; d < draws; d++) memory.shareScale[d] = shareScale?.[d] ?? 1
      race(draws, groupCount, steps, stops[stop], noteEveryMonths)
      return {
        crossingYears: group => row(memory.crossingYears, group),
        limitedYears: memory.limitedYears.subarray(0, draws),
        lnFrontier: sample => row(memory.lnFrontier, sample)
      }
    },
    normalCdf,
    normalQuantile,
    abilityLost,
    exp,
    ln,
    uniform,
    transcendentals
  }
}

function writeGroups(memory: KernelMemory, groups: readonly RaceGroup[]): void {
  const labour = groups.reduce((sum, group) => sum + group.labourShare, 0)
  groups.forEach((group, index) => {
    memory.labourShare[index] = group.labourShare / labour
    memory.openness[index] = group.openness
    memory.lnAlgorithms[index] = group.lnAlgorithms
    memory.care[index] = group.care
    memory.groupIntervals.set(
      [group.computeFlop.low, group.computeFlop.high, group.runCostUsd.low, group.runCostUsd.high],
      index * 4
    )
  })
}

function writeSampling(memory: KernelMemory, { parameters, seed, shifts, reseeded }: Sampling): void {
  let slot = 0
  memory.seeds.fill(seed)
  if (reseeded?.groups) memory.seeds.fill(reseeded.seed, parameterNames.length)
  memory.shifts.fill(0)
  parameterNames.forEach((name, index) => {
    const program = programOf(parameters[name])
    if (slot + program.length > programSlots) throw new RangeError('the distributions do not fit the kernel')
    memory.programs.set(program, slot)
    memory.programAt[index] = slot
    slot += program.length
    memory.shifts[index] = shifts?.[name] ?? 0
    if (reseeded?.parameters.includes(name)) memory.seeds[index] = reseeded.seed
  })
}

function writeLevers(memory: KernelMemory, levers: Levers, groups: number, ln: (x: number) => number): void {
  const { refusal, investorFrown = 0, ostracism, shutdown, cap, smallModels } = levers
  const field = memory.fieldLevers
  for (let i = 0; i < groups; i++) {
    memory.refusingShare[i] = refusal?.share[i] ?? 0
    memory.access[i] = ostracism?.access[i] ?? 1
    memory.closes[i] = shutdown?.groups[i] ? 1 : 0
    memory.covered[i] = cap?.covered[i] ? 1 : 0
  }
  field[fieldLever.refuses] = refusal ? 1 : 0
  field[fieldLever.refusalStartYears] = refusal?.startYears ?? 0
  field[fieldLever.refusalRampYears] = refusal?.rampYears ?? 0
  field[fieldLever.investorFrown] = investorFrown
  field[fieldLever.accessStartYears] = ostracism?.startYears ?? Number.POSITIVE_INFINITY
  field[fieldLever.shutdownStartYears] = shutdown?.groups.includes(true)
    ? shutdown.startYears
    : Number.POSITIVE_INFINITY
  field[fieldLever.caps] = cap ? 1 : 0
  field[fieldLever.lnCapFlop] = cap ? ln(cap.flop) + ln(cap.evasion) : 0
  field[fieldLever.capStartYears] = cap?.startYears ?? 0
  field[fieldLever.capEvasionGrowth] = cap?.evasionGrowth ?? 0
  field[fieldLever.smallSubstitution] = smallModels?.substitution ?? 0
  field[fieldLever.smallStartYears] = smallModels?.startYears ?? 0
  field[fieldLever.smallRampYears] = smallModels?.rampYears ?? 0
}
