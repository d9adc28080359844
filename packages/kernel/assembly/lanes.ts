/**
 * Arithmetic on two draws at once (f64x2), with exp and ln of our own.
 *
 * The instruction set has no transcendental functions, and those of engines differ in the last bit. Chebyshev fits made
 * in 40-digit arithmetic; relative error 4.3e-12 (exp) and 1.1e-13 (ln), which moves a crossing by less than 1e-9 years.
 * Constants are loaded: an engine would write them out anew at every use.
 */
const constants: usize = memory.data<f64>([
  709, -708, 1.4426950408889634, 6755399441055744, 0.6931471805599453, 1,
  0.5, 0.16666666719028934892, 0.041666666719012259465, 0.0083332984698005894156, 0.0013888854035666709684,
  0.00019899285575896282316, 0.000024859589834589054433,
  4503599627371519, 0.66666666667375448977, 0.39999998796848674179, 0.28571754635732759062, 0.2219139449317505784,
  0.19362776836747533941
])
enum Constant {
  largest, smallest, log2e, rounder, ln2, one,
  e0, e1, e2, e3, e4, e5, e6,
  exponentBias, l0, l1, l2, l3, l4
}
const patterns: usize = memory.data<u64>([
  0x3ff0000000000000 - 0x3fe6a09e667f3bcd, 0x4330000000000000, 0xfff0000000000000, 0x3ff0000000000000
])
enum Pattern { halfRootToOne, two52, exponent, one }

// @ts-ignore: decorator
@inline function constant(which: Constant): v128 { return v128.load64_splat(constants + (<usize>which << 3)) }
// @ts-ignore: decorator
@inline function pattern(which: Pattern): v128 { return v128.load64_splat(patterns + (<usize>which << 3)) }

// @ts-ignore: decorator
@inline export function splat(x: f64): v128 { return f64x2.splat(x) }
// @ts-ignore: decorator
@inline export function add(a: v128, b: v128): v128 { return f64x2.add(a, b) }
// @ts-ignore: decorator
@inline export function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b) }
// @ts-ignore: decorator
@inline export function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b) }
// @ts-ignore: decorator
@inline export function div(a: v128, b: v128): v128 { return f64x2.div(a, b) }
// @ts-ignore: decorator
@inline export function max(a: v128, b: v128): v128 { return f64x2.pmax(b, a) }
// @ts-ignore: decorator
@inline export function min(a: v128, b: v128): v128 { return f64x2.pmin(b, a) }

/** e^x, where x is taken as −708 below and as 709 above. */
// @ts-ignore: decorator
@inline export function exp(given: v128): v128 {
  const x = max(min(given, constant(Constant.largest)), constant(Constant.smallest))
  // Adding 1.5·2^52 rounds to a whole number, which then stands in the low bits.
  const shifted = add(mul(x, constant(Constant.log2e)), constant(Constant.rounder))
  const r = sub(x, mul(sub(shifted, constant(Constant.rounder)), constant(Constant.ln2)))
  const r2 = mul(r, r)
  const e01 = add(constant(Constant.e0), mul(r, constant(Constant.e1)))
  const e23 = add(constant(Constant.e2), mul(r, constant(Constant.e3)))
  const e45 = add(constant(Constant.e4), mul(r, constant(Constant.e5)))
  const e46 = add(e45, mul(r2, constant(Constant.e6)))
  const e = add(e01, mul(r2, add(e23, mul(r2, e46))))
  const power = add(add(r, constant(Constant.one)), mul(r2, e))
  return i64x2.add(power, i64x2.shl(shifted, 52))
}

/** ln x of a normal positive x. */
// @ts-ignore: decorator
@inline export function ln(x: v128): v128 {
  // Exponent and mantissa such that the mantissa lies in [√½, √2).
  const biased = i64x2.add(x, pattern(Pattern.halfRootToOne))
  const exponent = sub(v128.or(i64x2.shr_u(biased, 52), pattern(Pattern.two52)), constant(Constant.exponentBias))
  const m = i64x2.add(i64x2.sub(x, v128.and(biased, pattern(Pattern.exponent))), pattern(Pattern.one))
  const s = div(sub(m, constant(Constant.one)), add(m, constant(Constant.one)))
  const z = mul(s, s)
  const z2 = mul(z, z)
  const l01 = add(constant(Constant.l0), mul(z, constant(Constant.l1)))
  const l23 = add(constant(Constant.l2), mul(z, constant(Constant.l3)))
  const l = add(l01, mul(z2, add(l23, mul(z2, constant(Constant.l4)))))
  return add(mul(exponent, constant(Constant.ln2)), add(add(s, s), mul(mul(s, z), l)))
}

/** e^x in place for `cells` numbers of two lanes, a multiple of four. Four at once hide each other's latency. */
export function expEach(array: usize, cells: i32): void {
  const end = array + (<usize>cells << 4)
  for (let at = array; at < end; at += 64) {
    const a = max(min(v128.load(at), constant(Constant.largest)), constant(Constant.smallest))
    const b = max(min(v128.load(at, 16), constant(Constant.largest)), constant(Constant.smallest))
    const c = max(min(v128.load(at, 32), constant(Constant.largest)), constant(Constant.smallest))
    const d = max(min(v128.load(at, 48), constant(Constant.largest)), constant(Constant.smallest))
    const log2e = constant(Constant.log2e)
    const rounder = constant(Constant.rounder)
    const sa = add(mul(a, log2e), rounder)
    const sb = add(mul(b, log2e), rounder)
    const sc = add(mul(c, log2e), rounder)
    const sd = add(mul(d, log2e), rounder)
    const ln2 = constant(Constant.ln2)
    const ra = sub(a, mul(sub(sa, rounder), ln2))
    const rb = sub(b, mul(sub(sb, rounder), ln2))
    const rc = sub(c, mul(sub(sc, rounder), ln2))
    const rd = sub(d, mul(sub(sd, rounder), ln2))
    const qa = mul(ra, ra)
    const qb = mul(rb, rb)
    const qc = mul(rc, rc)
    const qd = mul(rd, rd)
    const e4 = constant(Constant.e4)
    const e5 = constant(Constant.e5)
    const e6 = constant(Constant.e6)
    let pa = add(add(e4, mul(ra, e5)), mul(qa, e6))
    let pb = add(add(e4, mul(rb, e5)), mul(qb, e6))
    let pc = add(add(e4, mul(rc, e5)), mul(qc, e6))
    let pd = add(add(e4, mul(rd, e5)), mul(qd, e6))
    const e2 = constant(Constant.e2)
    const e3 = constant(Constant.e3)
    pa = add(add(e2, mul(ra, e3)), mul(qa, pa))
    pb = add(add(e2, mul(rb, e3)), mul(qb, pb))
    pc = add(add(e2, mul(rc, e3)), mul(qc, pc))
    pd = add(add(e2, mul(rd, e3)), mul(qd, pd))
    const e0 = constant(Constant.e0)
    const e1 = constant(Constant.e1)
    pa = add(add(e0, mul(ra, e1)), mul(qa, pa))
    pb = add(add(e0, mul(rb, e1)), mul(qb, pb))
    pc = add(add(e0, mul(rc, e1)), mul(qc, pc))
    pd = add(add(e0, mul(rd, e1)), mul(qd, pd))
    const one = constant(Constant.one)
    pa = add(add(ra, one), mul(qa, pa))
    pb = add(add(rb, one), mul(qb, pb))
    pc = add(add(rc, one), mul(qc, pc))
    pd = add(add(rd, one), mul(qd, pd))
    v128.store(at, i64x2.add(pa, i64x2.shl(sa, 52)))
    v128.store(at, i64x2.add(pb, i64x2.shl(sb, 52)), 16)
    v128.store(at, i64x2.add(pc, i64x2.shl(sc, 52)), 32)
    v128.store(at, i64x2.add(pd, i64x2.shl(sd, 52)), 48)
  }
}

/** ln (x + plus) in place for `cells` numbers of two lanes, a multiple of four; each such sum normal and positive. */
export function lnEach(array: usize, cells: i32, plus: f64): void {
  const shift = splat(plus)
  const end = array + (<usize>cells << 4)
  for (let at = array; at < end; at += 64) {
    const a = add(v128.load(at), shift)
    const b = add(v128.load(at, 16), shift)
    const c = add(v128.load(at, 32), shift)
    const d = add(v128.load(at, 48), shift)
    const half = pattern(Pattern.halfRootToOne)
    const ba = i64x2.add(a, half)
    const bb = i64x2.add(b, half)
    const bc = i64x2.add(c, half)
    const bd = i64x2.add(d, half)
    const exponent = pattern(Pattern.exponent)
    const unit = pattern(Pattern.one)
    const ma = i64x2.add(i64x2.sub(a, v128.and(ba, exponent)), unit)
    const mb = i64x2.add(i64x2.sub(b, v128.and(bb, exponent)), unit)
    const mc = i64x2.add(i64x2.sub(c, v128.and(bc, exponent)), unit)
    const md = i64x2.add(i64x2.sub(d, v128.and(bd, exponent)), unit)
    const one = constant(Constant.one)
    const sa = div(sub(ma, one), add(ma, one))
    const sb = div(sub(mb, one), add(mb, one))
    const sc = div(sub(mc, one), add(mc, one))
    const sd = div(sub(md, one), add(md, one))
    const za = mul(sa, sa)
    const zb = mul(sb, sb)
    const zc = mul(sc, sc)
    const zd = mul(sd, sd)
    const qa = mul(za, za)
    const qb = mul(zb, zb)
    const qc = mul(zc, zc)
    const qd = mul(zd, zd)
    const l2 = constant(Constant.l2)
    const l3 = constant(Constant.l3)
    const l4 = constant(Constant.l4)
    let pa = add(add(l2, mul(za, l3)), mul(qa, l4))
    let pb = add(add(l2, mul(zb, l3)), mul(qb, l4))
    let pc = add(add(l2, mul(zc, l3)), mul(qc, l4))
    let pd = add(add(l2, mul(zd, l3)), mul(qd, l4))
    const l0 = constant(Constant.l0)
    const l1 = constant(Constant.l1)
    pa = add(add(l0, mul(za, l1)), mul(qa, pa))
    pb = add(add(l0, mul(zb, l1)), mul(qb, pb))
    pc = add(add(l0, mul(zc, l1)), mul(qc, pc))
    pd = add(add(l0, mul(zd, l1)), mul(qd, pd))
    const two52 = pattern(Pattern.two52)
    const bias = constant(Constant.exponentBias)
    const ln2 = constant(Constant.ln2)
    const na = mul(sub(v128.or(i64x2.shr_u(ba, 52), two52), bias), ln2)
    const nb = mul(sub(v128.or(i64x2.shr_u(bb, 52), two52), bias), ln2)
    const nc = mul(sub(v128.or(i64x2.shr_u(bc, 52), two52), bias), ln2)
    const nd = mul(sub(v128.or(i64x2.shr_u(bd, 52), two52), bias), ln2)
    v128.store(at, add(add(na, add(sa, sa)), mul(mul(sa, za), pa)))
    v128.store(at, add(add(nb, add(sb, sb)), mul(mul(sb, zb), pb)), 16)
    v128.store(at, add(add(nc, add(sc, sc)), mul(mul(sc, zc), pc)), 32)
    v128.store(at, add(add(nd, add(sd, sd)), mul(mul(sd, zd), pd)), 48)
  }
}

/** e^x of one number. */
export function exp1(x: f64): f64 { return f64x2.extract_lane(exp(splat(x)), 0) }

/** ln x of one normal positive number. */
export function ln1(x: f64): f64 { return f64x2.extract_lane(ln(splat(x)), 0) }
