import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkpointFile } from '../log/checkpoint-file.ts'
import { testLog } from '../log/test-log.fixture.ts'
import { openEmbedded, openServer } from '../platform/database.ts'
import { firstUnlogged } from './check-log.ts'
import { namedSystems } from './claims.fixture.ts'
import { registerStore } from './store.ts'
import { temporaryServerDatabase } from './stores.fixture.ts'

const script = fileURLToPath(new URL('./append-until-killed.fixture.ts', import.meta.url))
const times = 10
const batchSize = 400

const stores = [
  {
    kind: 'embedded',
    skip: false,
    async place() {
      const directory = mkdtempSync(join(tmpdir(), 'frown-killed-'))
      return {
        place: directory,
        open: () => openEmbedded(directory),
        remove: async () => rmSync(directory, { recursive: true })
      }
    }
  },
  {
    kind: 'server',
    skip: !process.env.TEST_DATABASE_URL,
    async place() {
      const { url, drop } = await temporaryServerDatabase()
      return { place: url, open: () => openServer(url), remove: drop }
    }
  }
]

describe.each(stores)('an import killed ten times over on the $kind store', ({ kind, skip, place: makePlace }) => {
  it.skipIf(skip)(
    'keeps every acknowledged claim and no half import, in a log that is whole and no older than what was remembered',
    { timeout: 240_000 },
    async () => {
      const { place, open, remove } = await makePlace()
      const memory = mkdtempSync(join(tmpdir(), 'frown-remembered-'))
      const remembered = join(memory, 'checkpoint')
      try {
        for (let run = 1; run <= times; run++) {
          const acknowledged = await killMidway([kind, place, remembered, String(run), String(batchSize)], run * 13)
          const database = await open()
          const log = testLog(database, checkpointFile(remembered))
          const claims = await registerStore(database, log).readAfter(0)
          await log.verify()
          expect(log.tree.size).toBe(claims.length)
          expect(await firstUnlogged(database.db, claims)).toBeNull()
          await database.close()
          expect(claims.length).toBeGreaterThanOrEqual(acknowledged)
          expect(claims.length % batchSize).toBe(0)
          const ids = new Set(claims.map(claim => claim.id))
          expect(ids.size).toBe(claims.length)
          expect(namedSystems(`run-${run}-batch-1`, batchSize).every(claim => ids.has(claim.id))).toBe(true)
        }
      } finally {
        rmSync(memory, { recursive: true })
        await remove()
      }
    }
  )
})

/** The version last acknowledged before the process was killed, `ms` after its first append. */
async function killMidway(given: readonly string[], ms: number): Promise<number> {
  const child = spawn(process.execPath, [script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let said = ''
  const acknowledged = () => Number(/ACK (\d+)\n(?![\s\S]*ACK \d+\n)/.exec(said)?.[1] ?? 0)
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (acknowledged() > 0) resolve()
    })
    child.once('exit', code => reject(new Error(`the process ended by itself (${code})`)))
  })
  await sleep(ms)
  const ended = new Promise(resolve => child.once('close', resolve))
  child.kill('SIGKILL')
  await ended
  return acknowledged()
}
