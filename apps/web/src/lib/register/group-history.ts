/**
 * How did what is known of a group's systems change, from one recorded day to the next?
 *
 * Compares what a reader of either day would have seen: which systems, and with which training compute.
 */
import type { SystemSummary } from './resources.ts'

export type KnownSystem = Pick<SystemSummary, 'id' | 'name' | 'trainingComputeFlop'>

export interface GroupSnapshot {
  readonly day: string
  readonly systems: readonly KnownSystem[]
}

export interface ComputeChange {
  readonly id: string
  readonly name: string
  readonly kind: 'asserted' | 'revised' | 'withdrawn'
  readonly before: number | null
  readonly after: number | null
}

export interface GroupStep {
  /** The recorded day before; null: the first. */
  readonly from: string | null
  readonly to: string
  readonly systems: number
  readonly withKnownCompute: number
  readonly added: readonly KnownSystem[]
  readonly gone: readonly KnownSystem[]
  readonly compute: readonly ComputeChange[]
}

/** One step per snapshot, latest first; the first only says how it began. */
export function groupSteps(snapshots: readonly GroupSnapshot[]): GroupStep[] {
  return snapshots
    .map((after, index) => {
      const before = snapshots[index - 1]
      const count = {
        to: after.day,
        systems: after.systems.length,
        withKnownCompute: after.systems.filter(system => system.trainingComputeFlop !== null).length
      }
      if (!before) return { from: null, ...count, added: [], gone: [], compute: [] }
      const old = new Map(before.systems.map(system => [system.id, system]))
      const now = new Set(after.systems.map(system => system.id))
      return {
        from: before.day,
        ...count,
        added: after.systems.filter(system => !old.has(system.id)),
        gone: before.systems.filter(system => !now.has(system.id)),
        compute: after.systems.flatMap(system => computeChange(old.get(system.id), system))
      }
    })
    .reverse()
}

function computeChange(old: KnownSystem | undefined, { id, name, trainingComputeFlop }: KnownSystem): ComputeChange[] {
  if (!old) return []
  const before = old.trainingComputeFlop?.value ?? null
  const after = trainingComputeFlop?.value ?? null
  if (before === after) return []
  const kind = before === null ? 'asserted' : after === null ? 'withdrawn' : 'revised'
  return [{ id, name, kind, before, after }]
}
