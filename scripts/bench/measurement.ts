/**
 * One line of the table: what was measured, the figure, the bar, and a yardstick from the same run.
 */
export interface Measurement {
  readonly what: string
  readonly measured: string
  /** The bar that the project set itself; empty where there is none. */
  readonly bar: string
  /** What stands beside it in the same run, as a ratio where that makes sense. */
  readonly beside: string
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}

/** What `work` takes, each of `runs` times, in milliseconds. */
export async function timed(runs: number, work: () => Promise<void>): Promise<number[]> {
  const took: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  return took
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
export const count = (value: number): string => Math.round(value).toLocaleString('en')
