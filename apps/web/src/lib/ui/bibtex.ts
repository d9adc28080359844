/**
 * A page as a BibTeX entry: its title, the day it is known on, and the address that keeps showing it.
 */
export interface Cited {
  readonly title: string
  /** The page's address with both days in its query. */
  readonly permalink: string
  readonly knownOn: string
}

export function bibtexOf({ title, permalink, knownOn }: Cited): string {
  return `@misc{${keyOf(permalink, knownOn)},
  title        = {{${latex(title)}}},
  author       = {{Frown}},
  year         = {${knownOn.slice(0, 4)}},
  note         = {As known on ${knownOn}.${restsOn(permalink)} Data: Epoch AI, CC BY 4.0},
  howpublished = {\\url{${permalink.replace(/[{}\\]/g, encodeURIComponent)}}}
}
`
}

/** An answer of the forecast names in its address what decides its digits. */
function restsOn(permalink: string): string {
  const params = new URL(permalink).searchParams
  const named = (name: string) => (/^[\w.-]{1,64}$/.test(params.get(name) ?? '') ? latex(params.get(name) ?? '') : null)
  const [kernel, beliefs, draws, seed] = ['k', 'b', 'draws', 'seed'].map(named)
  if (!kernel || !beliefs) return ''
  return ` Kernel ${kernel}, beliefs ${beliefs}${draws ? `, ${draws} draws` : ''}${seed ? `, seed ${seed}` : ''}.`
}

function keyOf(permalink: string, knownOn: string): string {
  const path = new URL(permalink).pathname.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')
  return `frown-${path || 'home'}-${knownOn}`
}

const marks: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
}

/** What LaTeX would read as a command is written as itself. */
const latex = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\~^]|[&%$#_{}]/g, mark => marks[mark] ?? `\\${mark}`)
