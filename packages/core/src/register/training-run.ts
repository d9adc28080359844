/**
 * Which training runs are there? One run counts once, though several systems may come out of it.
 */
import type { SystemId } from './claim.ts'
import type { Day } from './day.ts'
import { measured } from './measured.ts'
import type { Measured, RegisterView, System } from './view.ts'

export interface TrainingRun {
  /** The earliest system of the run. */
  readonly system: System
  readonly releasedOn: Day
  readonly computeFlop: Measured
}

/** Runs of dated systems with known training compute, earliest release first. */
export function trainingRuns(view: RegisterView, systems: Iterable<System> = view.systems.values()): TrainingRun[] {
  return distinctRuns(
    view,
    measuredSystems(systems).map(({ system }) => system)
  ).map(asRun)
}

/** As `trainingRuns`, but once for each system, as sources list them. */
export function runsOfEachSystem(view: RegisterView): TrainingRun[] {
  return measuredSystems(view.systems.values())
}

/** Of the systems that share a run the first: the one that the others name, else the earliest here. Earliest release first. */
export function distinctRuns(view: RegisterView, systems: Iterable<System>): System[] {
  const firstOfRun = new Map<SystemId, System>()
  const inOrder = [...systems].sort(byRelease)
  for (const system of inOrder) {
    const run = runOf(view, system)
    if (system.id === run || !firstOfRun.has(run)) firstOfRun.set(run, system)
  }
  return [...firstOfRun.values()].sort(byRelease)
}

/** The system at the end of the chain of `sameRunAs`, which names the run. */
function runOf(view: RegisterView, system: System): SystemId {
  const seen = new Set<SystemId>()
  let current = system
  while (current.sameRunAs !== null && !seen.has(current.id)) {
    seen.add(current.id)
    const next = view.systems.get(current.sameRunAs)
    if (!next) break
    current = next
  }
  return current.id
}

function measuredSystems(systems: Iterable<System>): TrainingRun[] {
  const dated = [...systems].filter(
    system => system.releasedOn !== null && measured(system, 'trainingComputeFlop') !== null
  )
  return dated.sort(byRelease).map(asRun)
}

function asRun(system: System): TrainingRun {
  return {
    system,
    releasedOn: system.releasedOn as Day,
    computeFlop: measured(system, 'trainingComputeFlop') as Measured
  }
}

function byRelease(a: System, b: System): number {
  return compareText(a.releasedOn ?? '9999-12-31', b.releasedOn ?? '9999-12-31') || compareText(a.id, b.id)
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
