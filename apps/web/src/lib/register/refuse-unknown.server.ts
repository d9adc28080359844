/**
 * A refusal with a way on: what the API suggests instead, each checked and made a link.
 */
import { error } from '@sveltejs/kit'
import { ask, asOfParams, type Refusal } from '../api/client.ts'
import { asOfHref } from '../ui/links.ts'

/** Ends the load with the API's own words; `noun` is the page and the resource that suggestions lead to. */
export async function refuseUnknown(
  fetch: typeof globalThis.fetch,
  url: URL,
  noun: 'groups' | 'systems',
  { status, message, remedy }: Refusal
): Promise<never> {
  const named = status === 404 ? suggested(remedy) : []
  const found = await Promise.all(
    named.map(idOrName => ask(fetch, `/api/v1/register/${noun}/{id}`, { id: idOrName, ...asOfParams(url) }))
  )
  const links = new Map(found.flatMap(asked => (asked.ok ? [[asked.value.id, asked.value.name] as const] : [])))
  const suggestions = [...links].map(([id, label]) => ({
    href: asOfHref(`/${noun}/${encodeURIComponent(id)}`, url),
    label
  }))
  if (suggestions.length > 0) error(status, message, { suggestions })
  error(status, message, remedy ? { remedy } : {})
}

/** The ids and names in "Perhaps: a, b, c." */
export const suggested = (remedy: string | undefined): string[] =>
  /^Perhaps: (.+)\.$/.exec(remedy ?? '')?.[1]?.split(', ') ?? []
