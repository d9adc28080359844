import autocannon from 'autocannon'

export interface Load {
  readonly requestsPerSecond: number
  readonly p99Ms: number
}

/** Asks for `url` over 32 connections for `durationSeconds`, after a second to warm up. Anything but 2xx is an error. */
export async function load(url: string, durationSeconds = 5): Promise<Load> {
  await autocannon({ url, connections: 32, duration: 1 })
  const result = await autocannon({ url, connections: 32, duration: durationSeconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} answers were not 2xx, ${result.errors} failed.`)
  return { requestsPerSecond: result.requests.average, p99Ms: result.latency.p99 }
}
