/**
 * Brings what the program ships into the store: all of it at the first start, what is new at later ones.
 *
 * Ids of claims are made from their content, so nothing is doubled.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadLedger, parseManifest } from '@frown/core/register'
import { orRefuse } from '../platform/refusal.ts'
import type { RegisterStore } from './store.ts'

/** Number of claims added from the ledger in `directory`. */
export async function fill(store: RegisterStore, directory: string): Promise<number> {
  const manifest = orRefuse(parseManifest(await readFile(join(directory, 'ledger.json'), 'utf8')))
  const names = (await readdir(directory, { recursive: true })).filter(name => name.endsWith('.csv'))
  const files = new Map(
    await Promise.all(names.map(async name => [name, await readFile(join(directory, name), 'utf8')] as const))
  )
  return orRefuse(await store.appendMissing(orRefuse(loadLedger(manifest, files))))
}
