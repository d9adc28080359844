/**
 * Is another process at work in this directory? Two on one embedded store lose rows silently,
 * so one file says who holds it.
 *
 * The file is written aside and linked into place: whoever reads it sees all of it or none.
 * A lock of a process that has ended, or whose number now belongs to another, is taken over.
 */
import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '@frown/core/register'
import { type FrownError, fail, ok, type Result } from '@frown/core/shared'

export interface LockContent {
  readonly pid: number
  /** Where the holder answers; null: it is starting, or it is a command that serves nobody. */
  readonly url: string | null
  readonly operatorToken: string
  readonly startedAt: Instant
  /** When the process began, in clock ticks since the machine did; null where the system does not say. */
  readonly processStart: string | null
}

export interface InstanceLock {
  readonly operatorToken: string
  /** Says to other processes where this one answers. */
  publish(url: string): void
  release(): void
}

export const lockPath = (directory: string): string => join(directory, 'frown.lock')

/** Who holds `directory` now, or null. */
export function readLock(directory: string): LockContent | null {
  const content = readContent(lockPath(directory))
  return content !== null && isAlive(content) ? content : null
}

/** Takes the lock of `directory`. Errors: store/in-use, naming the holder; store/unavailable, where nothing can be written. */
export function takeLock(directory: string, startedAt: Instant): Result<InstanceLock> {
  try {
    return lockOf(directory, startedAt)
  } catch (error) {
    return fail(unusable(directory, error))
  }
}

function lockOf(directory: string, startedAt: Instant): Result<InstanceLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = lockPath(directory)
  const operatorToken = randomBytes(32).toString('base64url')
  const own: LockContent = {
    pid: process.pid,
    url: null,
    operatorToken,
    startedAt,
    processStart: processStartOf(process.pid)
  }
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  try {
    writeContent(aside, own)
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linkIfFree(aside, path)) return ok(holding(path, own))
      const holder = readContent(path)
      if (holder !== null && isAlive(holder)) return fail(inUse(directory, holder))
      removeStale(path, holder)
    }
    return fail(inUse(directory, null))
  } finally {
    rmSync(aside, { force: true })
  }
}

function holding(path: string, own: LockContent): InstanceLock {
  const isOwn = () => readContent(path)?.operatorToken === own.operatorToken
  return {
    operatorToken: own.operatorToken,
    publish(url) {
      const aside = `${path}.${own.pid}.url`
      writeContent(aside, { ...own, url })
      renameSync(aside, path)
    },
    release() {
      if (isOwn()) rmSync(path, { force: true })
    }
  }
}

function inUse(directory: string, holder: LockContent | null) {
  const who = holder === null ? '' : ` (process ${holder.pid}${holder.url === null ? '' : `, ${holder.url}`})`
  return {
    code: 'store/in-use',
    detail: `Frown is already at work in this directory${who}.`,
    place: directory,
    remedy: 'Use that one, stop it first, or give another directory in FROWN_DIR.'
  } as const
}

function unusable(directory: string, cause: unknown): FrownError {
  if (isCode(cause, 'ENOSPC') || isCode(cause, 'EDQUOT'))
    return {
      code: 'store/no-room',
      detail: 'The disk of this directory has no room left.',
      place: directory,
      remedy: 'Make room, then try again.'
    }
  const why = cause instanceof Error ? cause.message : String(cause)
  return {
    code: 'store/unavailable',
    detail: `This directory cannot be used (${why}).`,
    place: directory,
    remedy: 'Give one in FROWN_DIR that this user may write to.'
  }
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  }
}

/** Moves a dead lock out of the way; if a new holder came in between, gives it back its place. */
function removeStale(path: string, judged: LockContent | null): void {
  const grave = `${path}.stale.${process.pid}`
  try {
    renameSync(path, grave)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  const moved = readContent(grave)
  if (moved !== null && moved.operatorToken !== judged?.operatorToken) linkIfFree(grave, path)
  rmSync(grave, { force: true })
}

function writeContent(path: string, content: LockContent): void {
  writeFileSync(path, `${JSON.stringify(content)}\n`, { mode: 0o600 })
}

function readContent(path: string): LockContent | null {
  try {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isLockContent(content) ? content : null
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR') || error instanceof SyntaxError) return null
    throw error
  }
}

function isLockContent(content: unknown): content is LockContent {
  return (
    typeof content === 'object' &&
    content !== null &&
    'pid' in content &&
    Number.isSafeInteger(content.pid) &&
    'operatorToken' in content &&
    typeof content.operatorToken === 'string'
  )
}

function isAlive({ pid, processStart }: LockContent): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return isCode(error, 'EPERM')
  }
  const startNow = processStartOf(pid)
  return processStart === null || startNow === null || processStart === startNow
}

/** Field 22 of /proc/PID/stat; the command name before it may hold spaces and brackets. */
function processStartOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
