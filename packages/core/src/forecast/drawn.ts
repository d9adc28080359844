/**
 * What one draw shows: the numbers of which tests of claims, and comparisons of approaches, are made.
 */
import { reaches } from './delay.ts'
import type { Crossings, FoundRun } from './race-cases.ts'

type Whose = keyof Crossings

const years = (crossings: Crossings, whose: Whose, draw: number): number => crossings[whose][draw] as number

/** Years by which a crossing comes later; ∞, −∞ and NaN as in `delaysOf`. */
export const delayOf = (run: FoundRun, draw: number, whose: Whose = 'first'): number =>
  years(run.scenario, whose, draw) - years(run.baseline, whose, draw)

/** 1 where the delay is at least `least` years, 0 where it is not, NaN where the horizon is too near to tell. */
export function delaysBy(run: FoundRun, draw: number, least: number, horizonYears: number): number {
  const delay = delayOf(run, draw)
  return reaches(years(run.baseline, 'first', draw), delay, least, horizonYears)
}

export const not = (passes: number): number => 1 - passes

/** 1 where a crossing comes later at all. */
export function slowed(run: FoundRun, draw: number, whose: Whose = 'first'): number {
  const delay = delayOf(run, draw, whose)
  return Number.isNaN(delay) ? Number.NaN : Number(delay > 0)
}

/** Years by which the careless crossing comes before the careful; NaN where either is beyond the horizon. */
function lead(crossings: Crossings, draw: number): number {
  const found = years(crossings, 'careful', draw) - years(crossings, 'careless', draw)
  return Number.isFinite(found) ? found : Number.NaN
}

/** What the scenario adds to that lead. */
export const leadGain = (run: FoundRun, draw: number): number => lead(run.scenario, draw) - lead(run.baseline, draw)

/** 1 where `value` is below `most`, NaN where it is not known. */
export const below = (value: number, most: number): number => (Number.isNaN(value) ? Number.NaN : Number(value < most))

export const above = (value: number, least: number): number => below(-value, -least)

/** Delay in years as far as the horizon lets one see; see `seenDelays`. */
export const seenDelayOf = ({ baseline, scenario }: FoundRun, draw: number, horizonYears: number): number =>
  Math.min(scenario.first[draw] as number, horizonYears) - Math.min(baseline.first[draw] as number, horizonYears)
