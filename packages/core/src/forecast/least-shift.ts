/**
 * The smallest change of standard normal scores, in Euclidean norm, that lifts an outcome's median to a target.
 *
 * First-order reliability (Hasofer & Lind 1974; Rackwitz & Fiessler 1978): on the probit scale the share of draws that
 * reach a level is nearly linear in the shifts, so the nearest point of the linearised surface is taken, again and again.
 * Slopes need no further runs: under a shift of normals they are means of scores over those draws (the score function).
 * Where too few draws reach the target, a level that a tenth of them reach leads there (as in the cross-entropy method).
 */
import { quantile } from './quantiles.ts'

export interface ShiftProblem {
  /** Of each draw, when the score of each variable is moved so far; the same draws each time. */
  readonly outcomes: (shifts: readonly number[]) => Promise<Float64Array>
  /** Per variable the score of each draw before any shift. */
  readonly scores: readonly Float64Array[]
  readonly target: number
  /** Bounds of one shift, and of all together; standard deviations. */
  readonly mostDeviations: number
  readonly mostNorm: number
  readonly normalQuantile: (probability: number) => number
  readonly exp: (x: number) => number
}

export interface ShiftFound {
  readonly shifts: readonly number[]
  readonly isReached: boolean
}

export const leastShiftSteps = 10
export const leastScaleRuns = 12
const furthestStep = 2
const fewest = 0.1
/** A step that is shorter, in standard deviations, is noise. */
const stillness = 0.1

export const normOf = (shifts: readonly number[]): number =>
  Math.sqrt(shifts.reduce((sum, shift) => sum + shift ** 2, 0))

export function medianReaches(outcomes: Float64Array, target: number): boolean {
  return quantile(outcomes.slice().sort(), 0.5) >= target
}

/** From `start` to a point that is near the smallest; where none is found, the one with the greatest median on the way. */
export async function leastShift(problem: ShiftProblem, start: readonly number[]): Promise<ShiftFound> {
  const { target, scores } = problem
  let shifts = start
  let slopes: number[] | null = null
  let best = { shifts: start, median: Number.NEGATIVE_INFINITY }
  for (let step = 0; step < leastShiftSteps; step++) {
    const outcomes = await problem.outcomes(shifts)
    const sorted = outcomes.slice().sort()
    const median = quantile(sorted, 0.5)
    if (median > best.median) best = { shifts, median }
    const level = Math.min(Math.max(target, quantile(sorted, fewest)), quantile(sorted, 1 - fewest))
    const share = outcomes.reduce((count, outcome) => count + Number(outcome >= level), 0) / outcomes.length
    if (share === 0 || share === 1) break
    const probit = problem.normalQuantile(share)
    const density = problem.exp(-(probit ** 2) / 2) / Math.sqrt(2 * Math.PI)
    const fresh = scores.map(score => {
      let sum = 0
      for (let d = 0; d < outcomes.length; d++)
        sum += (Number((outcomes[d] as number) >= level) - share) * (score[d] as number)
      return sum / outcomes.length / density
    })
    const last: readonly number[] = slopes ?? fresh
    slopes = fresh.map((slope, i) => (slope + (last[i] as number)) / 2)
    const wanted = slopes.reduce((sum, slope, i) => sum + slope * (shifts[i] as number), 0) - probit
    const next = towards(shifts, nearest(problem, slopes, wanted), furthestStep)
    const moved = normOf(next.map((shift, i) => shift - (shifts[i] as number)))
    shifts = next
    if (step > 2 && moved < stillness) break
  }
  const here = await leastScale(problem, shifts)
  return here.isReached ? here : leastScale(problem, best.shifts)
}

/** The smallest multiple of `shifts` that does, to about a part in a thousand; `shifts` itself where none of those tried does. */
export async function leastScale(problem: ShiftProblem, shifts: readonly number[]): Promise<ShiftFound> {
  const at = (scale: number) =>
    within(
      problem,
      shifts.map(shift => shift * scale)
    )
  const reaches = async (scale: number) => medianReaches(await problem.outcomes(at(scale)), problem.target)
  let low = 0
  let high = 1
  for (const scale of [1, 1.1, 1.3]) {
    high = scale
    if (await reaches(scale)) break
    low = scale
  }
  if (low === high) return { shifts: at(1), isReached: false }
  if (low === 0 && (await reaches(0.9))) high = 0.9
  else if (low === 0) low = 0.9
  for (let halved = 0; halved < 8 && high - low > 1e-3; halved++) {
    const middle = (low + high) / 2
    if (await reaches(middle)) high = middle
    else low = middle
  }
  return { shifts: at(high), isReached: true }
}

/** The smallest shifts whose slopes add up to `wanted`, or as near as the bounds allow. */
function nearest(problem: ShiftProblem, slopes: readonly number[], wanted: number): readonly number[] {
  const { mostDeviations, mostNorm } = problem
  const at = (factor: number) =>
    slopes.map(slope => Math.min(mostDeviations, Math.max(-mostDeviations, slope * factor)))
  const isEnough = (shifts: readonly number[]) =>
    shifts.reduce((sum, shift, i) => sum + shift * (slopes[i] as number), 0) >= wanted || normOf(shifts) >= mostNorm
  if (wanted <= 0) return at(0)
  let low = 0
  let high = 1
  for (let doubled = 0; doubled < 30 && !isEnough(at(high)); doubled++) high *= 2
  for (let halved = 0; halved < 60; halved++) {
    const middle = (low + high) / 2
    if (isEnough(at(middle))) high = middle
    else low = middle
  }
  return within(problem, at(high))
}

/** The shifts, cut off at the bounds. */
export function within({ mostDeviations, mostNorm }: ShiftProblem, shifts: readonly number[]): readonly number[] {
  const cut = shifts.map(shift => Math.min(mostDeviations, Math.max(-mostDeviations, shift)))
  const norm = normOf(cut)
  return norm > mostNorm ? cut.map(shift => (shift * mostNorm) / norm) : cut
}

function towards(from: readonly number[], to: readonly number[], furthest: number): readonly number[] {
  const away = normOf(to.map((shift, i) => shift - (from[i] as number)))
  const part = Math.min(1, furthest / away)
  return away === 0 ? to : from.map((shift, i) => shift + part * ((to[i] as number) - shift))
}
