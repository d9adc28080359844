/**
 * How the command line speaks to the API: every address, parameter and answer typed from the OpenAPI document.
 */
import type { FrownError } from '@frown/core/shared'
import createClient, { type Client } from 'openapi-fetch'
import { isErrorCode, Refusal } from '../refusal.ts'
import type { components, paths } from './schema.ts'

export type Api = Client<paths, 'application/json'>
export type ImportDiff = components['schemas']['ImportDiff']

/** What GET of an address answers. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** The query parameters that GET of an address takes. */
export type Query<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Parameters } } }
  ? NonNullable<Parameters>
  : never

export const makeApi = (baseUrl: string, fetch: (request: Request) => Promise<Response>, token: string): Api =>
  createClient<paths, 'application/json'>({ baseUrl, fetch, headers: { authorization: `Bearer ${token}` } })

interface Reply<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** What the API answered; a refusal of the API is thrown as ours. */
export async function answerOf<T>(reply: Promise<Reply<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await reply
  if (response.ok && data !== undefined && data !== null) return data
  throw new Refusal(errorOf(error, response.status))
}

interface Page {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

const pageLimit = 5_000

/** All pages as one answer, until there are no more or `most` items are there. */
export async function allPages<Answered extends Page>(
  pageOf: (limit: number, cursor: { cursor?: string }) => Promise<Answered>,
  most: number
): Promise<Answered> {
  const first = await pageOf(Math.min(pageLimit, most), {})
  const items = [...first.items]
  let cursor = first.nextCursor
  while (cursor !== null && items.length < most) {
    const page = await pageOf(Math.min(pageLimit, most - items.length), { cursor })
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return { ...first, items, nextCursor: cursor }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function errorOf(problem: unknown, status: number): FrownError {
  const fields: Record<string, unknown> = typeof problem === 'object' && problem !== null ? { ...problem } : {}
  const place = textOf(fields.place)
  const remedy = textOf(fields.remedy)
  return {
    code: isErrorCode(fields.code) ? fields.code : 'server/failed',
    detail: textOf(fields.detail) ?? `The server answered ${status}`,
    ...(place && { place }),
    ...(remedy && { remedy })
  }
}
