import { error } from '@sveltejs/kit'

interface Problem {
  detail?: string
  title?: string
  remedy?: string
}

export type Params = Record<string, string | number | boolean | null | undefined>

/** `path` with those parameters that have a value. */
export function apiPath(path: string, params: Params = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `${path}?${query}` : path
}

/** The API's answer; its refusals become the page's error, with the API's own sentence. */
export async function getJson<T>(fetch: typeof globalThis.fetch, path: string, params: Params = {}): Promise<T> {
  const response = await fetch(apiPath(path, params), { headers: { accept: 'application/json' } })
  if (response.ok) return (await response.json()) as T
  const problem = (await response.json().catch(() => ({}))) as Problem
  const message = problem.detail ?? problem.title ?? 'The register did not answer.'
  error(response.status, problem.remedy ? { message, remedy: problem.remedy } : { message })
}

/** The two days of a page's address, as parameters for the API. */
export function asOfParams(url: URL): { knownOn: string | null; trueOn: string | null } {
  return { knownOn: url.searchParams.get('knownOn') || null, trueOn: url.searchParams.get('trueOn') || null }
}
