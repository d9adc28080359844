/** Run as a process of its own: takes a job on, says so, and works at it until it is killed. */
import { openEmbedded, openServer } from '../platform/database.ts'
import { migrate } from '../platform/migrations/migrate.ts'
import { testNow } from '../register/stores.fixture.ts'
import { testEngine } from './test-engine.fixture.ts'

const [kind, place, draws] = process.argv.slice(2) as [string, string, string]
const url = kind === 'server' ? place : null
const database = url === null ? await openEmbedded(place) : await openServer(url)
await migrate(database, { backupDirectory: '/nonexistent', now: testNow, databaseUrl: url })
const { jobs } = testEngine(database, url)
const { id } = await jobs.submit('crossing', { draws: Number(draws), seed: 5 })
process.stdout.write(`ACK ${id}\n`)
for (;;) {
  const { progress } = await jobs.wait(id, 200)
  process.stdout.write(`AT ${progress}\n`)
}
