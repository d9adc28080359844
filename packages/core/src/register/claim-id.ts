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
export const makeClaim = (draft: ClaimDraft): Claim => ({ ...draft, id: idOf(canonical(draft)) })

/**
 * As `makeClaim`, for what a person enters: `salt`, which is random and thrown away, keeps anyone from trying out from
 * the id what an erased text said.
 */
export const makeEnteredClaim = (draft: ClaimDraft, salt: string): Claim => ({
  ...draft,
  id: idOf([...canonical(draft), salt])
})

const idOf = (content: readonly unknown[]): ClaimId =>
  bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))).subarray(0, 16)) as ClaimId

function canonical(d: ClaimDraft): unknown[] {
  const s = d.source
  return [
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
  ]
}
