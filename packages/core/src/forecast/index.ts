export type { ScenarioAnswer } from './answer.ts'
export {
  type AnswerTo,
  answerQuestion,
  checkQuestion,
  type Question,
  type QuestionKind
} from './answer-question.ts'
export { type Approach, type ApproachResult, compareApproaches, usualApproaches } from './approaches.ts'
export type { Belief } from './belief.ts'
export { type BelieveAnswer, believe, type LoneBelief, type MovedBelief, type Wish } from './believe.ts'
export type { Assumption, Claim } from './claims/claim.ts'
export { leakedShare } from './claims/secrecy.ts'
export { type ClaimVerdict, type PartShare, type Swing, type VerdictGiven, verdictRule } from './claims/verdict.ts'
export {
  type ClaimAnswer,
  type ClaimMeasure,
  type ClaimPartAnswer,
  claimAnswer,
  claimDraws,
  claims
} from './claims.ts'
export { chanceOfRun, type GrowthGap, growthGap } from './compute-growth.ts'
export type { ByStructure, DelaySummary, Estimate } from './delay.ts'
export { type Factor, factorsOf } from './factors.ts'
export type { Fan, FanPoint } from './fan.ts'
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
export { greatestFixedPoint, leastFixedPoint, normalThresholds } from './norm.ts'
export { ofStructure } from './of-structure.ts'
export type { PooledSummary } from './pooled.ts'
export { leverNames } from './portfolio.ts'
export { type Extended, extended, type Quantiles, quantile, quantilesOf } from './quantiles.ts'
export { type Asked, partOf, type Tools } from './question.ts'
export type { RaceRun } from './race-cases.ts'
export {
  type FactorSensitivity,
  type Sensitivity,
  type SensitivityAnswer,
  sensitivityDraws,
  sensitivityOf
} from './sensitivity.ts'
export type { IndexEstimate } from './sobol-indices.ts'
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
export {
  type MechanismPart,
  type ParameterPart,
  type SeenDelay,
  type TwoBeliefsAnswer,
  twoBeliefs
} from './two-beliefs.ts'
