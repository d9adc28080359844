/**
 * What every question to the race shares: how it is asked, and what it is answered with.
 */
import { type FrownError, fail } from '../shared/index.ts'
import { checkSetup, type Kernel, numberFault, type RaceSetup, type Sweep } from '../simulation/index.ts'

/** What an answer is worked out with. */
export interface Tools {
  readonly kernel: Kernel
  readonly sweep: Sweep
  readonly signal?: AbortSignal | undefined
  /** Share of the work that is done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** The race asked about, how many draws of it, and which delay counts. */
export interface Asked {
  readonly setup: RaceSetup
  readonly draws: number
  readonly delayYears: number
}

/** Why this cannot be asked: a refusal with forecast/invalid; null if it can. */
export function askedFault({ setup, delayYears }: Asked): { ok: false; error: FrownError } | null {
  const checked = checkSetup(setup)
  if (!checked.ok) return checked
  const fault = numberFault('delayYears', delayYears, 0, setup.horizonYears)
  return fault && fail(fault)
}

/** Tools whose sweeps count for the part of the work from `from` to `to` (0–1). */
export function partOf(tools: Tools, from: number, to: number): Tools {
  const report = (share: number) => tools.onProgress?.(from + (to - from) * share)
  return {
    ...tools,
    onProgress: report,
    sweep: (plan, options) => tools.sweep(plan, { signal: tools.signal, onProgress: report, ...options })
  }
}
