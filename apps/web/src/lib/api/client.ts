/**
 * How pages reach data: the public API, every address, parameter and answer typed from its OpenAPI document.
 */
import { type ErrorCode, errorCodes, type FrownError, fail, ok, type Result } from '@frown/core/shared'
import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.ts'

export type Api = Client<paths, 'application/json'>

/** What GET of an address answers. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A refusal of the API with its HTTP status. */
export interface Problem extends FrownError {
  readonly status: number
}

/** `fetch` and `origin` are those of a load function: `makeApi(event.fetch, event.url.origin)`. */
export const makeApi = (fetch: typeof globalThis.fetch, origin: string): Api =>
  createClient<paths, 'application/json'>({ baseUrl: origin, fetch: request => fetch(request) })

interface Reply<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** What the API answered, as a value or as the problem it names: `await answerOf(api.GET('/api/v1/…'))`. */
export async function answerOf<T>(reply: Promise<Reply<T>>): Promise<Result<NonNullable<T>, Problem>> {
  const { data, error, response } = await reply
  if (response.ok && data !== undefined && data !== null) return ok(data)
  return fail(problemOf(error, response.status))
}

const isErrorCode = (text: unknown): text is ErrorCode => typeof text === 'string' && Object.hasOwn(errorCodes, text)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function problemOf(body: unknown, status: number): Problem {
  const fields: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  const place = textOf(fields.place)
  const remedy = textOf(fields.remedy)
  return {
    status,
    code: isErrorCode(fields.code) ? fields.code : 'server/failed',
    detail: textOf(fields.detail) ?? `The server answered ${status}.`,
    ...(place && { place }),
    ...(remedy && { remedy })
  }
}
