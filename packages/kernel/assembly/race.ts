/**
 * The race, step by step, two draws at a time: docs/forecast.md, "One step".
 *
 * Euler steps of a month; every derivative is taken from the state at the start of the step. Loops over groups are
 * split by stage, so that one group's arithmetic overlaps the next one's. ln B − ln C depends on time alone (a cap takes
 * as much off both), so that ln B is no state of its own. A group that shuts leaves the arrays; the others close up.
 */
import { add, div, exp, expEach, ln, lnEach, max, min, mul, splat, sub } from './lanes'
import {
  access, care, closes, covered, crossingYears, fieldLever, FieldLever, groupNumber, labourShare, limitedYears,
  lnAlgorithms, lnCompute, lnCost, lnFrontier, openness, Parameter, parameters, refusingShare, rowAt, shareScale
} from './layout'
import { normalCdf, normalQuantile } from './normal'

const stepsPerYear: f64 = 12
const leastSupply: f64 = 1e-9
/** Below any sum of inputs, which is at least e^−60 of one group's. */
const leastPool: f64 = 1e-300
/** What the inner loops need, loaded for the reason given in lanes.ts. */
const numbers: usize = memory.data<f64>([1, 1.0 / 12.0, Infinity, 1e-12, -60, 1e-300])
enum Fixed { one, stepYears, never, leastLabour, leastLnInput, leastPool }

// The two draws at hand: 16 bytes for each group that still races, in the order of the groups.
const groupOf: usize = memory.data(16 * 16, 16)
const lnC: usize = memory.data(16 * 16, 16)
const lnK: usize = memory.data(16 * 16, 16)
const lnE: usize = memory.data(16 * 16, 16)
const lnC0: usize = memory.data(16 * 16, 16)
const lnBOverC: usize = memory.data(16 * 16, 16)
const inverseN: usize = memory.data(16 * 16, 16)
const lnGain0: usize = memory.data(16 * 16, 16)
const crossed: usize = memory.data(16 * 16, 16)
const human: usize = memory.data(16 * 16, 16)
const spend: usize = memory.data(16 * 16, 16)
const ownWeight: usize = memory.data(16 * 16, 16)
const poolWeight: usize = memory.data(16 * 16, 16)
const accessNow: usize = memory.data(16 * 16, 16)
/** 1 − care. */
const careless: usize = memory.data(16 * 16, 16)
/** 0 where a cap holds, ∞ where it does not. */
const exempt: usize = memory.data(16 * 16, 16)
/** What one stage hands to the next; places beyond the groups hold numbers that nobody reads. */
const work: usize = memory.data(32 * 16, 16)
const lnInput: usize = memory.data(16 * 16, 16)
/** Of every group, shut or not. */
const lostAbility: usize = memory.data(16 * 16, 16)
/** Draws by the years that their race should take, so that the two of a pair end at about the same step. */
const order: usize = memory.data(256 * 4, 16)
const expectedYears: usize = memory.data(256 * 8, 16)

/** When to leave a draw before the horizon. */
export enum Stop { never, whenAllCrossed, whenOneCrossed }

// @ts-ignore: decorator
@inline function at(array: usize, place: i32): v128 { return v128.load(array + (<usize>place << 4)) }
// @ts-ignore: decorator
@inline function put(array: usize, place: i32, value: v128): void { v128.store(array + (<usize>place << 4), value) }
// @ts-ignore: decorator
@inline function fixed(which: Fixed): v128 { return v128.load64_splat(numbers + (<usize>which << 3)) }

/** Byte offsets of the two draws in a row. */
let first: usize = 0
let second: usize = 0

function drawn(row: usize): v128 {
  return f64x2.replace_lane(splat(load<f64>(row + first)), 1, load<f64>(row + second))
}
function keep(row: usize, value: v128): void {
  store<f64>(row + first, f64x2.extract_lane(value, 0))
  store<f64>(row + second, f64x2.extract_lane(value, 1))
}
function parameter(which: Parameter): v128 { return drawn(rowAt(parameters, which)) }

function ramp(t: f64, start: f64, years: f64): f64 {
  if (years == 0) return t >= start ? 1 : 0
  return Math.min(Math.max((t - start) / years, 0), 1)
}

/**
 * Runs draws 0 to `draws` − 1 of the chunk over `steps` months. What comes out of a draw depends on that draw alone.
 * Notes the frontier every `noteEvery` months from the start on (0: never), which wants `Stop.never`.
 */
export function race(draws: i32, groups: i32, steps: i32, stop: Stop, noteEvery: i32): void {
  setOrder(draws, groups)
  for (let d = 0; d < draws; d += 2) {
    first = <usize>load<u32>(order + (<usize>d << 2)) << 3
    second = d + 1 < draws ? <usize>load<u32>(order + (<usize>(d + 1) << 2)) << 3 : first
    runPair(groups, steps, stop, noteEvery)
  }
}

function setOrder(draws: i32, groups: i32): void {
  for (let d = 0; d < draws; d++) {
    const place = <usize>d << 3
    let leading = -Infinity
    for (let i = 0; i < groups; i++)
      leading = Math.max(leading, load<f64>(rowAt(lnCompute, i) + place) + groupNumber(lnAlgorithms, i))
    const growth =
      load<f64>(rowAt(parameters, Parameter.spendGrowth) + place) +
      load<f64>(rowAt(parameters, Parameter.hardwareGrowth) + place) +
      load<f64>(rowAt(parameters, Parameter.algorithmGrowth) + place)
    const years = (load<f64>(rowAt(parameters, Parameter.lnThresholdFlop) + place) - leading) / growth
    store<f64>(expectedYears + place, years)
    let to = d
    for (; to > 0; to--) {
      const before = load<u32>(order + (<usize>(to - 1) << 2))
      if (!(load<f64>(expectedYears + (<usize>before << 3)) > years)) break
      store<u32>(order + (<usize>to << 2), before)
    }
    store<u32>(order + (<usize>to << 2), d)
  }
}

/** Takes the groups that close out of the arrays, keeping when they crossed; returns how many are left. */
function closeUp(groups: i32): i32 {
  let to = 0
  for (let from = 0; from < groups; from++) {
    const group = load<i32>(groupOf + (<usize>from << 4))
    if (groupNumber(closes, group) != 0) {
      keep(rowAt(crossingYears, group), at(crossed, from))
      continue
    }
    if (to != from) move(from, to)
    to++
  }
  return to
}

function move(from: i32, to: i32): void {
  put(groupOf, to, at(groupOf, from))
  put(lnC, to, at(lnC, from))
  put(lnK, to, at(lnK, from))
  put(lnE, to, at(lnE, from))
  put(lnC0, to, at(lnC0, from))
  put(lnBOverC, to, at(lnBOverC, from))
  put(inverseN, to, at(inverseN, from))
  put(lnGain0, to, at(lnGain0, from))
  put(crossed, to, at(crossed, from))
  put(ownWeight, to, at(ownWeight, from))
  put(poolWeight, to, at(poolWeight, from))
  put(accessNow, to, at(accessNow, from))
  put(careless, to, at(careless, from))
  put(exempt, to, at(exempt, from))
}

function setAccess(count: i32, isCutOff: bool): void {
  for (let j = 0; j < count; j++) {
    const group = load<i32>(groupOf + (<usize>j << 4))
    const a = isCutOff ? groupNumber(access, group) : 1
    const w = groupNumber(labourShare, group)
    const o = groupNumber(openness, group)
    put(accessNow, j, splat(a))
    put(ownWeight, j, splat(w * (1 - a * o)))
    put(poolWeight, j, splat(w * o))
  }
}

function runPair(groups: i32, steps: i32, stop: Stop, noteEvery: i32): void {
  const one = splat(1)
  const zero = splat(0)
  const never = splat(Infinity)

  const gB = parameter(Parameter.spendGrowth)
  const gH = parameter(Parameter.hardwareGrowth)
  const gD = parameter(Parameter.durationGrowth)
  const fading = div(splat(-1), parameter(Parameter.durationYears))
  const gK = parameter(Parameter.algorithmGrowth)
  const returns = parameter(Parameter.returns)
  const s = parameter(Parameter.labourShareOfInput)
  const sigma = parameter(Parameter.substitution)
  const gL = parameter(Parameter.labourGrowth)
  const eta = parameter(Parameter.automationSlope)
  const nu = parameter(Parameter.complementarity)
  const kappa = parameter(Parameter.catchUp)
  const lnCap = parameter(Parameter.lnSpendCapUsd)
  const gY = parameter(Parameter.economyGrowth)
  const xi = parameter(Parameter.scaleUpLabour)
  const speedLimit = parameter(Parameter.speedLimit)
  const threshold = parameter(Parameter.lnThresholdFlop)

  const isCobb = f64x2.lt(f64x2.abs(sub(sigma, one)), splat(1e-6))
  const anyCobb = v128.any_true(isCobb)
  const rho = v128.bitselect(one, div(sub(sigma, one), sigma), isCobb)
  const inverseRho = div(one, rho)
  const rest = sub(one, s)
  const lnS = ln(max(s, splat(leastPool)))
  const lnRest = ln(max(rest, splat(leastPool)))
  const inputGrowth = add(mul(s, gL), mul(rest, add(gB, add(gH, gD))))
  const beta = div(mul(returns, inputGrowth), gK)
  const poolPower = div(returns, nu)
  const lnGK = ln(gK)
  const lnAutomation = mul(eta, parameter(Parameter.lnAutomationFlop))

  // Levers
  const refuses = fieldLever(FieldLever.refuses) != 0
  const refusalStart = fieldLever(FieldLever.refusalStartYears)
  const refusalRamp = fieldLever(FieldLever.refusalRampYears)
  const investorFrown = fieldLever(FieldLever.investorFrown)
  const accessStart = fieldLever(FieldLever.accessStartYears)
  const shutdownStart = fieldLever(FieldLever.shutdownStartYears)
  const caps = fieldLever(FieldLever.caps) != 0
  const lnCapFlop = fieldLever(FieldLever.lnCapFlop)
  const capStart = fieldLever(FieldLever.capStartYears)
  const capGrowth = fieldLever(FieldLever.capEvasionGrowth)
  const smallSubstitution = fieldLever(FieldLever.smallSubstitution)
  const smallStart = fieldLever(FieldLever.smallStartYears)
  const smallRamp = fieldLever(FieldLever.smallRampYears)

  // The start
  let openLabour: f64 = 0
  let joined: f64 = 0
  for (let i = 0; i < groups; i++) {
    const w = groupNumber(labourShare, i)
    openLabour += w * groupNumber(openness, i)
    joined += w * groupNumber(refusingShare, i)
  }
  let oneCrossed = zero
  for (let i = 0; i < groups; i++) {
    const c = drawn(rowAt(lnCompute, i))
    const k = splat(groupNumber(lnAlgorithms, i))
    const e = add(c, k)
    const lnAutomated = sub(mul(eta, e), lnAutomation)
    const base = groupNumber(labourShare, i) * (1 - groupNumber(openness, i)) + openLabour
    store<i32>(groupOf + (<usize>i << 4), i)
    put(lnC, i, c)
    put(lnC0, i, c)
    put(lnK, i, k)
    put(lnE, i, e)
    put(lnBOverC, i, sub(drawn(rowAt(lnCost, i)), c))
    put(inverseN, i, div(one, add(one, exp(lnAutomated))))
    put(lnGain0, i, add(sub(lnGK, mul(poolPower, ln(splat(base)))), mul(beta, k)))
    put(human, i, one)
    put(spend, i, one)
    put(lostAbility, i, zero)
    put(careless, i, splat(1 - groupNumber(care, i)))
    put(exempt, i, groupNumber(covered, i) != 0 ? zero : never)
    put(work, i, lnAutomated)
    const isThere = f64x2.ge(e, threshold)
    put(crossed, i, v128.bitselect(zero, never, isThere))
    oneCrossed = v128.or(oneCrossed, isThere)
  }
  let count = groups
  let isCutOff = accessStart <= 0
  setAccess(count, isCutOff)
  let isClosed = false
  let lastRamp: f64 = 0
  // What has been added to ln C besides spending: ln B = ln C + (ln B0 − ln C0) − otherGrowth.
  let otherGrowth = zero
  let limited = never
  let isDone = stop != Stop.never && isSettled(count, stop, oneCrossed)

  for (let step = 0; step < steps && !isDone; step++) {
    const t = <f64>step / stepsPerYear
    const tNext = <f64>(step + 1) / stepsPerYear
    const years = splat(t)

    if (!isCutOff && t >= accessStart) {
      isCutOff = true
      setAccess(count, isCutOff)
    }
    if (!isClosed && t >= shutdownStart) {
      isClosed = true
      count = closeUp(groups)
      for (let j = 0; j < count; j++) put(work, j, sub(mul(eta, at(lnE, j)), lnAutomation))
      if ((count == 0 && noteEvery == 0) || (stop != Stop.never && isSettled(count, stop, oneCrossed))) break
    }
    if (noteEvery > 0 && step % noteEvery == 0) noteFrontier(count, step / noteEvery)
    const r = refuses ? ramp(t, refusalStart, refusalRamp) : 0
    if (r > 0 || isClosed) setSupply(groups, count, t, r, joined, r != lastRamp, isClosed, xi)
    lastRamp = r

    // What is the same for every group
    const people = exp(mul(gL, years))
    const small = smallSubstitution == 0 ? 0 : smallSubstitution * ramp(t, smallStart, smallRamp)
    const spending = mul(mul(gB, fixed(Fixed.stepYears)), splat(1 - small))
    const frown = r == 0 || investorFrown == 0 ? zero : frownOf(investorFrown * joined * r)
    const extra = mul(fixed(Fixed.stepYears), add(gH, mul(gD, exp(mul(years, fading)))))
    const lnBRest = add(otherGrowth, add(lnCap, mul(gY, years)))
    const lnLimit = splat(caps && tNext >= capStart ? lnCapFlop + capGrowth * (tNext - capStart) : Infinity)
    const cells = (count + 3) & ~3

    // Labour, with what is automated
    expEach(work, cells)
    for (let j = 0; j < count; j++) {
      const labour = mul(add(mul(at(human, j), people), at(work, j)), at(inverseN, j))
      put(work, j, max(labour, fixed(Fixed.leastLabour)))
    }
    lnEach(work, cells, 0)
    // Research input, as ln: the larger term, and how far the other is below it
    for (let j = 0; j < count; j++) {
      const lnL = at(work, j)
      const lnX = sub(at(lnC, j), at(lnC0, j))
      const a = add(lnS, mul(rho, lnL))
      const b = add(lnRest, mul(rho, lnX))
      let larger = max(a, b)
      let below = f64x2.neg(f64x2.abs(sub(a, b)))
      if (anyCobb) {
        larger = v128.bitselect(add(mul(s, lnL), mul(rest, lnX)), larger, isCobb)
        below = v128.bitselect(splat(-800), below, isCobb)
      }
      put(lnInput, j, larger)
      put(work, j, below)
    }
    expEach(work, cells)
    lnEach(work, cells, 1)
    for (let j = 0; j < count; j++) {
      const lnI = max(mul(add(at(lnInput, j), at(work, j)), inverseRho), fixed(Fixed.leastLnInput))
      put(work, j, mul(nu, lnI))
    }
    expEach(work, cells)
    // The pool: what each shares
    let pool = zero
    let leadingK = splat(-Infinity)
    for (let j = 0; j < count; j++) {
      pool = add(pool, mul(at(poolWeight, j), at(work, j)))
      leadingK = max(leadingK, at(lnK, j))
    }
    for (let j = 0; j < count; j++) {
      const sum = add(mul(at(ownWeight, j), at(work, j)), mul(at(accessNow, j), pool))
      put(work, j, max(sum, fixed(Fixed.leastPool)))
    }
    lnEach(work, cells, 0)
    for (let j = 0; j < count; j++) {
      put(work, j, sub(add(at(lnGain0, j), mul(poolPower, at(work, j))), mul(beta, at(lnK, j))))
      put(work, cells + j, sub(add(at(lnC, j), at(lnBOverC, j)), lnBRest))
    }
    expEach(work, cells << 1)
    // Knowledge, spending, compute, crossing
    let bound = zero
    let news = zero
    for (let j = 0; j < count; j++) {
      const c = at(lnC, j)
      const k = at(lnK, j)
      const free = at(work, j)
      bound = v128.or(bound, f64x2.gt(free, speedLimit))
      const caught = mul(mul(kappa, at(accessNow, j)), max(zero, sub(leadingK, k)))
      const newK = add(k, mul(fixed(Fixed.stepYears), add(min(free, speedLimit), caught)))
      const room = max(zero, sub(fixed(Fixed.one), at(work, cells + j)))
      const backing = max(zero, sub(fixed(Fixed.one), mul(frown, at(careless, j))))
      const spent = mul(mul(spending, at(spend, j)), mul(room, backing))
      const newC = min(add(c, add(spent, extra)), max(add(lnLimit, at(exempt, j)), c))
      const e = at(lnE, j)
      const newE = add(newC, newK)
      put(lnC, j, newC)
      put(lnK, j, newK)
      put(lnE, j, newE)
      put(work, j, sub(mul(eta, newE), lnAutomation))
      const crosses = v128.and(f64x2.ge(newE, threshold), f64x2.eq(at(crossed, j), fixed(Fixed.never)))
      if (v128.any_true(crosses)) {
        const when = add(years, mul(fixed(Fixed.stepYears), div(sub(threshold, e), sub(newE, e))))
        put(crossed, j, v128.bitselect(when, at(crossed, j), crosses))
        news = v128.or(news, crosses)
      }
    }
    otherGrowth = add(otherGrowth, extra)
    const firstBound = v128.and(bound, f64x2.eq(limited, never))
    if (v128.any_true(firstBound)) limited = v128.bitselect(years, limited, firstBound)
    if (stop != Stop.never && v128.any_true(news)) {
      oneCrossed = v128.or(oneCrossed, news)
      isDone = isSettled(count, stop, oneCrossed)
    }
  }

  if (noteEvery > 0 && steps % noteEvery == 0) noteFrontier(count, steps / noteEvery)
  for (let j = 0; j < count; j++) keep(rowAt(crossingYears, load<i32>(groupOf + (<usize>j << 4))), at(crossed, j))
  keep(limitedYears, limited)
}

function noteFrontier(count: i32, sample: i32): void {
  let leading = splat(-Infinity)
  for (let j = 0; j < count; j++) leading = max(leading, at(lnE, j))
  keep(rowAt(lnFrontier, sample), leading)
}

/** Whether nothing can still change what was asked for, in both draws. */
function isSettled(count: i32, stop: Stop, oneCrossed: v128): bool {
  if (stop == Stop.whenOneCrossed) return i64x2.all_true(oneCrossed)
  for (let j = 0; j < count; j++) if (v128.any_true(f64x2.eq(at(crossed, j), splat(Infinity)))) return false
  return true
}

/** What investors hold back from a group without care, `strength` being the coalition's in their eyes. */
function frownOf(strength: f64): v128 {
  return mul(mul(parameter(Parameter.investorResponse), splat(strength)), drawn(shareScale))
}

/**
 * Sets `human` (the share of each group's ability that is left) and `spend` (what that does to its spending).
 *
 * The ability lost, m, is worked out once for each distinct refusing share, and only while the ramp moves.
 */
function setSupply(
  groups: i32, count: i32, t: f64, r: f64, joined: f64, isMoving: bool, isClosed: bool, xi: v128
): void {
  const one = splat(1)
  const scale = drawn(shareScale)
  if (isMoving)
    for (let i = 0; i < groups; i++) {
      const f = groupNumber(refusingShare, i)
      let same = 0
      while (groupNumber(refusingShare, same) != f) same++
      put(lostAbility, i, same < i ? at(lostAbility, same) : lostTo(f * r, scale))
    }
  const since = Math.max(t - fieldLever(FieldLever.refusalStartYears), 0)
  const hired = sub(one, exp(div(splat(-since), parameter(Parameter.backfillYears))))
  const quality = mul(parameter(Parameter.backfillShare), parameter(Parameter.backfillQuality))
  const kept = sub(one, mul(mul(quality, sub(one, mul(splat(joined * r), scale))), hired))

  let moved = splat(0)
  let free: f64 = 0
  let shut: f64 = 0
  for (let i = 0; i < groups; i++) {
    const w = groupNumber(labourShare, i)
    if (isClosed && groupNumber(closes, i) != 0) {
      shut += w
      continue
    }
    moved = add(moved, mul(splat(w), at(lostAbility, i)))
    if (groupNumber(refusingShare, i) == 0) free += w
  }
  if (isClosed) {
    const since = splat(fieldLever(FieldLever.shutdownStartYears) - t)
    moved = add(moved, mul(sub(one, exp(div(since, parameter(Parameter.transferYears)))), splat(shut)))
  }
  const arrived = free > 0 ? mul(mul(parameter(Parameter.transferShare), moved), splat(1 / free)) : splat(0)
  let lastShare: f64 = NaN
  let supply = one
  let power = one
  for (let j = 0; j < count; j++) {
    const group = load<i32>(groupOf + (<usize>j << 4))
    const f = groupNumber(refusingShare, group)
    if (f != lastShare) {
      supply = sub(one, mul(at(lostAbility, group), kept))
      if (f == 0) supply = add(supply, arrived)
      power = exp(mul(xi, ln(max(supply, splat(leastSupply)))))
      lastShare = f
    }
    put(human, j, supply)
    put(spend, j, power)
  }
}

/** m: the share of ability lost when the share `f` (times each draw's scale) refuses. */
function lostTo(f: f64, scale: v128): v128 {
  const spread = mul(parameter(Parameter.abilityCorrelation), parameter(Parameter.abilitySpread))
  const lost = abilityLost(f * f64x2.extract_lane(scale, 0), f64x2.extract_lane(spread, 0))
  return f64x2.replace_lane(
    splat(lost), 1, abilityLost(f * f64x2.extract_lane(scale, 1), f64x2.extract_lane(spread, 1))
  )
}

/** Φ(spread − Φ⁻¹(1 − f)), with −Φ⁻¹(1 − f) taken as Φ⁻¹(f), which is as good near 0. */
export function abilityLost(f: f64, spread: f64): f64 {
  if (f <= 0) return 0
  if (f >= 1) return 1
  return normalCdf(spread + normalQuantile(f))
}

/** The five exp and three ln of a step of eight groups, on two draws, `times` over: what no step can be quicker than. */
export function transcendentals(times: i32): void {
  for (let n = 0; n < times; n++) {
    for (let j = 0; j < 8; j++) put(work, j, splat(0.5))
    for (let e = 0; e < 5; e++) expEach(work, 8)
    for (let l = 0; l < 3; l++) lnEach(work, 8, 2)
  }
}
