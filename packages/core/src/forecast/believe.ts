/**
 * What would you have to believe? The smallest change of beliefs, in standard deviations of each, under which a scenario
 * buys the delay wished for in at least half of the draws; and what each belief would have to be alone.
 *
 * A belief is moved by its normal score, so that it stays within its range. Delays are taken as far as the horizon lets
 * one see: a belief that merely carries the answer beyond the horizon does not make it true.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  type Columns,
  checkBudget,
  columnAt,
  type Grade,
  invalid,
  type Levers,
  leversOf,
  numberFault,
  type ParameterName,
  type ParameterSet,
  parameterDefinitions,
  parameterNames,
  type Scenario,
  scenarioText
} from '../simulation/index.ts'
import { type Belief, beliefsOf } from './belief.ts'
import { type ByStructure, byStructure, type DelaySummary, summariseDelay } from './delay.ts'
import { isKnown, rises } from './factors.ts'
import { inLanes } from './lanes.ts'
import {
  leastScale,
  leastScaleRuns,
  leastShift,
  leastShiftSteps,
  medianReaches,
  normOf,
  type ShiftFound,
  type ShiftProblem,
  within
} from './least-shift.ts'
import { quantile } from './quantiles.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'
import { seenDelays } from './seen-delay.ts'

export interface MovedBelief {
  readonly name: ParameterName
  readonly label: string
  readonly unit: string
  /** Standard deviations of its normal score, above 0 where its value rises; of a mixture, within each part. */
  readonly shiftDeviations: number
  readonly prior: Belief
  readonly moved: Belief
  /** What the belief stands on; null where the race is not of a set. */
  readonly grade: Grade | null
  readonly source: string | null
}

/** The same where this belief alone is moved; null shift: none of its values that were tried does it. */
export interface LoneBelief extends Omit<MovedBelief, 'shiftDeviations' | 'moved'> {
  readonly shiftDeviations: number | null
  readonly moved: Belief | null
}

export interface BelieveAnswer {
  readonly scenario: string
  readonly delayYears: number
  readonly horizonYears: number
  /**
   * `already`: with no change. `reached`: with the change in `beliefs`. `unreachable`: with none that was found within the
   * bounds; `beliefs` is then the furthest found.
   */
  readonly outcome: 'already' | 'reached' | 'unreachable'
  /** Euclidean norm of the change, in standard deviations. */
  readonly norm: number
  /** The change as a sweep takes it. */
  readonly shifts: Partial<Record<ParameterName, number>>
  /** The greatest first. What adds less than 2% to the norm’s square together is left as it is. */
  readonly beliefs: readonly MovedBelief[]
  /** The smallest first, then those that do not do it. */
  readonly alone: readonly LoneBelief[]
  readonly before: ByStructure<DelaySummary>
  readonly after: ByStructure<DelaySummary>
  readonly bounds: { readonly mostDeviations: number; readonly mostNorm: number }
}

export interface Wish {
  /** Beliefs that may move; those that are known do not. */
  readonly movable: readonly ParameterName[]
  /** Standard deviations, of all together; if left out, three of each is the only bound. */
  readonly mostNorm?: number | undefined
  /** Whose grades and sources to show. */
  readonly set?: ParameterSet | undefined
}

const mostDeviations = 3
/** Draws of the search; what is found is verified with `asked.draws`, and moved on until it holds there. */
const searchDraws = 2048
const scanDraws = 1024
const scanned = [-3, -1.5, 1.5, 3]
const loneHalvings = 7
const starts = 3
const dropped = 0.02
const verifiedScales = [1, 1.003, 1.01, 1.03, 1.1]

/** Median of the delay at least `asked.delayYears`. Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function believe(
  asked: Asked,
  scenario: Scenario,
  wish: Wish,
  tools: Tools
): Promise<Result<BelieveAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const { mostNorm = mostDeviations * Math.sqrt(parameterNames.length) } = wish
  const normFault = numberFault('mostNorm', mostNorm, 0.1, 100)
  if (normFault) return fail(normFault)
  const strange = wish.movable.find(name => !Object.hasOwn(parameterDefinitions, name))
  if (strange !== undefined)
    return fail(invalid('movable', `names "${strange}".`, `The parameters are ${parameterNames.join(', ')}.`))
  const names = parameterNames.filter(name => wish.movable.includes(name) && !isKnown(setup.parameters[name]))
  if (names.length === 0)
    return fail(invalid('movable', 'names no uncertain belief.', 'Give at least one that has a range.'))
  const searches = (starts + 1) * (leastShiftSteps + 2 * leastScaleRuns) + leastScaleRuns + names.length
  const budget = checkBudget(draws, 2 * (searches + names.length * (scanned.length + loneHalvings)), setup.horizonYears)
  if (!budget.ok) return budget

  const race = raceOf(asked, levers.value, names)
  const problem = (some: number, part: Tools, runs: number): ShiftProblem => {
    let done = 0
    return {
      outcomes: async shifts => {
        const outcomes = race.seen(await race.run(shifts, some, tools))
        part.onProgress?.(Math.min(1, ++done / runs))
        return outcomes
      },
      scores: race.scores(some, tools),
      target: delayYears,
      mostDeviations,
      mostNorm,
      normalQuantile: tools.kernel.normalQuantile,
      exp: tools.kernel.exp
    }
  }
  const none = names.map(() => 0)
  const before = await race.run(none, draws, tools)
  const isAlready = medianReaches(race.seen(before), delayYears)
  const lone = isAlready
    ? { shifts: names.map(() => null), best: [], corner: none }
    : await loneShifts(names.length, problem(Math.min(draws, scanDraws), partOf(tools, 0, 0.4), names.length * 6))
  const found: ShiftFound = isAlready
    ? { shifts: none, isReached: true }
    : await smallest(
        problem(Math.min(draws, searchDraws), partOf(tools, 0.4, 0.9), searches),
        [none, ...lone.best],
        lone.corner
      )
  const verified = await verify(found, problem(draws, partOf(tools, 0.9, 1), verifiedScales.length))
  const after = isAlready ? before : await race.run(verified.shifts, draws, tools)
  tools.onProgress?.(1)

  const evidence = evidenceOf(wish.set)
  const prior = beliefsOf(tools.kernel, setup)
  const described = (name: ParameterName) => ({
    name,
    label: parameterDefinitions[name].label,
    unit: parameterDefinitions[name].unit,
    prior: prior(name),
    ...evidence(name)
  })
  const signed = (name: ParameterName, shift: number) => (rises(setup.parameters[name]) ? shift : 0 - shift)
  const moved = beliefsOf(tools.kernel, setup, race.shiftsOf(verified.shifts))
  return ok({
    scenario: scenarioText(scenario, setup.groups),
    delayYears,
    horizonYears: setup.horizonYears,
    outcome: isAlready ? 'already' : verified.isReached ? 'reached' : 'unreachable',
    norm: normOf(verified.shifts),
    shifts: race.shiftsOf(verified.shifts),
    beliefs: names
      .map((name, i) => ({
        ...described(name),
        shiftDeviations: signed(name, verified.shifts[i] as number),
        moved: moved(name)
      }))
      .filter(({ shiftDeviations }) => shiftDeviations !== 0)
      .sort((one, other) => Math.abs(other.shiftDeviations) - Math.abs(one.shiftDeviations)),
    alone: isAlready
      ? []
      : names
          .map((name, i) => {
            const shift = lone.shifts[i] ?? null
            return {
              ...described(name),
              shiftDeviations: shift === null ? null : signed(name, shift),
              moved: shift === null ? null : beliefsOf(tools.kernel, setup, { [name]: shift })(name)
            }
          })
          .sort((one, other) => sizeOf(one.shiftDeviations) - sizeOf(other.shiftDeviations)),
    before: race.summary(before),
    after: race.summary(after),
    bounds: { mostDeviations, mostNorm }
  })
}

const sizeOf = (shift: number | null): number => (shift === null ? Number.MAX_VALUE : Math.abs(shift))

/** The race as a function of how far beliefs are moved. */
function raceOf({ setup, delayYears }: Asked, levers: Levers, names: readonly ParameterName[]) {
  const { horizonYears } = setup
  const first = (columns: Columns, index: number) => columns[columnAt(index, 'first')] as Float64Array
  const shiftsOf = (shifts: readonly number[]): Partial<Record<ParameterName, number>> =>
    Object.fromEntries(names.map((name, i) => [name, shifts[i] as number] as const).filter(([, shift]) => shift !== 0))
  return {
    shiftsOf,
    run: (shifts: readonly number[], draws: number, tools: Tools): Promise<Columns> =>
      tools.sweep(
        { kind: 'crossing', setup, draws, scenarios: [{}, levers], shifts: shiftsOf(shifts) },
        { signal: tools.signal }
      ),
    seen: (columns: Columns) => seenDelays(first(columns, 0), first(columns, 1), horizonYears),
    summary: (columns: Columns): ByStructure<DelaySummary> =>
      byStructure(columns, selected =>
        summariseDelay(first(columns, 0), first(columns, 1), { delayYears, horizonYears }, selected)
      ),
    scores: (draws: number, { kernel }: Tools): Float64Array[] =>
      names.map(name => {
        const dimension = parameterNames.indexOf(name)
        return Float64Array.from({ length: draws }, (_, draw) =>
          kernel.normalQuantile(kernel.uniform(setup.seed, draw, dimension))
        )
      })
  }
}

interface LoneShifts {
  /** Per belief the smallest shift found that does it alone. */
  readonly shifts: readonly (number | null)[]
  /** The best places to start a search from. */
  readonly best: readonly (readonly number[])[]
  /** Every belief as far as it may move, to the side that is better where it moves alone; 0 where neither is. */
  readonly corner: readonly number[]
}

async function loneShifts(count: number, problem: ShiftProblem): Promise<LoneShifts> {
  const only = (i: number, shift: number) => Array.from({ length: count }, (_, at) => (at === i ? shift : 0))
  const shifts = new Array<number | null>(count).fill(null)
  const medians = Array.from({ length: count }, () => new Array<number>(scanned.length).fill(0))
  await inLanes(shifts.keys(), async i => {
    let least: number | null = null
    for (const [at, shift] of scanned.entries()) {
      const outcomes = (await problem.outcomes(only(i, shift))).sort()
      ;(medians[i] as number[])[at] = quantile(outcomes, 0.5)
      const isSmaller = least === null || Math.abs(shift) < Math.abs(least)
      if (isSmaller && medianReaches(outcomes, problem.target)) least = shift
    }
    if (least === null) return
    let low = Math.abs(least) > 1.5 ? Math.sign(least) * 1.5 : 0
    for (let halved = 0; halved < loneHalvings; halved++) {
      const middle: number = (low + least) / 2
      if (medianReaches(await problem.outcomes(only(i, middle)), problem.target)) least = middle
      else low = middle
    }
    shifts[i] = least
  })
  const tried = medians.flatMap((row, i) => row.map((median, at) => ({ i, shift: scanned[at] as number, median })))
  return {
    shifts,
    best: tried
      .sort((one, other) => other.median - one.median)
      .slice(0, starts - 1)
      .map(({ i, shift }) => only(i, shift)),
    corner: medians.map(row => mostDeviations * Math.sign((row.at(-1) as number) - (row[0] as number)))
  }
}

/** The smallest found from any of the starts, without what hardly matters; else the furthest that was found. */
async function smallest(
  problem: ShiftProblem,
  from: readonly (readonly number[])[],
  corner: readonly number[]
): Promise<ShiftFound> {
  const found: ShiftFound[] = []
  for (const start of from) found.push(await leastShift(problem, start))
  if (!found.some(({ isReached }) => isReached)) {
    const furthest = await furthestOf(problem, [...found.map(({ shifts }) => shifts), corner])
    const again = furthest.isReached ? await leastShift(problem, furthest.shifts) : furthest
    found.splice(0, found.length, again.isReached ? again : furthest)
  }
  const reached = found.filter(({ isReached }) => isReached)
  const [least] = reached.sort((one, other) => normOf(one.shifts) - normOf(other.shifts))
  if (!least) return found[0] as ShiftFound
  const plain = await leastScale(problem, plainer(least.shifts))
  return plain.isReached && normOf(plain.shifts) < normOf(least.shifts) * (1 + dropped) ? plain : least
}

/** Of some places the one with the greatest median, and of the last with each belief turned round where that is better. */
async function furthestOf(problem: ShiftProblem, places: readonly (readonly number[])[]): Promise<ShiftFound> {
  const medianAt = async (shifts: readonly number[]) =>
    quantile((await problem.outcomes(within(problem, shifts))).sort(), 0.5)
  const considered: { readonly shifts: readonly number[]; readonly median: number }[] = []
  const consider = async (shifts: readonly number[]) => {
    considered.push({ shifts: within(problem, shifts), median: await medianAt(shifts) })
  }
  for (const place of places) await consider(place)
  const corner = places.at(-1) ?? []
  const here = considered.at(-1)?.median ?? Number.NaN
  const turned = [...corner]
  await inLanes(corner.entries(), async ([i, shift]) => {
    if (shift !== 0 && (await medianAt(corner.with(i, -shift))) > here) turned[i] = -shift
  })
  await consider(turned)
  const [best] = considered.sort((one, other) => other.median - one.median)
  if (!best) throw new Error('no places')
  return { shifts: best.shifts, isReached: best.median >= problem.target }
}

/** Without the smallest shifts that together are less than 2% of the square of the norm. */
function plainer(shifts: readonly number[]): readonly number[] {
  let left = dropped * normOf(shifts) ** 2
  const small = new Set<number>()
  for (const i of [...shifts.keys()].sort((a, b) => Math.abs(shifts[a] as number) - Math.abs(shifts[b] as number))) {
    left -= (shifts[i] as number) ** 2
    if (left < 0) break
    small.add(i)
  }
  return shifts.map((shift, i) => (small.has(i) ? 0 : shift))
}

/** Moves on along the same line until it holds for more draws too. */
async function verify(found: ShiftFound, problem: ShiftProblem): Promise<ShiftFound> {
  if (!found.isReached || normOf(found.shifts) === 0) return found
  for (const scale of verifiedScales) {
    const shifts = found.shifts.map(shift => Math.min(mostDeviations, Math.max(-mostDeviations, shift * scale)))
    if (normOf(shifts) > problem.mostNorm) break
    if (medianReaches(await problem.outcomes(shifts), problem.target)) return { shifts, isReached: true }
  }
  return { ...found, isReached: false }
}

const evidenceOf =
  (set: ParameterSet | undefined) =>
  (name: ParameterName): { readonly grade: Grade | null; readonly source: string | null } => {
    const belief = set?.parameters.find(parameter => parameter.name === name)
    return { grade: belief?.grade ?? null, source: belief?.source ?? null }
  }
