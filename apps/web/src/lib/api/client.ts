/**
 * How pages reach data: the public API, every address, parameter and answer typed from its OpenAPI document.
 *
 * A plain fetch under those types: a chart asks from the browser too, and a library would only weigh there.
 */
import { fail, ok, type Result } from '@frown/core/shared'
import { error } from '@sveltejs/kit'
import type { components, paths } from './schema.ts'

interface Json<Body> {
  get: { responses: { 200: { content: { 'application/json': Body } } } }
}

/** An address that answers GET with JSON, as the document writes it: '/api/v1/register/systems/{id}'. */
export type Path = { [At in keyof paths]: paths[At] extends Json<unknown> ? At : never }[keyof paths]

/** What GET of an address answers. */
export type Answer<At extends Path> = paths[At] extends Json<infer Body> ? Body : never

type InPath<At extends Path> = paths[At]['get'] extends { parameters: { path: infer Named } } ? Named : object
type InQuery<At extends Path> = NonNullable<paths[At]['get']['parameters']['query']>

type HrefParams<At extends Path> = InPath<At> & {
  readonly [Name in keyof InQuery<At>]?: InQuery<At>[Name] | null | undefined
}

/** Parameters by name, those of the path among them; a query parameter that is null, undefined or '' is left out. */
export type Params<At extends Path> = HrefParams<At> & { readonly format?: never }

/** Why the API gave no answer: its HTTP status and its own words. */
export interface Refusal {
  readonly status: number
  readonly message: string
  readonly remedy?: string
}

/** An address with its parameters: what is fetched, and what a link to the API's tables names. */
export function apiHref<At extends Path>(path: At, params: HrefParams<At>): string {
  const query = new URLSearchParams()
  let bare: string = path
  for (const [name, value] of Object.entries(params)) {
    if (path.includes(`{${name}}`)) bare = bare.replace(`{${name}}`, encodeURIComponent(String(value)))
    else if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `${bare}?${query}` : bare
}

/** The answer or the refusal, for pages that have something to say either way. */
export async function ask<At extends Path>(
  fetch: typeof globalThis.fetch,
  path: At,
  params: Params<At>
): Promise<Result<Answer<At>, Refusal>> {
  const response = await fetch(apiHref(path, params), { headers: { accept: 'application/json' } })
  return response.ok ? ok(await response.json()) : refusalOf(response)
}

/** Why the API refused, in its own words. */
export async function refusalOf(response: Response): Promise<{ ok: false; error: Refusal }> {
  const problem: Partial<components['schemas']['Problem']> = await response.json().catch(() => ({}))
  const message = problem.detail ?? problem.title ?? 'The register did not answer.'
  return fail({ status: response.status, message, ...(problem.remedy ? { remedy: problem.remedy } : {}) })
}

/** The answer; a refusal becomes the page's error. */
export async function read<At extends Path>(
  fetch: typeof globalThis.fetch,
  path: At,
  params: Params<At>
): Promise<Answer<At>> {
  const asked = await ask(fetch, path, params)
  if (asked.ok) return asked.value
  const { status, message, remedy } = asked.error
  error(status, message, remedy ? { remedy } : {})
}

/** The two days of a page's address, as parameters. */
export const asOfParams = ({ searchParams }: { searchParams: Pick<URLSearchParams, 'get'> }) => ({
  knownOn: searchParams.get('knownOn') || null,
  trueOn: searchParams.get('trueOn') || null
})
