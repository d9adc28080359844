/**
 * The database put back to an older state under a log that went on: refused at the start, with the reason.
 */
import { cpSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Served, serve, writerTo } from '../../apps/server/src/served.fixture.ts'
import { startPostgres } from '../throw-away-postgres.mjs'
import type { Setting, Torment } from './torment.ts'

interface Kind {
  readonly kind: string
  readonly environment: Readonly<Record<string, string>>
  /** Keeps the state as it is now. */
  keep(): Promise<void>
  /** Puts it back, and keeps what was there for `undo`. */
  putBack(): Promise<void>
  undo(): Promise<void>
}

export const rollback: Torment = async setting => {
  const directory = join(setting.folder, 'embedded')
  const store = join(directory, 'store')
  const embedded = await rolledBack(setting, directory, {
    kind: 'embedded',
    environment: {},
    keep: async () => cpSync(store, `${store}.old`, { recursive: true }),
    async putBack() {
      renameSync(store, `${store}.new`)
      cpSync(`${store}.old`, store, { recursive: true })
    },
    async undo() {
      rmSync(store, { recursive: true })
      renameSync(`${store}.new`, store)
    }
  })
  if (setting.postgresBin === null) return embedded
  const postgres = await startPostgres(setting.postgresBin)
  const run = async (...statements: string[]) => {
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    for (const statement of statements) await client.query(statement)
    await client.end()
  }
  const url = new URL(postgres.url)
  url.pathname = '/present'
  try {
    await run('create database present')
    const server = await rolledBack(setting, join(setting.folder, 'server'), {
      kind: 'PostgreSQL',
      environment: { DATABASE_URL: url.href },
      keep: () => run('create database past template present'),
      putBack: () => run('alter database present rename to future', 'create database present template past'),
      undo: () => run('drop database present', 'alter database future rename to present')
    })
    return { did: [...embedded.did, ...server.did], faults: [...embedded.faults, ...server.faults] }
  } finally {
    await postgres.stop()
  }
}

async function rolledBack({ say }: Setting, directory: string, { kind, environment, keep, putBack, undo }: Kind) {
  const faults: string[] = []
  const writer = writerTo()
  const living = async (work: (server: Served) => Promise<unknown>) => {
    const server = await serve(directory, environment)
    try {
      await work(server)
    } finally {
      server.kill('SIGTERM')
      await server.ended
    }
  }
  const write = async (server: Served) => {
    for (let round = 0; round < 3; round++)
      if (!(await writer.write(server))?.ok) faults.push(`${kind}: a write was refused.`)
  }
  await living(write)
  await keep()
  await living(write)
  await putBack()
  const refused = await serve(directory, environment).then(
    server => {
      server.kill('SIGTERM')
      return server.ended.then(() => 'It started.')
    },
    (error: unknown) => String(error instanceof Error ? error.message : error)
  )
  if (!/it is an older state|history was changed/.test(refused))
    faults.push(`${kind}: an older state was not refused: ${refused}`)
  say(`${kind}: ${refused.trim().split('\n').at(-1)}`)
  await undo()
  await living(async server => {
    const lost = await writer.lost(server)
    if (lost.length > 0) faults.push(`${kind}: with the newest state back, ${lost.length} claims are not there.`)
    await write(server)
  })
  return {
    did: [`${kind}: the state of 3 writes ago was refused at the start; with the newest one back, writes went on.`],
    faults
  }
}
