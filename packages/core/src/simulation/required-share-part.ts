/**
 * The smallest share that must refuse, draw by draw.
 *
 * Eleven shares first: they show where the wish is first met, and whether more refusal ever means less delay. Where it
 * does, the draw is looked through in steps of 1%; elsewhere the share is halved in on to 1e-3.
 */
import type { Kernel } from '@frown/kernel'
import type { RequiredSharePlan } from './sweep-plan.ts'

const coarse = 10
const fine = 100
const accuracy = 1e-3
/** Delays that differ by less are taken as equal. */
const noiseYears = 1e-9

/** Fills the columns of `requiredShareColumns` for the chunk that the kernel holds. */
export function fillRequiredShares(
  kernel: Kernel,
  { setup, levers, delayYears }: RequiredSharePlan,
  [baseline, share, notMonotone, mostDelay]: readonly Float64Array[]
): void {
  if (!baseline || !share || !notMonotone || !mostDelay) throw new Error('four columns')
  const { horizonYears, groups } = setup
  const draws = baseline.length
  const firstCrossing = (scale: ArrayLike<number> | null): Float64Array => {
    const { refusal: _, ...withoutRefusal } = levers
    const result = kernel.run(scale === null ? withoutRefusal : levers, {
      horizonYears,
      stop: 'whenOneCrossed',
      shareScale: scale ?? undefined
    })
    const first = new Float64Array(scale?.length ?? draws).fill(Number.POSITIVE_INFINITY)
    groups.forEach((_, group) => {
      result.crossingYears(group).forEach((years, d) => {
        if (years < (first[d] as number)) first[d] = years
      })
    })
    return first
  }
  /** Delay in years; a censored scenario delays at least to the horizon, which is all that is known of it. */
  const delayOf = (base: number, crossing: number) =>
    crossing === Number.POSITIVE_INFINITY ? horizonYears - base : crossing - base
  const isMet = (base: number, crossing: number) => delayOf(base, crossing) >= delayYears

  baseline.set(firstCrossing(null))
  share.fill(Number.POSITIVE_INFINITY)
  const last = new Float64Array(draws)
  const low = new Float64Array(draws)
  const high = new Float64Array(draws).fill(Number.POSITIVE_INFINITY)
  for (let step = 1; step <= coarse; step++) {
    const f = step / coarse
    const crossing = firstCrossing(new Float64Array(draws).fill(f))
    for (let d = 0; d < draws; d++) {
      const base = baseline[d] as number
      const delay = delayOf(base, crossing[d] as number)
      if (delay < (last[d] as number) - noiseYears) notMonotone[d] = 1
      last[d] = delay
      if (high[d] === Number.POSITIVE_INFINITY && isMet(base, crossing[d] as number)) {
        high[d] = f
        low[d] = (step - 1) / coarse
      }
    }
  }
  mostDelay.set(last)
  for (let width = 1 / coarse; width > accuracy; width /= 2) {
    const middle = low.map((from, d) => (high[d] === Number.POSITIVE_INFINITY ? 1 : (from + (high[d] as number)) / 2))
    const crossing = firstCrossing(middle)
    for (let d = 0; d < draws; d++) {
      if (high[d] === Number.POSITIVE_INFINITY) continue
      if (isMet(baseline[d] as number, crossing[d] as number)) high[d] = middle[d] as number
      else low[d] = middle[d] as number
    }
  }
  share.set(high)

  const uneven = [...notMonotone.keys()].filter(d => notMonotone[d] === 1)
  if (uneven.length > 0) {
    kernel.keep(uneven)
    const found = new Set<number>()
    for (let step = 1; step <= fine && found.size < uneven.length; step++) {
      const crossing = firstCrossing(new Float64Array(uneven.length).fill(step / fine))
      uneven.forEach((d, index) => {
        if (found.has(d) || !isMet(baseline[d] as number, crossing[index] as number)) return
        found.add(d)
        share[d] = step / fine
      })
    }
    for (const d of uneven) if (!found.has(d)) share[d] = Number.POSITIVE_INFINITY
  }
  for (let d = 0; d < draws; d++)
    if (baseline[d] === Number.POSITIVE_INFINITY) {
      share[d] = Number.NaN
      mostDelay[d] = Number.NaN
    }
}
