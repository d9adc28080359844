/**
 * What is uncertain about a race: each parameter that is not taken as known, and how large the groups' runs have been.
 */
import {
  type Distribution,
  type ParameterName,
  parameterDefinitions,
  parameterNames,
  type RaceSetup
} from '../simulation/index.ts'

export type Factor = ParameterName | 'groups'

/** In the order of the parameters, the groups last. */
export function factorsOf({ parameters, groups }: RaceSetup): Factor[] {
  const varying = parameterNames.filter(name => !isKnown(parameters[name]))
  const groupsVary = groups.some(
    ({ computeFlop, runCostUsd }) => computeFlop.high > computeFlop.low || runCostUsd.high > runCostUsd.low
  )
  return groupsVary ? [...varying, 'groups'] : varying
}

export const labelOf = (factor: Factor): string =>
  factor === 'groups' ? 'Largest runs of the groups' : parameterDefinitions[factor].label

/** Whether every draw of it is the same. */
export function isKnown(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'constant':
      return true
    case 'uniform':
    case 'triangular':
      return distribution.low === distribution.high
    case 'lognormal90':
      return distribution.p05 === distribution.p95
    case 'logOf':
    case 'ln2Over':
      return isKnown(distribution.of)
    case 'scaled':
      return distribution.by === 0 || isKnown(distribution.of)
    case 'mixture':
      return distribution.of.length === 1 && distribution.of.every(part => isKnown(part.distribution))
  }
}

/** Whether its values rise with its quasi-random number, rather than fall. */
export function rises(distribution: Distribution): boolean {
  switch (distribution.kind) {
    case 'logOf':
      return rises(distribution.of)
    case 'ln2Over':
      return !rises(distribution.of)
    case 'scaled':
      return distribution.by >= 0 === rises(distribution.of)
    case 'mixture':
      return distribution.of.every(part => rises(part.distribution))
    default:
      return true
  }
}
