/**
 * `frown witness …`: audits somebody's log, holds it against what it saw before, and cosigns what it saw.
 *
 * A witness signs one history only: whoever shows another one to others cannot show its cosignature with it.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cosign,
  formatNote,
  formatSigningKey,
  formatVerifierKey,
  isKeyName,
  makeSigningKey,
  parseNote,
  parseSigningKey,
  type SigningKey,
  type VerifierKey,
  verifierKeyOf
} from '@frown/crypto/log'
import type { Command } from 'commander'
import { auditPlace, keyOption, ownKeys } from './audit.ts'
import { logAt } from './log-place.ts'
import { printable, writeLines, writeNote } from './output.ts'
import { misuse, Refusal } from './refusal.ts'

interface WitnessOptions {
  readonly name?: string
  readonly dir: string
  readonly key?: readonly VerifierKey[]
}

export function addWitness(program: Command): void {
  program
    .command('witness')
    .description('audit a log, hold it against what was seen before, and cosign it')
    .argument('<address>', 'of the log, such as https://frown.example/log')
    .option('--name <name>', 'what the witness is called, such as witness.example; only the first time')
    .option('--dir <dir>', 'where its key and what it saw are kept', 'witness')
    .addOption(keyOption('--key <key>', 'the key of the log, from somewhere else than the log; may be repeated'))
    .addHelpText(
      'after',
      `
Run it now and then, from somewhere that the operator of the log does not control. The operator names its key in FROWN_WITNESSES.

Example:
  $ frown witness https://frown.example/log --name witness.example --key frown.example/log+1a2b3c4d+Ab…`
    )
    .action(witness)
}

async function witness(address: string, { name, dir, key }: WitnessOptions): Promise<void> {
  if (!/^https?:\/\//.test(address))
    throw misuse('This is no address', address, 'Give that of a log, such as https://frown.example/log')
  const place = await logAt(address)
  const own = keyIn(dir, name)
  // What is signed is what was audited, whatever the log shows a moment later.
  const note = (await place.read('checkpoint')) ?? new Uint8Array()
  const seen = { ...place, read: async (path: string) => (path === 'checkpoint' ? note : place.read(path)) }
  const keys = key ?? (await ownKeys(place))
  const file = join(dir, `${encodeURIComponent(keys[0]?.name ?? '')}.checkpoint`)
  const before = textOf(file)
  const { log } = await auditPlace(seen, { keys, since: before ?? undefined })
  const parsed = parseNote(note)
  if (!parsed.ok)
    throw new Refusal({ code: 'log/broken', detail: `The log is broken: ${parsed.error}`, place: place.name })
  write(file, Buffer.from(note).toString())
  const { text } = parsed.value
  const cosigned = formatNote({ text, signatures: [cosign(text, own, Math.floor(Date.now() / 1_000))] })
  await bring(place.name, cosigned)
  writeLines([
    `Cosigned ${log.size} ${log.size === 1 ? 'entry' : 'entries'} of ${printable(log.origin)}${before === null ? ', seen for the first time' : ', which begins with what was seen before'}.`
  ])
  if (key === undefined && before === null)
    writeNote('the key is what the log itself says; compare it with one from elsewhere, or give that with --key.')
}

/** The witness's key; made, and told of, the first time. */
function keyIn(dir: string, name: string | undefined): SigningKey {
  const file = join(dir, 'key')
  const held = textOf(file)
  if (held !== null) {
    const key = parseSigningKey(held.trim())
    if (!key.ok) throw misuse(`The key of the witness cannot be read: ${key.error}`, file, 'Put back your copy of it')
    return key.value
  }
  if (name === undefined || !isKeyName(name))
    throw misuse('The witness has no name yet', '--name', 'Give one without spaces, such as witness.example')
  const key = makeSigningKey(name, randomBytes(32), 'cosignature/v1')
  write(file, `${formatSigningKey(key)}\n`)
  writeNote(
    `made the key ${formatVerifierKey(verifierKeyOf(key))}; the operator of the log adds it to FROWN_WITNESSES.`
  )
  return key
}

async function bring(log: string, note: string): Promise<void> {
  const url = new URL('/api/v1/log/cosignatures', log)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ note }),
    signal: AbortSignal.timeout(30_000)
  }).catch(() => null)
  if (response?.ok) return
  const problem = (await response?.json().catch(() => null)) as { detail?: unknown } | null
  const detail = typeof problem?.detail === 'string' ? `: ${problem.detail}` : ''
  throw new Refusal({
    code: 'log/invalid-cosignature',
    detail: `The log did not take the cosignature${detail}`,
    place: url.href,
    remedy: 'Ask its operator to name this key in FROWN_WITNESSES; what was seen is remembered here all the same'
  })
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 })
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, text, { mode: 0o600, flush: true })
  renameSync(aside, file)
}
