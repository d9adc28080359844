import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heavyFiles, licenceFaults, lockFileFaults } from './repository.mjs'

let base: string
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(base, file)), { recursive: true })
  writeFileSync(join(base, file), text)
}
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'frown-repository-'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('the lock file', () => {
  it.each([
    { why: 'a linked workspace', entry: { resolved: 'apps/cli', link: true }, faults: 0 },
    { why: 'a download address', entry: { resolved: 'https://example.org/a.tgz' }, faults: 1 },
    { why: 'a missing system', entry: { optionalDependencies: { 'a-darwin-arm64': '1.0.0' } }, faults: 1 }
  ])('with $why has $faults faults', ({ entry, faults }) => {
    expect(lockFileFaults({ packages: { 'node_modules/a': entry } })).toHaveLength(faults)
  })
})

describe('a package', () => {
  it.each([
    { why: 'under the licence of the whole', place: 'apps/a/', license: 'AGPL-3.0-or-later', text: null, faults: 0 },
    { why: 'under MIT with its text', place: 'packages/b/', license: 'MIT', text: 'MIT License\n', faults: 0 },
    { why: 'under MIT without its text', place: 'packages/c/', license: 'MIT', text: null, faults: 1 },
    { why: 'under MIT with another text', place: 'packages/d/', license: 'MIT', text: 'BSD', faults: 1 },
    { why: 'at the root without the text', place: '', license: 'AGPL-3.0-or-later', text: null, faults: 1 },
    { why: 'without a licence', place: 'packages/e/', license: undefined, text: null, faults: 1 }
  ])('$why has $faults faults', ({ place, license, text, faults }) => {
    put(`${place}package.json`, JSON.stringify({ license }))
    if (text !== null) put(`${place}LICENSE`, text)
    expect(licenceFaults([`${place}package.json`, 'README.md'], base)).toHaveLength(faults)
  })
})

it('a file over 600 KiB is too heavy, one of 600 KiB is not', () => {
  put('light', 'x'.repeat(600 * 1024))
  put('heavy', 'x'.repeat(601 * 1024))
  expect(heavyFiles(['light', 'heavy'], base)).toEqual([expect.stringMatching(/^heavy has 601 KiB/)])
})
