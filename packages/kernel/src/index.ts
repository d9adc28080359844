export type { Distribution } from './distribution.ts'
export {
  type ChunkResult,
  type Kernel,
  loadKernel,
  type ParameterDistributions,
  type RunOptions,
  type Sampling,
  type Stop
} from './kernel.ts'
export { kernelVersion } from './kernel-binary.ts'
export { mostDraws, mostGroups } from './memory.ts'
export {
  type Levers,
  type ParameterName,
  type ParameterValues,
  parameterNames,
  type RaceGroup,
  type Range
} from './race-input.ts'
