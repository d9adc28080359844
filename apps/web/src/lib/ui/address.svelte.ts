/**
 * The page's address as it stands, also where a page has changed it without a visit to the server.
 *
 * `page.url` keeps what the last visit asked for. Only a browser sets anything here; on the server it is that address.
 */
import { replaceState } from '$app/navigation'
import { page } from '$app/state'
import type { Address } from './links.ts'

const shown = $state<{ of: string | null; search: string }>({ of: null, search: '' })
const pinned = $state<{ of: string | null; params: Record<string, string> }>({ of: null, params: {} })

/** For links from the page, in markup or a derived value. */
export function here(): Address & { readonly search: string } {
  const { pathname, href } = page.url
  const search = shown.of === href ? shown.search : page.url.search
  return { pathname, search, searchParams: new URLSearchParams(search) }
}

/** Puts `href`, an address of the same page, into the browser's bar without a visit. */
export function show(href: string): void {
  replaceState(href, {})
  shown.of = page.url.href
  shown.search = new URL(href, page.url.href).search
}

/** What a citation of the page must say beyond its address, such as how many draws it has reached by now. */
export function pin(params: Record<string, string>): void {
  pinned.of = page.url.pathname
  pinned.params = params
}

export const pins = (): Record<string, string> => (pinned.of === page.url.pathname ? pinned.params : {})
