/**
 * Links that keep the reader's two days.
 *
 * Whoever looks at the register as known on some day keeps looking at it as known on that day, page after page.
 */
/** A page's address, as a load function or the page itself holds it. */
export interface Address {
  readonly pathname: string
  readonly searchParams: Pick<URLSearchParams, 'get' | 'has' | 'entries'>
}

const asOfNames = ['knownOn', 'trueOn'] as const

/** `path` with the days of the page at `from`; days that `path` already names win. */
export function asOfHref(path: string, from: Address): string {
  const [before = '', hash] = path.split('#')
  const [bare = '', search = ''] = before.split('?')
  const query = new URLSearchParams(search)
  for (const name of asOfNames) {
    const day = from.searchParams.get(name)
    if (day && !query.has(name)) query.set(name, day)
  }
  return `${bare}${query.size > 0 ? `?${query}` : ''}${hash === undefined ? '' : `#${hash}`}`
}

/** The page at `from` with some parameters set, or removed where the value is null or empty. */
export function withParams(from: Address, changes: Record<string, string | null>): string {
  const query = new URLSearchParams([...from.searchParams.entries()])
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value)
    else query.delete(name)
  }
  return `${from.pathname}${query.size > 0 ? `?${query}` : ''}`
}
