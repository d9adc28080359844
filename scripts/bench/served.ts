/**
 * A server of ours, or a bare one to measure against, in a process of its own on a free loopback port.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const slowestStartMs = 120_000

export interface Served {
  readonly origin: string
  /** From the start of the process to its first answered request. */
  readonly firstAnswerMs: number
  /** Resident memory now, in MiB; null where the system does not say. */
  residentMib(): Promise<number | null>
  stop(): Promise<void>
}

/** Runs Node with `args` and PORT set, and waits until `path` answers 200. */
export async function serve(args: readonly string[], path: string, env: NodeJS.ProcessEnv): Promise<Served> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', FROWN_LIMITS: 'off', ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  await untilAnswered(child, origin + path)
  return {
    origin,
    firstAnswerMs: performance.now() - start,
    residentMib: () => residentMib(child.pid),
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
  }
}

async function untilAnswered(child: ChildProcess, url: string): Promise<void> {
  const deadline = performance.now() + slowestStartMs
  while (performance.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The server ended with exit code ${child.exitCode} before it answered.`)
    const response = await fetch(url).catch(() => null)
    if (response?.ok) {
      await response.arrayBuffer()
      return
    }
    await wait(20)
  }
  child.kill('SIGKILL')
  throw new Error(`${url} did not answer within ${slowestStartMs / 1000} s.`)
}

async function residentMib(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kib = /VmRSS:\s+(\d+) kB/.exec(status)?.[1]
  return kib === undefined ? null : Number(kib) / 1024
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}
