/**
 * Which id does a new subject get? Its first name, in lower-case words joined by hyphens; ids then never change.
 */

const longestSlug = 100

const spelled: readonly (readonly [RegExp, string])[] = [
  [/['’]/g, ''],
  [/&/g, ' and '],
  [/\+(?=\s|$)/g, ' plus '],
  [/π/g, 'pi'],
  [/ø/gi, 'o'],
  [/ß/g, 'ss'],
  [/ł/gi, 'l']
]

/** `taken` holds the ids in use; a second subject of one name gets -2. */
export function subjectSlug(name: string, taken: ReadonlySet<string>): string {
  const words = spelled
    .reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, '')
  const slug = words === '' ? 'unnamed' : words
  for (let count = 1; ; count++) {
    const id = count === 1 ? slug : `${slug}-${count}`
    if (!taken.has(id)) return id
  }
}
