/**
 * What a log, its audit and one changed byte in each of its files come to: to be the same in Node and in a browser.
 */
import { auditLog, formatVerifierKey, makeSigningKey, parseTilePath, verifyConsistency } from '@frown/crypto/log'
import {
  checkpointOf,
  filesOf,
  numberedEntries,
  readerOf,
  treeOf,
  trusted
} from '../../../packages/crypto/src/log/log.fixture.ts'

export async function logRuns(): Promise<string[]> {
  const entries = numberedEntries(300)
  const tree = treeOf(entries)
  const files = filesOf(entries, { tree })
  const since = checkpointOf(tree, { size: 77 })
  const results = [
    formatVerifierKey(makeSigningKey('a.example', new Uint8Array(32).fill(5), 'cosignature/v1')),
    since,
    String(verifyConsistency(77, 300, tree.root(77), tree.root(), tree.consistencyProof(77))),
    await said(files, since)
  ]
  for (const [path, bytes] of files) {
    const at = path === 'checkpoint' ? 30 : bytes.length - 1
    const changed = bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))
    results.push(`${JSON.stringify(parseTilePath(path))} ${await said(new Map(files).set(path, changed), since)}`)
  }
  return results
}

async function said(files: ReadonlyMap<string, Uint8Array>, since: string): Promise<string> {
  const result = await auditLog({ read: readerOf(files), keys: trusted, since })
  return result.ok ? `${result.value.origin} ${result.value.size} ${result.value.root}` : JSON.stringify(result.error)
}
