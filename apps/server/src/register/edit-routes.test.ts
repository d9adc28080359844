import type { Instant } from '@frown/core/register'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountsIn, anyAddress, type SignedIn, signIn, testOrigin } from '../account/account.fixture.ts'
import { type App, createApp } from '../app.ts'
import { testLog } from '../log/test-log.fixture.ts'
import type { Role } from '../platform/account.ts'
import { smallRegister } from './small-register.fixture.ts'
import { type RegisterStore, registerStore } from './store.ts'
import { databasesUnderTest, migrated, type TestDatabase } from './stores.fixture.ts'

const operatorToken = 'operator-of-the-test'
const source = { url: 'https://example.org/report', title: 'A report', publisher: 'Example', tier: 'primary' }
/** Developed by acme and bureau, with known compute. */
const shared = 'system-4'
const now = () => new Date().toISOString() as Instant

describe.each(databasesUnderTest)('edits on $kind', ({ skip, open }) => {
  describe.skipIf(skip)('of a server', () => {
    let opened: TestDatabase
    let store: RegisterStore
    let app: App
    const people: Record<string, SignedIn> = {}

    beforeAll(async () => {
      opened = await migrated(await open())
      store = registerStore(opened.database, testLog(opened.database))
      expect(await store.append(smallRegister())).toMatchObject({ ok: true })
      app = createApp({ store, now, operatorToken, origin: testOrigin, accounts: accountsIn(opened.database.db) })
      await app.ready()
      const wanted: [string, Role, string?][] = [
        ['reader', 'reader'],
        ['trustee', 'trustee'],
        ['organiser', 'organiser'],
        ['editor', 'editor'],
        ['reviewer', 'reviewer'],
        ['acme', 'spokesperson', 'acme'],
        ['bureau', 'spokesperson', 'bureau'],
        ['labs', 'spokesperson', 'acme-labs']
      ]
      for (const [name, role, groupId] of wanted)
        people[name] = await signIn(app, operatorToken, { role, ...(groupId ? { groupId } : {}) })
    }, 120_000)
    afterAll(async () => {
      await app.close()
      await opened.drop()
    })

    const headersOf = (who: string): Record<string, string> =>
      who === 'operator' ? { authorization: `Bearer ${operatorToken}` } : { ...people[who]?.headers }
    const post = async (payload: unknown, who = 'editor', headers: Record<string, string> = {}) => {
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/register/claims',
        remoteAddress: anyAddress(),
        headers: { 'content-type': 'application/json', ...headersOf(who), ...headers },
        payload: typeof payload === 'string' ? payload : JSON.stringify(payload)
      })
      return { status: response.statusCode, body: response.json() }
    }
    const json = async (path: string) => (await app.inject(`/api/v1/register${path}`)).json()
    const live = async (id = shared, property = 'trainingComputeFlop') =>
      (await json(`/systems/${id}`)).properties.find((one: { property: string }) => one.property === property) ?? null
    const statement = async (rest: object = {}, id = shared) => {
      const held = await live(id)
      return {
        kind: held ? 'supersede' : 'add',
        subject: { kind: 'system', id },
        property: 'trainingComputeFlop',
        expected: held?.claimId ?? null,
        value: '2.5e20',
        validFrom: '2015-07-01',
        source,
        ...rest
      }
    }
    const doubt = async (kind: string, reply: string | null, id = shared) => ({
      kind,
      subject: { kind: 'system', id },
      property: 'trainingComputeFlop',
      expected: (await live(id))?.claimId ?? null,
      reply
    })

    it('says what would change without changing it, then changes it, then takes it back', async () => {
      const version = await store.version()
      const before = await live()
      const edit = await statement({ value: '3e29', low: '1e29', high: '9e29', confidence: 'likely' })
      const dry = await post({ ...edit, dryRun: true })
      expect(dry).toMatchObject({
        status: 200,
        body: {
          dryRun: true,
          registerVersion: version,
          claims: [],
          changes: [{ kind: 'revised', before: { id: before.claimId }, after: { value: 3e29, low: 1e29 } }],
          moves: [
            { of: 'groupLargestRun', group: { id: 'acme-labs', name: 'Acme Labs' }, after: 3e29 },
            { of: 'groupLargestRun', group: { id: 'bureau' }, after: 3e29 },
            { of: 'fieldLargestRun', group: null, after: 3e29 },
            { of: 'growthPerYear' }
          ]
        }
      })
      expect(await store.version()).toBe(version)
      const written = await post(edit)
      expect(written).toMatchObject({ status: 200, body: { registerVersion: version + 1, moves: [] } })
      expect(await live()).toMatchObject({
        value: 3e29,
        claimId: written.body.claims[0],
        source: { title: 'A report' }
      })
      expect(await post({ kind: 'undo', claim: written.body.claims[0] })).toMatchObject({ status: 200 })
      const { claimId: _, recordedAt: __, ...was } = before
      expect(await live()).toMatchObject(was)
    })

    it('gives what a person entered an id that its content does not tell, and notes who', async () => {
      const { body } = await post(await statement({ value: '4e20' }))
      const [entered] = await store.readAfter((await store.version()) - 1)
      const { makeClaim } = await import('@frown/core/register')
      expect(entered?.id).toBe(body.claims[0])
      expect(makeClaim(entered as never).id).not.toBe(entered?.id)
      const leaf = await opened.database.db
        .selectFrom('log_leaf')
        .selectAll()
        .where('claim_id', '=', body.claims[0])
        .executeTakeFirstOrThrow()
      expect(JSON.stringify(leaf)).toContain(people.editor?.id)
      expect(leaf.leaf).not.toContain(people.editor?.id)
    })

    describe('who may', () => {
      it.each(['editor', 'reviewer', 'operator'])('%s may supersede and contest', async who => {
        expect((await post(await statement({ value: `5e2${who.length % 5}` }), who)).status).toBe(200)
        expect((await post(await doubt('contest', null), who)).status).toBe(200)
        expect((await post(await statement({ value: '6e20' }), who)).status).toBe(200)
      })

      it.each(['reader', 'trustee', 'organiser'])('%s may not, whatever the body', async who => {
        const version = await store.version()
        expect(await post(await statement(), who)).toMatchObject({ status: 403, body: { code: 'account/not-allowed' } })
        expect((await post('no json', who)).status).toBe(403)
        expect(await store.version()).toBe(version)
      })

      it('nobody who is not signed in, nor with a made-up cookie', async () => {
        for (const headers of [{}, { cookie: 'frown.session_token=abc.def', origin: testOrigin }])
          expect(await post(await statement(), 'nobody', headers)).toMatchObject({ status: 401 })
      })

      it('nobody from another site', async () => {
        expect(await post(await statement(), 'editor', { origin: 'https://evil.example' })).toMatchObject({
          status: 403,
          body: { code: 'account/foreign-origin' }
        })
      })

      it('no field of the body makes a role or a group', async () => {
        for (const more of [
          { by: { role: 'operator' } },
          { role: 'editor' },
          { groupId: 'acme' },
          { recordedAt: '2020-01-01T00:00:00.000Z' },
          { status: 'contested' }
        ])
          expect(await post({ ...(await statement()), ...more })).toMatchObject({
            status: 400,
            body: { code: 'input/invalid' }
          })
      })

      it.each(['acme', 'bureau', 'labs'])(
        'the spokesperson of %s contests and replies where the group developed it, and nowhere else',
        async who => {
          const id = { acme: 'system-3', bureau: 'system-5', labs: 'system-7' }[who] as string
          for (const other of ['system-3', 'system-5', 'system-7'])
            if (other !== id && (await live(other)))
              expect(await post(await doubt('contest', 'Ours!', other), who)).toMatchObject({
                status: 403,
                body: { code: 'account/not-allowed' }
              })
          if (!(await live(id))) expect((await post(await statement({}, id))).status).toBe(200)
          expect(await post(await doubt('contest', 'Not so.\nHalf.', id), who)).toMatchObject({
            status: 200,
            body: { changes: [{ kind: 'contested' }] }
          })
          expect(await live(id)).toMatchObject({ status: 'contested', reply: 'Not so.\nHalf.' })
          expect((await post(await doubt('reply', 'Not so at all.', id), who)).status).toBe(200)
          for (const edit of [
            await statement({}, id),
            {
              kind: 'withdraw',
              subject: { kind: 'system', id },
              property: 'trainingComputeFlop',
              expected: (await live(id)).claimId,
              source
            },
            { kind: 'undo', claim: (await live(id)).claimId },
            { kind: 'addSubject', of: 'group', values: { name: 'Mine' }, validFrom: '2020-01-01', source }
          ])
            expect((await post(edit, who)).body.code).toBe('account/not-allowed')
          expect(await post(await doubt('reply', 'Words put in the mouth.', id), 'editor')).toMatchObject({
            status: 403
          })
          expect(await post({ kind: 'undo', claim: (await live(id)).claimId }, 'operator')).toMatchObject({
            body: { code: 'register/invalid-claim', place: 'claim' }
          })
        }
      )
    })

    describe('two at once', () => {
      it('one wins, and the other is told', async () => {
        const edits = await Promise.all(['7e20', '8e20', '9e20'].map(value => statement({ value })))
        const answers = await Promise.all(edits.map(edit => post(edit)))
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
        const lost = answers.filter(({ status }) => status === 409)
        for (const { body } of lost)
          expect(body).toMatchObject({ code: 'register/superseded', place: 'trainingComputeFlop' })
        const [won] = answers.filter(({ status }) => status === 200)
        expect((await live()).claimId).toBe(won?.body.claims[0])
      })

      it('on different values both win', async () => {
        const answers = await Promise.all([
          post(await statement({ value: '1.1e20' })),
          post(await statement({ property: 'hardware', value: 'TPU', kind: 'add', expected: null }))
        ])
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
      })
    })

    describe('what is refused', () => {
      let version = 0
      beforeEach(async () => {
        version = await store.version()
      })

      it.each<{ why: string; change: object; status?: number; place?: string }>([
        { why: 'an unknown subject', change: { subject: { kind: 'system', id: 'system-999' } }, status: 404 },
        { why: 'a subject that climbs', change: { subject: { kind: 'system', id: '../../etc/passwd' } }, status: 404 },
        { why: 'a subject of the prototype', change: { subject: { kind: 'system', id: '__proto__' } }, status: 404 },
        { why: 'another kind of subject', change: { subject: { kind: 'person', id: 'x' } }, status: 400 },
        { why: 'a property of the prototype', change: { property: 'constructor' }, status: 400, place: 'property' },
        { why: 'a number as JSON', change: { value: 1e25 }, status: 400, place: 'value' },
        { why: 'an endless value', change: { value: 'x'.repeat(12_001) }, status: 400, place: 'value' },
        {
          why: 'an address that is a script',
          change: { source: { ...source, url: 'javascript:alert(1)' } },
          place: 'source.url'
        },
        {
          why: 'an address that is data',
          change: { source: { ...source, derivedFrom: 'data:text/html,<script>' } },
          place: 'source.derivedFrom'
        },
        {
          why: 'a header in an address',
          change: { source: { ...source, url: 'https://a.example/\r\nset-cookie: a=b' } },
          place: 'source.url'
        },
        {
          why: 'a title that is half a character',
          change: { source: { ...source, title: 'a\ud800' } },
          place: 'source.title'
        },
        { why: 'a title with a null', change: { source: { ...source, title: 'a\u0000' } }, place: 'source.title' },
        { why: 'a title that turns', change: { source: { ...source, title: 'a\u202e' } }, place: 'source.title' },
        {
          why: 'a source without a tier',
          change: { source: { ...source, tier: undefined } },
          status: 400,
          place: 'source.tier'
        },
        { why: 'no source', change: { source: undefined }, status: 400, place: 'source' },
        { why: 'a claim id that is none', change: { expected: "' or 1=1" }, status: 400, place: 'expected' },
        { why: 'another kind', change: { kind: 'erase' }, status: 400 },
        { why: 'an unknown field', change: { note: 'x' }, status: 400, place: 'note' },
        { why: 'a day to come', change: { validFrom: '9999-01-01' }, place: 'validFrom' }
      ])('$why', async ({ change, status = 422, place }) => {
        const answer = await post({ ...(await statement()), ...change })
        expect([answer.status, answer.body.code.split('/')[0]]).toEqual([status, status === 400 ? 'input' : 'register'])
        if (place) expect(answer.body.place).toBe(place)
        expect(await store.version()).toBe(version)
      })

      it.each([
        {
          why: 'a key of the prototype',
          body: '{"kind":"undo","claim":"x","__proto__":{"role":"operator"}}',
          status: 400
        },
        {
          why: 'values of the prototype',
          body: JSON.stringify({
            kind: 'addSubject',
            of: 'group',
            values: JSON.parse('{"name":"A","constructor":"x"}'),
            validFrom: '2020-01-01',
            source
          }),
          status: 400
        },
        { why: 'an array', body: '[]', status: 400 },
        { why: 'null', body: 'null', status: 400 },
        { why: 'nothing', body: '', status: 400 },
        { why: 'deep nesting', body: '['.repeat(10_000) + ']'.repeat(10_000), status: 400 },
        { why: 'more than 32 KiB', body: JSON.stringify({ kind: 'undo', claim: 'x'.repeat(33_000) }), status: 413 }
      ])('$why', async ({ body, status }) => {
        expect((await post(body)).status).toBe(status)
        expect(await store.version()).toBe(version)
      })

      it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/csv'])(
        'a body of %s',
        async type => {
          expect((await post('{"kind":"undo"}', 'editor', { 'content-type': type })).status).toBeGreaterThanOrEqual(400)
          expect(await store.version()).toBe(version)
        }
      )
    })

    it('shows nothing of an edit that a spreadsheet would run, or a browser', async () => {
      const nasty = ['=HYPERLINK("https://evil.example";"x")', '+1+1', '-1+1', '@SUM(A1)', '<script>alert(1)</script>']
      for (const [index, text] of nasty.entries()) {
        const added = await post({
          kind: 'addSubject',
          of: 'system',
          values: {
            name: text,
            releasedOn: '2020-01-01',
            developedBy: 'acme',
            hardware: text,
            domain: `${text}\nA,"b`,
            weightsAccess: text
          },
          source: { ...source, title: text, publisher: text, licence: text.slice(0, 60) }
        })
        expect(added.status).toBe(200)
        const { id } = added.body.subject
        expect(id).toMatch(/^[a-z0-9-]+$/)
        const flop = await post({ ...(await statement({ value: `${index + 1}e20`, validFrom: '2020-01-01' }, id)) })
        expect(flop.status).toBe(200)
        expect((await post(await doubt('contest', text, id), 'acme')).status).toBe(200)
        for (const path of [
          '/systems',
          `/systems/${id}`,
          `/systems/${id}/history`,
          '/sources',
          '/changes',
          '/recordings'
        ]) {
          const { body, headers } = await app.inject(
            `/api/v1/register${path}${path.includes('?') ? '&' : '?'}format=csv`
          )
          expect(headers['content-type']).toBe('text/csv; charset=utf-8')
          expect(headers['content-disposition']).toMatch(/^attachment; filename="frown-[\w-]+\.csv"$/)
          const rows: string[][] = parse(body)
          expect(rows.flat().join('\n')).toContain(text)
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/)
        }
      }
    })

    it('lists edits one by one and what one instant brought together', async () => {
      const written = await post(await statement({ value: '1.3e20' }))
      const { items, total } = await json(`/recordings?system=${shared}`)
      expect(items[0]).toMatchObject({
        id: written.body.claims[0],
        claims: 1,
        subjects: 1,
        kinds: [{ kind: 'revised', claims: 1 }]
      })
      expect(items.at(-1)).toMatchObject({ kinds: [{ kind: 'asserted' }] })
      expect(items).toHaveLength(total)
      const whole = await json('/recordings?limit=500')
      expect(whole.items.at(-1).claims).toBeGreaterThan(200)
      expect(whole.items.at(-1).steps).toHaveLength(20)
      const ofGroup = await json('/recordings?group=bureau')
      expect(ofGroup.items.map((item: { id: string }) => item.id)).toContain(written.body.claims[0])
      expect((await app.inject('/api/v1/register/recordings?group=acne')).statusCode).toBe(404)
    })
  })
})
