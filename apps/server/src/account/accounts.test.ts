import type { Instant } from '@frown/core/register'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { databasesUnderTest, migrated, type TestDatabase } from '../register/stores.fixture.ts'
import { accountsIn, anyAddress, cookieOf, type SignedIn, signIn, testOrigin } from './account.fixture.ts'
import { createAuth } from './auth.ts'

const operatorToken = 'operator-of-the-test'
const operator = { authorization: `Bearer ${operatorToken}` }
const machineNow = () => new Date().toISOString() as Instant
const later = (hours: number) => () => new Date(Date.now() + hours * 3_600_000).toISOString() as Instant

describe.each(databasesUnderTest)('accounts on $kind', ({ skip, open }) => {
  describe.skipIf(skip)('of a server', () => {
    let opened: TestDatabase
    let app: App
    let now: () => Instant = machineNow
    const make = (origin = testOrigin) =>
      createApp({
        store: memoryStore(smallRegister()),
        now: () => now(),
        operatorToken,
        origin,
        accounts: accountsIn(opened.database.db)
      })
    beforeAll(async () => {
      opened = await migrated(await open())
      app = make()
      await app.ready()
    }, 60_000)
    afterAll(async () => {
      await app.close()
      await opened.drop()
    })

    type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
    const ask = async (method: Method, path: string, headers: object = {}, payload?: object) => {
      const response = await app.inject({
        method,
        url: `/api/v1${path}`,
        remoteAddress: anyAddress(),
        headers: { ...headers },
        ...(payload ? { payload } : {})
      })
      return { status: response.statusCode, body: response.json(), headers: response.headers }
    }
    const invite = async (email: string, role = 'reader', groupId: string | null = null) =>
      ask('POST', '/accounts', operator, { email, role, groupId })
    const tokenOf = (invited: { body: { link: string } }) => new URL(invited.body.link).searchParams.get('token')
    const useLink = (token: string | null, headers: object = { origin: testOrigin }) =>
      ask('POST', '/account/session/link', headers, { token })
    const who = async (headers: object) => (await ask('GET', '/account', headers)).body.account

    it('have the tables that better-auth expects, but what it would keep of addresses, pictures and passwords', async () => {
      const auth = createAuth({
        db: opened.database.db,
        origin: testOrigin,
        secret: 'x'.repeat(32),
        report: () => undefined
      })
      const { explicitSchemaCheck } = (await auth.$context) as unknown as { explicitSchemaCheck: () => Promise<void> }
      const findings = await explicitSchemaCheck().then(
        () => [],
        error => error.findings
      )
      expect(findings).toEqual([
        { kind: 'missing-column', table: 'account', column: 'image' },
        { kind: 'missing-column', table: 'account_session', column: 'ip_address' },
        { kind: 'missing-column', table: 'account_session', column: 'user_agent' },
        { kind: 'missing-table', table: 'account_elsewhere' }
      ])
    })

    describe('a one-time link', () => {
      it('signs in once, with a cookie that scripts and other sites do not get', async () => {
        const invited = await invite('once@people.example', 'editor')
        expect(invited.body.link).toMatch(/^http:\/\/localhost:3000\/account\/link\?token=[\w-]{43}$/)
        const used = await useLink(tokenOf(invited))
        expect(used.status).toBe(200)
        const [cookie, ...more] = [used.headers['set-cookie'] ?? []].flat()
        expect(more).toEqual([])
        expect(cookie).toMatch(/^frown-session=[\w%.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
        expect(await who({ cookie: cookieOf(cookie) })).toEqual({
          id: invited.body.account.id,
          role: 'editor',
          groupId: null,
          name: ''
        })
        const again = await useLink(tokenOf(invited))
        expect([again.status, again.body.code, again.headers['set-cookie']]).toEqual([
          410,
          'account/link-used',
          undefined
        ])
      })

      it('has its cookie for https and this host alone, where the address is https', async () => {
        const secure = make('https://frown.example')
        const invited = await secure.inject({
          method: 'POST',
          url: '/api/v1/accounts',
          headers: operator,
          payload: { email: 'https@people.example', role: 'reader' }
        })
        const used = await secure.inject({
          method: 'POST',
          url: '/api/v1/account/session/link',
          headers: { origin: 'https://frown.example' },
          payload: { token: tokenOf({ body: invited.json() }) }
        })
        expect([used.headers['set-cookie']].flat()[0]).toMatch(
          /^__Host-frown-session=[\w%.-]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/
        )
        await secure.close()
      })

      it('signs in one of several who use it at once', async () => {
        const token = tokenOf(await invite('race@people.example'))
        const used = await Promise.all(Array.from({ length: 8 }, () => useLink(token)))
        expect(used.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(410)])
      })

      it('ends after 72 hours', async () => {
        const token = tokenOf(await invite('late@people.example'))
        now = later(72.1)
        const { status, body } = await useLink(token)
        now = machineNow
        expect([status, body.code]).toEqual([410, 'account/link-expired'])
      })

      it.each(['', 'x', 'A'.repeat(43), '../../etc/passwd', "' or 1=1 --"])('is not %j', async token => {
        const { status, body } = await useLink(token)
        expect([status, body.code]).toEqual([404, 'account/unknown-link'])
      })

      it.each([
        { why: 'another site', headers: { origin: 'https://evil.example' } },
        { why: 'no page', headers: {} }
      ])('is refused from $why, and stays', async ({ headers }) => {
        const token = tokenOf(await invite(`csrf-${Object.keys(headers).length}@people.example`))
        expect((await useLink(token, headers)).body.code).toBe('account/foreign-origin')
        expect((await useLink(token)).status).toBe(200)
      })

      it('is nowhere kept as it is', async () => {
        const token = tokenOf(await invite('hashed@people.example')) as string
        const rows = await opened.database.db.selectFrom('account_link').selectAll().execute()
        expect(rows.length).toBeGreaterThan(0)
        expect(JSON.stringify(rows)).not.toContain(token)
      })
    })

    describe('a session', () => {
      it('is another one after each sign-in, and the one before has ended', async () => {
        const first = await signIn(app, operatorToken, { role: 'reader', email: 'fixed@people.example' })
        const token = tokenOf(await invite('fixed@people.example'))
        const second = await useLink(token, first.headers)
        const cookie = cookieOf(second.headers['set-cookie'])
        expect(cookie).not.toBe(first.headers.cookie)
        expect(await who({ cookie: first.headers.cookie })).toBe(null)
        expect((await who({ cookie })).id).toBe(first.id)
      })

      it('is never one that a visitor brings', async () => {
        const planted = 'frown-session=planted.by-an-attacker'
        const used = await useLink(tokenOf(await invite('planted@people.example')), {
          origin: testOrigin,
          cookie: planted
        })
        expect(cookieOf(used.headers['set-cookie'])).not.toContain('planted')
        expect(await who({ cookie: planted })).toBe(null)
      })

      it.each([
        ['another token under the same signature', (cookie: string) => cookie.replace(/=./, '=0')],
        ['another signature', (cookie: string) => `${cookie.slice(0, -8)}AAAA%3D`],
        ['no signature', (cookie: string) => cookie.split('.')[0] as string]
      ])('is not %s', async (_why, forge) => {
        const { headers } = await signIn(app, operatorToken, { role: 'operator', email: 'forged@people.example' })
        expect(await who(headers)).not.toBe(null)
        expect(await who({ cookie: forge(headers.cookie) })).toBe(null)
      })

      it('ends after 30 days, also for what it would add', async () => {
        const { headers } = await signIn(app, operatorToken, { role: 'reader', email: 'old@people.example' })
        now = later(30 * 24 - 1)
        expect(await who(headers)).not.toBe(null)
        now = later(30 * 24 + 1)
        expect(await who(headers)).toBe(null)
        expect((await ask('POST', '/account/passkeys/challenge', headers)).body.code).toBe('account/sign-in-required')
        now = machineNow
      })

      it('adds a passkey within a day of its start', async () => {
        const { headers } = await signIn(app, operatorToken, { role: 'reader', email: 'stale@people.example' })
        const challenge = async () => {
          const { status, body } = await ask('POST', '/account/passkeys/challenge', headers)
          return [status, body.code ?? body.options.authenticatorSelection.userVerification]
        }
        now = later(23)
        expect(await challenge()).toEqual([200, 'required'])
        now = later(25)
        expect(await challenge()).toEqual([403, 'account/stale-session'])
        now = machineNow
      })

      it('that has ended is ended for better-auth too', async () => {
        const { headers, id } = await signIn(app, operatorToken, { role: 'reader', email: 'ended@people.example' })
        await opened.database.db
          .updateTable('account_session')
          .set({ expires_at: '2026-01-01T00:00:00.000Z' })
          .where('account_id', '=', id)
          .execute()
        const auth = createAuth({
          db: opened.database.db,
          origin: testOrigin,
          secret: accountsIn(opened.database.db).secret(),
          report: () => undefined
        })
        expect(await auth.api.getSession({ headers: new Headers({ cookie: headers.cookie }) })).toBe(null)
      })

      it('keeps no address and no user agent', async () => {
        await useLink(tokenOf(await invite('agent@people.example')), {
          origin: testOrigin,
          'user-agent': 'Curious/1.0',
          'x-forwarded-for': '203.0.113.9'
        })
        for (const table of ['account', 'account_session', 'account_link', 'account_event'] as const)
          expect(JSON.stringify(await opened.database.db.selectFrom(table).selectAll().execute())).not.toMatch(
            /Curious|203\.0\.113|127\.0\.0/
          )
      })

      it('survives a restart of the server', async () => {
        const { headers, id } = await signIn(app, operatorToken, { role: 'reader', email: 'restart@people.example' })
        const restarted = make()
        const response = await restarted.inject({ url: '/api/v1/account', headers })
        expect(response.json().account.id).toBe(id)
        await restarted.close()
      })
    })

    describe('the own account', () => {
      let own: SignedIn
      let other: SignedIn
      beforeAll(async () => {
        own = await signIn(app, operatorToken, { role: 'editor', email: 'own@people.example' })
        other = await signIn(app, operatorToken, { role: 'editor', email: 'other@people.example' })
      })
      const details = async (headers: object) => (await ask('GET', '/account/details', headers)).body

      it('shows all that is kept of it', async () => {
        const today = new Date().toISOString().slice(0, 10)
        expect(await details(own.headers)).toEqual({
          email: 'own@people.example',
          createdOn: today,
          passkeys: [],
          mayAddPasskey: true,
          sessions: [
            { id: expect.any(String), beganOn: today, seenOn: today, endsOn: expect.any(String), isThis: true }
          ],
          events: [
            { accountId: own.id, what: 'link-used', at: expect.any(String) },
            { accountId: own.id, what: 'invited', at: expect.any(String) }
          ]
        })
      })

      it('is of who has signed in', async () => {
        for (const headers of [{}, operator])
          expect((await ask('GET', '/account/details', headers)).body.code).toBe('account/sign-in-required')
      })

      it('takes a name as text, and none with control characters', async () => {
        const name = '<script>alert(1)</script>'
        expect((await ask('PATCH', '/account', own.headers, { name })).status).toBe(200)
        expect((await who(own.headers)).name).toBe(name)
        for (const bad of ['a\u0000b', 'a\nb', '\u202Eevil', 'x'.repeat(81)])
          expect((await ask('PATCH', '/account', own.headers, { name: bad })).status).toBe(400)
      })

      it.each([
        { role: 'operator' },
        { name: 'Me', role: 'operator' },
        { name: 'Me', groupId: 'acme' },
        { name: 'Me', email: 'x@y.example' },
        { name: 'Me', id: 'another' }
      ])('takes nothing else: %j', async payload => {
        expect((await ask('PATCH', '/account', own.headers, payload)).body.code).toBe('input/invalid')
        expect((await who(own.headers)).role).toBe('editor')
      })

      it('does not reach sessions of others', async () => {
        const [session] = (await details(other.headers)).sessions
        expect((await ask('DELETE', `/account/sessions/${session.id}`, own.headers)).body.code).toBe(
          'account/unknown-session'
        )
        expect(await who(other.headers)).not.toBe(null)
      })

      it('ends one session, this one, or all', async () => {
        const email = 'several@people.example'
        const [a, b, c] = (await Promise.all(
          Array.from({ length: 3 }, () => signIn(app, operatorToken, { role: 'reader', email }))
        )) as [SignedIn, SignedIn, SignedIn]
        const { sessions } = await details(b.headers)
        expect(sessions.length).toBe(3)
        const mine = (await details(a.headers)).sessions.find((session: { isThis: boolean }) => session.isThis)
        expect((await ask('DELETE', `/account/sessions/${mine.id}`, b.headers)).status).toBe(200)
        expect(await who(a.headers)).toBe(null)
        const out = await ask('DELETE', '/account/session', b.headers)
        expect([out.headers['set-cookie']].flat()[0]).toMatch(/^frown-session=; Max-Age=0/)
        expect(await who(b.headers)).toBe(null)
        expect(await who(c.headers)).not.toBe(null)
        await ask('DELETE', '/account/sessions', c.headers)
        expect(await who(c.headers)).toBe(null)
      })

      it.each([
        ['PATCH', '/account', { name: 'Evil' }],
        ['POST', '/account/passkeys/challenge', {}],
        ['DELETE', '/account/sessions', undefined]
      ] as const)('is not changed from another site: %s %s', async (method, path, payload) => {
        for (const origin of ['https://evil.example', 'null', 'http://localhost:3001'])
          expect((await ask(method, path, { ...own.headers, origin }, payload)).body.code).toBe(
            'account/foreign-origin'
          )
        expect(await who(own.headers)).not.toBe(null)
      })
    })

    describe('roles', () => {
      it('change on live sessions at once', async () => {
        const { headers, id } = await signIn(app, operatorToken, { role: 'editor', email: 'live@people.example' })
        const changed = await ask('PATCH', `/accounts/${id}`, operator, { role: 'spokesperson', groupId: 'acme' })
        expect(changed.status).toBe(200)
        expect(await who(headers)).toMatchObject({ role: 'spokesperson', groupId: 'acme' })
      })

      it.each([
        { given: { role: 'spokesperson' }, code: 'account/invalid-role' },
        { given: { role: 'editor', groupId: 'acme' }, code: 'account/invalid-role' },
        { given: { role: 'spokesperson', groupId: 'nobody' }, code: 'register/unknown-group' },
        { given: { role: 'king' }, code: 'input/invalid' }
      ])('are none of $given', async ({ given, code }) => {
        expect((await ask('POST', '/accounts', operator, { email: 'r@people.example', ...given })).body.code).toBe(code)
      })

      it('are not changed by an invitation', async () => {
        await invite('same@people.example', 'reader')
        expect((await invite('same@people.example', 'operator')).body.code).toBe('account/exists')
        expect((await invite('SAME@people.example', 'reader')).status).toBe(200)
      })

      it('other than operator get at no account', async () => {
        const roles = ['reader', 'editor', 'reviewer', 'trustee', 'organiser'] as const
        for (const role of roles) {
          const { headers, id } = await signIn(app, operatorToken, { role })
          for (const [method, path, payload] of [
            ['GET', '/accounts', undefined],
            ['GET', '/accounts/trail', undefined],
            ['POST', '/accounts', { email: 'new@people.example', role: 'operator' }],
            ['PATCH', `/accounts/${id}`, { role: 'operator' }],
            ['DELETE', `/accounts/${id}`, undefined]
          ] as const)
            expect([role, method, (await ask(method, path, headers, payload)).body.code]).toEqual([
              role,
              method,
              'account/not-allowed'
            ])
        }
      })

      it('of an operator do the same as the token', async () => {
        const { headers } = await signIn(app, operatorToken, { role: 'operator' })
        const { body } = await ask('GET', '/accounts', headers)
        expect(body).toEqual((await ask('GET', '/accounts', operator)).body)
        expect(body.items.length).toBeGreaterThan(5)
      })
    })

    it('go with sessions, passkeys and links, and leave an id in the trail', async () => {
      const email = 'gone@people.example'
      const { headers, id } = await signIn(app, operatorToken, { role: 'editor', email })
      const token = tokenOf(await invite(email, 'editor'))
      expect((await ask('DELETE', `/accounts/${id}`, operator)).status).toBe(200)
      expect(await who(headers)).toBe(null)
      expect((await useLink(token)).body.code).toBe('account/unknown-link')
      const { items } = (await ask('GET', `/accounts/trail?accountId=${id}`, operator)).body
      expect(items.map(({ what }: { what: string }) => what)).toEqual(['removed', 'invited', 'link-used', 'invited'])
      expect(JSON.stringify(items)).not.toContain('gone@')
      expect((await ask('DELETE', `/accounts/${id}`, operator)).body.code).toBe('account/unknown-account')
    })

    it('forget events after 90 days, and what has ended', async () => {
      const { id } = await signIn(app, operatorToken, { role: 'reader', email: 'pruned@people.example' })
      now = later(91 * 24)
      const pruning = make()
      await pruning.ready()
      await pruning.close()
      now = machineNow
      const { db } = opened.database
      for (const table of ['account_event', 'account_session', 'account_link'] as const)
        expect(await db.selectFrom(table).selectAll().where('account_id', '=', id).execute()).toEqual([])
      expect(await db.selectFrom('account').selectAll().where('id', '=', id).execute()).toHaveLength(1)
    })
  })
})
