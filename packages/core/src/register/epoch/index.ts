export {
  type EpochDataset,
  type EpochFile,
  type EpochNote,
  type EpochRecord,
  epochDatasets,
  readEpochFile
} from './epoch-file.ts'
export { type HardwareFact, readHardwareFile } from './hardware-file.ts'
export { type ImportDiff, type ImportPlan, isEmptyDiff, type NamedSystem, type ValueChange } from './import-diff.ts'
export type { ListedGroup } from './known-groups.ts'
export { type ConfirmedRenames, nothingConfirmed } from './match-systems.ts'
export { type ImportRequest, planImport } from './plan-import.ts'
