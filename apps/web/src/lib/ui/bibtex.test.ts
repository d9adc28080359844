import { describe, expect, it } from 'vitest'
import { bibtexOf } from './bibtex.ts'

const permalink = 'https://frown.example/groups/openai?knownOn=2025-03-01&trueOn=2025-03-01'

describe('a BibTeX entry', () => {
  it('pins the day in key, year, note and address', () =>
    expect(bibtexOf({ title: 'OpenAI', permalink, knownOn: '2025-03-01' })).toBe(`@misc{frown-groups-openai-2025-03-01,
  title        = {{OpenAI}},
  author       = {{Frown}},
  year         = {2025},
  note         = {As known on 2025-03-01. Data: Epoch AI, CC BY 4.0},
  howpublished = {\\url{https://frown.example/groups/openai?knownOn=2025-03-01&trueOn=2025-03-01}}
}
`))

  it.each([
    { title: 'AT&T', written: 'AT\\&T' },
    { title: '100% {of} $x_1$ #2', written: '100\\% \\{of\\} \\$x\\_1\\$ \\#2' },
    { title: 'a\\b~c^d', written: 'a\\textbackslash{}b\\textasciitilde{}c\\textasciicircum{}d' },
    { title: 'two\nlines', written: 'two lines' }
  ])('writes $title so that LaTeX sets it', ({ title, written }) =>
    expect(bibtexOf({ title, permalink, knownOn: '2025-03-01' })).toContain(`title        = {{${written}}},`)
  )

  it('lets no address close its braces', () =>
    expect(bibtexOf({ title: 'x', permalink: 'https://frown.example/?query=}{', knownOn: '2025-03-01' })).toContain(
      '\\url{https://frown.example/?query=%7D%7B}'
    ))

  it('names the start page', () =>
    expect(bibtexOf({ title: 'x', permalink: 'https://frown.example/', knownOn: '2025-03-01' })).toContain(
      '@misc{frown-home-2025-03-01,'
    ))
})
