import type { GroupId } from '@frown/core/register'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NamedAccount, recogniseAccounts, requireRole } from './account.ts'
import { answerError } from './problem.ts'

const own = 'https://frown.example'
const operatorToken = 'token-of-the-operator'
const held: Record<string, NamedAccount> = {
  'session=ed': { id: 'ed', role: 'editor', groupId: null, name: 'Ed' },
  'session=sp': { id: 'sp', role: 'spokesperson', groupId: 'acme' as GroupId, name: 'Sp' }
}
let app: FastifyInstance
let looked = 0
beforeAll(async () => {
  app = Fastify()
  app.setErrorHandler(answerError)
  const identify = async ({ cookie }: FastifyRequest['headers']) => {
    looked++
    return held[cookie ?? ''] ?? null
  }
  recogniseAccounts(app, { identify, operatorToken, origin: () => own })
  app.all('/api/v1/register/systems', async request => ({ account: request.account }))
  app.all('/api/v1/who', async request => ({ account: request.account }))
  app.all('/page', async request => ({ account: request.account }))
  app.post('/api/v1/edit', { onRequest: requireRole('editor', 'operator') }, async () => ({ done: true }))
  await app.ready()
})
afterAll(() => app.close())

describe('a request', () => {
  it.each([
    { why: 'nobody', headers: {}, account: null },
    { why: 'nobody with a cookie of nobody', headers: { cookie: 'session=xx' }, account: null },
    { why: 'an editor', headers: { cookie: 'session=ed' }, account: held['session=ed'] },
    { why: 'a spokesperson and the group', headers: { cookie: 'session=sp' }, account: held['session=sp'] },
    { why: 'nobody with another token', headers: { authorization: 'Bearer x' }, account: null }
  ])('is of $why', async ({ headers, account }) => {
    expect((await app.inject({ url: '/api/v1/who', headers })).json()).toEqual({ account })
  })

  it('with the operator’s token is of the operator, whatever cookie it bears', async () => {
    const headers = { authorization: `Bearer ${operatorToken}`, cookie: 'session=ed' }
    expect((await app.inject({ url: '/api/v1/who', headers })).json().account).toMatchObject({ role: 'operator' })
  })

  it.each(['/api/v1/register/systems', '/page'])('that reads %s is not looked up', async url => {
    const before = looked
    expect((await app.inject({ url, headers: { cookie: 'session=ed' } })).json()).toEqual({ account: null })
    expect(looked).toBe(before)
  })
})

describe('a write', () => {
  const edit = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/api/v1/edit', headers })

  it.each([
    { why: 'without a cookie is asked to sign in', headers: {}, status: 401, code: 'account/sign-in-required' },
    {
      why: 'of another role is refused',
      headers: { cookie: 'session=sp', origin: own },
      status: 403,
      code: 'account/not-allowed'
    },
    {
      why: 'from another site is refused',
      headers: { cookie: 'session=ed', origin: 'https://evil.example' },
      status: 403,
      code: 'account/foreign-origin'
    },
    {
      why: 'that says no origin is refused',
      headers: { cookie: 'session=ed' },
      status: 403,
      code: 'account/foreign-origin'
    },
    {
      why: 'from a sandboxed frame is refused',
      headers: { cookie: 'session=ed', origin: 'null' },
      status: 403,
      code: 'account/foreign-origin'
    },
    {
      why: 'from the same host on another port is refused',
      headers: { cookie: 'session=ed', origin: `${own}:8443` },
      status: 403,
      code: 'account/foreign-origin'
    }
  ])('$why', async ({ headers, status, code }) => {
    const response = await edit(headers as Record<string, string>)
    expect([response.statusCode, response.json().code]).toEqual([status, code])
  })

  it('of an allowed role from an own page is done', async () => {
    expect((await edit({ cookie: 'session=ed', origin: own })).json()).toEqual({ done: true })
  })

  it('with the operator’s token needs no origin', async () => {
    expect((await edit({ authorization: `Bearer ${operatorToken}` })).json()).toEqual({ done: true })
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)(
    'by %s is asked for its origin too, on pages as well',
    async method => {
      for (const url of ['/api/v1/who', '/page'])
        expect((await app.inject({ method, url, headers: { cookie: 'session=ed' } })).statusCode).toBe(403)
    }
  )
})
