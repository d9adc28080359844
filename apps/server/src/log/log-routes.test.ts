import { auditEntries, type ClaimDraft, makeEnteredClaim } from '@frown/core/register'
import {
  auditLog,
  cosign,
  formatNote,
  formatVerifierKey,
  leafHash,
  makeSigningKey,
  openCheckpoint,
  parseNote,
  verifierKeyOf,
  verifyInclusion
} from '@frown/crypto/log'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { namedSystems, systemClaim } from '../register/claims.fixture.ts'
import { type RegisterStore, registerStore } from '../register/store.ts'
import { databasesUnderTest, migrated, type TestDatabase, testNow } from '../register/stores.fixture.ts'
import { leafBytes } from './log.ts'
import { testKey, testLog } from './test-log.fixture.ts'

const witness = makeSigningKey('witness.example', new Uint8Array(32).fill(5), 'cosignature/v1')
const stranger = makeSigningKey('stranger.example', new Uint8Array(32).fill(6), 'cosignature/v1')
const token = 'operator-of-the-test'
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

describe.each(databasesUnderTest)('the log of a register on $kind', ({ skip, open }) => {
  describe.skipIf(skip)('as it is served', () => {
    let opened: TestDatabase
    let app: App
    let store: RegisterStore
    const claims = namedSystems('system', 300)
    beforeAll(async () => {
      opened = await migrated(await open())
      const log = testLog(opened.database)
      store = registerStore(opened.database, log)
      await store.append(claims)
      app = createApp({
        store,
        now: testNow,
        operatorToken: token,
        log: { log, db: opened.database.db, witnesses: [verifierKeyOf(witness)] }
      })
      await app.ready()
    }, 60_000)
    afterAll(async () => {
      await app.close()
      await opened.drop()
    })

    const get = (path: string) => app.inject({ method: 'GET', url: path })
    const read = async (path: string) => {
      const answer = await get(`/log/${path}`)
      return answer.statusCode === 200 ? new Uint8Array(answer.rawPayload) : null
    }
    const entryOf = async (id: string) => (await get(`/api/v1/register/claims/${id}`)).json()
    const audit = async () => {
      const entries = auditEntries()
      const result = await auditLog({
        read,
        keys: [testKey],
        entry: (index, data) => entries.entry(index, Buffer.from(data).toString())
      })
      return { result, entries }
    }

    it('audits from its files alone', async () => {
      const { result, entries } = await audit()
      expect(result).toMatchObject({ ok: true, value: { origin: 'test.example/log', size: 300 } })
      expect(entries.counts.claims).toBe(300)
      const lines = Buffer.from((await read('texts/000')) ?? [])
        .toString()
        .trimEnd()
        .split('\n')
      expect(lines).toHaveLength(256)
      for (const [index, line] of lines.entries()) expect(entries.texts(index, line)).toBeNull()
    })

    it('holds each claim at the entry that the claim names, with a proof to the signed root', async () => {
      const { entry } = await entryOf(claims[256]?.id as string)
      expect(entry).toBe(256)
      const told = (await get(`/api/v1/log/entries/${entry}`)).json()
      expect(JSON.parse(told.leaf)).toMatchObject({ kind: 'claim', id: claims[256]?.id })
      const checkpoint = openCheckpoint(told.checkpoint, [testKey])
      if (!checkpoint.ok) throw new Error(checkpoint.error)
      const { root, size } = checkpoint.value
      expect(verifyInclusion(entry, size, leafHash(leafBytes(told.leaf)), told.proof.map(bytesOf), root)).toBe(true)
    })

    it.each([
      { path: '/log/tile/0/000', status: 200, cache: 'immutable' },
      { path: '/log/tile/0/001.p/44', status: 200, cache: 'immutable' },
      { path: '/log/tile/0/001.p/45', status: 404, cache: 'no-store' },
      { path: '/log/tile/0/001', status: 404, cache: 'no-store' },
      { path: '/log/tile/1/000.p/1', status: 200, cache: 'immutable' },
      { path: '/log/tile/entries/000', status: 200, cache: 'immutable' },
      { path: '/log/tile/entries/000.p/255', status: 200, cache: 'immutable' },
      { path: '/log/tile/64/000', status: 404, cache: 'no-store' },
      { path: '/log/tile/0/x001/000', status: 404, cache: 'no-store' },
      { path: '/log/texts/%2e%2e%2fkey', status: 404, cache: 'no-store' },
      { path: '/log/texts/000', status: 200, cache: 'max-age=5' },
      { path: '/log/checkpoint', status: 200, cache: 'max-age=5' },
      { path: '/log/key', status: 404, cache: 'no-store' }
    ])('answers $status at $path', async ({ path, status, cache }) => {
      const answer = await get(path)
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['cache-control']).toContain(cache)
    })

    it('tells public keys and never a secret one', async () => {
      const answer = await get('/log/keys')
      expect(answer.payload).toBe(`${formatVerifierKey(verifierKeyOf(testKey))}\n`)
      expect(answer.payload).not.toContain('PRIVATE')
    })

    describe('takes a cosignature', () => {
      const bring = (note: string) => app.inject({ method: 'POST', url: '/api/v1/log/cosignatures', payload: { note } })
      const cosigned = async (key: typeof witness, change = (text: string) => text) => {
        const { checkpoint } = (await get('/api/v1/log')).json()
        const parsed = parseNote(checkpoint)
        if (!parsed.ok) throw new Error(parsed.error)
        const text = change(parsed.value.text)
        return formatNote({ text, signatures: [cosign(text, key, 1_790_000_000)] })
      }

      it('of a known witness, and serves it with the checkpoint', async () => {
        expect((await bring(await cosigned(witness))).json()).toEqual({
          kept: [{ witness: 'witness.example', size: 300 }]
        })
        const served = Buffer.from((await read('checkpoint')) ?? []).toString()
        expect(openCheckpoint(served, [verifierKeyOf(witness)]).ok).toBe(true)
        expect(openCheckpoint(served, [testKey]).ok).toBe(true)
      })

      it.each([
        { what: 'a stranger', make: () => cosigned(stranger) },
        {
          what: 'another root',
          make: () => cosigned(witness, text => text.replace(/\n.{20}/g, '\nAAAAAAAAAAAAAAAAAAAA'))
        },
        {
          what: 'a size that was never signed',
          make: () => cosigned(witness, text => text.replace('\n300\n', '\n299\n'))
        },
        {
          what: 'a forged line',
          make: async () => (await cosigned(witness)).replace(/(.{10})==\n$/, 'AAAAAAAAAA==\n')
        },
        { what: 'no note', make: async () => 'hello' }
      ])('but not of $what', async ({ make }) => {
        const answer = await bring(await make())
        expect(answer.statusCode).toBe(422)
        expect(answer.json().code).toBe('log/invalid-cosignature')
      })
    })

    it('loses the texts of a claim for good when they are erased, says so, and still audits', async () => {
      const { id: _, ...draft } = systemClaim('system-1', 'hardware', 'Something that must not be read', {
        reply: null,
        source: { ...(claims[0] as ClaimDraft).source, title: 'A secret title', url: 'https://secret.example/x' }
      })
      const claim = makeEnteredClaim(draft, 'salt')
      await store.append([claim], undefined, 'account-7')
      const before = await read('texts/001.p/45')
      const erase = (authorization?: string) =>
        app.inject({
          method: 'POST',
          url: `/api/v1/register/claims/${claim.id}/erasure`,
          payload: { ground: 'privacy' },
          headers: authorization ? { authorization } : {}
        })
      expect((await erase()).statusCode).toBe(401)
      expect((await erase(`Bearer ${token}`)).statusCode).toBe(200)
      expect((await erase(`Bearer ${token}`)).json().code).toBe('log/erased')
      const told = await entryOf(claim.id)
      expect(told).toMatchObject({ claim: { value: '[erased]' }, erasure: { ground: 'privacy', at: testNow() } })
      const rows = await opened.database.db
        .selectFrom('log_leaf')
        .selectAll()
        .where('claim_id', '=', claim.id)
        .execute()
      expect(rows).toMatchObject([{ salt: null, entered_by: null }])
      for (const table of ['claim', 'source', 'log_leaf'] as const)
        expect(JSON.stringify(await opened.database.db.selectFrom(table).selectAll().execute())).not.toMatch(
          /secret|must not/
        )
      const { result, entries } = await audit()
      expect(result).toMatchObject({ ok: true, value: { size: 302 } })
      const [line] = Buffer.from((await read('texts/001.p/46')) ?? [])
        .toString()
        .split('\n')
        .slice(44)
      expect(entries.texts(300, line as string)).toBeNull()
      expect(entries.counts.textsErased).toBe(1)
      // A copy from before still proves what was said; whoever keeps one answers for it.
      const [kept] = Buffer.from(before ?? [])
        .toString()
        .split('\n')
        .slice(44)
      expect(entries.texts(300, kept as string)).toBeNull()
      expect(entries.counts.textsKept).toBe(1)
    })

    it.each([
      '/api/v1/log/entries/999',
      '/api/v1/log/entries/-1',
      '/api/v1/log/entries/1.5',
      '/api/v1/log/entries/1e3'
    ])('refuses %s in a sentence', async path => {
      const answer = await get(path)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
      expect(answer.json().detail).not.toBe('')
    })
  })
})
