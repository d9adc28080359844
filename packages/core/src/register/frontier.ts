/**
 * How large is the largest run, of the field and of a group, and how sure is that?
 *
 * Undisclosed runs are not small runs: a group's largest lies anywhere between its largest known run
 * and the field's largest known run of that day.
 */
import type { GroupId } from './claim.ts'
import type { Day } from './day.ts'
import { systemsOf } from './group-systems.ts'
import { measured } from './measured.ts'
import { type TrainingRun, trainingRuns } from './training-run.ts'
import type { RegisterView, System } from './view.ts'

/** Each run that was the largest known of the field when it was released, earliest first. */
export function frontier(view: RegisterView): TrainingRun[] {
  return recordsOf(trainingRuns(view))
}

/** The runs that were among the `count` largest known of the field when they were released. */
export function topAtRelease(runs: readonly TrainingRun[], count = 10): TrainingRun[] {
  const largest: number[] = []
  return runs.filter(({ computeFlop }) => {
    if (largest.length === count && computeFlop.value <= (largest[0] as number)) return false
    largest.push(computeFlop.value)
    largest.sort((a, b) => a - b)
    if (largest.length > count) largest.shift()
    return true
  })
}

export interface LargestRun {
  /** The group's largest known run; null: none is known. */
  readonly known: TrainingRun | null
  /** Bounds of the group's largest run: its largest known, and the field's largest known. */
  readonly lowFlop: number | null
  readonly highFlop: number | null
  /** Systems of the group whose training compute is not known. */
  readonly unknownSystems: number
}

/** What can be said of the group's largest run on the view's days. */
export function largestRun(view: RegisterView, group: GroupId, fieldRuns = trainingRuns(view)): LargestRun {
  const systems = systemsOf(view, group)
  const own = recordsOf(trainingRuns(view, systems)).at(-1) ?? null
  const field = recordsOf(fieldRuns).at(-1) ?? null
  return {
    known: own,
    lowFlop: own?.computeFlop.value ?? null,
    highFlop: systems.length === 0 ? null : (field?.computeFlop.value ?? null),
    unknownSystems: systems.filter(system => measured(system, 'trainingComputeFlop') === null).length
  }
}

export interface ScaleUpStep {
  readonly system: System
  readonly releasedOn: Day
  readonly computeFlop: number
  /** This run over the group's largest before it; null: it is the first. */
  readonly timesOwnLast: number | null
  /** This run over the field's largest on that day, itself included: 1 where it leads. */
  readonly shareOfFrontier: number
}

/** The group's own records, each against its own last and against the field's largest on that day. */
export function scaleUp(view: RegisterView, group: GroupId): ScaleUpStep[] {
  const field = frontier(view)
  let last: number | null = null
  return recordsOf(trainingRuns(view, systemsOf(view, group))).map(({ system, releasedOn, computeFlop }) => {
    const fieldLargest = field.findLast(run => run.releasedOn <= releasedOn)?.computeFlop.value ?? computeFlop.value
    const timesOwnLast = last === null ? null : computeFlop.value / last
    last = computeFlop.value
    return {
      system,
      releasedOn,
      computeFlop: computeFlop.value,
      timesOwnLast,
      shareOfFrontier: computeFlop.value / fieldLargest
    }
  })
}

function recordsOf(runs: readonly TrainingRun[]): TrainingRun[] {
  let largest = 0
  const records: TrainingRun[] = []
  for (const run of runs) {
    if (run.computeFlop.value <= largest) continue
    largest = run.computeFlop.value
    if (records.at(-1)?.releasedOn === run.releasedOn) records.pop()
    records.push(run)
  }
  return records
}
