/**
 * `frown backup` and `frown restore`: all of a register in one file, and back.
 *
 * A server that is at work on FROWN_DIR makes the backup itself; otherwise the store is opened here.
 */

import type { Command } from 'commander'
import { jsonOption } from './options.ts'
import { counted, writeJson, writeLines, writeNote, writeProgress } from './output.ts'
import { misuse, Refusal, refusedWith } from './refusal.ts'

export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write all of the register into one file, also while a server is at work')
    .argument('<file>', 'the file, which may not be there yet')
    .option('--check', 'read a backup instead, as a restore would, and change nothing')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
The file is readable by its owner alone. It holds accounts, but no sessions, one-time links or forecasts, and neither the key of the log
(FROWN_DIR/log/key) nor the secret of the cookies (FROWN_DIR/auth-secret): keep copies of those apart from it.

Examples:
  $ frown backup frown-2026-11-24.backup
  $ frown backup --check frown-2026-11-24.backup`
    )
    .action((path: string, options: { check?: boolean; json?: boolean }) =>
      options.check ? check(path, options.json === true) : backUp(path, options.json === true)
    )
}

export function addRestore(program: Command): void {
  program
    .command('restore')
    .description('put a backup into an empty FROWN_DIR or an empty database: all of it or nothing')
    .argument('<file>', 'what frown backup wrote')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
A backup of the embedded store goes into PostgreSQL and the other way round. Put the key of the log into FROWN_DIR/log/key first: then the
backup is held against it, and the server goes on signing with it.

Examples:
  $ frown restore frown-2026-11-24.backup
  $ DATABASE_URL=postgres://frown:secret@127.0.0.1/frown frown restore frown-2026-11-24.backup`
    )
    .action((path: string, options: { json?: boolean }) => restore(path, options.json === true))
}

async function backUp(path: string, json: boolean): Promise<void> {
  const { backUpRegister, machineClock, orRefuse, readConfig, readLock } = await import('@frown/server')
  const config = orRefuse(readConfig(process.env, process.cwd()))
  const holder = config.databaseUrl === null ? readLock(config.directory) : null
  const seal =
    holder?.url == null
      ? await saying('Backing up', onRows =>
          backUpRegister(config, path, { now: machineClock, onRows: rows => onRows(rows) })
        )
      : await download(holder.url, holder.operatorToken, path)
  if (json) writeJson({ file: path, ...seal })
  else writeLines([`Written: ${path}, ${counted(seal.rows, 'row')}. SHA-256 of what is sealed: ${seal.sha256}`])
}

async function download(url: string, token: string, path: string) {
  const { verifySeal, writtenAside } = await import('@frown/server')
  return await writtenAside(path, async (file, aside) => {
    const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' }
    const silent = new Refusal({
      code: 'store/unavailable',
      detail: `The server at ${url} does not answer, or broke off`,
      remedy: 'Look what it says, or stop it: without it the command opens the store itself'
    })
    const response = await fetch(`${url}/api/v1/backup`, { headers }).catch(() => {
      throw silent
    })
    if (!response.ok || response.body === null) throw await refusalOf(response)
    let bytes = 0
    const of = Number(response.headers.get('content-length'))
    try {
      for await (const chunk of response.body) {
        await file.writeFile(chunk)
        bytes += chunk.length
        if (of > 0) writeProgress('Backing up', bytes / of)
      }
    } catch (error) {
      throw error instanceof TypeError ? silent : error
    } finally {
      writeProgress('', null)
    }
    return await verifySeal(aside)
  })
}

async function refusalOf(response: Response): Promise<Refusal> {
  const problem = await response.json().catch(() => null)
  const refused = refusedWith(Object.assign(new Error(), { error: problem }))
  return refused === null
    ? misuse(`The server answered ${response.status}`, undefined, 'Look at its log')
    : new Refusal(refused)
}

async function check(path: string, json: boolean): Promise<void> {
  const { checkBackup } = await import('@frown/server')
  const found = await saying('Checking', onRows => checkBackup(path, { onRows }))
  if (json) writeJson({ file: path, ...found })
  else writeLines([`Whole: ${contentOf(found)}`])
}

async function restore(path: string, json: boolean): Promise<void> {
  const { machineClock, orRefuse, readConfig, restoreRegister } = await import('@frown/server')
  const config = orRefuse(readConfig(process.env, process.cwd()))
  const restored = await saying('Restoring', onRows => restoreRegister(config, path, { now: machineClock, onRows }))
  if (json) writeJson({ file: path, ...restored })
  else writeLines([`Restored: ${contentOf(restored)}`, 'Whoever was signed in signs in again.'])
  if (!restored.hasKey)
    writeNote(`The key of the log is not here: until it is in ${config.directory}/log/key, nothing can be recorded.`)
}

const contentOf = ({
  madeAt,
  claims,
  entries,
  rows
}: {
  madeAt: string
  claims: number
  entries: number
  rows: number
}) => `${counted(claims, 'claim')}, ${entries} entries of the log, ${counted(rows, 'row')} in all, as of ${madeAt}.`

async function saying<T>(doing: string, work: (onRows: (rows: number, of?: number) => void) => Promise<T>): Promise<T> {
  try {
    return await work((rows, of) => writeProgress(doing, of ? rows / of : rows / (rows + rowsHalfWay)))
  } finally {
    writeProgress(doing, null)
  }
}

/** How many there are is not known while they are read: the bar only shows that it goes on. */
const rowsHalfWay = 20_000
