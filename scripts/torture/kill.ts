/**
 * kill -9 at random moments of writes, on both stores: nothing acknowledged is lost, and the log is whole.
 *
 * Each start audits the log and holds the register against it, or is refused.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Served, serve } from '../../apps/server/src/served.fixture.ts'
import { startPostgres } from '../throw-away-postgres.mjs'
import { type Chance, chanceFrom } from './chance.ts'
import type { Setting, Torment } from './torment.ts'
import { summary, writeTo } from './writing.ts'

export const kill: Torment = async setting => {
  const chance = chanceFrom(setting.seed)
  const embedded = await killed(setting, chance, 'embedded', {})
  if (setting.postgresBin === null) return embedded
  const postgres = await startPostgres(setting.postgresBin)
  try {
    const server = await killed(setting, chance, 'PostgreSQL', { DATABASE_URL: postgres.url })
    return { did: [...embedded.did, ...server.did], faults: [...embedded.faults, ...server.faults] }
  } finally {
    await postgres.stop()
  }
}

async function killed(
  { isSmall, folder, say }: Setting,
  chance: Chance,
  kind: string,
  environment: Record<string, string>
) {
  const writes = isSmall ? 12 : 200
  const mostPerLife = isSmall ? 6 : 24
  const directory = join(folder, kind)
  const faults: string[] = []
  let lives = 0
  let server: Served = await serve(directory, environment)
  const writing = writeTo(() => server)
  try {
    while (writing.acknowledged.length < writes) {
      const target = Math.min(writes, writing.acknowledged.length + 1 + chance.whole(mostPerLife))
      while (writing.acknowledged.length < target) await sleep(5)
      await sleep(chance.whole(150))
      server.kill('SIGKILL')
      await server.ended
      lives++
      server = await serve(directory, environment)
      say(`${kind}: killed ${lives} times, ${writing.acknowledged.length} of ${writes} writes acknowledged`)
    }
  } catch (error) {
    faults.push(
      `${kind}: after ${lives} kills the server did not start: ${error instanceof Error ? error.message : error}`
    )
  }
  await writing.stop()
  if (faults.length === 0) {
    const lost = await writing.lost(server)
    if (lost.length > 0)
      faults.push(`${kind}: ${lost.length} acknowledged claims are not there: ${lost.slice(0, 3).join(', ')}`)
    const { registerVersion } = (await (await fetch(`${server.url}/api/v1/health`)).json()) as {
      registerVersion: number
    }
    const { size } = (await (await fetch(`${server.url}/api/v1/log`)).json()) as { size: number }
    if (registerVersion !== size) faults.push(`${kind}: the register has ${registerVersion} entries, the log ${size}.`)
  }
  server.kill('SIGTERM')
  await server.ended
  return {
    did: [
      `${kind}: killed ${lives} times within ${writing.answers.length} tries to write (${summary(writing.answers)}); every start verified the log.`
    ],
    faults
  }
}
