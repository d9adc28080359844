/**
 * How does a register travel as files that a person can read and compare?
 *
 * A manifest names, for each recorded day, one CSV of claims. What follows from the rest is left out of a line: the
 * claim it supersedes (the last of that subject and property), the source but for its tier, and a day that equals the
 * system's release. Loading restores every claim to the last digit of its id.
 */
import { parse } from 'csv-parse/browser/esm/sync'
import { type FrownError, fail, ok, type Result } from '../shared/index.ts'
import { checkClaim } from './check-claim.ts'
import {
  type Claim,
  type ClaimDraft,
  type ClaimValue,
  type Confidence,
  confidences,
  type Source,
  type SourceTier,
  type Subject,
  sourceTiers
} from './claim.ts'
import { makeClaim } from './claim-id.ts'
import { type Day, dayOf, type Instant, parseDay, parseInstant } from './day.ts'
import { isProperty, type Property, properties, propertyNames } from './property.ts'
import { usualTier } from './usual-tier.ts'

/** Where claims of the ledger come from; `own` are decisions of this project on reading it. */
export interface LedgerManifest {
  readonly format: 1
  readonly note: string
  readonly source: {
    readonly url: string
    readonly title: string
    readonly publisher: string
    readonly licence: string
  }
  readonly own: { readonly title: string; readonly publisher: string; readonly properties: readonly Property[] }
  /** Earliest first. */
  readonly days: readonly { readonly recordedAt: Instant; readonly files: readonly string[] }[]
}

export const ledgerColumns = [
  'subject',
  'property',
  'value',
  'low',
  'high',
  'confidence',
  'validFrom',
  'tier',
  'status'
] as const
const separator = '|'

/** Errors: register/invalid-claim, its place being the file and line. */
export function loadLedger(manifest: LedgerManifest, files: ReadonlyMap<string, string>): Result<Claim[]> {
  const claims: Claim[] = []
  const heads = new Map<string, Claim>()
  for (const { recordedAt, files: names } of manifest.days) {
    const lines: Line[] = []
    for (const name of names) {
      const text = files.get(name)
      if (text === undefined) return fail(broken(`The manifest names "${name}", which is not there.`, name))
      const read = readLines(text, name)
      if (!read.ok) return read
      lines.push(...read.value)
    }
    const after = valuesAfter(lines, heads)
    for (const line of lines) {
      const head = heads.get(line.key) ?? null
      const draft = draftOf(line, head, after, manifest, recordedAt)
      const error = typeof draft === 'string' ? broken(draft, line.place) : checkClaim(draft)
      if (error) return fail({ ...error, place: line.place })
      const claim = makeClaim(draft as ClaimDraft)
      if (head && head.recordedAt === recordedAt)
        return fail(broken('The day says this of the same subject and property twice.', line.place))
      heads.set(line.key, claim)
      claims.push(claim)
    }
  }
  return ok(claims)
}

interface Line {
  readonly place: string
  /** Subject and property. */
  readonly key: string
  readonly subject: Subject
  readonly property: Property
  readonly cells: Readonly<Record<(typeof ledgerColumns)[number], string>>
}

function readLines(text: string, file: string): Result<Line[]> {
  let rows: { record: string[]; info: { lines: number } }[]
  try {
    rows = parse(text, { relax_column_count: true, info: true }) as unknown as typeof rows
  } catch (error) {
    return fail(broken(error instanceof Error ? error.message : String(error), file))
  }
  const [header, ...body] = rows
  if (header?.record.join() !== ledgerColumns.join())
    return fail(broken(`Its columns are not ${ledgerColumns.join(', ')}.`, `${file}, line 1`))
  const lines: Line[] = []
  for (const { record, info } of body) {
    const place = `${file}, line ${info.lines}`
    if (record.length !== ledgerColumns.length)
      return fail(broken(`The line has ${record.length} cells instead of ${ledgerColumns.length}.`, place))
    const cells = Object.fromEntries(ledgerColumns.map((column, i) => [column, record[i] ?? ''])) as Line['cells']
    const [kind, id, more] = cells.subject.split('/')
    if ((kind !== 'group' && kind !== 'system') || !id || more !== undefined)
      return fail(broken(`"${cells.subject}" is not a subject; write system/ID or group/ID.`, place))
    if (!isProperty(cells.property))
      return fail(broken(`"${cells.property}" is not a property of the register.`, place))
    lines.push({
      place,
      key: `${cells.subject} ${cells.property}`,
      subject: { kind, id } as Subject,
      property: cells.property,
      cells
    })
  }
  return ok(lines)
}

/** Release day and link of each system once the day's lines hold. */
function valuesAfter(
  lines: readonly Line[],
  heads: ReadonlyMap<string, Claim>
): (subject: string, property: Property) => string | null {
  const today = new Map<string, string | null>()
  for (const { key, property, cells } of lines)
    if (property === 'releasedOn' || property === 'link')
      today.set(key, cells.status === 'withdrawn' ? null : cells.value)
  return (subject, property) => {
    const key = `${subject} ${property}`
    const said = today.get(key)
    if (said !== undefined) return said
    const value = heads.get(key)?.value
    return typeof value === 'string' ? value : null
  }
}

/** The claim of a line, or what is wrong with it. */
function draftOf(
  { subject, property, cells }: Line,
  head: Claim | null,
  after: ReturnType<typeof valuesAfter>,
  manifest: LedgerManifest,
  recordedAt: Instant
): ClaimDraft | string {
  const status = cells.status === '' ? 'asserted' : cells.status
  if (status !== 'asserted' && status !== 'withdrawn')
    return `"${cells.status}" is not a status of a line; leave it empty or write withdrawn.`
  if (status === 'withdrawn' && head?.value == null) return 'It withdraws what is not there.'
  const value = status === 'withdrawn' ? null : parseValue(property, cells.value)
  if (status === 'withdrawn' ? cells.value !== '' : value === null)
    return `"${cells.value}" is not a value of ${property}.`
  const validFrom = parseDay(cells.validFrom || implied(subject, head, status, after) || '')
  if (!validFrom) return `"${cells.validFrom}" is not a day, and no day follows from the rest.`
  const confidence = cells.confidence === '' ? 'unknown' : cells.confidence
  if (!confidences.includes(confidence as Confidence)) return `"${confidence}" is not a confidence.`
  const tier = cells.tier === '' ? usualTier(property) : cells.tier
  if (!sourceTiers.includes(tier as SourceTier)) return `"${tier}" is not a tier.`
  const derivedFrom = subject.kind === 'system' && status === 'asserted' ? after(cells.subject, 'link') : null
  return {
    subject,
    property,
    value,
    low: cells.low === '' ? null : Number(cells.low),
    high: cells.high === '' ? null : Number(cells.high),
    confidence: confidence as Confidence,
    validFrom,
    recordedAt,
    source: sourceOf(
      manifest,
      property,
      dayOf(recordedAt),
      status === 'withdrawn' ? 'secondary' : (tier as SourceTier),
      derivedFrom
    ),
    status,
    supersedes: head?.id ?? null,
    reply: null
  }
}

/** The day that a line need not write: the system's release; for a withdrawal, that of what it withdraws. */
function implied(
  subject: Subject,
  head: Claim | null,
  status: string,
  after: ReturnType<typeof valuesAfter>
): string | null {
  if (status === 'withdrawn') return head?.validFrom ?? null
  return subject.kind === 'system' ? after(`system/${subject.id}`, 'releasedOn') : null
}

function sourceOf(
  manifest: LedgerManifest,
  property: Property,
  accessedOn: Day,
  tier: SourceTier,
  derivedFrom: string | null
): Source {
  const { url, title, publisher, licence } = manifest.source
  const common = { url, publishedOn: null, accessedOn, tier, licence }
  return manifest.own.properties.includes(property)
    ? { ...common, title: manifest.own.title, publisher: manifest.own.publisher, derivedFrom: url }
    : { ...common, title, publisher, derivedFrom }
}

function parseValue(property: Property, text: string): ClaimValue | null {
  switch (properties[property].shape) {
    case 'count':
      return /^\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : null
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null
    case 'texts':
    case 'groups':
      return text === '' ? null : text.split(separator)
    default:
      return text === '' ? null : text
  }
}

function formatValue(value: ClaimValue | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value)
  if (typeof value !== 'object') return String(value)
  if (value.some(item => item.includes(separator)))
    throw new Error(`A list of the ledger cannot hold "${separator}": ${value.join(', ')}`)
  return value.join(separator)
}

function formatNumber(value: number): string {
  const [plain, exponential] = [String(value), value.toExponential().replace('e+', 'e')]
  return exponential.length < plain.length ? exponential : plain.replace('e+', 'e')
}

/**
 * The manifest and files of these claims, which `loadLedger` turns back into the same claims. Throws if it would not:
 * a ledger holds claims of one source, asserted or withdrawn, one a day on each property of a subject.
 */
export function formatLedger(
  claims: readonly Claim[],
  header: Omit<LedgerManifest, 'days' | 'format'>,
  fileOf: (claim: Claim) => string
): { readonly manifest: LedgerManifest; readonly files: ReadonlyMap<string, string> } {
  const order = new Map(propertyNames.map((property, i) => [property, i]))
  const key = ({ subject, property }: Claim) =>
    `${subject.kind}/${subject.id} ${String(order.get(property)).padStart(3, '0')}`
  const released = new Map<string, string | null>()
  const days: { recordedAt: Instant; files: string[] }[] = []
  const texts = new Map<string, string[]>()
  for (const [recordedAt, recorded] of Map.groupBy(
    [...claims].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)),
    claim => claim.recordedAt
  )) {
    for (const { subject, property, value } of recorded)
      if (property === 'releasedOn') released.set(subject.id, typeof value === 'string' ? value : null)
    const names = new Set<string>()
    for (const claim of recorded.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
      const name = fileOf(claim)
      names.add(name)
      const lines = texts.get(name) ?? [`${ledgerColumns.join()}\n`]
      texts.set(name, lines)
      lines.push(formatLine(claim, claim.subject.kind === 'system' ? (released.get(claim.subject.id) ?? null) : null))
    }
    days.push({ recordedAt, files: [...names].sort() })
  }
  const manifest = { format: 1 as const, ...header, days }
  const files = new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, lines]) => [name, lines.join('')]))
  const loaded = loadLedger(manifest, files)
  if (!loaded.ok) throw new Error(`The ledger cannot be read back: ${loaded.error.place}: ${loaded.error.detail}`)
  const before = new Set(claims.map(claim => claim.id))
  const lost = loaded.value.find(claim => !before.has(claim.id))
  if (lost || loaded.value.length !== claims.length)
    throw new Error(`The ledger cannot hold this claim as it is: ${lost ? JSON.stringify(lost) : 'some are lost'}`)
  return { manifest, files }
}

function formatLine(claim: Claim, releasedOn: string | null): string {
  const { subject, property, value, low, high, confidence, validFrom, source, status } = claim
  const isWithdrawn = status === 'withdrawn'
  const cells = [
    `${subject.kind}/${subject.id}`,
    property,
    formatValue(value),
    low === null ? '' : formatNumber(low),
    high === null ? '' : formatNumber(high),
    confidence === 'unknown' ? '' : confidence,
    isWithdrawn || validFrom === releasedOn ? '' : validFrom,
    isWithdrawn || source.tier === usualTier(property) ? '' : source.tier,
    isWithdrawn ? 'withdrawn' : ''
  ]
  return `${cells.map(quoted).join()}\n`
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const formatManifest = (manifest: LedgerManifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** Errors: register/invalid-claim. */
export function parseManifest(text: string): Result<LedgerManifest> {
  const file = 'ledger.json'
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return fail(broken('It is not JSON.', file))
  }
  const manifest = read as LedgerManifest
  if (manifest?.format !== 1) return fail(broken('It is not a ledger of format 1.', file))
  const { source, own, days } = manifest
  if (![source?.url, source?.title, source?.publisher, source?.licence, own?.title, own?.publisher].every(isFilled))
    return fail(broken('It does not say where its claims come from.', file))
  if (!Array.isArray(own.properties) || !own.properties.every(isProperty))
    return fail(broken('Its own properties are not of the register.', file))
  if (!Array.isArray(days) || days.length === 0) return fail(broken('It names no day.', file))
  for (const [i, day] of days.entries()) {
    if (parseInstant(day?.recordedAt ?? '') !== day.recordedAt)
      return fail(broken(`Day ${i + 1} has no instant in UTC with milliseconds.`, file))
    const before = days[i - 1]
    if (before && before.recordedAt >= day.recordedAt) return fail(broken('Its days are not in order.', file))
    if (!Array.isArray(day.files) || !day.files.every(isFilled))
      return fail(broken(`Day ${i + 1} names no files.`, file))
  }
  return ok(manifest)
}

const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== ''

const broken = (detail: string, place: string): FrownError => ({
  code: 'register/invalid-claim',
  detail,
  place,
  remedy: 'Restore the file from the repository, or make it again with scripts/make-register.ts.'
})
