import { describe, expect, it } from 'vitest'
import type { Api } from './api/client.ts'
import { resultOf } from './job.ts'

type Submitted = Parameters<typeof resultOf<string>>[2]
type State = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

const pins = {} as never
const job = (state: State, rest: object = {}) => ({
  id: 'one',
  state,
  progress: 0.5,
  result: null,
  error: null,
  ...rest
})
const done = job('done', { result: { answer: 'so', pins } })
const reply = (data: unknown) => ({ data, response: { ok: true, status: 200 } })

/** Answers each look with the next of `states`; the last one stays. */
function fakeApi(...looks: (object | Promise<object>)[]) {
  const asked: string[] = []
  const answered = async (method: string, { params }: { params: { path: { id: string } } }) => {
    asked.push(`${method} ${params.path.id}`)
    return reply(method === 'DELETE' ? job('running') : await (looks.length > 1 ? looks.shift() : looks[0]))
  }
  const api = {
    GET: (_: string, options: never) => answered('GET', options),
    DELETE: (_: string, options: never) => answered('DELETE', options)
  } as unknown as Api
  return { api, asked }
}

const submitted = (first: object) => Promise.resolve(first) as Submitted
const never = new Promise<object>(() => undefined)
const listeners = () => process.listenerCount('SIGINT')

describe('a job', () => {
  it('that is done is not asked after', async () => {
    const { api, asked } = fakeApi(done)
    expect(await resultOf(api, 'Racing', submitted(done))).toEqual({ answer: 'so', pins })
    expect(asked).toEqual([])
  })

  it('is asked after until it is done', async () => {
    const { api, asked } = fakeApi(job('waiting'), job('running'), done)
    expect(await resultOf(api, 'Racing', submitted(job('waiting')))).toEqual({ answer: 'so', pins })
    expect(asked).toEqual(['GET one', 'GET one', 'GET one'])
  })

  it.each([
    {
      ended: job('failed', { error: { code: 'forecast/over-budget', detail: 'Too much.' } }),
      error: { code: 'forecast/over-budget', detail: 'Too much.' }
    },
    {
      ended: job('cancelled', { error: { code: 'forecast/cancelled', detail: 'Cancelled.' } }),
      error: { code: 'forecast/cancelled', detail: 'Cancelled.' }
    },
    { ended: job('failed'), error: { code: 'server/failed' } }
  ])('that ends otherwise is refused with its error: $error.code', async ({ ended, error }) => {
    const { api } = fakeApi(ended)
    await expect(resultOf(api, 'Racing', submitted(job('running')))).rejects.toMatchObject({ error })
  })

  it('is taken back on Ctrl-C, at once, though others still wait for it', async () => {
    const before = listeners()
    const { api, asked } = fakeApi(never)
    const result = resultOf(api, 'Racing', submitted(job('running')))
    await expect.poll(() => asked).toEqual(['GET one'])
    process.emit('SIGINT')
    await expect(result).rejects.toMatchObject({ error: { code: 'forecast/cancelled' } })
    expect(asked).toEqual(['GET one', 'DELETE one'])
    expect(listeners()).toBe(before)
  })

  it('is taken back as soon as it has a name, when Ctrl-C came before', async () => {
    const { api, asked } = fakeApi(never)
    let name: (first: object) => void = () => undefined
    const first = new Promise<object>(resolve => {
      name = resolve
    })
    const result = resultOf(api, 'Racing', first as Submitted)
    process.emit('SIGINT')
    name(job('waiting'))
    await expect(result).rejects.toMatchObject({ error: { code: 'forecast/cancelled' } })
    expect(asked).toEqual(['DELETE one'])
  })

  it('leaves Ctrl-C as it was', async () => {
    const before = listeners()
    await resultOf(fakeApi(done).api, 'Racing', submitted(done))
    await resultOf(fakeApi(done).api, 'Racing', Promise.reject(new Error('refused'))).catch(() => undefined)
    expect(listeners()).toBe(before)
  })
})
