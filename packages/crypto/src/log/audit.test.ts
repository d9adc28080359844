import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditLog } from './audit.ts'
import {
  audit,
  checkpointOf,
  faultOf,
  fileOf,
  filesOf,
  flip,
  numberedEntries,
  origin,
  treeOf,
  trusted
} from './log.fixture.ts'
import { tilePath, tilesOf } from './tiles.ts'

const entryBytes = 8
const stride = 2 + entryBytes
const entries = numberedEntries(700, entryBytes)
const tree = treeOf(entries)
const logOf = (size: number) => filesOf(entries, { size, tree })

describe('the audit of a whole log', () => {
  it.each([0, 1, 2, 5, 255, 256, 257, 511, 512, 513, 700])('finds no fault in one of %i entries', async size => {
    const seen: number[] = []
    const result = await audit(logOf(size), {
      entry: (index, data) => {
        seen.push(index)
        return data.length === entryBytes && Number(new TextDecoder().decode(data).replaceAll('.', '')) === index
          ? null
          : 'another entry'
      }
    })
    expect(result).toEqual({
      ok: true,
      value: { origin, size, root: tree.root(size), signedBy: [{ key: trusted[0], atSeconds: null }], cosignedBy: [] }
    })
    expect(seen).toEqual(Array.from({ length: size }, (_, i) => i))
  })

  it('tells how far it has come', async () => {
    const told: [number, number][] = []
    await audit(logOf(600), { progress: (checked, size) => told.push([checked, size]) })
    expect(told).toEqual([
      [256, 600],
      [512, 600],
      [600, 600]
    ])
  })

  it('takes entries of no bytes and of 65,535', async () => {
    const odd = [new Uint8Array(), new Uint8Array(65_535), new Uint8Array()]
    expect(await faultOf(filesOf(odd))).toBe('none')
  })

  it('passes on what its reader throws', async () => {
    const read = async () => {
      throw new Error('the network is down')
    }
    await expect(auditLog({ read, keys: trusted })).rejects.toThrow('the network is down')
  })

  it('follows a mirror that takes only what is new', async () => {
    const sizes = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(sizes, async sizes => {
        const mirror = new Map<string, Uint8Array>()
        let since = 0
        for (const size of sizes.sort((a, b) => a - b)) {
          for (const tile of tilesOf(size, since)) mirror.set(tilePath(tile), fileOf(tile, entries, tree))
          const seen = mirror.get('checkpoint')
          mirror.set('checkpoint', utf8ToBytes(checkpointOf(tree, { size })))
          expect(await faultOf(mirror, seen ? { since: seen } : {})).toBe('none')
          since = size
        }
      }),
      { numRuns: 20 }
    )
  })
})

describe("the caller's check of what entries say", () => {
  it('names the first entry that it refuses, in its words', async () => {
    const entry = (index: number) => (index === 300 ? 'It is dated before the one before it.' : null)
    expect(await faultOf(logOf(600), { entry })).toEqual({
      kind: 'content',
      path: 'tile/entries/001',
      entry: 300,
      detail: 'It is dated before the one before it.'
    })
  })

  it('is asked about no entry that was not proven to be the logged one', async () => {
    const files = logOf(600)
    const path = 'tile/entries/001'
    files.set(path, flip(files.get(path) as Uint8Array, 44 * stride + 3, 1))
    const asked: number[] = []
    const entry = (index: number) => (asked.push(index) > 0 ? null : '')
    expect(await faultOf(files, { entry })).toMatchObject({ kind: 'entry', entry: 300 })
    expect(asked).toHaveLength(256)
  })
})
