/**
 * `frown audit …`: is this copy of a log whole, and does it begin with what was seen before? From its files alone.
 */
import { auditEntries, type EntryAudit } from '@frown/core/register'
import {
  type AuditedLog,
  auditLog,
  formatVerifierKey,
  parseVerifierKey,
  textsPath,
  tilesOf,
  tileWidth,
  type VerifierKey
} from '@frown/crypto/log'
import { type Command, Option } from 'commander'
import { textOfFile } from './file-text.ts'
import { type LogPlace, logAt } from './log-place.ts'
import { jsonOption } from './options.ts'
import { counted, printable, writeJson, writeLines, writeNote, writeProgress } from './output.ts'
import { misuse, Refusal } from './refusal.ts'

interface AuditOptions {
  readonly since?: string
  readonly key?: readonly VerifierKey[]
  readonly witness?: readonly VerifierKey[]
  readonly json?: boolean
}

export function addAudit(program: Command): void {
  program
    .command('audit')
    .description('check a log from its files alone: every entry, every hash, the signature, and what was seen before')
    .argument('<place>', 'folder of an exported log, or the address of one')
    .option('--since <file>', 'a checkpoint seen earlier: the log must begin with what it held then')
    .addOption(keyOption('--key <key>', 'the key of the log, from somewhere else than the log; may be repeated'))
    .addOption(keyOption('--witness <key>', 'a witness that must have cosigned; may be repeated'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The first broken entry is named, with its file. Without --key the log's own word is taken for its key, and said so.
Exit codes: 0 the log is whole, 1 it is not, 2 misuse or failure.

Examples:
  $ frown audit copy-of-the-log
  $ frown audit https://frown.example/log --since copy-of-the-log/checkpoint
  $ frown audit copy-of-the-log --key frown.example/log+1a2b3c4d+Ab…`
    )
    .action(audit)
}

const checkpointFile = {
  bytes: 1_000_000,
  longer: 'longer than any checkpoint',
  remedy: 'Give the file checkpoint of a log'
}

async function audit(where: string, { since, key, witness, json }: AuditOptions): Promise<void> {
  const place = await logAt(where)
  const earlier =
    since === undefined ? undefined : await textOfFile(since, checkpointFile, 'Give the file checkpoint of a log')
  const keys = key ?? (await ownKeys(place))
  const audited = await auditPlace(place, { keys, since: earlier, witnesses: witness ?? [] })
  if (json) return writeJson(resultOf(audited))
  writeLines(linesOf(audited, since))
  if (key === undefined)
    writeNote('the key is what this copy itself says; compare it with one from elsewhere, or give that with --key.')
}

export interface AuditedPlace {
  readonly log: AuditedLog
  readonly entries: EntryAudit
  /** Whether the copy has the texts of its entries. */
  readonly hasTexts: boolean
}

interface PlaceOptions {
  readonly keys: readonly VerifierKey[]
  readonly since?: string | undefined
  readonly witnesses?: readonly VerifierKey[]
}

/** Refusal: log/broken, naming the first broken entry and its file. */
export async function auditPlace(
  { name, read }: LogPlace,
  { keys, since, witnesses = [] }: PlaceOptions
): Promise<AuditedPlace> {
  const entries = auditEntries()
  try {
    const log = await auditLog({
      read,
      keys,
      ...(since === undefined ? {} : { since }),
      witnesses,
      witnessesNeeded: witnesses.length,
      entry: (index, data) => entries.entry(index, utf8.decode(data)),
      progress: (checked, size) => writeProgress('Checking entries', checked / size)
    })
    if (!log.ok) {
      const { path, entry, detail } = log.error
      throw new Refusal(broken(`${name}/${path}`, entry, detail))
    }
    const hasTexts =
      (await read(textsPath({ level: 'entries', index: 0, width: Math.min(tileWidth, log.value.size) }))) !== null
    if (hasTexts) await checkTexts({ name, read }, log.value.size, entries)
    return { log: log.value, entries, hasTexts }
  } finally {
    writeProgress('', null)
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

async function checkTexts({ name, read }: LogPlace, size: number, entries: EntryAudit): Promise<void> {
  for (const tile of tilesOf(size)) {
    if (tile.level !== 'entries') return
    const path = textsPath(tile)
    const bytes = await read(path)
    const first = tile.index * tileWidth
    if (bytes === null) throw new Refusal(broken(`${name}/${path}`, first, 'The texts of these entries are missing.'))
    const lines = utf8.decode(bytes).split('\n')
    if (lines.length !== tile.width + 1 || lines.at(-1) !== '')
      throw new Refusal(broken(`${name}/${path}`, undefined, `It has ${lines.length - 1} lines, not ${tile.width}.`))
    for (const [place, line] of lines.slice(0, -1).entries()) {
      const fault = entries.texts(first + place, line)
      if (fault !== null) throw new Refusal(broken(`${name}/${path}`, first + place, fault))
    }
    writeProgress('Checking texts', (first + tile.width) / size)
  }
}

const broken = (place: string, entry: number | undefined, detail: string) =>
  ({
    code: 'log/broken',
    detail: entry === undefined ? `The log is broken. ${detail}` : `Entry ${entry} of the log is broken. ${detail}`,
    place,
    remedy: 'Keep this copy as evidence, and compare it with another mirror'
  }) as const

/** What the copy itself says its keys are. */
export async function ownKeys({ name, read }: LogPlace): Promise<VerifierKey[]> {
  const bytes = await read('keys')
  const lines = bytes === null ? [] : utf8.decode(bytes).split('\n').filter(Boolean)
  if (lines.length === 0) throw misuse('This copy says no key of its own', name, 'Give the key of the log with --key')
  return lines.map(line => {
    const key = parseVerifierKey(line)
    if (!key.ok) throw new Refusal(broken(`${name}/keys`, undefined, `In its file of keys, ${key.error}.`))
    return key.value
  })
}

function linesOf({ log, entries, hasTexts }: AuditedPlace, since: string | undefined): string[] {
  const { counts, erasures } = entries
  const erased = [...erasures].map(
    ([index, { ground, recordedAt }]) => `  entry ${index}, redacted on ${recordedAt.slice(0, 10)} (${ground})`
  )
  return [
    `The log ${printable(log.origin)} is whole: ${log.size} ${log.size === 1 ? 'entry' : 'entries'}, root ${Buffer.from(log.root).toString('base64')}.`,
    `Signed with ${log.signedBy.map(({ key }) => printable(formatVerifierKey(key))).join(', ')}.`,
    ...log.cosignedBy.map(({ key, atSeconds }) => `Cosigned by ${printable(key.name)} on ${dayOf(atSeconds)}.`),
    ...(since === undefined ? [] : [`It begins with all that ${since} held.`]),
    hasTexts
      ? `${counted(counts.claims, 'claim')}; texts of ${counts.textsChecked} checked, of ${counts.textsErased} redacted.`
      : `${counted(counts.claims, 'claim')}; this copy has no texts to check.`,
    ...erased,
    ...(counts.textsKept > 0
      ? [
          `This copy still has texts of ${counted(counts.textsKept, 'claim')} that were erased since; export again to lose them.`
        ]
      : []),
    ...(counts.otherKinds > 0 ? [`${counts.otherKinds} of kinds that this version does not know.`] : [])
  ]
}

const dayOf = (seconds: number | null): string =>
  seconds === null ? 'a day not told' : new Date(seconds * 1_000).toISOString().slice(0, 10)

const resultOf = ({ log, entries, hasTexts }: AuditedPlace) => ({
  origin: log.origin,
  size: log.size,
  rootHash: Buffer.from(log.root).toString('base64'),
  signedBy: log.signedBy.map(({ key }) => formatVerifierKey(key)),
  cosignedBy: log.cosignedBy.map(({ key, atSeconds }) => ({ key: formatVerifierKey(key), atSeconds })),
  hasTexts,
  ...entries.counts,
  redacted: [...entries.erasures].map(([entry, { ground, recordedAt }]) => ({ entry, ground, recordedAt }))
})

export function keyOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, before: readonly VerifierKey[] | undefined) => {
    const key = parseVerifierKey(text)
    if (!key.ok)
      throw misuse(
        `This is no key: ${key.error}`,
        flags.split(' ')[0],
        'Write it as the log publishes it: name+id+base64'
      )
    return [...(before ?? []), key.value]
  })
}
