/**
 * Do the entries of a log make sense, one after another, and are the texts beside them those that they hash?
 *
 * Hashes prove that nothing was changed since it was signed; this shows that what was signed is a register.
 */
import { checkClaim } from './check-claim.ts'
import type { ClaimId } from './claim.ts'
import {
  type ClaimEntry,
  claimOfEntry,
  type EntryTexts,
  type Erasure,
  hashOfTexts,
  hasIdOfContent,
  parseEntry,
  parseTexts
} from './log-entry.ts'

export interface EntryAudit {
  /** What is wrong with the next entry, in a sentence; null: nothing. Entries come in order. */
  entry(index: number, leaf: string): string | null
  /** What is wrong with the published texts of an entry, once all entries were given; null: nothing. */
  texts(index: number, line: string): string | null
  readonly counts: {
    claims: number
    /** Of kinds that this version does not know. */
    otherKinds: number
    textsChecked: number
    textsErased: number
    /** Texts that should be gone, and that this copy still has. */
    textsKept: number
  }
  readonly erasures: ReadonlyMap<number, Erasure>
}

export function auditEntries(): EntryAudit {
  const claims = new Map<number, ClaimEntry>()
  const ids = new Set<ClaimId>()
  const erasures = new Map<number, Erasure>()
  const counts = { claims: 0, otherKinds: 0, textsChecked: 0, textsErased: 0, textsKept: 0 }

  const claimFault = (index: number, entry: ClaimEntry): string | null => {
    if (ids.has(entry.id)) return `It says the claim ${entry.id} again.`
    if (entry.supersedes !== null && !ids.has(entry.supersedes))
      return `It supersedes ${entry.supersedes}, which no entry before it says.`
    ids.add(entry.id)
    claims.set(index, entry)
    counts.claims++
    return null
  }
  const erasureFault = (index: number, erasure: Erasure): string | null => {
    if (erasure.entry >= index || !claims.has(erasure.entry))
      return `It erases the texts of entry ${erasure.entry}, which says no claim before it.`
    if (erasures.has(erasure.entry)) return `It erases the texts of entry ${erasure.entry} a second time.`
    erasures.set(erasure.entry, erasure)
    return null
  }
  const textsFault = (entry: ClaimEntry, texts: EntryTexts): string | null => {
    if (hashOfTexts(texts) !== entry.texts) return 'Its texts are not those that the entry hashes.'
    const claim = claimOfEntry(entry, texts)
    const broken = checkClaim(claim)
    if (broken) return `With its texts it breaks a rule of the register: ${broken.detail}`
    return hasIdOfContent(entry, texts) ? null : 'Its id is not that of its content.'
  }

  return {
    counts,
    erasures,
    entry(index, leaf) {
      const entry = parseEntry(leaf)
      if (entry?.kind === 'claim') return claimFault(index, entry)
      if (entry?.kind === 'erasure') return erasureFault(index, entry)
      if (isOtherKind(leaf)) {
        counts.otherKinds++
        return null
      }
      return 'It is no entry of a register: no JSON as Frown writes it.'
    },
    texts(index, line) {
      const entry = claims.get(index)
      if (!entry) return line === 'null' ? null : 'It has texts, and the entry says no claim.'
      const read = parseTexts(line)
      if (read === null) return 'Its texts cannot be read.'
      if ('erasedAt' in read) {
        if (erasures.get(index)?.recordedAt !== read.erasedAt)
          return 'Its texts are gone, and no entry says that they were erased then.'
        counts.textsErased++
        return null
      }
      const fault = textsFault(entry, read)
      if (fault) return fault
      if (erasures.has(index)) counts.textsKept++
      counts.textsChecked++
      return null
    }
  }
}

/** An entry of a later version's: a JSON object that names a kind which is none of ours. */
function isOtherKind(leaf: string): boolean {
  try {
    const { kind } = JSON.parse(leaf) as { kind?: unknown }
    return typeof kind === 'string' && kind !== 'claim' && kind !== 'erasure'
  } catch {
    return false
  }
}
