import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieSecret } from './secret.ts'

let around: string
beforeAll(() => {
  around = mkdtempSync(join(tmpdir(), 'frown-secret-'))
})
afterAll(() => rmSync(around, { recursive: true, force: true }))

it('is made once, for this user alone, and is the same ever after', () => {
  const directory = join(around, 'var')
  const secret = cookieSecret(directory)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(cookieSecret(directory)).toBe(secret)
  expect(statSync(join(directory, 'auth-secret')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(directory, 'auth-secret'), 'utf8')).toBe(`${secret}\n`)
  expect(cookieSecret(join(around, 'other'))).not.toBe(secret)
})

it('is refused when it is too short, and its content is not said', () => {
  writeFileSync(join(around, 'auth-secret'), 'short-secret')
  expect(() => cookieSecret(around)).toThrow(
    expect.objectContaining({ error: expect.objectContaining({ code: 'store/unavailable' }) })
  )
  try {
    cookieSecret(around)
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('short-secret')
  }
})

it('is refused with its place where it cannot be made', () => {
  const file = join(around, 'file')
  writeFileSync(file, '')
  chmodSync(file, 0o600)
  expect(() => cookieSecret(file)).toThrow(
    expect.objectContaining({
      error: expect.objectContaining({ code: 'store/unavailable', place: join(file, 'auth-secret') })
    })
  )
})
