/**
 * Whole numbers that look random and are a function of their names alone: seeds of blocks, picks of a bootstrap.
 *
 * Quasi-random numbers will not do there: they are as even as they can be, and a bootstrap lives by its unevenness.
 * Finaliser of MurmurHash3 with Vegdahl's constants, as in the kernel.
 */

/** From 0 to 2^32 − 1. `seed`, `a` and `b` are whole numbers of that range. */
export function hash32(seed: number, a: number, b = 0): number {
  return mixed(seed ^ mixed(a ^ mixed((b + 0x9e3779b9) | 0))) >>> 0
}

function mixed(number: number): number {
  let x = number ^ (number >>> 16)
  x = Math.imul(x, 0x21f0aaad)
  x ^= x >>> 15
  x = Math.imul(x, 0x735a2d97)
  return x ^ (x >>> 15)
}
