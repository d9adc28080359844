/**
 * Parameters of the race: which there are, what values they may take, and sets of distributions over them.
 */
import { type Distribution, type ParameterName, type ParameterValues, parameterNames } from '@frown/kernel'
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import { invalid, numberFault } from './group.ts'

export type Grade = 'measured' | 'judged' | 'guess'
export const grades = ['measured', 'judged', 'guess'] as const satisfies readonly Grade[]

/** One parameter of a set: what is believed of it, on what grounds. */
export interface ParameterBelief {
  readonly name: ParameterName
  readonly distribution: Distribution
  readonly grade: Grade
  readonly source: string
  readonly note: string
}

/** A belief about every parameter. */
export interface ParameterSet {
  readonly about: string
  readonly parameters: readonly ParameterBelief[]
}

interface ParameterDefinition {
  readonly label: string
  readonly unit: string
  /** What the model can run with; no opinion on what is likely. */
  readonly least: number
  readonly most: number
}

/** In the order of the model. Symbols and equations: docs/forecast.md. */
export const parameterDefinitions = {
  spendGrowth: { label: 'Growth of spending on the largest run', unit: 'ln per year', least: -5, most: 5 },
  hardwareGrowth: { label: 'Growth of FLOP per dollar', unit: 'ln per year', least: -5, most: 5 },
  durationGrowth: { label: 'Growth from longer runs and better use', unit: 'ln per year', least: -5, most: 5 },
  durationYears: { label: 'Time over which that fades', unit: 'years', least: 0.01, most: 1000 },
  algorithmGrowth: { label: 'Growth of algorithmic efficiency', unit: 'ln per year', least: 0.001, most: 50 },
  returns: { label: 'Returns to research input', unit: 'elasticity', least: 1e-6, most: 20 },
  labourShareOfInput: { label: 'Labour’s share of research input', unit: 'share', least: 0.001, most: 0.999 },
  substitution: { label: 'Substitution between labour and compute', unit: 'elasticity', least: 0.001, most: 1000 },
  labourGrowth: { label: 'Growth of research labour', unit: 'ln per year', least: -5, most: 5 },
  automationSlope: { label: 'AI labour per effective compute', unit: 'elasticity', least: 0, most: 3 },
  lnAutomationFlop: { label: 'Where AI does as much as people did', unit: 'ln FLOP', least: 20, most: 250 },
  abilitySpread: { label: 'Spread of ability', unit: 'sd of ln ability', least: 0, most: 5 },
  abilityCorrelation: { label: 'Ability and refusing', unit: 'correlation', least: -1, most: 1 },
  backfillShare: { label: 'Leavers that are replaced', unit: 'share', least: 0, most: 1 },
  backfillQuality: { label: 'Ability of a replacement', unit: 'ratio', least: 0, most: 1 },
  backfillYears: { label: 'Time to replace', unit: 'years', least: 0.001, most: 100 },
  transferShare: { label: 'Leavers that go to another group', unit: 'share', least: 0, most: 1 },
  transferYears: { label: 'Time to settle after a closure', unit: 'years', least: 0.001, most: 100 },
  complementarity: { label: 'How alike results of groups are', unit: 'CES exponent', least: 0.01, most: 5 },
  catchUp: { label: 'Catching up with the leader', unit: 'per year', least: 0, most: 12 },
  lnSpendCapUsd: { label: 'Largest conceivable cost of a run', unit: 'ln USD', least: 0, most: 60 },
  economyGrowth: { label: 'Growth of the economy', unit: 'ln per year', least: -1, most: 1 },
  investorResponse: { label: 'How far capital follows the field', unit: 'elasticity', least: 0, most: 10 },
  scaleUpLabour: { label: 'People needed to scale up', unit: 'elasticity', least: 0, most: 5 },
  speedLimit: { label: 'Fastest growth of algorithms', unit: 'ln per year', least: 0.01, most: 12 },
  lnThresholdFlop: { label: 'Threshold of effective compute', unit: 'ln FLOP', least: 20, most: 250 }
} as const satisfies Record<ParameterName, ParameterDefinition>

/** The distributions of a set that names each parameter once. Error: forecast/invalid. */
export function distributionsOf(set: ParameterSet): Result<Record<ParameterName, Distribution>> {
  const found = new Map(set.parameters.map(({ name, distribution }) => [name, distribution]))
  for (const [index, { name, distribution }] of set.parameters.entries()) {
    const place = `parameters.${index}`
    if (!Object.hasOwn(parameterDefinitions, name))
      return fail(invalid(`${place}.name`, `is "${name}".`, `The parameters are ${parameterNames.join(', ')}.`))
    if (set.parameters.findIndex(other => other.name === name) !== index)
      return fail(invalid(`${place}.name`, `"${name}" is there twice.`, 'Give each once.'))
    const fault = distributionFault(name, distribution)
    if (fault) return fail(fault)
  }
  const missing = parameterNames.filter(name => !found.has(name))
  if (missing.length > 0)
    return fail(invalid('parameters', `lacks ${missing.join(', ')}.`, 'A set has a belief about every parameter.'))
  return ok(Object.fromEntries(found) as Record<ParameterName, Distribution>)
}

/** Why the model cannot run with `distribution` for `name`, which stands within `where`; null if it can. */
export function distributionFault(
  name: ParameterName,
  distribution: Distribution,
  where = 'parameters'
): FrownError | null {
  const place = `${where}.${name}`
  const fault = shapeFault(place, distribution, true)
  if (fault) return fault
  const { least, most } = parameterDefinitions[name]
  const [low, high] = supportOf(distribution)
  if (low >= least && high <= most) return null
  return invalid(
    place,
    low === high ? `is ${rounded(low)}.` : `can be from ${rounded(low)} to ${rounded(high)}.`,
    `The model runs with ${least} to ${most} (${parameterDefinitions[name].unit}).`
  )
}

/** The first value that the model cannot run with. Error: forecast/invalid. */
export function checkValues(values: ParameterValues, place: string): FrownError | null {
  for (const name of parameterNames) {
    const { least, most } = parameterDefinitions[name]
    const fault = numberFault(`${place}.${name}`, values[name], least, most)
    if (fault) return fault
  }
  return null
}

const rounded = (x: number): number => Number(x.toPrecision(4))

function shapeFault(place: string, distribution: Distribution, outermost: boolean): FrownError | null {
  const numbers = (values: Record<string, number>) => {
    const [name] = Object.entries(values).find(([, value]) => !Number.isFinite(value)) ?? []
    return name === undefined ? null : invalid(`${place}.${name}`, 'is no number.', 'Give a finite number.')
  }
  switch (distribution.kind) {
    case 'constant':
      return numbers({ value: distribution.value })
    case 'uniform': {
      const { low, high } = distribution
      return (
        numbers({ low, high }) ??
        (low > high ? invalid(place, `has low ${low} above high ${high}.`, 'Swap them.') : null)
      )
    }
    case 'triangular': {
      const { low, mode, high } = distribution
      const isOrdered = low <= mode && mode <= high
      return (
        numbers({ low, mode, high }) ?? (isOrdered ? null : invalid(place, 'is not low ≤ mode ≤ high.', 'Order them.'))
      )
    }
    case 'lognormal90': {
      const { p05, p95 } = distribution
      const isOrdered = p05 > 0 && p05 <= p95
      return numbers({ p05, p95 }) ?? (isOrdered ? null : invalid(place, 'is not 0 < p05 ≤ p95.', 'Order them.'))
    }
    case 'scaled':
      return numbers({ by: distribution.by }) ?? shapeFault(place, distribution.of, false)
    case 'logOf':
    case 'ln2Over': {
      const fault = shapeFault(place, distribution.of, false)
      if (fault) return fault
      return supportOf(distribution.of)[0] > 0
        ? null
        : invalid(place, 'takes ln 2 over, or ln of, what may be 0.', 'Keep it above 0.')
    }
    case 'mixture': {
      if (!outermost) return invalid(place, 'has a mixture within.', 'A mixture stands outermost only.')
      if (distribution.of.length < 1 || distribution.of.length > 8)
        return invalid(place, `has ${distribution.of.length} parts.`, 'Give a mixture 1 to 8 parts.')
      for (const [index, { weight, distribution: part }] of distribution.of.entries()) {
        const fault =
          numberFault(`${place}.of.${index}.weight`, weight, 1e-6, 1e6) ??
          shapeFault(`${place}.of.${index}`, part, false)
        if (fault) return fault
      }
      return null
    }
  }
}

/** A quasi-random number is at least 2^−33 from either end: 6.3 standard deviations of a normal score. */
const furthestDeviations = 6.4
const deviations90 = 3.28971

/** Least and greatest value that can be drawn. */
export function supportOf(distribution: Distribution): [number, number] {
  switch (distribution.kind) {
    case 'constant':
      return [distribution.value, distribution.value]
    case 'uniform':
    case 'triangular':
      return [distribution.low, distribution.high]
    case 'lognormal90': {
      const middle = (Math.log(distribution.p05) + Math.log(distribution.p95)) / 2
      const reach = (furthestDeviations * Math.log(distribution.p95 / distribution.p05)) / deviations90
      return [Math.exp(middle - reach), Math.exp(middle + reach)]
    }
    case 'logOf': {
      const [low, high] = supportOf(distribution.of)
      return [Math.log(low), Math.log(high)]
    }
    case 'ln2Over': {
      const [low, high] = supportOf(distribution.of)
      return [Math.LN2 / high, Math.LN2 / low]
    }
    case 'scaled': {
      const ends = supportOf(distribution.of).map(end => end * distribution.by)
      return [Math.min(...ends), Math.max(...ends)]
    }
    case 'mixture': {
      const ends = distribution.of.map(part => supportOf(part.distribution))
      return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))]
    }
  }
}
