/**
 * Do the careless gain? A generic careless group is put in each group's place in turn, and its lead is compared.
 */
import { ok, type Result } from '../shared/index.ts'
import { checkBudget, columnAt, leversOf, type Scenario } from '../simulation/index.ts'
import { type ByStructure, byStructure } from './delay.ts'
import { type Quantiles, quantilesOf, sortedWhere } from './quantiles.ts'
import { type Asked, askedFault, partOf, type Tools } from './question.ts'

/** The care assumed of the generic careless group; what the others have stays. */
export const genericCarelessCare = 0.1

export interface CarelessPlace {
  /** Whose starting point and levers the careless group has. */
  readonly id: string
  readonly name: string
  /** Years by which the first crossing without care comes before the first with care. */
  readonly baselineLeadYears: ByStructure<Quantiles | null>
  readonly scenarioLeadYears: ByStructure<Quantiles | null>
  /** What the scenario adds to that lead. */
  readonly gainYears: ByStructure<Quantiles | null>
}

/** Errors: forecast/invalid, forecast/unknown-group, forecast/over-budget. */
export async function carelessGain(
  asked: Asked,
  scenario: Scenario,
  tools: Tools
): Promise<Result<readonly CarelessPlace[]>> {
  const fault = askedFault(asked)
  if (fault) return fault
  const { setup, draws } = asked
  const levers = leversOf(scenario, setup.groups)
  if (!levers.ok) return levers
  const { groups } = setup
  const budget = checkBudget(draws, 2 * groups.length, setup.horizonYears)
  if (!budget.ok) return budget
  const places: CarelessPlace[] = []
  for (const [index, { id, name }] of groups.entries()) {
    const placed = groups.map((group, at) => (at === index ? { ...group, care: genericCarelessCare } : group))
    const part = partOf(tools, index / groups.length, (index + 1) / groups.length)
    const plan = {
      kind: 'crossing',
      setup: { ...setup, groups: placed },
      draws,
      scenarios: [{}, levers.value]
    } as const
    const columns = await part.sweep(plan, part)
    const leads = [0, 1].map(at => {
      const careless = columns[columnAt(at, 'firstCareless')] as Float64Array
      return (columns[columnAt(at, 'firstCareful')] as Float64Array).map((years, d) => years - (careless[d] as number))
    }) as [Float64Array, Float64Array]
    // A side that does not cross by the horizon leaves the lead unknown.
    const known = (values: Float64Array) =>
      byStructure(columns, selected => quantilesOf(sortedWhere(values, d => Number.isFinite(values[d]) && selected(d))))
    places.push({
      id,
      name,
      baselineLeadYears: known(leads[0]),
      scenarioLeadYears: known(leads[1]),
      gainYears: known(leads[1].map((lead, d) => lead - (leads[0][d] as number)))
    })
  }
  return ok(places)
}
