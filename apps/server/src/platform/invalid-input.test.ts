import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerError } from './problem.ts'

const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), radius: z.number() }),
  z.strictObject({ kind: z.literal('square'), side: z.number() })
])
const Body = z.strictObject({
  count: z.int().min(1).max(9).optional(),
  on: z.boolean().optional(),
  name: z.string().max(5).optional(),
  shape: Shape.optional(),
  who: z.union([z.enum(['some', 'all']), z.array(z.string()).max(2)]).optional(),
  sizes: z.partialRecord(z.enum(['small', 'large']), z.number()).optional(),
  nested: z.array(z.strictObject({ weight: z.number() })).optional(),
  none: z.strictObject({}).optional(),
  said: z.string({ error: 'must be a word' }).optional()
})

let app: FastifyInstance
beforeAll(async () => {
  app = Fastify()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.post(
    '/',
    { schema: { body: Body, querystring: z.strictObject({ page: z.string().optional() }) } },
    async () => ''
  )
})
afterAll(() => app.close())

const tellOf = async (body: unknown, query = '') => {
  const { statusCode, ...response } = await app.inject({ method: 'POST', url: `/${query}`, payload: body as object })
  const { detail, place, remedy } = response.json()
  return { statusCode, detail, place, remedy }
}

describe('what is not of the form asked for', () => {
  it.each<{ body: unknown; told: readonly [place: string, detail: string, remedy: string] }>([
    { body: { count: 'x' }, told: ['count', 'count is "x".', 'Give a finite number.'] },
    { body: { count: 1.5 }, told: ['count', 'count is 1.5.', 'Give a whole number.'] },
    { body: { count: 0 }, told: ['count', 'count is 0.', 'Give at least 1.'] },
    { body: { count: 10 }, told: ['count', 'count is 10.', 'Give at most 9.'] },
    { body: { on: 1 }, told: ['on', 'on is 1.', 'Give true or false.'] },
    { body: { name: 'longer' }, told: ['name', 'name has 6 characters.', 'Give at most 5 characters.'] },
    { body: { name: {} }, told: ['name', 'name is an object.', 'Give text.'] },
    { body: { said: [] }, told: ['said', 'said is a list.', 'Give a word.'] },
    { body: { shape: 'round' }, told: ['shape', 'shape is "round".', 'Give an object.'] },
    { body: { shape: {} }, told: ['shape.kind', 'shape.kind is missing.', 'Give "circle" or "square".'] },
    {
      body: { shape: { kind: 'star' } },
      told: ['shape.kind', 'shape.kind is "star".', 'Give "circle" or "square".']
    },
    {
      body: { shape: { kind: 'circle', radius: 1, side: 2 } },
      told: ['shape.side', '"side" is not a field of shape.', 'Its fields are kind, radius.']
    },
    { body: { who: 'none' }, told: ['who', 'who is "none".', 'Give "some" or "all", or a list.'] },
    { body: { who: ['a', 3] }, told: ['who.1', 'who.1 is 3.', 'Give text.'] },
    { body: { who: ['a', 'b', 'c'] }, told: ['who', 'who has 3 entries.', 'Give at most 2 entries.'] },
    {
      body: { sizes: { medium: 1 } },
      told: ['sizes.medium', '"medium" is not a field of sizes.', 'Its fields are small, large.']
    },
    { body: { sizes: { small: null } }, told: ['sizes.small', 'sizes.small is null.', 'Give a finite number.'] },
    { body: { nested: [{}, {}] }, told: ['nested.0.weight', 'nested.0.weight is missing.', 'Give a finite number.'] },
    {
      body: { nested: [{ weight: 1, height: 2 }] },
      told: ['nested.0.height', '"height" is not a field of nested.0.', 'Its fields are weight.']
    },
    { body: { none: { a: 1 } }, told: ['none.a', '"a" is not a field of none.', 'It has no fields.'] },
    {
      body: { constructor: 1 },
      told: [
        'constructor',
        '"constructor" is not a field of the body.',
        'Its fields are count, on, name, shape, who, sizes, nested, none, said.'
      ]
    },
    { body: [], told: ['body', 'body is a list.', 'Give an object.'] }
  ])('$body is told with place, finding and remedy', async ({ body, told: [place, detail, remedy] }) => {
    expect(await tellOf(body)).toEqual({ statusCode: 400, place, detail, remedy })
  })

  it('in the query is called a parameter', async () => {
    const { detail, remedy } = await tellOf({}, '?pages=1')
    expect([detail, remedy]).toEqual(['"pages" is not a parameter of this address.', 'Its parameters are page.'])
    expect((await tellOf({}, '?page=1&page=2')).detail).toBe('page is there 2 times.')
  })

  it('is shown in brief', async () => {
    const { detail } = await tellOf({ count: 'x'.repeat(1_000) })
    expect(detail).toBe(`count is "${'x'.repeat(60)}…".`)
  })
})
