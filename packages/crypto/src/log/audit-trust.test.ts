import { utf8ToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { makeSigningKey, verifierKeyOf } from './key.ts'
import {
  audit,
  checkpointOf,
  faultOf,
  filesOf,
  flip,
  logKey,
  numberedEntries,
  origin,
  treeOf,
  trusted
} from './log.fixture.ts'
import { formatNote } from './note.ts'
import { cosign } from './signature.ts'

const entries = numberedEntries(700, 8)
const tree = treeOf(entries)
const logOf = (size: number) => filesOf(entries, { size, tree })

describe('a checkpoint that is not the log’s', () => {
  const files = logOf(300)
  const signed = (checkpoint: string) => new Map(files).set('checkpoint', utf8ToBytes(checkpoint))
  const thief = makeSigningKey(origin, new Uint8Array(32).fill(9))
  const neighbour = makeSigningKey('log.example/other', new Uint8Array(32).fill(1))
  const honest = new TextDecoder().decode(files.get('checkpoint'))

  it.each([
    { why: 'signed by another key of the same name', checkpoint: checkpointOf(tree, { key: thief, size: 300 }) },
    {
      why: 'signed by that key under the id of the right one',
      checkpoint: checkpointOf(tree, { key: { ...thief, id: logKey.id }, size: 300 })
    },
    { why: 'with another origin', checkpoint: honest.replace(origin, 'log.example/forgery') },
    { why: 'with another size', checkpoint: honest.replace('\n300\n', '\n299\n') },
    { why: 'with a size of another form', checkpoint: honest.replace('\n300\n', '\n0300\n') },
    { why: 'with a further line', checkpoint: honest.replace('\n\n', '\nextension\n\n') },
    { why: 'without signature', checkpoint: honest.replace(/\n\n.*/s, '\n') },
    { why: 'that is no note', checkpoint: 'not found' }
  ])('is refused $why', async ({ checkpoint }) => {
    expect(checkpoint).not.toBe(honest)
    expect(await faultOf(signed(checkpoint))).toMatchObject({ kind: 'signature', path: 'checkpoint' })
  })

  it("is refused when the log's key signed for another log", async () => {
    const other = checkpointOf(tree, { size: 300, origin: 'log.example/forgery' })
    expect(await faultOf(signed(other))).toMatchObject({ kind: 'origin', path: 'checkpoint' })
    expect(await faultOf(signed(other), { origin: 'log.example/forgery' })).toBe('none')
    expect(await faultOf(files, { origin: 'log.example/forgery' })).toMatchObject({ kind: 'origin' })
    const neighbours = signed(checkpointOf(tree, { key: neighbour, size: 300 }))
    expect(await faultOf(neighbours)).toMatchObject({ kind: 'signature' })
  })

  it.each([0, 1, 44, 255, 256, 299, 301, 512])('is found out when the log itself signed size %i for it', async size => {
    const lie = signCheckpoint({ origin, size, root: tree.root(300), extensions: [] }, logKey)
    expect(await faultOf(signed(lie))).not.toBe('none')
  })

  it('may be signed by a new key, while the old one is trusted for what is older', async () => {
    const next = makeSigningKey(origin, new Uint8Array(32).fill(3))
    const rotated = signed(checkpointOf(tree, { key: next, size: 300 }))
    const keys = [...trusted, verifierKeyOf(next)]
    expect(await faultOf(rotated, { keys, since: honest })).toBe('none')
    expect(await faultOf(rotated, { since: honest })).toMatchObject({ kind: 'signature', path: 'checkpoint' })
  })
})

describe('an earlier checkpoint', () => {
  it.each([1, 6, 256, 300])('of any size before %i is the beginning of the log', async size => {
    const files = logOf(size)
    const sizes = size < 10 ? Array.from({ length: size + 1 }, (_, i) => i) : [0, 1, 44, 255, 256, size - 1, size]
    for (const since of sizes.filter(since => since <= size)) {
      expect(await faultOf(files, { since: checkpointOf(tree, { size: since }) }), `since ${since}`).toBe('none')
    }
  })

  it.each([1, 255, 256, 257, 512, 600])('of size %i shows a rewritten first or last entry of it', async since => {
    for (const at of [0, since - 1]) {
      const rewritten = filesOf(entries.slice(0, 600).with(at, utf8ToBytes('forged..')))
      const fault = await faultOf(rewritten, { since: checkpointOf(tree, { size: since }) })
      expect(fault).toMatchObject({ kind: 'history', path: 'checkpoint' })
    }
  })

  it('shows that history was rewritten, and not that entries after it differ', async () => {
    const sizes = fc.integer({ min: 1, max: 600 })
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(599), async (a, b, at) => {
        const [since, size] = [Math.min(a, b), Math.max(a, b)]
        const rewritten = filesOf(entries.slice(0, size).with(at % size, utf8ToBytes('forged..')))
        const fault = await faultOf(rewritten, { since: checkpointOf(tree, { size: since }) })
        if (at % size < since) expect(fault).toMatchObject({ kind: 'history', path: 'checkpoint' })
        else expect(fault).toBe('none')
      }),
      { numRuns: 25 }
    )
  })

  it('of no entries has the one root that no entries have', async () => {
    const since = signCheckpoint({ origin, size: 0, root: tree.root(1), extensions: [] }, logKey)
    expect(await faultOf(logOf(3), { since })).toMatchObject({ kind: 'history' })
  })

  it('shows that the log was put back to an older state', async () => {
    expect(await faultOf(logOf(5), { since: checkpointOf(tree, { size: 6 }) })).toMatchObject({
      kind: 'shrunk',
      detail: 'The log has 5 entries; it had 6 at the earlier checkpoint.'
    })
  })

  it('shows two mirrors that they were shown two logs', async () => {
    const shared = entries.slice(0, 300)
    const mirrors = [
      filesOf([...shared, utf8ToBytes('to one'), utf8ToBytes('more')]),
      filesOf([...shared, utf8ToBytes('to two')])
    ] as const
    for (const mirror of mirrors) expect(await faultOf(mirror)).toBe('none')
    const [one, two] = mirrors
    expect(await faultOf(one, { since: two.get('checkpoint') as Uint8Array })).toMatchObject({ kind: 'history' })
    expect(await faultOf(two, { since: one.get('checkpoint') as Uint8Array })).toMatchObject({ kind: 'shrunk' })
  })

  it('is itself refused when any byte of it was changed', async () => {
    const files = logOf(4)
    const since = files.get('checkpoint') as Uint8Array
    for (let at = 0; at < since.length; at++) {
      const fault = await faultOf(files, { since: flip(since, at, 1 + ((at * 37) % 255)) })
      expect(fault, `byte ${at}`).toMatchObject({ kind: 'signature', path: 'since' })
    }
  })

  it('of another log is refused', async () => {
    const since = checkpointOf(tree, { size: 4, origin: 'log.example/other' })
    expect(await faultOf(logOf(4), { since })).toMatchObject({ kind: 'origin', path: 'since' })
  })
})

describe('witnesses', () => {
  const [first, second, stranger] = [1, 2, 3].map(n =>
    makeSigningKey(`witness${n}.example`, new Uint8Array(32).fill(10 + n), 'cosignature/v1')
  ) as [typeof logKey, typeof logKey, typeof logKey]
  const witnesses = [first, second].map(verifierKeyOf)
  const files = logOf(10)
  const opened = openCheckpoint(files.get('checkpoint') as Uint8Array, trusted)
  if (!opened.ok) throw new Error(opened.error)
  const { text: body, signatures } = opened.value
  const cosignedBy = (...keys: (typeof logKey)[]) =>
    formatNote({
      text: body,
      signatures: [...signatures, ...keys.map((key, i) => cosign(body, key, 1_800_000_000 + i))]
    })
  const cosigned = (note: string) => new Map(files).set('checkpoint', utf8ToBytes(note))

  it('that are known are told with the time of their cosignature, strangers are passed over', async () => {
    const result = await audit(cosigned(cosignedBy(stranger, second)), { witnesses, witnessesNeeded: 1 })
    expect(result.ok && result.value.cosignedBy).toEqual([{ key: witnesses[1], atSeconds: 1_800_000_001 }])
    expect(result.ok && result.value.signedBy.map(({ key }) => key.name)).toEqual([origin])
  })

  it('are counted where enough of them are asked for', async () => {
    const asked = { witnesses, witnessesNeeded: 2 }
    expect(await faultOf(cosigned(cosignedBy(first, second)), asked)).toBe('none')
    expect(await faultOf(cosigned(cosignedBy(first, first, stranger)), asked)).toMatchObject({ kind: 'witnesses' })
  })

  it('do not stand in for the log', async () => {
    const alone = formatNote({ text: body, signatures: [cosign(body, first, 1)] })
    expect(await faultOf(cosigned(alone), { witnesses })).toMatchObject({ kind: 'signature' })
  })

  it('spoil the checkpoint with a wrong cosignature', async () => {
    const { bytes, ...line } = cosign(body, first, 1)
    const wrong = formatNote({ text: body, signatures: [...signatures, { ...line, bytes: flip(bytes, 70, 1) }] })
    expect(await faultOf(cosigned(wrong), { witnesses })).toMatchObject({ kind: 'signature' })
    expect(await faultOf(cosigned(wrong))).toBe('none')
  })

  it('that are asked for show any changed byte of their lines', async () => {
    const bytes = utf8ToBytes(cosignedBy(first))
    for (let at = 0; at < bytes.length; at++) {
      const broken = new Map(files).set('checkpoint', flip(bytes, at, 1 + ((at * 37) % 255)))
      const fault = await faultOf(broken, { witnesses, witnessesNeeded: 1 })
      expect(fault, `byte ${at}`).toMatchObject({ kind: expect.stringMatching(/^(signature|witnesses)$/) })
    }
  })

  it('have keys of their own kind, as has the log', async () => {
    await expect(audit(files, { witnesses: trusted })).rejects.toThrow('A key of a log')
    await expect(audit(files, { keys: witnesses })).rejects.toThrow('A key of a witness')
  })
})
