import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointOf, faultOf, filesOf, flip, numberedEntries, treeOf } from './log.fixture.ts'

const entryBytes = 8
const stride = 2 + entryBytes
const entries = numberedEntries(700, entryBytes)
const tree = treeOf(entries)
const logOf = (size: number) => filesOf(entries, { size, tree })

/** What must be found when the byte at `at` of the file is another. */
function blame(path: string, at: number) {
  if (path === 'checkpoint') return { kind: 'signature', path }
  const bundle = /^tile\/entries\/(\d{3})/.exec(path)
  if (!bundle) return { kind: 'tile', path }
  const entry = Number(bundle[1]) * 256 + Math.floor(at / stride)
  return { kind: expect.stringMatching(/^(entry|malformed)$/), path, entry }
}

describe('one changed byte', () => {
  it.each([1, 3, 6])('of any file of a log of %i entries is found, and its file and entry named', async size => {
    const files = logOf(size)
    for (const [path, bytes] of files) {
      for (let at = 0; at < bytes.length; at++) {
        const broken = new Map(files).set(path, flip(bytes, at, 1 + ((at * 37) % 255)))
        expect(await faultOf(broken), `${path} at ${at}`).toMatchObject(blame(path, at))
      }
    }
  })

  it.each([255, 256, 257, 600])('of any file of a log of %i entries is found, sampled', async size => {
    const files = logOf(size)
    const place = fc.constantFrom(...files.keys()).chain(path =>
      fc.record({
        path: fc.constant(path),
        at: fc.nat((files.get(path)?.length ?? 0) - 1),
        by: fc.integer({ min: 1, max: 255 })
      })
    )
    await fc.assert(
      fc.asyncProperty(place, async ({ path, at, by }) => {
        const bytes = files.get(path) ?? new Uint8Array()
        expect(await faultOf(new Map(files).set(path, flip(bytes, at, by)))).toMatchObject(blame(path, at))
      }),
      { numRuns: 60 }
    )
  })
})

describe('a log past 65,536 entries', () => {
  const many = numberedEntries(65_800, entryBytes)
  const large = treeOf(many)
  const sizes = [65_535, 65_536, 65_537, 65_793]
  const logs = new Map(sizes.map(size => [size, filesOf(many, { size, tree: large })]))

  it.each([
    { size: 65_535, path: 'tile/1/000.p/255' },
    { size: 65_536, path: 'tile/2/000.p/1' },
    { size: 65_536, path: 'tile/1/000' },
    { size: 65_537, path: 'tile/0/256.p/1' },
    { size: 65_793, path: 'tile/1/001.p/1' },
    { size: 65_793, path: 'tile/0/200' },
    { size: 65_793, path: 'tile/entries/255' },
    { size: 65_793, path: 'tile/entries/257.p/1' }
  ])('of $size has a changed byte found in $path', async ({ size, path }) => {
    const files = logs.get(size)
    const bytes = files?.get(path)
    if (!files || !bytes) throw new Error(`no ${path}`)
    expect(await faultOf(new Map(files).set(path, flip(bytes, bytes.length - 1, 4)))).toMatchObject(
      blame(path, bytes.length - 1)
    )
  })

  it('is whole, also since an earlier size within its second tile of tiles', async () => {
    const files = filesOf(many, { tree: large })
    expect(await faultOf(files, { since: checkpointOf(large, { size: 65_700 }) })).toBe('none')
  })
})

describe('a file that is not what it should be', () => {
  const files = logOf(600)
  const paths = [...files.keys()]

  it.each(paths)('is named when it is gone: %s', async path => {
    const fewer = new Map(files)
    fewer.delete(path)
    expect(await faultOf(fewer)).toMatchObject({ kind: 'missing', path })
  })

  it.each(paths)('is named when it lacks its last byte, has one too many or none: %s', async path => {
    const bytes = files.get(path) ?? new Uint8Array()
    const kind = path === 'checkpoint' ? 'signature' : 'malformed'
    for (const changed of [bytes.slice(0, -1), Uint8Array.from([...bytes, 0]), new Uint8Array()]) {
      expect(await faultOf(new Map(files).set(path, changed))).toMatchObject({ kind, path })
    }
  })

  it('names the entry at which a bundle breaks off', async () => {
    const path = 'tile/entries/001'
    const bytes = files.get(path)?.slice(0, 10 * stride + 3) ?? new Uint8Array()
    expect(await faultOf(new Map(files).set(path, bytes))).toEqual({
      kind: 'malformed',
      path,
      entry: 266,
      detail: 'The bundle breaks off after 10 of its 256 entries.'
    })
  })

  it('names the first of two entries that changed places', async () => {
    const pair = fc.uniqueArray(fc.nat(599), { minLength: 2, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(pair, async ([a = 0, b = 0]) => {
        const swapped = entries
          .slice(0, 600)
          .with(a, entries[b] as Uint8Array)
          .with(b, entries[a] as Uint8Array)
        const broken = new Map([...filesOf(swapped)].filter(([path]) => path.startsWith('tile/entries/')))
        const entry = Math.min(a, b)
        expect(await faultOf(new Map([...files, ...broken]))).toMatchObject({ kind: 'entry', entry })
      }),
      { numRuns: 20 }
    )
  })

  it('is named when two bundles changed places', async () => {
    const [one, two] = ['tile/entries/000', 'tile/entries/001']
    const swapped = new Map(files).set(one, files.get(two) as Uint8Array).set(two, files.get(one) as Uint8Array)
    expect(await faultOf(swapped)).toMatchObject({ kind: 'entry', path: one, entry: 0 })
  })

  it('is the tile when entry and tile were changed together and the tile above was not', async () => {
    const other = filesOf(entries.slice(0, 600).with(7, utf8ToBytes('forged..')))
    const broken = new Map(files)
    for (const path of ['tile/entries/000', 'tile/0/000']) broken.set(path, other.get(path) as Uint8Array)
    expect(await faultOf(broken)).toMatchObject({ kind: 'tile', path: 'tile/0/000' })
  })

  it('is the checkpoint when all else was made anew for a changed entry', async () => {
    for (const size of [1, 200, 256, 600]) {
      const forged = filesOf(entries.slice(0, size).with(0, utf8ToBytes('forged..')))
      forged.set('checkpoint', logOf(size).get('checkpoint') as Uint8Array)
      expect(await faultOf(forged)).toMatchObject({ kind: 'root', path: 'checkpoint' })
    }
  })

  it('is the lower of two broken tiles at the right edge', async () => {
    const [lower, upper] = ['tile/0/002.p/88', 'tile/1/000.p/2']
    const broken = new Map(files)
    for (const path of [lower, upper]) broken.set(path, flip(broken.get(path) as Uint8Array, 40, 1))
    expect(await faultOf(broken)).toMatchObject({ kind: 'tile', path: lower })
  })

  it('is the bundle that goes on after its entries, even when at the right edge a tile is broken too', async () => {
    const path = 'tile/entries/001'
    const broken = new Map(files).set(path, Uint8Array.from([...(files.get(path) as Uint8Array), 0]))
    broken.set('tile/0/002.p/88', flip(broken.get('tile/0/002.p/88') as Uint8Array, 40, 1))
    expect(await faultOf(broken)).toEqual({
      kind: 'malformed',
      path,
      detail: 'The bundle goes on after its 256 entries.'
    })
  })

  it('is the entry when at the right edge a tile is broken too', async () => {
    const broken = new Map(files)
    for (const path of ['tile/entries/002.p/88', 'tile/0/002.p/88']) {
      broken.set(path, flip(broken.get(path) as Uint8Array, 40, 1))
    }
    const fault = await faultOf(broken)
    expect(fault).toMatchObject({ kind: 'entry', entry: 513, path: 'tile/entries/002.p/88' })
    expect(fault).toMatchObject({ detail: expect.stringContaining('Neither leads to the signed root.') })
  })
})

describe('a full file in place of a partial one that is gone', () => {
  const paths = { bundle: 'tile/entries/002', tile: 'tile/0/002', above: 'tile/1/000' }
  const later = numberedEntries(65_536 + 300, entryBytes)
  const laterTree = treeOf(later)
  const full = filesOf(later, { tree: laterTree })
  const early = filesOf(later, { tree: laterTree, size: 600 })
  const grown = () => {
    const files = new Map(early)
    for (const path of files.keys()) if (path.includes('.p/')) files.delete(path)
    for (const path of Object.values(paths)) files.set(path, full.get(path) as Uint8Array)
    return files
  }

  it('is taken', async () => {
    expect(await faultOf(grown())).toBe('none')
  })

  it.each([
    { path: paths.bundle, at: 5, fault: { kind: 'entry', entry: 512 } },
    { path: paths.tile, at: 5, fault: { kind: 'tile' } },
    { path: paths.above, at: 5, fault: { kind: 'tile' } }
  ])('is named when broken: $path', async ({ path, at, fault }) => {
    const files = grown()
    files.set(path, flip(files.get(path) as Uint8Array, at, 1))
    expect(await faultOf(files)).toMatchObject({ ...fault, path })
  })

  it('must be whole', async () => {
    for (const path of Object.values(paths)) {
      const files = grown()
      files.set(path, (files.get(path) as Uint8Array).slice(0, -1))
      expect(await faultOf(files)).toMatchObject({ kind: 'malformed', path })
    }
  })

  it('does not hide the partial one that is there', async () => {
    const path = 'tile/0/002.p/88'
    const files = new Map([...grown(), ...early])
    files.set(path, flip(files.get(path) as Uint8Array, 5, 1))
    expect(await faultOf(files)).toMatchObject({ kind: 'tile', path })
  })
})
