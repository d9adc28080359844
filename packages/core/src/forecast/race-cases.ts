/**
 * Races with levers in several cases that stand for one thing, such as whichever group it is that closes.
 *
 * Each case has the same runs in the same order. Runs that share beliefs and groups are swept together, so that a
 * baseline is run once for all of them; the same draws stand behind every run.
 */
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import {
  carefulCare,
  checkBudget,
  columnAt,
  invalid,
  type Levers,
  leversOf,
  type ParameterName,
  type RaceSetup,
  type Scenario,
  structureColumn
} from '../simulation/index.ts'
import { genericCarelessCare } from './careless.ts'
import { partOf, type Tools } from './question.ts'

export interface RaceRun {
  /** What is run, in a few words that name no group. */
  readonly label: string
  readonly scenario: Scenario
  /** Parameters that this run takes as known, in its baseline too. */
  readonly fixed?: Partial<Record<ParameterName, number>> | undefined
  /** Id of the group whose place the generic careless group takes; it is then the only careless one. */
  readonly carelessAt?: string | undefined
}

/** Years from the start, per draw; ∞ where not within the horizon. */
export interface Crossings {
  readonly first: Float64Array
  readonly careful: Float64Array
  readonly careless: Float64Array
}

export interface FoundRun {
  readonly baseline: Crossings
  readonly scenario: Crossings
}

export interface FoundCases {
  /** See `structures`. */
  readonly structure: Float64Array
  /** Per case, its runs. */
  readonly cases: readonly (readonly FoundRun[])[]
}

/** Draws × runs that are kept at once. */
const mostCrossings = 1_000_000

export const tooManyDraws = (draws: number, most: number): FrownError => ({
  code: 'forecast/over-budget',
  detail: `${draws} draws are more than are kept side by side here.`,
  place: 'draws',
  remedy: `Give at most ${most} draws.`
})

interface Race {
  readonly setup: RaceSetup
  readonly scenarios: Levers[]
  /** Place in `scenarios` of a scenario, by its text. */
  readonly places: Map<string, number>
}

/** `setup` has been checked. Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function runCases(
  setup: RaceSetup,
  draws: number,
  cases: readonly (readonly RaceRun[])[],
  tools: Tools
): Promise<Result<FoundCases>> {
  const races = new Map<string, Race>()
  for (const run of cases.flat()) {
    const added = addRun(races, setup, run)
    if (!added.ok) return added
  }
  const runs = [...races.values()].reduce((sum, { scenarios }) => sum + scenarios.length, 0)
  const budget = checkBudget(draws, Math.max(1, runs), setup.horizonYears)
  if (!budget.ok) return budget
  if (draws * runs > mostCrossings) return fail(tooManyDraws(draws, Math.floor(mostCrossings / runs)))

  const found = new Map<string, Crossings[]>()
  let structure = new Float64Array(draws)
  let done = 0
  for (const [key, { setup: race, scenarios }] of races) {
    const part = partOf(tools, done / runs, (done + scenarios.length) / runs)
    const columns = await part.sweep({ kind: 'crossing', setup: race, draws, scenarios }, part)
    if (done === 0) structure = columns[structureColumn] as typeof structure
    done += scenarios.length
    const column = (scenario: number, name: 'first' | 'firstCareful' | 'firstCareless') =>
      columns[columnAt(scenario, name)] as Float64Array
    found.set(
      key,
      scenarios.map((_, scenario) => ({
        first: column(scenario, 'first'),
        careful: column(scenario, 'firstCareful'),
        careless: column(scenario, 'firstCareless')
      }))
    )
  }
  const crossings = (run: RaceRun): FoundRun => {
    const key = raceKey(run)
    const at = races.get(key)?.places.get(JSON.stringify(run.scenario))
    const [baseline, scenario] = [found.get(key)?.[0], found.get(key)?.[at ?? -1]]
    if (!baseline || !scenario) throw new Error('a run that was not run')
    return { baseline, scenario }
  }
  return ok({ structure, cases: cases.map(runs => runs.map(crossings)) })
}

const raceKey = ({ fixed = {}, carelessAt = '' }: RaceRun): string => JSON.stringify([fixed, carelessAt])

function addRun(races: Map<string, Race>, setup: RaceSetup, run: RaceRun): Result<null> {
  const key = raceKey(run)
  let race = races.get(key)
  if (!race) {
    const placed = raceOf(setup, run)
    if (!placed.ok) return placed
    race = { setup: placed.value, scenarios: [{}], places: new Map([['{}', 0]]) }
    races.set(key, race)
  }
  const text = JSON.stringify(run.scenario)
  if (race.places.has(text)) return ok(null)
  const levers = leversOf(run.scenario, race.setup.groups)
  if (!levers.ok) return levers
  race.places.set(text, race.scenarios.length)
  race.scenarios.push(levers.value)
  return ok(null)
}

/** The race in which a run takes place, without its levers. Errors: forecast/unknown-group. */
export function raceOf(setup: RaceSetup, { fixed = {}, carelessAt }: RaceRun): Result<RaceSetup> {
  const known = Object.entries(fixed).map(([name, value]) => [name, { kind: 'constant', value }] as const)
  const parameters = { ...setup.parameters, ...Object.fromEntries(known) }
  if (carelessAt === undefined) return ok({ ...setup, parameters })
  if (!setup.groups.some(({ id }) => id === carelessAt))
    return fail({
      ...invalid('carelessAt', `names "${carelessAt}", which does not race.`, 'Give the id of a group of the race.'),
      code: 'forecast/unknown-group'
    })
  const groups = setup.groups.map(group => ({
    ...group,
    care: group.id === carelessAt ? genericCarelessCare : Math.max(carefulCare, group.care)
  }))
  return ok({ ...setup, parameters, groups })
}

/** Ways of taking `size` of `ids`, in order; where there are more than `most`, as many that are spread evenly over them. */
export function choicesOf(ids: readonly string[], size: number, most = 40): string[][] {
  const choose = (from: number, left: number): string[][] =>
    left === 0
      ? [[]]
      : ids.slice(from).flatMap((id, index) => choose(from + index + 1, left - 1).map(rest => [id, ...rest]))
  const all = choose(0, size)
  if (all.length <= most) return all
  return Array.from({ length: most }, (_, at) => all[Math.floor((at * all.length) / most)] as string[])
}
