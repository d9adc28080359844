import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { formatVerifierKey, makeSigningKey, verifierKeyOf } from '@frown/crypto/log'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askFrown, runFrown } from './run-frown.fixture.ts'

let folder: string
let log: string
let copy: string
const at = (...path: string[]) => join(folder, ...path)
/** A command on the store `name`. */
const on = (name: string, ...args: string[]) => runFrown(args, { FROWN_DIR: at(name) })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'frown-audit-'))
  log = at('log')
  expect(await on('store', 'export', 'log', log)).toMatchObject({ code: 0, stdout: expect.stringContaining('audited') })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => {
  copy = at('copy')
  rmSync(copy, { recursive: true, force: true })
  cpSync(log, copy, { recursive: true })
})

const files = (place: string) =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(place, join(entry.parentPath, entry.name)))
    .sort()

const flip = (path: string, byte: number) => {
  const bytes = readFileSync(join(copy, path))
  bytes[byte] = (bytes[byte] as number) ^ 1
  writeFileSync(join(copy, path), bytes)
}

describe('an audit', () => {
  it('says that a copy is whole, and whose word it took for the key', async () => {
    const { code, stdout, stderr } = await runFrown(['audit', copy])
    expect(code).toBe(0)
    expect(stdout).toContain('is whole: 13099 entries')
    expect(stdout).toContain('texts of 13099 checked, of 0 redacted')
    expect(stderr).toContain('is what this copy itself says')
  })

  it('takes a key from elsewhere, and refuses a copy that another one signed', async () => {
    const own = readFileSync(join(copy, 'keys'), 'utf8').trim()
    expect(await runFrown(['audit', copy, '--key', own])).toMatchObject({ code: 0, stderr: '' })
    const name = own.split('+')[0] as string
    const other = formatVerifierKey(verifierKeyOf(makeSigningKey(name, new Uint8Array(32).fill(3))))
    expect(await runFrown(['audit', copy, '--key', other])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('checkpoint')
    })
  })

  it.each([
    { path: 'tile/entries/000', byte: 40, entry: 0 },
    { path: 'tile/entries/037', byte: 90_000, entry: null },
    { path: 'tile/entries/051.p/43', byte: 3, entry: 13_056 },
    { path: 'tile/0/000', byte: 33, entry: null },
    { path: 'tile/1/000.p/51', byte: 0, entry: null },
    { path: 'texts/000', byte: 12, entry: 0 },
    { path: 'texts/037', byte: 5_000, entry: null },
    { path: 'checkpoint', byte: 30, entry: null },
    { path: 'keys', byte: 30, entry: null }
  ])('names $path when one bit of it was turned', async ({ path, byte, entry }) => {
    flip(path, byte)
    const { code, stderr, stdout } = await askFrown(['audit', copy])
    expect(code).toBe(1)
    expect(stderr).toContain(path)
    if (entry !== null) expect(stderr).toContain(`Entry ${entry} of the log is broken`)
    expect(stdout).not.toContain('is whole')
  })

  it('misses no file', async () => {
    const needed = files(log)
    expect(needed.length).toBeGreaterThan(150)
    for (const path of needed.filter((_, i) => i % 20 === 0)) {
      rmSync(join(copy, path))
      expect(await askFrown(['audit', copy]), path).toMatchObject({
        code: path === 'checkpoint' || path === 'keys' ? 2 : 1
      })
      cpSync(join(log, path), join(copy, path))
    }
  })

  it('without texts says so, and still proves the entries', async () => {
    rmSync(join(copy, 'texts'), { recursive: true })
    expect(await askFrown(['audit', copy])).toMatchObject({ code: 0 })
  })

  it.each([
    { args: ['audit', '/nowhere/at/all'], words: 'There is no log here' },
    { args: ['audit', 'http://127.0.0.1:9/log'], words: 'cannot be reached' },
    { args: ['audit', '.', '--key', 'nonsense'], words: 'This is no key' }
  ])('refuses $args in a sentence', async ({ args, words }) => {
    const { code, stderr } = await askFrown(args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('    at ')
  })
})

describe('a log over time', () => {
  it('grows from what was seen: erased texts are redacted, a new key signs beside the old, and the copy follows', async () => {
    const earlier = at('earlier-checkpoint')
    cpSync(join(log, 'checkpoint'), earlier)
    const { salt: _, ...texts } = JSON.parse(readFileSync(join(log, 'texts/000'), 'utf8').split('\n')[0] as string)
    const [, claim = ''] = /"id":"([0-9a-f]{32})"/.exec(readFileSync(join(log, 'tile/entries/000'), 'utf8')) ?? []
    expect(await on('store', 'erase', claim, '--ground', 'court')).toMatchObject({ code: 0 })
    expect(await on('store', 'erase', claim, '--ground', 'court')).toMatchObject({ code: 1 })
    expect(await on('store', 'log', 'rotate-key')).toMatchObject({ code: 0 })
    const first = readFileSync(join(log, 'keys'), 'utf8').trim()
    const exported = await on('store', 'export', 'log', copy)
    expect(exported.stderr).toBe('')
    const audited = await runFrown(['audit', copy, '--since', earlier, '--key', first])
    expect(audited.stdout).toContain('13100 entries')
    expect(audited.stdout).toContain('entry 0, redacted on')
    expect(audited.code).toBe(0)
    const gone = readFileSync(join(copy, 'texts/000'), 'utf8').split('\n')[0] as string
    expect(gone).toContain('erasedAt')
    expect(gone).not.toContain(texts.title)
    expect(readFileSync(join(copy, 'keys'), 'utf8').trim().split('\n')).toHaveLength(2)
  }, 120_000)

  it('is refused when it is another history than the one seen, by an audit and by a mirror', async () => {
    // Another store with the same key: an operator who shows two of them two different pasts.
    cpSync(at('store', 'log', 'key'), at('other', 'log', 'key'), { recursive: true })
    const other = at('other-log')
    expect((await on('other', 'export', 'log', other)).code).toBe(0)
    const audited = await runFrown(['audit', other, '--since', join(log, 'checkpoint')])
    expect(audited.code).toBe(1)
    expect(audited.stderr).toMatch(/since|earlier checkpoint/)
    const before = readFileSync(join(copy, 'checkpoint'), 'utf8')
    const mirrored = await on('other', 'export', 'log', copy)
    expect(mirrored.code).toBe(1)
    expect(readFileSync(join(copy, 'checkpoint'), 'utf8')).toBe(before)
  }, 120_000)

  it('does not go back: a store put back to an older state is refused, and nothing is recorded on it', async () => {
    expect((await on('rolled', 'log', 'show')).code).toBe(0)
    cpSync(at('rolled', 'store'), at('older'), { recursive: true })
    const claim = (
      JSON.parse((await on('rolled', 'register', 'system', 'gpt-4', '--json')).stdout).properties as {
        claimId: string
      }[]
    )[0]
    expect((await on('rolled', 'erase', claim?.claimId ?? '', '--ground', 'request')).code).toBe(0)
    rmSync(at('rolled', 'store'), { recursive: true })
    cpSync(at('older'), at('rolled', 'store'), { recursive: true })
    const refused = await on('rolled', 'erase', claim?.claimId ?? '', '--ground', 'request')
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('it is an older state')
  }, 120_000)
})
