/**
 * Which training runs are there? One run counts once, though several systems may come out of it.
 */
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
  const runs: TrainingRun[] = []
  for (const system of distinctRuns(view, systems)) {
    const computeFlop = measured(system, 'trainingComputeFlop')
    if (computeFlop && system.releasedOn) runs.push({ system, releasedOn: system.releasedOn, computeFlop })
  }
  return runs.sort((a, b) => compareText(a.releasedOn, b.releasedOn) || compareText(a.system.id, b.system.id))
}

/** Of the systems that share a run, only the one that the others name, where it is among them. */
export function distinctRuns(view: RegisterView, systems: Iterable<System>): System[] {
  const all = [...systems]
  const present = new Set(all.map(system => system.id))
  return all.filter(({ sameRunAs }) => sameRunAs === null || !view.systems.has(sameRunAs) || !present.has(sameRunAs))
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
