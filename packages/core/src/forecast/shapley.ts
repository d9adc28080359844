/**
 * What each of several changes carries of the difference that they make together (Shapley 1953).
 *
 * The mean of what a change adds, over all orders in which they may come; so the parts add up to the difference, whatever
 * interacts. Exact, by all coalitions: a sample of orders would leave parts that only nearly add up.
 */

/** What a coalition of changes is worth, in several measures at once. Bit i: change i is made. */
export type Worth = (coalition: number) => readonly number[]

export const coalitionsOf = (players: number): number[] =>
  Array.from({ length: 2 ** players }, (_, coalition) => coalition)

/** Per change its part, in each measure. */
export function shapley(players: number, worth: Worth): number[][] {
  const weights = weightsOf(players)
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player
    const part = worth(0).map(() => 0)
    for (const coalition of coalitionsOf(players)) {
      if (coalition & bit) continue
      const weight = weights[sizeOf(coalition)] as number
      const without = worth(coalition)
      worth(coalition | bit).forEach((value, measure) => {
        part[measure] = (part[measure] as number) + weight * (value - (without[measure] as number))
      })
    }
    return part
  })
}

/** By size of a coalition, the share of orders in which exactly it comes before a given player: s!(n − s − 1)!/n!. */
function weightsOf(players: number): number[] {
  const weights = [1 / players]
  for (let size = 1; size < players; size++) weights.push(((weights[size - 1] as number) * size) / (players - size))
  return weights
}

function sizeOf(coalition: number): number {
  let size = 0
  for (let left = coalition; left > 0; left &= left - 1) size++
  return size
}
