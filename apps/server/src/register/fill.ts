/**
 * Brings what the program ships into the store: all of it at the first start, what is new at later ones.
 *
 * Ids of claims are made from their content, so nothing is doubled; a ledger that went in whole is not read again.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadLedger, parseManifest } from '@frown/core/register'
import { orRefuse } from '../platform/refusal.ts'
import type { RegisterStore } from './store.ts'

const manifestName = 'ledger.json'

/** Number of claims added from the ledger in `directory`. */
export async function fill(store: RegisterStore, directory: string): Promise<number> {
  const names = (await readdir(directory)).filter(name => name === manifestName || name.endsWith('.csv')).sort()
  const files = new Map<string, string>()
  const digest = createHash('sha256')
  for (const name of names) {
    const text = await readFile(join(directory, name), 'utf8')
    files.set(name, text)
    digest.update(`${name} ${text.length}\n${text}`)
  }
  const ledger = digest.digest('hex')
  if (await store.hasLedger(ledger)) return 0
  const claims = orRefuse(loadLedger(orRefuse(parseManifest(files.get(manifestName) ?? '')), files))
  return orRefuse(await store.appendLedger(ledger, claims))
}
