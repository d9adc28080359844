import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readLock } from './platform/instance-lock.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const longestStartMs = 120_000

/** The server as a process of its own. */
export interface Served {
  readonly url: string
  readonly token: string
  readonly directory: string
  readonly pid: number
  /** All that it has written to its two streams. */
  said(): string
  kill(signal: NodeJS.Signals): void
  readonly ended: Promise<number | NodeJS.Signals | null>
}

export const freshDirectory = (): string => mkdtempSync(join(tmpdir(), 'frown-served-'))

/** Starts one on a free port of loopback, without limits; rejects with its last words when it ends instead. */
export async function serve(directory: string, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      FROWN_LIMITS: 'off',
      ...environment,
      FROWN_DIR: directory,
      PORT: '0',
      HOST: '127.0.0.1'
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', chunk => {
      said += chunk
    })
  const ended = once(child, 'close').then(([code, signal]) => (signal ?? code) as number | NodeJS.Signals | null)
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  const giveUpAt = performance.now() + longestStartMs
  while (!said.includes('Frown is at')) {
    if (isOver) throw new Error(`The server ended:\n${said}`)
    if (performance.now() > giveUpAt) {
      child.kill('SIGKILL')
      throw new Error(`The server did not begin:\n${said}`)
    }
    await sleep(20)
  }
  const lock = readLock(directory)
  if (!lock?.url) throw new Error('The server has no lock.')
  return {
    url: lock.url,
    token: lock.operatorToken,
    directory,
    pid: child.pid as number,
    said: () => said,
    kill: signal => void child.kill(signal),
    ended
  }
}

/**
 * Writes to the register over HTTP: each write gives one system another value in place of the last.
 *
 * `acknowledged` are the ids of the claims that the server said are in.
 */
export function writerTo() {
  const acknowledged: string[] = []
  let round = 0
  const write = async ({ url, token }: Pick<Served, 'url' | 'token'>): Promise<Response | null> => {
    try {
      const [system] = await itemsAt<{ id: string }>(`${url}/api/v1/register/systems?compute=known&limit=1&sort=name`)
      const { properties } = (await (await fetch(`${url}/api/v1/register/systems/${system?.id}`)).json()) as {
        properties: { property: string; claimId: string }[]
      }
      const response = await fetch(`${url}/api/v1/register/claims`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({
          kind: 'supersede',
          subject: { kind: 'system', id: system?.id },
          property: 'trainingComputeFlop',
          expected: properties.find(one => one.property === 'trainingComputeFlop')?.claimId,
          value: `${++round}e20`,
          validFrom: '2024-05-01',
          source: { url: 'https://example.org/report', title: 'A report', publisher: 'Example', tier: 'primary' }
        })
      })
      const answer = (await response.clone().json()) as { claims?: string[] }
      if (response.ok) acknowledged.push(...(answer.claims ?? []))
      return response
    } catch (error) {
      // The connection broke, or what came is cut off.
      if (error instanceof TypeError || error instanceof SyntaxError) return null
      throw error
    }
  }
  return {
    acknowledged,
    /** One write; the answer, or null where the connection broke. */
    write,
    /** Those acknowledged that a server does not have. */
    async lost({ url }: Pick<Served, 'url'>): Promise<string[]> {
      const found: string[] = []
      for (const id of acknowledged) {
        const response = await fetch(`${url}/api/v1/register/claims/${id}`)
        await response.arrayBuffer()
        if (response.ok) found.push(id)
      }
      return acknowledged.filter(id => !found.includes(id))
    }
  }
}

async function itemsAt<T>(url: string): Promise<T[]> {
  const answered = (await (await fetch(url)).json()) as { items?: T[] }
  return answered.items ?? []
}
