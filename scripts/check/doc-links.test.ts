import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brokenLinks } from './doc-links.mjs'

let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'frown-links-'))
  mkdirSync(join(base, 'docs'))
  writeFileSync(
    join(base, 'docs', 'method.md'),
    '# How we know, and *how well*\n\n## A\n\n## A\n\n<a id="by-hand"></a>\n'
  )
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

describe('a link in a document', () => {
  it.each([
    { text: '[there](docs/method.md)', broken: false },
    { text: '[there](/docs/method.md)', broken: false },
    { text: '[a folder](docs/)', broken: false },
    { text: '[not there](docs/methods.md)', broken: true },
    { text: '![no picture](docs/picture.png)', broken: true },
    { text: '<img src="docs/picture.png">', broken: true },
    { text: '[named]: docs/methods.md', broken: true },
    { text: '[a heading](docs/method.md#how-we-know-and-how-well)', broken: false },
    { text: '[its second](docs/method.md#a-1)', broken: false },
    { text: '[no third](docs/method.md#a-2)', broken: true },
    { text: '[by hand](docs/method.md#by-hand)', broken: false },
    { text: '# Here\n[here](#here)', broken: false },
    { text: '# Here\n[not here](#there)', broken: true },
    { text: '[elsewhere](https://example.org/none.md)', broken: false },
    { text: '`[code](docs/methods.md)`', broken: false },
    { text: '```\n[code](docs/methods.md)\n```', broken: false }
  ])('$text: broken $broken', ({ text, broken }) => {
    writeFileSync(join(base, 'page.md'), text)
    expect(brokenLinks(['page.md'], base)).toHaveLength(broken ? 1 : 0)
  })
})
