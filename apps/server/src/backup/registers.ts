/**
 * Backup and restore where no server is at work: the store of a configuration is opened for it, and closed.
 */
import { existsSync, readdirSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@frown/core/register'
import { checkpointFile } from '../log/checkpoint-file.ts'
import { readKeys } from '../log/key-file.ts'
import type { Config } from '../platform/config.ts'
import { type Database, openEmbedded, openServer } from '../platform/database.ts'
import { takeLock } from '../platform/instance-lock.ts'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { type BackupOptions, fileFault, makeBackup } from './make-backup.ts'
import { type Restored, type RestoreOptions, restore } from './restore.ts'
import type { Seal } from './seal.ts'

type Progress = Pick<RestoreOptions, 'onRows'>

const storeIn = (directory: string): string => join(directory, 'store')
const holdsStore = (directory: string): boolean =>
  existsSync(storeIn(directory)) && readdirSync(storeIn(directory)).length > 0

/** Refusals: those of makeBackup, store/in-use. */
export async function backUpRegister(config: Config, path: string, options: BackupOptions): Promise<Seal> {
  const { databaseUrl, directory } = config
  if (databaseUrl !== null)
    return withDatabase(await openServer(databaseUrl), it => it.unhurried(() => makeBackup(it, path, options)))
  if (!holdsStore(directory))
    throw new Refusal({
      code: 'backup/no-register',
      detail: 'There is no store in this directory, so there is nothing to back up.',
      place: directory,
      remedy: 'Give the directory of the server in FROWN_DIR, or its database in DATABASE_URL.'
    })
  const lock = orRefuse(takeLock(directory, options.now()))
  try {
    return await withDatabase(await openEmbedded(storeIn(directory)), it => makeBackup(it, path, options))
  } finally {
    lock.release()
  }
}

/** Refusals: those of restore, store/in-use, store/no-room, store/unavailable. */
export async function restoreRegister(
  { databaseUrl, directory }: Config,
  path: string,
  { now, ...progress }: Progress & { readonly now: () => Instant }
): Promise<Restored & { readonly hasKey: boolean }> {
  await refuseUnread(path)
  const lock = orRefuse(takeLock(directory, now()))
  try {
    const keys = readKeys(directory)
    const options = { ...progress, keys, remembered: checkpointFile(join(directory, 'log', 'checkpoint')) }
    const restored =
      databaseUrl === null
        ? await restoreEmbedded(directory, path, options)
        : await withDatabase(await openServer(databaseUrl), it => it.unhurried(() => restore(it, path, options)))
    return { ...restored, hasKey: keys.length > 0 }
  } catch (error) {
    throw fileFault(error, directory) ?? error
  } finally {
    lock.release()
  }
}

/** Restores into a store in memory that is then thrown away. Refusals: those of restore. */
export async function checkBackup(path: string, progress: Progress = {}): Promise<Restored> {
  await refuseUnread(path)
  return withDatabase(await openEmbedded(), it => restore(it, path, progress))
}

async function restoreEmbedded(directory: string, path: string, options: RestoreOptions): Promise<Restored> {
  if (holdsStore(directory))
    throw new Refusal({
      code: 'backup/not-empty',
      detail: 'There is a store in this directory already.',
      place: storeIn(directory),
      remedy: 'Give another directory in FROWN_DIR, or move the store away. Nothing was changed.'
    })
  const aside = `${storeIn(directory)}.restoring`
  await rm(aside, { recursive: true, force: true })
  try {
    const restored = await withDatabase(await openEmbedded(aside), it => restore(it, path, options))
    await rm(storeIn(directory), { recursive: true, force: true })
    await rename(aside, storeIn(directory))
    return restored
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

async function withDatabase<T>(database: Database, work: (database: Database) => Promise<T>): Promise<T> {
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function refuseUnread(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return
  const detail = found === null ? 'There is no such file, or this user may not look.' : 'This is no file.'
  throw new Refusal({ code: 'input/invalid', detail, place: path, remedy: 'Give the path of a backup.' })
}
