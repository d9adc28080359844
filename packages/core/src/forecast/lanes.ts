/**
 * Many small sweeps, some at a time: one alone is too small to keep several workers busy.
 */

const lanes = 8

/** Does all of `work`, in order of beginning; rejects with the first failure, after which nothing more is begun. */
export async function inLanes<T>(work: Iterable<T>, perform: (item: T) => Promise<void>): Promise<void> {
  const items = work[Symbol.iterator]()
  let failed = false
  const lane = async () => {
    for (let next = items.next(); !next.done && !failed; next = items.next()) await perform(next.value)
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } catch (error) {
    failed = true
    throw error
  }
}
