export { liveClaims, registerAsOf } from './as-of.ts'
export { auditEntries, type EntryAudit } from './audit-entries.ts'
export { type Change, changeKinds, changesBetween, changesOfViews, sameValue } from './changes.ts'
export { checkClaim, isSubjectId } from './check-claim.ts'
export {
  type Claim,
  type ClaimDraft,
  type ClaimId,
  type ClaimStatus,
  type ClaimValue,
  type Confidence,
  claimStatuses,
  confidences,
  type GroupId,
  type Source,
  type SourceTier,
  type Subject,
  type SystemId,
  sourceTiers
} from './claim.ts'
export { makeClaim, makeEnteredClaim } from './claim-id.ts'
export { type ClaimStep, claimStep, claimStepKinds } from './claim-step.ts'
export {
  type Day,
  dayFromNumber,
  dayNumber,
  dayOf,
  type Instant,
  parseDay,
  parseInstant,
  startOf,
  yearOf
} from './day.ts'
export { type Disclosure, disclosureByGroup, disclosureByYear, disclosureOf } from './disclosure.ts'
export {
  type Edit,
  type EditKind,
  type EditPlan,
  editsOpenTo,
  type Move,
  moves,
  neededOf,
  type Person,
  planEdit,
  type WrittenSource
} from './edit/index.ts'
export {
  type ConfirmedRenames,
  type EpochFile,
  type ImportDiff,
  type ImportPlan,
  isEmptyDiff,
  type ListedGroup,
  planImport,
  readEpochFile
} from './epoch/index.ts'
export { closest, findSystem } from './find-system.ts'
export { frontier, type LargestRun, largestRun, type ScaleUpStep, scaleUp, topAtRelease } from './frontier.ts'
export { systemsOf, withParts } from './group-systems.ts'
export { historyOf, type PropertyHistory } from './history.ts'
export { type KnownDay, knownDays } from './known-days.ts'
export { type LedgerManifest, loadLedger, parseManifest } from './ledger-file.ts'
export { filterSystems, type SystemFilter, type SystemSort, sortKey, sortSystems, systemSorts } from './list-systems.ts'
export {
  type ClaimEntry,
  claimEntry,
  claimOfEntry,
  type EnteredBy,
  type EntryTexts,
  type Erasure,
  type ErasureGround,
  erasureGrounds,
  formatEntry,
  formatTexts,
  hashOfTexts,
  hasIdOfContent,
  parseEntry,
  parseTexts,
  textsOf,
  withoutTexts
} from './log-entry.ts'
export { confidenceFactor, estimatedTrainingCompute, measured } from './measured.ts'
export { isProperty, type Property, properties, propertyNames, type Quantity } from './property.ts'
export { type Recording, recordings } from './recordings.ts'
export { distinctRuns, type TrainingRun, trainingRuns } from './training-run.ts'
export { fitTrend, type Interval, runOn, type Trend, type TrendFilter, trendOn, trendRuns } from './trend.ts'
export type { AsOf, Group, Measured, RegisterView, System } from './view.ts'
