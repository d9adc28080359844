/**
 * Two people believe different things: what does each expect of a scenario, and which beliefs carry the difference?
 *
 * Shapley values, so that the parts add up to it. Where up to eight parameters differ they are taken one by one, exactly.
 * Where more do, their mechanisms are; the three that carry most are then split among their parameters, with all others
 * at the one side and at the other.
 */
import { fail, ok, type Result } from '../shared/index.ts'
import {
  type Columns,
  checkBudget,
  columnAt,
  distributionFault,
  type Levers,
  leversOf,
  type ParameterName,
  parameterDefinitions,
  parameterNames,
  type RaceSetup,
  type Scenario,
  scenarioText
} from '../simulation/index.ts'
import { type Belief, beliefsOf } from './belief.ts'
import { beliefGroups } from './belief-groups.ts'
import { type ByStructure, byStructure, type DelaySummary, summariseDelay } from './delay.ts'
import { inLanes } from './lanes.ts'
import { quantile } from './quantiles.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'
import { seenDelays } from './seen-delay.ts'
import { coalitionsOf, shapley } from './shapley.ts'

/** Of the delay as far as the horizon lets one see. */
export interface SeenDelay {
  readonly medianYears: number
  /** Share of draws in which it is at least the delay asked for. */
  readonly probability: number
}

export interface ParameterPart {
  readonly name: ParameterName
  readonly label: string
  readonly unit: string
  readonly one: Belief
  readonly other: Belief
  /** What it carries of the difference, other less one. */
  readonly carries: SeenDelay
}

export interface MechanismPart {
  readonly id: string
  readonly label: string
  readonly carries: SeenDelay
  /** They add up to what the mechanism carries. Null where it was not split. */
  readonly parameters: readonly ParameterPart[] | null
}

export interface TwoBeliefsAnswer {
  readonly scenario: string
  readonly delayYears: number
  readonly horizonYears: number
  readonly one: ByStructure<DelaySummary>
  readonly other: ByStructure<DelaySummary>
  /** What is divided: the difference of these two, each of `partsDraws` draws. */
  readonly seen: { readonly one: SeenDelay; readonly other: SeenDelay }
  readonly partsDraws: number
  /** Mechanisms in which the beliefs differ, by how much of the median they carry; they add up to the difference. */
  readonly parts: readonly MechanismPart[]
  /** The parameters that carry most, three at most. */
  readonly most: readonly ParameterPart[]
}

const mostPartsDraws = 1024
const mostSingle = 8
const splitMechanisms = 3

/**
 * `asked.setup` beside the same race with the parameters `other`.
 * Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget.
 */
export async function twoBeliefs(
  asked: Asked,
  scenario: Scenario,
  other: RaceSetup['parameters'],
  tools: Tools
): Promise<Result<TwoBeliefsAnswer>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws, delayYears } = asked
  for (const name of parameterNames) {
    const otherFault = distributionFault(name, other[name], 'other')
    if (otherFault) return fail(otherFault)
  }
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const partsDraws = Math.min(draws, mostPartsDraws)
  const budget = checkBudget(draws, 4, setup.horizonYears)
  if (!budget.ok) return budget
  const differing = parameterNames.filter(name => !isSame(setup.parameters[name], other[name]))
  const partsBudget = checkBudget(partsDraws, 2 * mostFound(differing), setup.horizonYears)
  if (!partsBudget.ok) return partsBudget

  const summaryOf = async (parameters: RaceSetup['parameters'], part: Tools) => {
    const columns = await run({ ...setup, parameters }, levers.value, draws, part)
    const { horizonYears } = setup
    return byStructure(columns, selected =>
      summariseDelay(first(columns, 0), first(columns, 1), { delayYears, horizonYears }, selected)
    )
  }
  const one = await summaryOf(setup.parameters, tools)
  const another = await summaryOf(other, tools)
  const { onProgress } = partOf(tools, 0.05, 1)
  const report = (found: number) => onProgress?.(Math.min(1, found / mostFound(differing)))
  const worths = worthsOf({ ...asked, draws: partsDraws }, levers.value, other, tools, report)
  const divided =
    differing.length <= mostSingle ? await singly(differing, worths) : await byMechanism(differing, worths)
  tools.onProgress?.(1)

  const beliefs = {
    one: beliefsOf(tools.kernel, setup),
    other: beliefsOf(tools.kernel, { ...setup, parameters: other })
  }
  const parts = divided
    .map(({ id, carries, parameters }) => ({
      id,
      label: beliefGroups.find(group => group.id === id)?.label ?? id,
      carries: seenOf(carries),
      parameters:
        parameters &&
        [...parameters]
          .map(([name, part]) => ({
            name,
            label: parameterDefinitions[name].label,
            unit: parameterDefinitions[name].unit,
            one: beliefs.one(name),
            other: beliefs.other(name),
            carries: seenOf(part)
          }))
          .sort(byWeight)
    }))
    .sort(byWeight)
  return ok({
    scenario: scenarioText(scenario, setup.groups),
    delayYears,
    horizonYears: setup.horizonYears,
    one,
    other: another,
    seen: { one: seenOf(worths.of([])), other: seenOf(worths.of(differing)) },
    partsDraws,
    parts,
    most: parts
      .flatMap(({ parameters }) => parameters ?? [])
      .sort(byWeight)
      .slice(0, 3)
  })
}

const first = (columns: Columns, index: number) => columns[columnAt(index, 'first')] as Float64Array

const run = (setup: RaceSetup, levers: Levers, draws: number, { sweep, signal }: Tools): Promise<Columns> =>
  sweep({ kind: 'crossing', setup, draws, scenarios: [{}, levers] }, { signal })

type Part = readonly number[]
const seenOf = ([medianYears = 0, probability = 0]: Part): SeenDelay => ({ medianYears, probability })

const byWeight = (one: { readonly carries: SeenDelay }, other: { readonly carries: SeenDelay }): number =>
  Math.abs(other.carries.medianYears) - Math.abs(one.carries.medianYears) ||
  Math.abs(other.carries.probability) - Math.abs(one.carries.probability)

/** Whether two distributions, or parts of them, are written the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(key => isSame(one[key as keyof typeof one], other[key as keyof typeof other]))
}

/** Median and probability with some parameters as the other believes; each set of them is run once. */
interface Worths {
  readonly find: (sets: readonly (readonly ParameterName[])[]) => Promise<void>
  readonly of: (names: readonly ParameterName[]) => Part
}

function worthsOf(
  { setup, draws, delayYears }: Asked,
  levers: Levers,
  other: RaceSetup['parameters'],
  tools: Tools,
  report: (found: number) => void
): Worths {
  const keyOf = (names: readonly ParameterName[]) => parameterNames.filter(name => names.includes(name)).join()
  const known = new Map<string, Part>()
  return {
    async find(sets) {
      const missing = new Map(sets.map(names => [keyOf(names), names] as const).filter(([key]) => !known.has(key)))
      await inLanes(missing, async ([key, names]) => {
        const theirs = Object.fromEntries(names.map(name => [name, other[name]]))
        const columns = await run({ ...setup, parameters: { ...setup.parameters, ...theirs } }, levers, draws, tools)
        const delays = seenDelays(first(columns, 0), first(columns, 1), setup.horizonYears).sort()
        const reached = delays.reduce((count, delay) => count + Number(delay >= delayYears), 0)
        known.set(key, [quantile(delays, 0.5), reached / draws])
        report(known.size)
      })
    },
    of: names => {
      const worth = known.get(keyOf(names))
      if (!worth) throw new Error('a set that was not run')
      return worth
    }
  }
}

/** How many sets are run, at most. */
function mostFound(differing: readonly ParameterName[]): number {
  if (differing.length <= mostSingle) return 2 ** differing.length
  const groups = groupsOf(differing)
  const sizes = groups.map(({ names }) => 2 * 2 ** names.length).sort((a, b) => b - a)
  return sizes.slice(0, splitMechanisms).reduce((sum, size) => sum + size, 2 ** groups.length)
}

interface Divided {
  readonly id: string
  readonly carries: Part
  readonly parameters: ReadonlyMap<ParameterName, Part> | null
}

const sumOf = (parts: readonly Part[]): Part => [0, 1].map(at => parts.reduce((sum, part) => sum + (part[at] ?? 0), 0))

/** Parts of players, each a set of parameters, with `always` as the other believes. */
async function partsOf(
  players: readonly (readonly ParameterName[])[],
  always: readonly ParameterName[],
  worths: Worths
): Promise<Part[]> {
  const namesIn = (coalition: number) => [...always, ...players.filter((_, i) => coalition & (1 << i)).flat()]
  await worths.find(coalitionsOf(players.length).map(namesIn))
  return shapley(players.length, coalition => worths.of(namesIn(coalition)))
}

async function singly(differing: readonly ParameterName[], worths: Worths): Promise<Divided[]> {
  const parts = await partsOf(
    differing.map(name => [name]),
    [],
    worths
  )
  return groupsOf(differing).map(({ id, names }) => {
    const parameters = new Map(names.map(name => [name, parts[differing.indexOf(name)] as Part]))
    return { id, carries: sumOf([...parameters.values()]), parameters }
  })
}

async function byMechanism(differing: readonly ParameterName[], worths: Worths): Promise<Divided[]> {
  const groups = groupsOf(differing)
  const parts = await partsOf(
    groups.map(({ names }) => names),
    [],
    worths
  )
  const weightiest = [...groups.keys()]
    .sort((a, b) => Math.abs(parts[b]?.[0] ?? 0) - Math.abs(parts[a]?.[0] ?? 0))
    .slice(0, splitMechanisms)
  const divided: Divided[] = []
  for (const [at, { id, names }] of groups.entries()) {
    const carries = parts[at] as Part
    if (!weightiest.includes(at)) divided.push({ id, carries, parameters: null })
    else divided.push({ id, carries, parameters: await split(names, carries, differing, worths) })
  }
  return divided
}

/** What the two ways of splitting leave of the mechanism’s own part is shared out by weight: what does nothing has none. */
async function split(
  names: readonly ParameterName[],
  carries: Part,
  differing: readonly ParameterName[],
  worths: Worths
): Promise<ReadonlyMap<ParameterName, Part>> {
  const singles = names.map(name => [name])
  const others = differing.filter(name => !names.includes(name))
  const sides = [await partsOf(singles, [], worths), await partsOf(singles, others, worths)]
  const raw = names.map((_, i) => sumOf(sides.map(side => side[i] as Part)).map(value => value / 2))
  const measures = carries.map((whole, measure) => {
    const values = raw.map(part => part[measure] as number)
    const left = whole - values.reduce((sum, value) => sum + value, 0)
    const weight = values.reduce((sum, value) => sum + Math.abs(value), 0)
    return values.map(value => value + left * (weight === 0 ? 1 / values.length : Math.abs(value) / weight))
  })
  return new Map(names.map((name, i) => [name, measures.map(values => values[i] as number)]))
}

const groupsOf = (differing: readonly ParameterName[]) =>
  beliefGroups
    .map(({ id, names }) => ({ id, names: names.filter(name => differing.includes(name)) }))
    .filter(({ names }) => names.length > 0)
