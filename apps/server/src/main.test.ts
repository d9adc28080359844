import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockPath, readLock } from './platform/instance-lock.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
let directory: string
const started: ChildProcess[] = []
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'frown-main-'))
})
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
  rmSync(directory, { recursive: true })
})

/** A server process on the directory, its output, and its end. */
function start(environment: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [main], {
    env: { ...inherited, FROWN_DIR: directory, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  started.push(child)
  const server = {
    child,
    said: '',
    complained: '',
    ended: new Promise<number | null>(resolve => child.once('close', resolve))
  }
  child.stdout.on('data', chunk => {
    server.said += chunk
  })
  child.stderr.on('data', chunk => {
    server.complained += chunk
  })
  return server
}

function brokenStore() {
  const broken = join(directory, 'broken')
  mkdirSync(join(broken, 'store'), { recursive: true })
  writeFileSync(join(broken, 'store', 'PG_VERSION'), 'junk')
  return { FROWN_DIR: broken }
}

describe('the server as a process', () => {
  it('fills a new directory, serves it alone, and stops cleanly', { timeout: 90_000 }, async () => {
    const first = start()
    await expect.poll(() => first.said, { timeout: 60_000 }).toMatch(/Frown is at http:\/\/127\.0\.0\.1:\d+/)
    expect(first.said).toMatch(/Added \d+ claims of the shipped register/)
    expect(first.complained).toBe('')
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(first.said)?.[0] as string
    expect(readLock(directory)).toMatchObject({ pid: first.child.pid, url })
    const health = await (await fetch(`${url}/api/v1/health`)).json()
    expect(health).toMatchObject({ status: 'ok', store: 'embedded' })

    const second = start()
    expect(await second.ended).toBe(1)
    expect(second.complained).toContain(
      `Frown is already at work in this directory (process ${first.child.pid}, ${url})`
    )
    expect(second.complained).not.toMatch(/\n\s+at /)
    expect(first.said + second.complained).not.toContain(readLock(directory)?.operatorToken as string)

    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)
    expect(existsSync(lockPath(directory))).toBe(false)

    const third = start()
    await expect.poll(() => third.said, { timeout: 30_000 }).toContain('Frown is at')
    expect(third.said).not.toContain('Added')
    third.child.kill('SIGINT')
    expect(await third.ended).toBe(0)
  })

  it.each([
    { why: 'a port that is none', environment: { PORT: 'http' }, says: /^PORT: "http" is not a port/ },
    {
      why: 'a database that does not answer',
      environment: { DATABASE_URL: 'postgres://someone:hidden@127.0.0.1:1/none' },
      says: /^DATABASE_URL: The database none at 127\.0\.0\.1:1 cannot be reached/
    },
    {
      why: 'a directory that is a file',
      environment: { FROWN_DIR: main },
      says: /main\.ts: This directory cannot be used/
    },
    { why: 'a broken store', environment: brokenStore, says: /store: The embedded store cannot be opened/ }
  ])('refuses $why with a sentence and exit code 1', { timeout: 30_000 }, async ({ environment, says }) => {
    const refused = start(typeof environment === 'function' ? environment() : environment)
    expect(await refused.ended).toBe(1)
    expect(refused.complained).toMatch(says)
    expect(refused.complained).not.toMatch(/\n\s+at |hidden/)
    expect(existsSync(lockPath(directory))).toBe(false)
  })
})
