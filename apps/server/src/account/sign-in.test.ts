import type { Instant } from '@frown/core/register'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type App, createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { databasesUnderTest, migrated, type TestDatabase } from '../register/stores.fixture.ts'
import { accountsIn, anyAddress, signIn, testOrigin } from './account.fixture.ts'
import { mailer } from './mail.ts'
import { type SmtpServer, smtpServer } from './smtp-server.fixture.ts'

const operatorToken = 'operator-of-the-test'
const origin = testOrigin
const embedded = databasesUnderTest.filter(({ kind }) => kind === 'PGlite')

describe.each(embedded)('signing in, on $kind', ({ open }) => {
  let opened: TestDatabase
  let smtp: SmtpServer
  let app: App
  let now = () => new Date().toISOString() as Instant
  const make = (more: object = {}) =>
    createApp({
      store: memoryStore(smallRegister()),
      now: () => now(),
      operatorToken,
      origin,
      accounts: accountsIn(opened.database.db, mailer({ smtpUrl: smtp.url, from: 'Frown <frown@server.example>' })),
      ...more
    })
  beforeAll(async () => {
    opened = await migrated(await open())
    smtp = await smtpServer()
    app = make()
    await app.ready()
  }, 60_000)
  afterAll(async () => {
    await app.close()
    await smtp.stop()
    await opened.drop()
  })

  const askLink = (email: string, more: object = {}, of = app) =>
    of.inject({
      method: 'POST',
      url: '/api/v1/account/links',
      headers: { origin },
      remoteAddress: anyAddress(),
      payload: { email },
      ...more
    })
  const useLink = (token: string, more: object = {}, of = app) =>
    of.inject({
      method: 'POST',
      url: '/api/v1/account/session/link',
      headers: { origin },
      remoteAddress: '192.0.2.1',
      payload: { token },
      ...more
    })

  describe('by mail', () => {
    it('sends a link to an address that has an account, which signs in within 15 minutes', async () => {
      await signIn(app, operatorToken, { role: 'editor', email: 'mailed@people.example' })
      const asked = await askLink(' Mailed@People.example ')
      expect([asked.statusCode, asked.json()]).toEqual([200, { done: true }])
      await expect.poll(() => smtp.mails.length).toBe(1)
      const [mail] = smtp.mails.splice(0)
      expect(mail).toMatchObject({ from: 'frown@server.example', to: 'mailed@people.example' })
      const token = /\/account\/link\?token=([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
      const real = now
      now = () => new Date(Date.now() + 16 * 60_000).toISOString() as Instant
      expect((await useLink(token, { remoteAddress: anyAddress() })).json().code).toBe('account/link-expired')
      now = real
      expect((await useLink(token, { remoteAddress: anyAddress() })).statusCode).toBe(200)
    })

    it('answers the same for an address that has none, and sends nothing', async () => {
      const known = await askLink('mailed@people.example')
      const unknown = await askLink('nobody@people.example')
      await expect.poll(() => smtp.mails.length).toBe(1)
      const seen = ({ statusCode, body, headers: { date: _, ...headers } }: typeof known) => ({
        statusCode,
        body,
        headers
      })
      expect(seen(unknown)).toEqual(seen(known))
      expect(smtp.mails.splice(0).map(({ to }) => to)).toEqual(['mailed@people.example'])
    })

    it('sends an account at most three in ten minutes, and says nothing of it', async () => {
      await signIn(app, operatorToken, { role: 'editor', email: 'flooded@people.example' })
      for (let time = 0; time < 6; time++) expect((await askLink('flooded@people.example')).statusCode).toBe(200)
      await askLink('mailed@people.example')
      await expect.poll(() => smtp.mails.some(({ to }) => to === 'mailed@people.example')).toBe(true)
      expect(smtp.mails.splice(0).filter(({ to }) => to === 'flooded@people.example')).toHaveLength(3)
    })

    it.each(['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', '"a b"@c', '<x>', ''])(
      'is not asked for by %j',
      async email => {
        expect((await askLink(email)).json().code).toBe('input/invalid')
        expect(smtp.mails).toEqual([])
      }
    )

    it('is not asked for by another site', async () => {
      const response = await askLink('mailed@people.example', { headers: { origin: 'https://evil.example' } })
      expect(response.json().code).toBe('account/foreign-origin')
    })

    it('is refused where the server sends none', async () => {
      const silent = make({ accounts: accountsIn(opened.database.db) })
      const response = await askLink('mailed@people.example', {}, silent)
      expect([response.statusCode, response.json().code]).toEqual([409, 'account/no-mail'])
      expect((await silent.inject('/api/v1/account')).json().waysIn).toEqual({ mail: false, passkey: true })
      await silent.close()
    })

    it('that cannot be sent changes no answer', async () => {
      const lines: string[] = []
      const broken = make({
        accounts: accountsIn(opened.database.db, async () => {
          throw new Error('the mail server is away')
        }),
        logger: { level: 'warn', now: () => now(), write: (line: string) => lines.push(line) }
      })
      await signIn(broken, operatorToken, { role: 'editor', email: 'away@people.example' })
      expect((await askLink('away@people.example', {}, broken)).statusCode).toBe(200)
      await broken.close()
      expect(lines.join()).toContain('could not be sent by mail')
      expect(lines.join()).not.toMatch(/away@|token=/)
    })
  })

  describe('tried too often', () => {
    it('is refused to the address for a while, whatever it says of itself, and to no other', async () => {
      const server = make()
      const codes = []
      for (let time = 0; time < 61; time++) {
        const headers = {
          origin,
          'x-forwarded-for': `198.51.100.${time}`,
          'x-real-ip': `198.51.100.${time}`,
          forwarded: `for=198.51.100.${time}`
        }
        codes.push((await useLink('guess', { headers }, server)).statusCode)
      }
      expect(codes).toEqual([...Array(60).fill(404), 429])
      const refused = await useLink('guess', {}, server)
      expect(refused.json()).toMatchObject({ code: 'limit/exceeded', status: 429 })
      expect(refused.headers['content-type']).toContain('application/problem+json')
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500)
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(600)
      expect((await useLink('guess', { remoteAddress: '192.0.2.2' }, server)).statusCode).toBe(404)
      const real = now
      now = () => new Date(Date.now() + 11 * 60_000).toISOString() as Instant
      expect((await useLink('guess', {}, server)).statusCode).toBe(404)
      now = real
      await server.close()
    })

    it('is counted by what a trusted proxy says, of its last word alone', async () => {
      const server = make({ trustedProxies: ['192.0.2.1'] })
      const via = (client: string) =>
        useLink('guess', { headers: { origin, 'x-forwarded-for': `203.0.113.77, ${client}` } }, server)
      for (let time = 0; time < 60; time++) expect((await via('198.51.100.1')).statusCode).toBe(404)
      expect((await via('198.51.100.1')).statusCode).toBe(429)
      expect((await via('198.51.100.2')).statusCode).toBe(404)
      await server.close()
    })

    it('is refused to pages on behalf of who asked them', async () => {
      const server = make()
      const page = (address: string) =>
        server.frownApi(
          new Request('http://pages/api/v1/account/session/link', {
            method: 'POST',
            headers: { origin, 'content-type': 'application/json' },
            body: JSON.stringify({ token: 'guess' })
          }),
          address
        )
      for (let time = 0; time < 60; time++) expect((await page('192.0.2.50')).status).toBe(404)
      expect((await page('192.0.2.50')).status).toBe(429)
      expect((await page('192.0.2.51')).status).toBe(404)
      await server.close()
    })
  })

  it.each([
    '/api/auth/sign-up/email',
    '/api/auth/sign-in/email',
    '/api/auth/update-user',
    '/api/auth/get-session',
    '/api/auth/passkey/generate-authenticate-options',
    '/not-served/sign-up/email',
    '/api/v1/account/sign-up/email',
    '/api/v1/account/update-user',
    '/api/v1/not-served/ok'
  ])('has nothing of better-auth at %s', async url => {
    const { headers } = await signIn(app, operatorToken, { role: 'editor', email: 'curious@people.example' })
    for (const method of ['GET', 'POST'] as const) {
      const response = await app.inject({
        method,
        url,
        headers,
        ...(method === 'POST' ? { payload: { email: 'new@people.example', password: 'x', role: 'operator' } } : {})
      })
      // Pages are not built here, which is said of all that is not of the API.
      expect([404, 503]).toContain(response.statusCode)
    }
    expect(
      await opened.database.db.selectFrom('account').select('id').where('email', '=', 'new@people.example').execute()
    ).toEqual([])
  })
})
