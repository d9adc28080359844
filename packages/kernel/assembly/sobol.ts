/**
 * Quasi-random numbers: the Sobol sequence with nested (Owen) scrambling.
 *
 * A value is a function of seed, draw and dimension alone, so that draws may be made anywhere in any order.
 * Direction numbers: Joe & Kuo (2008), new-joe-kuo-6. Scrambling by hash: Laine & Karras (2011), Burley (2020),
 * with Vegdahl's constants (2021); each bit is flipped as a hash of the bits above it says.
 */

export const dimensions: i32 = 72

/** Per dimension from the second: degree s of its polynomial, inner coefficients a, then m_1 … m_s. */
const table: StaticArray<u16> = [
  1, 0, 1,
  2, 1, 1, 3,
  3, 1, 1, 3, 1,
  3, 2, 1, 1, 1,
  4, 1, 1, 1, 3, 3,
  4, 4, 1, 3, 5, 13,
  5, 2, 1, 1, 5, 5, 17,
  5, 4, 1, 1, 5, 5, 5,
  5, 7, 1, 1, 7, 11, 19,
  5, 11, 1, 1, 5, 1, 1,
  5, 13, 1, 1, 1, 3, 11,
  5, 14, 1, 3, 5, 5, 31,
  6, 1, 1, 3, 3, 9, 7, 49,
  6, 13, 1, 1, 1, 15, 21, 21,
  6, 16, 1, 3, 1, 13, 27, 49,
  6, 19, 1, 1, 1, 15, 7, 5,
  6, 22, 1, 3, 1, 15, 13, 25,
  6, 25, 1, 1, 5, 5, 19, 61,
  7, 1, 1, 3, 7, 11, 23, 15, 103,
  7, 4, 1, 3, 7, 13, 13, 15, 69,
  7, 7, 1, 1, 3, 13, 7, 35, 63,
  7, 8, 1, 3, 5, 9, 1, 25, 53,
  7, 14, 1, 3, 1, 13, 9, 35, 107,
  7, 19, 1, 3, 1, 5, 27, 61, 31,
  7, 21, 1, 1, 5, 11, 19, 41, 61,
  7, 28, 1, 3, 5, 3, 3, 13, 69,
  7, 31, 1, 1, 7, 13, 1, 19, 1,
  7, 32, 1, 3, 7, 5, 13, 19, 59,
  7, 37, 1, 1, 3, 9, 25, 29, 41,
  7, 41, 1, 3, 5, 13, 23, 1, 55,
  7, 42, 1, 3, 7, 3, 13, 59, 17,
  7, 50, 1, 3, 1, 3, 5, 53, 69,
  7, 55, 1, 1, 5, 5, 23, 33, 13,
  7, 56, 1, 1, 7, 7, 1, 61, 123,
  7, 59, 1, 1, 7, 9, 13, 61, 49,
  7, 62, 1, 3, 3, 5, 3, 55, 33,
  8, 14, 1, 3, 1, 15, 31, 13, 49, 245,
  8, 21, 1, 3, 5, 15, 31, 59, 63, 97,
  8, 22, 1, 3, 1, 11, 11, 11, 77, 249,
  8, 38, 1, 3, 1, 11, 27, 43, 71, 9,
  8, 47, 1, 1, 7, 15, 21, 11, 81, 45,
  8, 49, 1, 3, 7, 3, 25, 31, 65, 79,
  8, 50, 1, 3, 1, 1, 19, 11, 3, 205,
  8, 52, 1, 1, 5, 9, 19, 21, 29, 157,
  8, 56, 1, 3, 7, 11, 1, 33, 89, 185,
  8, 67, 1, 3, 3, 3, 15, 9, 79, 71,
  8, 70, 1, 3, 7, 11, 15, 39, 119, 27,
  8, 84, 1, 1, 3, 1, 11, 31, 97, 225,
  8, 97, 1, 1, 1, 3, 23, 43, 57, 177,
  8, 103, 1, 3, 7, 7, 17, 17, 37, 71,
  8, 115, 1, 3, 1, 5, 27, 63, 123, 213,
  8, 122, 1, 1, 3, 5, 11, 43, 53, 133,
  9, 8, 1, 3, 5, 5, 29, 17, 47, 173, 479,
  9, 13, 1, 3, 3, 11, 3, 1, 109, 9, 69,
  9, 16, 1, 1, 1, 5, 17, 39, 23, 5, 343,
  9, 22, 1, 3, 1, 5, 25, 15, 31, 103, 499,
  9, 25, 1, 1, 1, 11, 11, 17, 63, 105, 183,
  9, 44, 1, 1, 5, 11, 9, 29, 97, 231, 363,
  9, 47, 1, 1, 5, 15, 19, 45, 41, 7, 383,
  9, 52, 1, 3, 7, 7, 31, 19, 83, 137, 221,
  9, 55, 1, 1, 1, 3, 23, 15, 111, 223, 83,
  9, 59, 1, 1, 5, 13, 31, 15, 55, 25, 161,
  9, 62, 1, 1, 3, 13, 25, 47, 39, 87, 257,
  9, 67, 1, 1, 1, 11, 21, 53, 125, 249, 293,
  9, 74, 1, 1, 7, 11, 11, 7, 57, 79, 323,
  9, 81, 1, 1, 5, 5, 17, 13, 81, 3, 131,
  9, 82, 1, 1, 7, 13, 23, 7, 65, 251, 475,
  9, 87, 1, 3, 5, 1, 9, 43, 3, 149, 11,
  9, 91, 1, 1, 3, 13, 31, 13, 13, 255, 487,
  9, 94, 1, 3, 3, 1, 5, 63, 89, 91, 127,
  9, 103, 1, 1, 3, 3, 1, 19, 123, 127, 237
]

/** 32 direction numbers a dimension, most significant bit first. */
const directions: usize = memory.data(72 * 32 * 4, 16)
let isReady: bool = false

function prepare(): void {
  for (let bit: u32 = 0; bit < 32; bit++) store<u32>(directions + (bit << 2), 1 << (31 - bit))
  let at = 0
  for (let dimension = 1; dimension < dimensions; dimension++) {
    const row = directions + (<usize>dimension << 7)
    const degree = <i32>table[at++]
    const inner = <u32>table[at++]
    for (let bit = 0; bit < 32; bit++) {
      let v: u32
      if (bit < degree) {
        v = <u32>table[at + bit] << (31 - bit)
      } else {
        v = load<u32>(row + (<usize>(bit - degree) << 2))
        v ^= v >> degree
        for (let k = 1; k < degree; k++)
          if ((inner >> (degree - 1 - k)) & 1) v ^= load<u32>(row + (<usize>(bit - k) << 2))
      }
      store<u32>(row + (<usize>bit << 2), v)
    }
    at += degree
  }
  isReady = true
}

/** In (0, 1), never at its ends. `dimension` below `dimensions`. */
export function uniform(seed: u32, draw: u32, dimension: i32): f64 {
  if (!isReady) prepare()
  let x: u32 = 0
  let row = directions + (<usize>dimension << 7)
  for (let left = draw; left != 0; left >>= 1) {
    if (left & 1) x ^= load<u32>(row)
    row += 4
  }
  return (<f64>scrambled(x, mixed(seed ^ mixed(<u32>dimension + 0x9e3779b9))) + 0.5) / 4294967296.0
}

function scrambled(x: u32, seed: u32): u32 {
  x = reversed(x)
  x ^= x * 0x3d20adea
  x += seed
  x *= (seed >> 16) | 1
  x ^= x * 0x05526c56
  x ^= x * 0x53a22864
  return reversed(x)
}

function reversed(x: u32): u32 {
  x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1)
  x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2)
  x = ((x >> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4)
  x = ((x >> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8)
  return (x >> 16) | (x << 16)
}

/** A hash of 32 bits in which every bit depends on every other. */
function mixed(x: u32): u32 {
  x ^= x >> 16
  x *= 0x21f0aaad
  x ^= x >> 15
  x *= 0x735a2d97
  return x ^ (x >> 15)
}
