import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readLock } from '@frown/server'
import pg from 'pg'

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
export async function runningServer(settings: Readonly<Record<string, string>> = {}, on?: Place): Promise<Place> {
  const place = on ?? (await freshDirectory())
  const main = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: '', ...place.environment, ...settings, PORT: '0', HOST: '127.0.0.1' },
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

/** A database of its own on the server of TEST_DATABASE_URL. */
export async function emptyDatabase(): Promise<Place> {
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  const admin = new pg.Client({ connectionString: url.href })
  await admin.connect()
  const name = `frown_cli_${randomBytes(6).toString('hex')}`
  await admin.query(`create database ${name}`)
  url.pathname = `/${name}`
  const place = await freshDirectory()
  return {
    ...place,
    environment: { ...place.environment, DATABASE_URL: url.href },
    leave: async () => {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
      await place.leave()
    }
  }
}
