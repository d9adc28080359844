export {
  type Distribution,
  type Kernel,
  kernelVersion,
  type Levers,
  loadKernel,
  type ParameterName,
  type ParameterValues,
  parameterNames,
  type Range
} from '@frown/kernel'
export {
  checkGroups,
  invalid,
  membersOf,
  numberFault,
  type Population,
  populationText,
  type StartingGroup
} from './group.ts'
export {
  checkValues,
  distributionFault,
  distributionsOf,
  type Grade,
  grades,
  type ParameterBelief,
  type ParameterSet,
  parameterDefinitions,
  supportOf
} from './parameters.ts'
export { checkBudget, checkHorizon, checkSetup, mostDrawsOfSweep, type RaceSetup } from './race-setup.ts'
export { leversOf, longestYears, type Scenario, scenarioText } from './scenario.ts'
export { type GivenRace, mostGivenDraws, type SimulationResult, simulate } from './simulate.ts'
export { runPart, type Sweep, type SweepOptions, sweepHere } from './sweep.ts'
export {
  type Columns,
  type CrossingPlan,
  carefulCare,
  columnAt,
  type FrontierPlan,
  type RequiredSharePlan,
  requiredShareColumns,
  type Structure,
  type SweepPlan,
  samplesOf,
  structureColumn,
  structures
} from './sweep-plan.ts'
export {
  answerRequests,
  type SweepPool,
  type SweepReply,
  type SweepRequest,
  type SweepWorker,
  sweepPool
} from './sweep-pool.ts'
