import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKernel, sweepHere } from '@frown/core/simulation'
import { describe, expect, it } from 'vitest'
import { openEmbedded, openServer } from '../platform/database.ts'
import { temporaryServerDatabase } from '../register/stores.fixture.ts'
import { crossingPlan, digestOf } from './crossing.fixture.ts'
import { testEngine } from './test-engine.fixture.ts'

const script = fileURLToPath(new URL('./job-until-killed.fixture.ts', import.meta.url))
/** Large enough to be shared where there is a server: five chunks. */
const draws = 36_864

const stores = [
  {
    kind: 'embedded',
    skip: false,
    async place() {
      const directory = mkdtempSync(join(tmpdir(), 'frown-killed-job-'))
      return {
        place: directory,
        url: null,
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
      return { place: url, url, open: () => openServer(url), remove: drop }
    }
  }
]

describe.each(stores)('a job on the $kind store whose process is killed', ({ kind, skip, place: makePlace }) => {
  it.skipIf(skip)('is taken up by the next and gives the same to the last bit', { timeout: 90_000 }, async () => {
    const { place, url, open, remove } = await makePlace()
    const child = spawn(process.execPath, [script, kind, place, String(draws)], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    const ended = new Promise(resolve => child.once('close', resolve))
    let said = ''
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text
    })
    await expect.poll(() => said, { timeout: 60_000, interval: 20 }).toMatch(/^AT 0\.\d*[1-9]/m)
    child.kill('SIGKILL')
    await ended
    const id = /^ACK (\w+)$/m.exec(said)?.[1] as string

    const database = await open()
    const engine = testEngine(database, url)
    const job = await engine.jobs.wait(id, 60_000)
    expect(job).toMatchObject({ id, state: 'done', error: null })
    expect(job.result).toBe(digestOf(await sweepHere(await loadKernel())(crossingPlan(draws, 5))))
    await engine.close()
    await database.close()
    await remove()
  })
})
