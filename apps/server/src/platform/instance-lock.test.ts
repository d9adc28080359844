import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Instant } from '@frown/core/register'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockPath, readLock, takeLock } from './instance-lock.ts'

const now = '2026-08-15T12:00:00.000Z' as Instant
let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'frown-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const take = () => {
  const taken = takeLock(directory, now)
  if (!taken.ok) throw new Error(taken.error.detail)
  return taken.value
}
const write = (content: object | string) =>
  writeFileSync(lockPath(directory), typeof content === 'string' ? content : JSON.stringify(content))
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('says who holds the directory, to its owner alone', () => {
    const lock = take()
    lock.publish('http://127.0.0.1:3000')
    expect(readLock(directory)).toMatchObject({
      pid: process.pid,
      url: 'http://127.0.0.1:3000',
      operatorToken: lock.operatorToken,
      startedAt: now
    })
    expect(statSync(lockPath(directory)).mode & 0o777).toBe(0o600)
    expect(lock.operatorToken.length).toBeGreaterThanOrEqual(43)
  })

  it('refuses a second, naming the process and its address', () => {
    take().publish('http://127.0.0.1:3000')
    const second = takeLock(directory, now)
    expect(second).toMatchObject({ ok: false, error: { code: 'store/in-use', place: directory } })
    if (second.ok) throw new Error('two hold it')
    expect(second.error.detail).toContain(`process ${process.pid}, http://127.0.0.1:3000`)
  })

  it('is free again when released', () => {
    take().release()
    expect(readLock(directory)).toBeNull()
    expect(take().operatorToken).toBeTruthy()
  })

  it('leaves nothing else behind', () => {
    take()
    takeLock(directory, now)
    expect(readdirSync(directory)).toEqual(['frown.lock'])
  })

  it.each([
    {
      why: 'of a process that has ended',
      content: () => ({ pid: deadPid(), url: null, operatorToken: 'x', startedAt: now, processStart: null })
    },
    {
      why: 'whose process number another has now',
      content: () => ({ pid: process.pid, url: null, operatorToken: 'x', startedAt: now, processStart: '1' })
    },
    { why: 'that is not readable', content: () => '{"pid":' }
  ])('$why is taken over', ({ content }) => {
    write(content())
    expect(readLock(directory)).toBeNull()
    expect(readLock(directory)?.operatorToken).not.toBe(take().operatorToken)
    expect(readLock(directory)?.pid).toBe(process.pid)
    expect(readdirSync(directory)).toEqual(['frown.lock'])
  })

  it('is refused with a sentence where nothing can be written', () => {
    writeFileSync(join(directory, 'file'), '')
    const inFile = join(directory, 'file', 'x')
    expect(readLock(inFile)).toBeNull()
    expect(takeLock(inFile, now)).toMatchObject({ ok: false, error: { code: 'store/unavailable', place: inFile } })
  })

  it('is not released by one who no longer holds it', () => {
    const first = take()
    rmSync(lockPath(directory))
    take()
    first.release()
    expect(existsSync(lockPath(directory))).toBe(true)
  })
})
