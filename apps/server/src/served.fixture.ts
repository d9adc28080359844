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

const header =
  'Model,Organization,Publication date,Domain,Parameters,Training compute (FLOP),Training dataset size (total),Confidence,Link,Notability criteria,Country (of organization)'
const rowOf = (name: string) =>
  `${name},Acme,2024-05-01,Language,7e10,1e+25,1.5e13,Likely,https://example.org/${name},Training cost,Canada`

/**
 * Writes to the register over HTTP, one system after another: each import holds all rows before it and one more.
 *
 * `acknowledged` are the names that the server said are in.
 */
export function writerTo(prefix: string) {
  const acknowledged: string[] = []
  let round = 0
  return {
    acknowledged,
    /** One write; the answer, or null where the connection broke. */
    async write({ url, token }: Pick<Served, 'url' | 'token'>): Promise<Response | null> {
      const name = `${prefix}-${++round}`
      const rows = [...acknowledged, name].map(rowOf)
      try {
        const response = await fetch(`${url}/api/v1/register/imports?createGroups=true`, {
          method: 'POST',
          headers: { 'content-type': 'text/csv', authorization: `Bearer ${token}` },
          body: `${[header, ...rows].join('\n')}\n`
        })
        await response.clone().arrayBuffer()
        if (response.ok) acknowledged.push(name)
        return response
      } catch (error) {
        if (error instanceof TypeError) return null
        throw error
      }
    },
    /** Those acknowledged that a server does not have. */
    async lost({ url }: Pick<Served, 'url'>): Promise<string[]> {
      const response = await fetch(`${url}/api/v1/register/systems?query=${prefix}-&limit=5000`)
      const { items } = (await response.json()) as { items: { name: string }[] }
      const names = new Set(items.map(item => item.name))
      return acknowledged.filter(name => !names.has(name))
    }
  }
}
