export { chanceOfRun, type GrowthGap, growthGap } from './compute-growth.ts'
export {
  type Coverage,
  type Hindcast,
  type HindcastYear,
  type HindcastYears,
  hindcast,
  hindcastText,
  usualHindcast,
  type Verdict
} from './hindcast.ts'
export { type Extended, extended, type Quantiles, quantile, quantilesOf } from './quantiles.ts'
export { type Asked, partOf, type Tools } from './question.ts'
export {
  type GroupAssumption,
  type KnownRun,
  type RunPrice,
  type Start,
  type StartingField,
  type StartKind,
  startingGroups,
  unsetCare
} from './starting-groups.ts'
