/**
 * Does the signed log hold this entry? Worked out in the browser from what the server told, believing none of it but the key.
 */
import { hashOfTexts, parseEntry, parseTexts } from '@frown/core/register'
import { leafHash, openCheckpoint, parseVerifierKey, verifyInclusion } from '@frown/crypto/log'

interface ToldEntry {
  readonly index: number
  readonly leaf: string
  readonly texts: string | null
  readonly proof: readonly string[]
  readonly checkpoint: string
}

export interface CheckedStep {
  readonly holds: boolean
  readonly words: string
}

/** The steps in order, up to the first that does not hold. `keys` as the log publishes them. */
export function checkEntry(told: ToldEntry, keys: readonly string[]): CheckedStep[] {
  const steps: CheckedStep[] = []
  const step = (holds: boolean, words: string) => {
    steps.push({ holds, words })
    return holds
  }
  const entry = parseEntry(told.leaf)
  if (!step(entry !== null, 'The entry reads as one of a register.')) return steps
  const texts = told.texts === null ? null : parseTexts(told.texts)
  if (entry?.kind === 'claim' && texts && 'salt' in texts) {
    if (!step(hashOfTexts(texts) === entry.texts, 'Its texts are those that the entry hashes.')) return steps
  }
  const known = keys.map(parseVerifierKey).flatMap(key => (key.ok ? [key.value] : []))
  const checkpoint = openCheckpoint(told.checkpoint, known)
  if (!step(checkpoint.ok, 'The checkpoint is signed with the key of this log.') || !checkpoint.ok) return steps
  const { size, root } = checkpoint.value
  const proof = told.proof.map(bytesOf)
  const leaf = leafHash(new TextEncoder().encode(told.leaf))
  step(
    verifyInclusion(told.index, size, leaf, proof, root),
    `From the entry, ${proof.length} hashes lead to the root of all ${size} entries that was signed.`
  )
  return steps
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), character => character.charCodeAt(0))
