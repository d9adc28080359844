import { type AuditFault, sentence } from './audit-fault.ts'
import { sameBytes } from './bytes.ts'
import type { Bundle } from './log-files.ts'
import { type Hash, leafHash } from './merkle.ts'

/** The first fault of a bundle whose entries should have `hashes` and whose first entry is entry `first` of the log. */
export function wrongEntry(bundle: Bundle, hashes: readonly Hash[], first: number): AuditFault | null {
  const { path, entries, fault } = bundle
  for (const [i, hash] of hashes.entries()) {
    const entry = entries[i]
    if (!entry) {
      return { kind: 'malformed', path, entry: first + i, detail: sentence(fault ?? 'the bundle breaks off') }
    }
    if (!sameBytes(leafHash(entry), hash)) {
      return {
        kind: 'entry',
        path,
        entry: first + i,
        detail: `Entry ${first + i} is not the one that its hash tile has.`
      }
    }
  }
  return fault === null ? null : { kind: 'malformed', path, detail: sentence(fault) }
}
