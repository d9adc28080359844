/**
 * How a share of systems reads, and when it rests on too few to say much.
 */

/** Below this many systems one system moves the share by more than ten points. */
export const fewSystems = 10

export const isFew = (systems: number): boolean => systems < fewSystems

/** 0.784 as "78%"; null: there is nothing to take a share of. */
export function percentText(share: number | null): string {
  if (share === null) return 'none listed'
  if (share > 0 && share < 0.005) return 'under 1%'
  if (share < 1 && share > 0.995) return 'over 99%'
  return `${Math.round(share * 100)}%`
}

/** 1 as "1 system", 3 as "3 systems". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
