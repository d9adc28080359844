/**
 * Thousands of malformed requests: none may fail the server, change the register, or take long.
 *
 * One after another, so that the time of each is the server's own.
 */
import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Served, serve } from '../../apps/server/src/served.fixture.ts'
import { chanceFrom } from './chance.ts'
import { malformed as malformedRequest, type Request, wellFormed } from './malformed-requests.ts'
import { rawRequest } from './raw-requests.ts'
import type { Torment } from './torment.ts'

const longestMs = 2_000
const rawEvery = 10
/** A request that is never whole is left after this. */
const patienceMs = 150
const pauseMs = 3_000

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
  readonly ms: number
}

export const malformed: Torment = async ({ seed, isSmall, folder, say }) => {
  const count = isSmall ? 400 : 10_000
  const chance = chanceFrom(seed)
  const server = await serve(join(folder, 'malformed'), { LOG_LEVEL: 'warn', FROWN_THREADS: '1' })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const faults: string[] = []
  try {
    // What is rendered for the first time takes as long as it takes to compile.
    for (const path of ['/', '/', '/register', '/nowhere']) await (await fetch(server.url + path)).arrayBuffer()
    const before = await stateOf(server)
    const usual: number[] = []
    for (let round = 0; round < 200; round++)
      usual.push((await ask(server, agent, wellFormed(chance, server.token))).ms)
    const median = usual.sort((a, b) => a - b)[usual.length >> 1] as number
    const seen = new Map<number, number>()
    let slowest = { ms: 0, what: '' }
    for (let round = 0; round < count; round++) {
      if (round % rawEvery === 0) {
        const bytes = rawRequest(chance)
        const status = await sendRaw(server, bytes)
        if (status >= 500) faults.push(`${status} for ${JSON.stringify(bytes.toString('latin1').slice(0, 200))}`)
        seen.set(status, (seen.get(status) ?? 0) + 1)
        continue
      }
      const asked = malformedRequest(chance, server.token)
      const what = `${asked.method} ${asked.path.slice(0, 120)} ${asked.body?.toString('latin1').slice(0, 160) ?? ''}`
      const answered = await atItsFastest(() => ask(server, agent, asked))
      faults.push(...faultsOf(answered).map(fault => `${fault}: ${what}`))
      if (answered.ms > slowest.ms) slowest = { ms: answered.ms, what }
      seen.set(answered.status, (seen.get(answered.status) ?? 0) + 1)
      if ((round + 1) % 2_500 === 0) say(`${round + 1} of ${count}`)
    }
    const after = await stateOf(server)
    if (JSON.stringify(after) !== JSON.stringify(before))
      faults.push(`The state was ${JSON.stringify(before)} and is ${JSON.stringify(after)}.`)
    const complaints = server.said().match(/^\{"level":"(error|fatal)".*$/gm) ?? []
    faults.push(...complaints.slice(0, 5).map(line => `The log has ${line.slice(0, 400)}`))
    return {
      did: [
        `${count} malformed requests: ${[...seen]
          .sort(([a], [b]) => a - b)
          .map(([status, times]) => `${times} × ${status || 'closed'}`)
          .join(', ')}.`,
        `The slowest took ${slowest.ms.toFixed(0)} ms, ${(slowest.ms / median).toFixed(0)} times the median of well-formed ones (${median.toFixed(2)} ms): ${slowest.what}`
      ],
      faults
    }
  } finally {
    agent.destroy()
    server.kill('SIGTERM')
    await server.ended
  }
}

/** What took long is asked again by itself: forecasts that it began may be at work on the same processors. */
async function atItsFastest(asking: () => Promise<Answer>): Promise<Answer> {
  let best = await asking()
  for (let again = 0; again < 3 && best.ms > longestMs; again++) {
    await sleep(pauseMs)
    const next = await asking()
    if (next.ms < best.ms) best = next
  }
  return best
}

function faultsOf({ status, type, text, ms }: Answer): string[] {
  const faults: string[] = []
  // The one refusal of that class that is about the asker: too much is waiting.
  if (status >= 500 && !text.includes('forecast/busy')) faults.push(`${status}: ${text.slice(0, 200)}`)
  if (ms > longestMs) faults.push(`${ms.toFixed(0)} ms`)
  if (/\n\s+at .+:\d+:\d+/.test(text)) faults.push('a stack trace')
  if (status >= 400 && status !== 404 && text !== '' && !type.startsWith('application/problem+json'))
    faults.push(`${status} as ${type}`)
  return faults
}

/** What may not change: the register, its log, the accounts. */
async function stateOf({ url, token }: Served) {
  const json = async (path: string) => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } })
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    return (await response.json()) as Record<string, unknown>
  }
  const { registerVersion, status } = await json('/api/v1/health')
  const { size, rootHash } = await json('/api/v1/log')
  return { registerVersion, status, size, rootHash }
}

function ask({ url }: Served, agent: Agent, { method, path, headers, body }: Request): Promise<Answer> {
  const from = performance.now()
  return new Promise((resolve, reject) => {
    try {
      const asking = httpRequest(
        url,
        {
          method,
          path: plainPath(path),
          headers: { ...plainHeaders(headers), ...(body ? { 'content-length': String(body.length) } : {}) },
          agent
        },
        response => {
          const chunks: Buffer[] = []
          response.on('data', chunk => chunks.push(chunk as Buffer))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              type: response.headers['content-type'] ?? '',
              text: Buffer.concat(chunks).toString('utf8').slice(0, 100_000),
              ms: performance.now() - from
            })
          )
        }
      )
      // A refusal that comes before all of the body was sent closes the connection.
      asking.on('error', () => resolve({ status: 0, type: '', text: '', ms: performance.now() - from }))
      asking.on('upgrade', (_response, socket) => socket.destroy())
      if (method === 'CONNECT') asking.on('connect', (_response, socket) => socket.destroy())
      asking.end(body ?? undefined)
    } catch (error) {
      reject(error)
    }
  })
}

/** Node's client refuses to send what the server should refuse to take; those come as raw bytes. */
const plainPath = (path: string): string =>
  path.replaceAll(/[^\x21-\x7e]/g, character => encodeURIComponent(character.toWellFormed()))
const plainHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(/[^\t\x20-\x7e]/g, '?')]))

/** The status of what comes back first; 0: the connection was closed without a word. */
async function sendRaw({ url }: Served, bytes: Buffer): Promise<number> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let got = ''
  socket.on('data', chunk => {
    got += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  const closed = new Promise(resolve => socket.once('close', resolve))
  socket.write(bytes)
  setTimeout(() => socket.end(), patienceMs / 2)
  const timer = setTimeout(() => socket.destroy(), patienceMs)
  await closed
  clearTimeout(timer)
  return Math.max(0, ...[...got.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)))
}
