/**
 * PostgreSQL that crashes, comes back, and freezes, while the server is read and written.
 *
 * Reading goes on from memory; writes are refused with a reason and in bounded time, and go on by themselves.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Served, serve } from '../../apps/server/src/served.fixture.ts'
import { startPostgres } from '../throw-away-postgres.mjs'
import type { Torment } from './torment.ts'
import { type Answered, recovery, summary, writeTo } from './writing.ts'

const longestRecoveryMs = 30_000
const longestAnswerMs = 30_000
// What was in the database when its connection broke may be there, and is then found to be in the way.
const allowed = new Set(['store/unavailable', 'store/changed', 'register/superseded'])

export const postgres: Torment = async ({ isSmall, folder, postgresBin, say }) => {
  if (postgresBin === null) return { did: ['Nothing: there is no PostgreSQL here.'], faults: [] }
  const rounds = isSmall ? 1 : 3
  const awayMs = isSmall ? 1_500 : 4_000
  // Longer than a statement may take, so that it is broken off and not only late.
  const frozenMs = isSmall ? 18_000 : 22_000
  const database = await startPostgres(postgresBin)
  const server = await serve(join(folder, 'postgres'), { DATABASE_URL: database.url })
  const did: string[] = []
  const faults: string[] = []
  const writing = writeTo(() => server)
  const reading = readFrom(server)
  const trouble = async (what: string, begin: () => unknown, end: () => unknown, ms: number) => {
    await sleep(1_000)
    const fromMs = performance.now()
    await begin()
    await sleep(ms)
    const toMs = performance.now()
    await end()
    const recoveredMs = await recovery(writing, toMs, longestRecoveryMs)
    if (recoveredMs === null) faults.push(`${what}: no write was taken within ${longestRecoveryMs / 1_000} s.`)
    const line = `${what}: meanwhile ${summary(writing.answers, fromMs, toMs)}; writes again after ${((recoveredMs ?? 0) / 1_000).toFixed(1)} s.`
    did.push(line)
    say(line)
  }
  try {
    for (let round = 1; round <= rounds; round++) {
      await trouble('Crashed', database.crash, database.again, awayMs)
      await trouble('Frozen', database.freeze, database.thaw, frozenMs)
    }
    await sleep(500)
    await writing.stop()
    faults.push(...faultsOf(writing.answers))
    const read = await reading.stop()
    did.push(
      `${writing.answers.length} writes, ${writing.acknowledged.length} acknowledged; ${read.count} reads, the slowest ${read.slowestMs.toFixed(0)} ms.`
    )
    if (read.failed > 0) faults.push(`${read.failed} reads were not answered from memory.`)
    const lost = await writing.lost(server)
    if (lost.length > 0) faults.push(`${lost.length} acknowledged claims are not there.`)
    const complaints = server.said().match(/^\{"level":"(error|fatal)".*$/gm) ?? []
    faults.push(...complaints.slice(0, 3).map(line => `The log has ${line.slice(0, 500)}`))
  } finally {
    server.kill('SIGTERM')
    const ended = await server.ended
    if (ended !== 0) faults.push(`The server ended with ${ended}.`)
    await database.stop()
  }
  return { did, faults }
}

function faultsOf(answers: readonly Answered[]): string[] {
  const odd = answers.filter(({ status, code }) => status !== 200 && status !== null && !allowed.has(code))
  const slow = answers.filter(({ ms }) => ms > longestAnswerMs)
  return [
    ...(odd.length > 0 ? [`Writes were answered otherwise: ${summary(odd)}.`] : []),
    ...(answers.some(({ status }) => status === null) ? ['The server broke connections off.'] : []),
    ...(slow.length > 0 ? [`${slow.length} writes took more than ${longestAnswerMs / 1_000} s.`] : [])
  ]
}

/** Reads without pause, what is in memory and what is not cached. */
function readFrom({ url }: Served) {
  let isWanted = true
  let count = 0
  let failed = 0
  let slowestMs = 0
  const reading = (async () => {
    while (isWanted) {
      const from = performance.now()
      const response = await fetch(`${url}/api/v1/register/systems?limit=20&query=${count++ % 50}`).catch(() => null)
      await response?.arrayBuffer()
      if (!response?.ok) failed++
      slowestMs = Math.max(slowestMs, performance.now() - from)
      await sleep(20)
    }
  })()
  return {
    async stop() {
      isWanted = false
      await reading
      return { count, failed, slowestMs }
    }
  }
}
