/**
 * The race in plain TypeScript, one draw at a time, written from docs/forecast.md alone: the oracle of the kernel's
 * tests, and what its speed is measured against. Nothing here is shared with the kernel.
 */
import type { Levers, ParameterValues } from './race-input.ts'

export interface PlainGroup {
  readonly computeFlop: number
  readonly runCostUsd: number
  readonly labourShare: number
  readonly openness: number
  readonly lnAlgorithms: number
  readonly care: number
}

/** Φ(x), by its series near 0 and its continued fraction in the tails. */
export function plainNormalCdf(x: number): number {
  const z = Math.abs(x)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  if (z < 3) {
    let term = z
    let sum = z
    for (let n = 1; n < 200 && term > 1e-18 * sum; n++) {
      term *= (z * z) / (2 * n + 1)
      sum += term
    }
    return x > 0 ? 0.5 + density * sum : 0.5 - density * sum
  }
  let fraction = 0
  for (let n = 150; n >= 1; n--) fraction = n / (z + fraction)
  const upper = density / (z + fraction)
  return x > 0 ? 1 - upper : upper
}

/** Φ⁻¹(p), by bisection. */
export function plainNormalQuantile(p: number): number {
  let low = -40
  let high = 40
  for (let n = 0; n < 200; n++) {
    const middle = (low + high) / 2
    if (plainNormalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const plainAbilityLost = (share: number, spread: number): number =>
  share <= 0 ? 0 : share >= 1 ? 1 : plainNormalCdf(spread - plainNormalQuantile(1 - share))

const stepsPerYear = 12

const ramp = (t: number, start: number, years: number): number =>
  years === 0 ? (t >= start ? 1 : 0) : Math.min(Math.max((t - start) / years, 0), 1)

/** Years until each group crosses; null: not within `horizonYears`. */
export function plainRace(
  given: readonly PlainGroup[],
  p: ParameterValues,
  levers: Levers,
  horizonYears: number,
  stopWhenAllCrossed = false
): (number | null)[] {
  const { refusal, investorFrown = 0, ostracism, shutdown, cap, smallModels } = levers
  const count = given.length
  const column = (value: (group: PlainGroup) => number) => Float64Array.from(given, value)
  const labour = given.reduce((sum, group) => sum + group.labourShare, 0)
  const w = column(group => group.labourShare / labour)
  const o = column(group => group.openness)
  const lnC0 = column(group => Math.log(group.computeFlop))
  const k0 = column(group => group.lnAlgorithms)
  const f = Float64Array.from(given, (_, i) => refusal?.share[i] ?? 0)
  const lnC = lnC0.slice()
  const lnK = k0.slice()
  const lnB = column(group => Math.log(group.runCostUsd))
  const baseSum = new Float64Array(count)
  const n = new Float64Array(count)
  const m = new Float64Array(count)
  const supply = new Float64Array(count).fill(1)
  const power = new Float64Array(count)
  const crossed: (number | null)[] = given.map(() => null)

  const s = p.labourShareOfInput
  const rho = (p.substitution - 1) / p.substitution
  const isCobbDouglas = Math.abs(p.substitution - 1) < 1e-6
  const inputGrowth = s * p.labourGrowth + (1 - s) * (p.spendGrowth + p.hardwareGrowth + p.durationGrowth)
  const beta = (p.returns * inputGrowth) / p.algorithmGrowth
  let coalition = 0
  for (let i = 0; i < count; i++) {
    coalition += w[i]! * f[i]!
    for (let j = 0; j < count; j++) baseSum[i]! += w[j]! * (i === j ? 1 : o[j]!)
    const lnE = lnC[i]! + lnK[i]!
    n[i] = 1 + Math.exp(p.automationSlope * (lnE - p.lnAutomationFlop))
    if (lnE >= p.lnThresholdFlop) crossed[i] = 0
  }

  let lastRamp = 0
  for (let step = 0; step < Math.round(horizonYears * stepsPerYear); step++) {
    const t = step / stepsPerYear
    const next = (step + 1) / stepsPerYear
    const isShut = (i: number) => shutdown !== undefined && shutdown.groups[i] === true && t >= shutdown.startYears
    if (stopWhenAllCrossed && crossed.every((when, i) => when !== null || isShut(i))) break

    const r = refusal ? ramp(t, refusal.startYears, refusal.rampYears) : 0
    if (r !== lastRamp)
      for (let i = 0; i < count; i++) {
        const same = f.indexOf(f[i]!)
        m[i] = same < i ? m[same]! : plainAbilityLost(f[i]! * r, p.abilityCorrelation * p.abilitySpread)
      }
    lastRamp = r
    if (refusal || shutdown) {
      const since = refusal ? Math.max(t - refusal.startYears, 0) : 0
      const hired = 1 - Math.exp(-since / p.backfillYears)
      const backfill = p.backfillShare * p.backfillQuality * (1 - coalition * r) * hired
      let leavers = 0
      let shut = 0
      let free = 0
      for (let i = 0; i < count; i++) {
        if (isShut(i)) shut += w[i]!
        else leavers += w[i]! * m[i]!
        if (!isShut(i) && f[i] === 0) free += w[i]!
      }
      const released = shut > 0 && shutdown ? 1 - Math.exp(-(t - shutdown.startYears) / p.transferYears) : 0
      const moved = p.transferShare * (leavers + released * shut)
      for (let i = 0; i < count; i++) supply[i] = 1 - m[i]! * (1 - backfill) + (f[i] === 0 ? moved / free : 0)
    }

    const people = Math.exp(p.labourGrowth * t)
    let shared = 0
    let leading = Number.NEGATIVE_INFINITY
    for (let i = 0; i < count; i++) {
      power[i] = 0
      if (isShut(i)) continue
      const machine = Math.exp(p.automationSlope * (lnC[i]! + lnK[i]! - p.lnAutomationFlop))
      const lnL = Math.log(Math.max((people * supply[i]! + machine) / n[i]!, 1e-12))
      const lnX = lnC[i]! - lnC0[i]!
      let lnI = s * lnL + (1 - s) * lnX
      if (!isCobbDouglas) {
        const a = Math.log(s) + rho * lnL
        const b = Math.log(1 - s) + rho * lnX
        lnI = (Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))) / rho
      }
      power[i] = Math.exp(p.complementarity * Math.max(lnI, -60))
      shared += w[i]! * o[i]! * power[i]!
      leading = Math.max(leading, lnK[i]!)
    }

    const small = smallModels ? smallModels.substitution * ramp(t, smallModels.startYears, smallModels.rampYears) : 0
    const lnSpendMost = p.lnSpendCapUsd + p.economyGrowth * t
    const otherGrowth = p.hardwareGrowth + p.durationGrowth * Math.exp(-t / p.durationYears)
    for (let i = 0; i < count; i++) {
      if (isShut(i)) continue
      const a = ostracism && t >= ostracism.startYears ? ostracism.access[i]! : 1
      const sum = w[i]! * power[i]! + a * (shared - w[i]! * o[i]! * power[i]!)
      const pool = (sum / baseSum[i]!) ** (1 / p.complementarity)
      const found = p.algorithmGrowth * pool ** p.returns * Math.exp(-beta * (lnK[i]! - k0[i]!))
      const knowledge = Math.min(found, p.speedLimit) + p.catchUp * a * Math.max(0, leading - lnK[i]!)
      const backing = Math.max(0, 1 - p.investorResponse * investorFrown * coalition * r * (1 - given[i]!.care))
      const room = Math.max(0, 1 - Math.exp(lnB[i]! - lnSpendMost))
      const spending = p.spendGrowth * room * backing * (1 - small) * Math.max(supply[i]!, 1e-9) ** p.scaleUpLabour

      const before = lnC[i]! + lnK[i]!
      let newC = lnC[i]! + (spending + otherGrowth) / stepsPerYear
      let newB = lnB[i]! + spending / stepsPerYear
      if (cap?.covered[i] && next >= cap.startYears) {
        const limit = Math.log(cap.flop) + Math.log(cap.evasion) + cap.evasionGrowth * (next - cap.startYears)
        const excess = Math.max(0, newC - Math.max(limit, lnC[i]!))
        newC -= excess
        newB -= excess
      }
      lnC[i] = newC
      lnB[i] = newB
      lnK[i]! += knowledge / stepsPerYear
      const after = newC + lnK[i]!
      if (crossed[i] === null && after >= p.lnThresholdFlop)
        crossed[i] = t + (p.lnThresholdFlop - before) / (after - before) / stepsPerYear
    }
  }
  return crossed
}
