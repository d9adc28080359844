/** Chance that can be repeated: mulberry32. */
export interface Chance {
  /** 0 to below 1. */
  number(): number
  /** 0 to below `below`. */
  whole(below: number): number
  of<T>(values: readonly T[]): T
  happens(probability: number): boolean
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(number() * below)
  return {
    number,
    whole,
    of: values => values[whole(values.length)] as (typeof values)[number],
    happens: probability => number() < probability
  }
}
