/**
 * The log of a store, with the keys and the memory of one directory.
 */
import { join } from 'node:path'
import { parseNote } from '@frown/crypto/log'
import type { Stored } from '../platform/database.ts'
import { checkpointFile } from './checkpoint-file.ts'
import { addKey, readKeys } from './key-file.ts'
import { newestCheckpoint } from './leaves.ts'
import { type Log, openLog } from './log.ts'

interface DirectoryLogOptions {
  readonly directory: string
  /** What the log is called if it begins now. */
  readonly newName: string
  /** Whether to make a key where nothing was ever signed. */
  readonly mayBegin: boolean
  readonly report: (line: string) => void
}

/** Refusal: log/broken, where the file of keys is spoiled. */
export async function openDirectoryLog(db: Stored, options: DirectoryLogOptions): Promise<Log> {
  const { directory, newName, mayBegin, report } = options
  const remembered = checkpointFile(join(directory, 'log', 'checkpoint'))
  const held = (await newestCheckpoint(db))?.note ?? remembered.read()
  let keys = readKeys(directory)
  if (keys.length === 0 && held === null && mayBegin) {
    keys = addKey(directory, newName)
    report(`Made the key of the log ${newName}. Keep a copy of ${join(directory, 'log', 'key')} apart from backups.`)
  }
  return openLog(db, {
    name: keys[0]?.name ?? originOf(held) ?? newName,
    keys,
    remembered,
    report: error => report(`The log's checkpoint is not remembered: ${error instanceof Error ? error.message : error}`)
  })
}

function originOf(note: string | null): string | null {
  const parsed = note === null ? null : parseNote(note)
  return parsed?.ok ? (parsed.value.text.split('\n', 1)[0] ?? null) : null
}
