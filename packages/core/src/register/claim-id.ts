/**
 * Which claim is this? Its content says.
 *
 * An id made from the content is the same on every machine, so that a shipped ledger can be
 * filled twice without doubling, and a later transparency log can commit to what it names.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Claim, ClaimDraft, ClaimId } from './claim.ts'

/** The claim that `draft` makes; its id is the first 128 bits of the SHA-256 of its canonical JSON. */
export function makeClaim(draft: ClaimDraft): Claim {
  const id = bytesToHex(sha256(utf8ToBytes(canonicalJson(draft))).subarray(0, 16)) as ClaimId
  return { ...draft, id }
}

function canonicalJson(d: ClaimDraft): string {
  const s = d.source
  return JSON.stringify([
    d.subject.kind,
    d.subject.id,
    d.property,
    d.value,
    d.low,
    d.high,
    d.confidence,
    d.validFrom,
    d.recordedAt,
    [s.url, s.title, s.publisher, s.publishedOn, s.accessedOn, s.tier, s.derivedFrom, s.licence],
    d.status,
    d.supersedes,
    d.reply
  ])
}
