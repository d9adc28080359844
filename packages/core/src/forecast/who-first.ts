/**
 * Who crosses first, as far as it does not hang on what a group discloses?
 *
 * A group whose compute is not known might have the field's largest run or a small one. So each group's chance of being
 * first is given as a range: with its own run at the low end and all others' at the high end, and the other way round.
 */
import { ok, type Result } from '../shared/index.ts'
import { checkBudget, columnAt, type Levers, leversOf, type RaceSetup, type Scenario } from '../simulation/index.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'

export interface FirstChance {
  readonly id: string
  readonly name: string
  /** P(first), 0–1, over the intervals as they are. */
  readonly probability: number
  /** The same with all intervals against the group, and for it. */
  readonly least: number
  readonly most: number
}

export interface WhoFirst {
  readonly groups: readonly FirstChance[]
  /** The group that is likelier first than any other even with all intervals against it; null: not to be said. */
  readonly named: string | null
}

/** Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function whoFirst(asked: Asked, scenario: Scenario, tools: Tools): Promise<Result<WhoFirst>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const { groups } = setup
  const races = 1 + 2 * groups.length
  const budget = checkBudget(draws, races, setup.horizonYears)
  if (!budget.ok) return budget
  const chances = async (race: RaceSetup, index: number): Promise<number[]> =>
    firstShares(race, draws, levers.value, partOf(tools, index / races, (index + 1) / races))
  const asIs = await chances(setup, 0)
  const found: FirstChance[] = []
  let named: string | null = null
  for (const [index, { id, name }] of groups.entries()) {
    const against = await chances(atEnds(setup, index, 'low'), 1 + 2 * index)
    const inFavour = await chances(atEnds(setup, index, 'high'), 2 + 2 * index)
    const probability = asIs[index] as number
    const least = Math.min(against[index] as number, probability)
    found.push({ id, name, probability, least, most: Math.max(inFavour[index] as number, probability) })
    if (against.every((chance, other) => other === index || chance < (against[index] as number))) named = id
  }
  return ok({ groups: found, named })
}

/** The group's interval drawn together at `end`, all others' at the opposite one. */
function atEnds(setup: RaceSetup, index: number, end: 'low' | 'high'): RaceSetup {
  const groups = setup.groups.map((group, at) => {
    const where = (at === index) === (end === 'low') ? 'low' : 'high'
    const point = (range: { readonly low: number; readonly high: number }) => ({
      low: range[where],
      high: range[where]
    })
    return { ...group, computeFlop: point(group.computeFlop), runCostUsd: point(group.runCostUsd) }
  })
  return { ...setup, groups }
}

async function firstShares(setup: RaceSetup, draws: number, levers: Levers, tools: Tools): Promise<number[]> {
  const columns = await tools.sweep({ kind: 'crossing', setup, draws, scenarios: [levers] }, tools)
  const first = columns[columnAt(0, 'firstGroup')] as Float64Array
  return setup.groups.map((_, index) => first.filter(group => group === index).length / draws)
}
