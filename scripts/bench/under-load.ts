/**
 * How many requests does one server answer on PostgreSQL, how late is the slowest hundredth, in how much memory?
 */
import { fileURLToPath } from 'node:url'
import { serverArguments } from '../bring/places.mjs'
import { load } from './load.ts'
import { count, type Measurement, median, timed } from './measurement.ts'
import { serve } from './served.ts'

const bareFastify = fileURLToPath(new URL('./bare-fastify.ts', import.meta.url))
const list = '/api/v1/register/systems?limit=50'

export async function underLoad(databaseUrl: string, frownDir: string): Promise<Measurement[]> {
  const server = await serve(serverArguments, '/register', { DATABASE_URL: databaseUrl, FROWN_DIR: frownDir })
  try {
    const body = await fetch(server.origin + list).then(response => response.arrayBuffer())
    const bare = await serve([bareFastify], '/', { BODY_BYTES: String(body.byteLength) })
    const yardstick = await load(bare.origin).finally(bare.stop)
    const api = await load(server.origin + list)
    const page = await load(`${server.origin}/register`)
    const warmMib = await server.residentMib()
    let asked = 0
    const coldMs = await timed(20, async () => {
      asked++
      const response = await fetch(`${server.origin}/register?minFlop=${asked}e20`)
      if (!response.ok) throw new Error(`The register's page answered ${response.status}.`)
      await response.arrayBuffer()
    })
    return [
      {
        what: 'API, list of 50 systems, 32 connections',
        measured: `${count(api.requestsPerSecond)} requests/s, p99 ${api.p99Ms} ms`,
        bar: '≥ 5,000/s, p99 < 25 ms',
        beside: `bare Fastify, same bytes: ${count(yardstick.requestsPerSecond)}/s, so ${ratio(api.requestsPerSecond, yardstick.requestsPerSecond)} of it`
      },
      {
        what: 'Register page, warm, 32 connections',
        measured: `${count(page.requestsPerSecond)} pages/s, p99 ${page.p99Ms} ms`,
        bar: '≥ 500/s',
        beside: `cold, each with another filter, one at a time: median ${median(coldMs).toFixed(0)} ms, so ${count(1000 / median(coldMs))}/s`
      },
      {
        what: 'Resident memory of the server under that load, on PostgreSQL',
        measured: warmMib === null ? 'not known on this system' : `${count(warmMib)} MiB`,
        bar: '< 300 MB',
        beside: ''
      }
    ]
  } finally {
    await server.stop()
  }
}

const ratio = (a: number, b: number): string => (a / b).toFixed(2)
