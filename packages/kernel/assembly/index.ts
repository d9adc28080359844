export { sample } from './distribution'
export { exp1 as exp, ln1 as ln } from './lanes'
export {
  access, care, closes, covered, crossingYears, fieldLevers, groupIntervals, labourShare, limitedYears, lnAlgorithms,
  lnCompute, lnCost, lnFrontier, mostDraws, mostGroups, openness, parameters, programAt, programs, refusingShare, seeds, shareScale,
  shifts
} from './layout'
export { normalCdf, normalQuantile } from './normal'
export { abilityLost, race, transcendentals } from './race'
export { dimensions, uniform } from './sobol'
