import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readLock } from '@frown/server'
import { temporaryServerDatabase } from '../../server/src/register/stores.fixture.ts'

/** Where a register is, and what leaves nothing of it. */
export interface Place {
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  readonly leave: () => Promise<void>
}

/** A directory that does not exist yet. */
export async function freshDirectory(): Promise<Place> {
  const around = mkdtempSync(join(tmpdir(), 'frown-cli-'))
  const directory = join(around, 'var')
  return {
    directory,
    environment: { FROWN_DIR: directory },
    leave: async () => rmSync(around, { recursive: true, force: true })
  }
}

/** A server runs on the directory and holds the embedded store, so that every answer comes over HTTP. */
export async function runningServer(): Promise<Place> {
  const place = await freshDirectory()
  const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: '', ...place.environment, PORT: '0', HOST: '127.0.0.1' },
    stdio: 'ignore'
  })
  while (!readLock(place.directory)?.url) {
    if (server.exitCode !== null) throw new Error(`the server ended with exit code ${server.exitCode}`)
    await sleep(100)
  }
  return {
    ...place,
    leave: async () => {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      await place.leave()
    }
  }
}

export async function emptyDatabase(): Promise<Place> {
  const [place, { url, drop }] = [await freshDirectory(), await temporaryServerDatabase()]
  return {
    ...place,
    environment: { ...place.environment, DATABASE_URL: url },
    leave: async () => {
      await drop()
      await place.leave()
    }
  }
}
