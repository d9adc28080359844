/**
 * The order of a table, from the page's address: links sort it, with or without scripts.
 */
export interface SortOrder<Key extends string> {
  readonly sort: Key
  readonly order: 'asc' | 'desc'
}

/** What the address asks for; whatever it does not name, or names wrongly, is `standard`. */
export function sortOrderOf<Key extends string>(
  params: URLSearchParams,
  keys: readonly Key[],
  standard: SortOrder<Key>
): SortOrder<Key> {
  const sort = keys.find(key => key === params.get('sort'))
  if (!sort) return standard
  const order = params.get('order')
  return { sort, order: order === 'asc' || order === 'desc' ? order : standard.order }
}

/** A new list in that order; what is unknown (null) comes last either way. */
export function inOrder<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | number | null,
  order: 'asc' | 'desc'
): Row[] {
  const sign = order === 'desc' ? -1 : 1
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * String(left).localeCompare(String(right), 'en')
  })
}
