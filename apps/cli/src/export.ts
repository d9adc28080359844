/**
 * `frown export log …`: copies the log, file by file as tlog-tiles lays it out, so that a folder can be audited and mirrored.
 *
 * What is there already is kept, and the checkpoint is written last: a copy that breaks off is still the copy it was.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { VerifierKey } from '@frown/crypto/log'
import { parseCheckpoint, parseNote, type ReadFile, textsPath, tilePath, tilesOf } from '@frown/crypto/log'
import type { Command } from 'commander'
import { auditPlace, keyOption, ownKeys } from './audit.ts'
import { withServer } from './connect.ts'
import { type LogPlace, logAt } from './log-place.ts'
import { jsonOption } from './options.ts'
import { writeJson, writeLines, writeProgress } from './output.ts'
import { misuse, Refusal } from './refusal.ts'

interface ExportOptions {
  readonly from?: string
  readonly key?: readonly VerifierKey[]
  readonly json?: boolean
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('copy what this register holds')
    .command('log')
    .description('copy the log into a folder, where anyone can audit it and any web server can mirror it')
    .argument('<dir>', 'the folder; one with an earlier copy is brought up to date')
    .option('--from <address>', 'mirror the log behind this address instead of that of FROWN_DIR')
    .addOption(keyOption('--key <key>', 'the key of the log, from somewhere else than the log; may be repeated'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The copy is audited, and an earlier copy in the folder must be its beginning; otherwise the earlier checkpoint is kept.

Examples:
  $ frown export log copy-of-the-log
  $ frown export log mirror --from https://frown.example/log`
    )
    .action(exportLog)
}

async function exportLog(folder: string, { from, key, json }: ExportOptions): Promise<void> {
  const copied =
    from === undefined
      ? await withServer(({ ask }) => copyLog({ name: 'log', read: readBy(ask) }, folder, key))
      : await copyLog(await logAt(from), folder, key)
  if (json) return writeJson(copied)
  writeLines([
    `Copied ${copied.size} ${copied.size === 1 ? 'entry' : 'entries'} of ${copied.origin} into ${folder} (${copied.written} files written, ${copied.kept} kept), and audited them.`
  ])
}

const readBy =
  (ask: (request: Request) => Promise<Response>): ReadFile =>
  async path => {
    const response = await ask(new Request(`http://localhost/log/${path}`))
    if (response.status === 404) return null
    if (!response.ok)
      throw new Refusal({
        code: 'store/unavailable',
        detail: `The server answered ${response.status}`,
        place: `/log/${path}`
      })
    return new Uint8Array(await response.arrayBuffer())
  }

interface Copied {
  readonly origin: string
  readonly size: number
  readonly written: number
  readonly kept: number
}

async function copyLog(place: LogPlace, folder: string, trusted?: readonly VerifierKey[]): Promise<Copied> {
  const note = await place.read('checkpoint')
  if (note === null) throw misuse('The log has no checkpoint yet', place.name, 'Record something first')
  const parsed = parseNote(note)
  const checkpoint = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  if (!checkpoint.ok)
    throw new Refusal({
      code: 'log/broken',
      detail: `The log is broken: ${checkpoint.error}`,
      place: `${place.name}/checkpoint`
    })
  const { origin, size } = checkpoint.value
  const before = await textIn(folder, 'checkpoint')
  const counts = { written: 0, kept: 0 }
  try {
    let done = 0
    for (const tile of tilesOf(size)) {
      if (await keep(place, folder, tilePath(tile))) counts.written++
      else counts.kept++
      if (tile.level === 'entries') {
        await put(folder, textsPath(tile), await needed(place, textsPath(tile)))
        counts.written++
        done = Math.min(size, (tile.index + 1) * 256)
        writeProgress('Copying', done / size)
      }
    }
    const keys = await place.read('keys')
    if (keys !== null) await put(folder, 'keys', keys)
  } finally {
    writeProgress('', null)
  }
  const copy = readIn(folder, note)
  await auditPlace(
    { name: folder, read: copy },
    {
      keys: trusted ?? (await ownKeys({ name: folder, read: copy })),
      since: before ?? undefined
    }
  )
  await put(folder, 'checkpoint', note)
  return { origin, size, ...counts }
}

/** Whether the file had to be fetched: the files of a log never change. */
async function keep(place: LogPlace, folder: string, path: string): Promise<boolean> {
  if ((await textIn(folder, path)) !== null) return false
  await put(folder, path, await needed(place, path))
  return true
}

async function needed({ name, read }: LogPlace, path: string): Promise<Uint8Array> {
  const bytes = await read(path)
  if (bytes === null)
    throw new Refusal({
      code: 'log/broken',
      detail: 'The log lacks a file that its checkpoint needs',
      place: `${name}/${path}`
    })
  return bytes
}

async function put(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = join(folder, path)
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}.new`
  await writeFile(aside, bytes, { flush: true })
  await rename(aside, file)
}

async function textIn(folder: string, path: string): Promise<string | null> {
  return readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
}

/** The folder as it will be once `checkpoint` is in it. */
function readIn(folder: string, checkpoint: Uint8Array): ReadFile {
  return async path => {
    if (path === 'checkpoint') return checkpoint
    return readFile(join(folder, path)).then(
      bytes => new Uint8Array(bytes),
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      }
    )
  }
}
