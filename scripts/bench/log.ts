/**
 * How long does it take to audit the log of a large register from its files, and to append to one?
 */
import { createHash } from 'node:crypto'
import { auditEntries, type Claim, claimEntry, formatTexts, textsOf } from '@frown/core/register'
import { auditLog, leafHash } from '@frown/crypto/log'
import { testLog } from '../../apps/server/src/log/test-log.fixture.ts'
import { openEmbedded } from '../../apps/server/src/platform/database.ts'
import { migrate } from '../../apps/server/src/platform/migrations/migrate.ts'
import { namedSystems } from '../../apps/server/src/register/claims.fixture.ts'
import { registerStore } from '../../apps/server/src/register/store.ts'
import { testNow } from '../../apps/server/src/register/stores.fixture.ts'
import { filesOf, readerOf, treeOf, trusted } from '../../packages/crypto/src/log/log.fixture.ts'
import { count, type Measurement, median, seconds, timed } from './measurement.ts'

const entryCount = 100_000
const batch = 1000
const salt = '00112233445566778899aabbccddeeff'

export async function log(): Promise<Measurement[]> {
  const claims = namedSystems('system', entryCount)
  const { entries, tree, auditMs } = await auditSpeed(claims)
  const [hashMs = 0] = await timed(1, async () => {
    for (const entry of entries) createHash('sha256').update(entry).digest()
  })
  const leaves = entries.slice(0, batch).map(leafHash)
  const [appendMs = 0] = await timed(1, async () => {
    tree.rootWith(leaves)
    for (const leaf of leaves) tree.append(leaf)
  })
  return [
    {
      what: `Audit of a log of ${count(entryCount)} claims with their texts, on one core`,
      measured: seconds(auditMs),
      bar: '< 10 s',
      beside: `the entries through Node's own SHA-256 and nothing else: ${seconds(hashMs)}`
    },
    {
      what: `A claim appended with its entry to the embedded store, in batches of ${count(batch)}`,
      measured: `${(await storeMs(claims)).toFixed(3)} ms`,
      bar: '< 1 ms',
      beside: `to the tree alone, of ${count(entryCount)} entries: ${(appendMs / batch).toFixed(3)} ms`
    }
  ]
}

async function auditSpeed(claims: readonly Claim[]) {
  const entries = claims.map(claim => Buffer.from(claimEntry(claim, salt, null)))
  const lines = claims.map(claim => formatTexts(textsOf(claim, salt)))
  const tree = treeOf(entries)
  const read = readerOf(filesOf(entries, { tree }))
  const auditMs = median(
    await timed(3, async () => {
      const said = auditEntries()
      const entry = (index: number, data: Uint8Array) => said.entry(index, Buffer.from(data).toString())
      const audited = await auditLog({ read, keys: trusted, entry })
      if (!audited.ok) throw new Error(audited.error.detail)
      for (const [index, line] of lines.entries()) {
        const fault = said.texts(index, line)
        if (fault !== null) throw new Error(fault)
      }
    })
  )
  return { entries, tree, auditMs }
}

/** Milliseconds a claim: checked, stored, hashed, signed and committed. */
async function storeMs(claims: readonly Claim[]): Promise<number> {
  const database = await openEmbedded()
  try {
    await migrate(database, { backupDirectory: '/nonexistent', now: testNow, databaseUrl: null })
    const store = registerStore(database, testLog(database))
    let next = 0
    const batches = await timed(5, async () => {
      const appended = await store.append(claims.slice(next, next + batch))
      if (!appended.ok) throw new Error(appended.error.detail)
      next += batch
    })
    return median(batches) / batch
  } finally {
    await database.close()
  }
}
