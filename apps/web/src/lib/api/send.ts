/**
 * How pages and their scripts change something: a request of the public API with JSON, and its answer or refusal.
 */
import { ok, type Result } from '@frown/core/shared'
import { type Refusal, refusalOf } from './client.ts'

export async function send(
  fetch: typeof globalThis.fetch,
  method: 'POST' | 'PATCH' | 'DELETE',
  href: string,
  body?: object
): Promise<Result<unknown, Refusal>> {
  const response = await fetch(href, {
    method,
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) })
  })
  return response.ok ? ok(await response.json()) : refusalOf(response)
}
