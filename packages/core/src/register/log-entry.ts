/**
 * What does the transparency log hold of a claim? One line of JSON.
 *
 * Numbers, days, ids and statuses stand in the clear. Free text and addresses stand as one salted hash, and so does
 * whoever entered it: they can be erased and every proof still holds. docs/log.md, "Entries".
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Claim, ClaimId, ClaimValue, Subject } from './claim.ts'
import { makeClaim } from './claim-id.ts'
import type { Day, Instant } from './day.ts'
import { isProperty, type Property, properties } from './property.ts'

export const erasureGrounds = ['court', 'privacy', 'request'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/** What may be erased of a claim, with the salt (hexadecimal) of its hash. */
export interface EntryTexts {
  readonly salt: string
  /** Where the property's value is text; null otherwise. */
  readonly value: string | readonly string[] | null
  readonly url: string
  readonly title: string
  readonly publisher: string
  readonly derivedFrom: string | null
  readonly reply: string | null
}

/** Who entered a claim, by the id of the account, with a salt (hexadecimal). */
export interface EnteredBy {
  readonly salt: string
  readonly account: string
}

/** A leaf that says that the texts of an earlier one, and who entered it, are gone. */
export interface Erasure {
  readonly kind: 'erasure'
  /** Index of the leaf whose texts are gone. */
  readonly entry: number
  readonly ground: ErasureGround
  readonly recordedAt: Instant
}

/** A leaf that says a claim, all but its texts. */
export interface ClaimEntry {
  readonly kind: 'claim'
  readonly id: ClaimId
  /** `system/…` or `group/…`. */
  readonly subject: string
  readonly property: Property
  /** null where it is text or withdrawn. */
  readonly value: ClaimValue | null
  readonly low: number | null
  readonly high: number | null
  readonly confidence: Claim['confidence']
  readonly validFrom: Day
  readonly recordedAt: Instant
  readonly source: Pick<Claim['source'], 'publishedOn' | 'accessedOn' | 'tier' | 'licence'>
  readonly status: Claim['status']
  readonly supersedes: ClaimId | null
  /** Hash of the texts, 64 hexadecimal digits. */
  readonly texts: string
  /** Hash of who entered it; null: an import or what Frown ships. */
  readonly enteredBy: string | null
}

/** A value that is words, not a number, a day, a yes or an id. */
const isTextProperty = (property: Property): boolean =>
  properties[property].shape === 'text' || properties[property].shape === 'texts'

export function textsOf({ property, value, source, reply }: Claim, salt: string): EntryTexts {
  const { url, title, publisher, derivedFrom } = source
  const text = isTextProperty(property) ? (value as string | readonly string[] | null) : null
  return { salt, value: text, url, title, publisher, derivedFrom, reply }
}

const hashOf = (content: unknown): string => bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))))

export const hashOfTexts = ({ salt, value, url, title, publisher, derivedFrom, reply }: EntryTexts): string =>
  hashOf([salt, value, url, title, publisher, derivedFrom, reply])

/** The leaf of `claim`. */
export const claimEntry = (claim: Claim, salt: string, enteredBy: EnteredBy | null): string =>
  formatEntry({
    kind: 'claim',
    ...claim,
    subject: `${claim.subject.kind}/${claim.subject.id}`,
    value: isTextProperty(claim.property) ? null : claim.value,
    texts: hashOfTexts(textsOf(claim, salt)),
    enteredBy: enteredBy && hashOf([enteredBy.salt, enteredBy.account])
  })

/** One entry as it stands in the log: its fields in a fixed order, without spaces. */
export function formatEntry(entry: ClaimEntry | Erasure): string {
  if (entry.kind === 'erasure') {
    const { kind, entry: index, ground, recordedAt } = entry
    return JSON.stringify({ kind, entry: index, ground, recordedAt })
  }
  const { publishedOn, accessedOn, tier, licence } = entry.source
  return JSON.stringify({
    kind: entry.kind,
    id: entry.id,
    subject: entry.subject,
    property: entry.property,
    value: entry.value,
    low: entry.low,
    high: entry.high,
    confidence: entry.confidence,
    validFrom: entry.validFrom,
    recordedAt: entry.recordedAt,
    source: { publishedOn, accessedOn, tier, licence },
    status: entry.status,
    supersedes: entry.supersedes,
    texts: entry.texts,
    enteredBy: entry.enteredBy
  })
}

/** The entry that `leaf` says; null: it says none of these, or says it otherwise than `formatEntry` would. */
export function parseEntry(leaf: string): ClaimEntry | Erasure | null {
  let read: unknown
  try {
    read = JSON.parse(leaf)
  } catch {
    return null
  }
  if (!isEntry(read)) return null
  return formatEntry(read) === leaf ? read : null
}

function isEntry(read: unknown): read is ClaimEntry | Erasure {
  if (typeof read !== 'object' || read === null || !('kind' in read)) return false
  const entry = read as Partial<ClaimEntry> & Partial<Omit<Erasure, 'kind'>>
  if (read.kind === 'erasure')
    return Number.isSafeInteger(entry.entry) && erasureGrounds.includes(entry.ground as never)
  return (
    read.kind === 'claim' &&
    typeof entry.property === 'string' &&
    isProperty(entry.property) &&
    typeof entry.subject === 'string' &&
    typeof entry.source === 'object' &&
    entry.source !== null
  )
}

/** Texts that are gone, since an entry of this instant says so. */
export interface ErasedTexts {
  readonly erasedAt: Instant
}

/** The texts of an entry as they are published beside the log, in one line. */
export function formatTexts(texts: EntryTexts | ErasedTexts): string {
  if ('erasedAt' in texts) return JSON.stringify({ erasedAt: texts.erasedAt })
  const { salt, value, url, title, publisher, derivedFrom, reply } = texts
  return JSON.stringify({ salt, value, url, title, publisher, derivedFrom, reply })
}

/** The texts in `line`; null: it is not as `formatTexts` writes it. */
export function parseTexts(line: string): EntryTexts | ErasedTexts | null {
  try {
    const read = JSON.parse(line) as EntryTexts | ErasedTexts
    return formatTexts(read) === line ? read : null
  } catch {
    return null
  }
}

/** The claim that `entry` and its texts make together. */
export function claimOfEntry(entry: ClaimEntry, texts: EntryTexts): Claim {
  const [kind, id] = entry.subject.split('/')
  const { url, title, publisher, derivedFrom, reply } = texts
  return {
    id: entry.id,
    subject: { kind, id } as Subject,
    property: entry.property,
    value: isTextProperty(entry.property) ? texts.value : entry.value,
    low: entry.low,
    high: entry.high,
    confidence: entry.confidence,
    validFrom: entry.validFrom,
    recordedAt: entry.recordedAt,
    source: { ...entry.source, url, title, publisher, derivedFrom },
    status: entry.status,
    supersedes: entry.supersedes,
    reply
  }
}

/** Whether the id of `entry` is that of its content; an id of what a person entered was salted and tells nothing. */
export const hasIdOfContent = (entry: ClaimEntry, texts: EntryTexts): boolean =>
  entry.enteredBy !== null || makeClaim(claimOfEntry(entry, texts)).id === entry.id

/** What stands in a claim in place of a text that was erased. */
const erasedText = '[erased]'

/** `claim` without its texts. The address is one that leads nowhere (RFC 2606). */
export const withoutTexts = (claim: Claim): Claim => ({
  ...claim,
  value: claim.value === null || !isTextProperty(claim.property) ? claim.value : erasedValue(claim.property),
  source: {
    ...claim.source,
    url: 'https://erased.invalid/',
    title: erasedText,
    publisher: erasedText,
    derivedFrom: null
  },
  reply: claim.reply === null ? null : erasedText
})

const erasedValue = (property: Property): ClaimValue =>
  properties[property].shape === 'texts' ? [erasedText] : erasedText
