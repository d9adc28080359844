import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { memoryStore } from '../register/memory-store.fixture.ts'
import { smallRegister } from '../register/small-register.fixture.ts'
import { testNow } from '../register/stores.fixture.ts'
import { originHeaders, type PageRequest } from './mount-pages.ts'

const options = { store: memoryStore(smallRegister()), now: testNow }

describe('the pages', () => {
  it('learn their address from the configuration, whatever a client claims', async () => {
    let seen: IncomingMessage['headers'] = {}
    const app = createApp({
      ...options,
      origin: 'https://frown.example:8443',
      webHandler: (request, response) => {
        seen = request.headers
        response.end('page')
      }
    })
    const claimed = { host: 'evil.example', [originHeaders.host]: 'evil.example', [originHeaders.protocol]: 'ftp' }
    await app.inject({ url: '/register', headers: claimed })
    expect([seen[originHeaders.protocol], seen[originHeaders.host]]).toEqual(['https', 'frown.example:8443'])
    await app.close()
  })

  it('reach the API in-process', async () => {
    const app = createApp({
      ...options,
      webHandler: async (request: PageRequest, response) => {
        const answer = await request.frownApi?.(new Request('http://pages/api/v1/register/groups'))
        response.end(JSON.stringify(await answer?.json()))
      }
    })
    expect((await app.inject('/groups')).json()).toMatchObject({ total: 3 })
    await app.close()
  })

  it('read the bodies of their forms themselves', async () => {
    const app = createApp({
      ...options,
      webHandler: async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk)
        response.end(Buffer.concat(chunks))
      }
    })
    const form = {
      method: 'POST' as const,
      url: '/form',
      payload: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' }
    }
    expect((await app.inject(form)).body).toBe('a=1')
    await app.close()
  })

  it.each(['DELETE', 'PUT', 'PATCH', 'OPTIONS'] as const)('are not asked by %s', async method => {
    let asked = 0
    const app = createApp({
      ...options,
      webHandler: (_request, response) => {
        asked++
        response.end('page')
      }
    })
    const answer = await app.inject({ method, url: '/systems/gpt-4' })
    expect([answer.statusCode, answer.json().code, asked]).toEqual([404, 'route/not-found', 0])
    await app.close()
  })

  it('say what to build where they are not built', async () => {
    const app = createApp(options)
    const response = await app.inject('/')
    expect([response.statusCode, response.body]).toEqual([503, expect.stringContaining('npm start')])
    expect((await app.inject('/api')).statusCode).not.toBe(200)
    await app.close()
  })
})
