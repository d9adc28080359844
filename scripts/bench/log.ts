/**
 * How long does it take to audit a log from its files, and to append to it?
 */
import { createHash } from 'node:crypto'
import { auditLog, leafHash } from '@frown/crypto/log'
import { filesOf, numberedEntries, readerOf, treeOf, trusted } from '../../packages/crypto/src/log/log.fixture.ts'
import { count, type Measurement, median, seconds, timed } from './measurement.ts'

const entryCount = 100_000
const entryBytes = 500
const batch = 1000

export async function log(): Promise<Measurement[]> {
  const entries = numberedEntries(entryCount, entryBytes)
  const tree = treeOf(entries)
  const read = readerOf(filesOf(entries, { tree }))
  const auditMs = median(
    await timed(3, async () => {
      const audited = await auditLog({ read, keys: trusted })
      if (!audited.ok) throw new Error(audited.error.detail)
    })
  )
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
      what: `Audit of a log of ${count(entryCount)} entries of ${entryBytes} bytes, on one core`,
      measured: seconds(auditMs),
      bar: '< 10 s',
      beside: `the same bytes through Node's own SHA-256 and nothing else: ${seconds(hashMs)}`
    },
    {
      what: `An entry appended to the tree of such a log, in batches of ${count(batch)} with the root foretold`,
      measured: `${(appendMs / batch).toFixed(3)} ms`,
      bar: '< 1 ms',
      beside: 'without the store'
    }
  ]
}
