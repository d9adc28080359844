/** Run as a process of its own: appends batch after batch and says so after each, until it is killed. */
import { checkpointFile } from '../log/checkpoint-file.ts'
import { testLog } from '../log/test-log.fixture.ts'
import { openEmbedded, openServer } from '../platform/database.ts'
import { migrate } from '../platform/migrations/migrate.ts'
import { namedSystems } from './claims.fixture.ts'
import { registerStore } from './store.ts'
import { testNow } from './stores.fixture.ts'

const [kind, place, remembered, run, batchSize] = process.argv.slice(2) as [string, string, string, string, string]
const url = kind === 'server' ? place : null
const database = url === null ? await openEmbedded(place) : await openServer(url)
await migrate(database, { backupDirectory: '/nonexistent', now: testNow, databaseUrl: url })
const store = registerStore(database, testLog(database, checkpointFile(remembered)))
for (let batch = 1; ; batch++) {
  const appended = await store.append(namedSystems(`run-${run}-batch-${batch}`, Number(batchSize)))
  if (!appended.ok) throw new Error(appended.error.detail)
  process.stdout.write(`ACK ${appended.value}\n`)
}
