import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { atomOf } from './feed.server.ts'
import type { Recording } from './resources.ts'

type Step = Recording['steps'][number]

const claim = (change: Partial<Step['claim']> = {}): Step['claim'] => ({
  id: '0'.repeat(31).concat('1'),
  subject: { kind: 'system', id: 'alpha' },
  property: 'trainingComputeFlop',
  supersedes: null,
  value: 1e25,
  low: null,
  high: null,
  confidence: 'likely',
  status: 'asserted',
  reply: null,
  validFrom: '2024-05-01',
  recordedAt: '2026-03-01T12:00:00.000Z',
  source: {
    url: 'https://example.org/?a=1&b=2',
    title: 'A report',
    publisher: 'Example',
    publishedOn: null,
    accessedOn: null,
    tier: 'primary',
    derivedFrom: null,
    licence: null
  },
  ...change
})

const recording = (steps: readonly Partial<Step>[], change: Partial<Recording> = {}): Recording => {
  const all = steps.map(step => ({
    kind: 'revised' as const,
    ratio: 0.5,
    name: 'Alpha',
    label: 'Training compute',
    unit: 'FLOP',
    before: claim({ value: 2e25 }),
    claim: claim(),
    ...step
  }))
  return {
    id: all[0]?.claim.id ?? '',
    recordedAt: '2026-03-01T12:00:00.000Z',
    source: all[0]?.claim.source ?? claim().source,
    claims: all.length,
    subjects: 1,
    kinds: [{ kind: 'revised', claims: all.length }],
    steps: all,
    ...change
  }
}

const read = (items: readonly Recording[], of = 'changes') => {
  const xml = atomOf(items, {
    origin: 'https://frown.example',
    self: 'https://frown.example/changes/feed.atom',
    of,
    page: '/changes'
  })
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const text = (name: string) => document.querySelector(`entry ${name}`)?.textContent ?? ''
  return { xml, document, title: text('title'), content: text('content'), id: text('id') }
}

describe('an entry', () => {
  it('of an edit says what, by how much, from which source', () => {
    const { title, content, id, document } = read([recording([{}])])
    expect(title).toBe('Alpha: training compute revised, ÷ 2')
    expect(content).toContain('2 × 10²⁵ FLOP (likely) → 1 × 10²⁵ FLOP (likely)')
    expect(content).toContain('<a href="https://example.org/?a=1&#38;b=2">A report</a>')
    expect(id).toBe('urn:frown:recording:/changes/feed.atom:00000000000000000000000000000001')
    expect(document.querySelector('entry link')?.getAttribute('href')).toBe(
      'https://frown.example/claims/00000000000000000000000000000001'
    )
  })

  it('of an import sums up', () => {
    const { title, content } = read([
      recording([{}], {
        claims: 7_221,
        subjects: 812,
        kinds: [
          { kind: 'asserted', claims: 7_000 },
          { kind: 'withdrawn', claims: 221 }
        ]
      })
    ])
    expect(title).toBe('A report (Example): 7,221 entries about 812 systems and groups')
    expect(content).toContain('7,000 asserted, 221 withdrawn')
    expect(content).not.toContain('Alpha')
  })

  it('of a reply holds the words of the group, line by line', () => {
    const { content, title } = read([
      recording([{ kind: 'contested', ratio: null, claim: claim({ status: 'contested', reply: 'No.\nHalf of it.' }) }])
    ])
    expect(title).toBe('Alpha: training compute contested')
    expect(content).toContain('<blockquote>No.<br>Half of it.</blockquote>')
  })

  it.each([
    '<script>alert(1)</script>',
    ']]><script>alert(1)</script><![CDATA[',
    '&lt;img src=x onerror=alert(1)&gt;',
    '"onmouseover="alert(1)',
    'a\u0000b\u0008c\ud800d\ufffee'
  ])('shows %j as text and stays XML', text => {
    const { xml, title, content } = read(
      [
        recording([
          {
            name: text,
            label: text,
            claim: claim({
              property: 'hardware',
              value: text,
              reply: text,
              source: { ...claim().source, title: text, publisher: text, licence: text }
            })
          }
        ])
      ],
      text
    )
    expect(xml.isWellFormed() && !/[^\t\n\P{Cc}]|\p{Noncharacter_Code_Point}/u.test(xml)).toBe(true)
    expect(xml.match(/<entry>/g)).toHaveLength(1)
    expect(xml.match(/]]>/g)).toHaveLength(2)
    for (const html of [title, content]) {
      const read = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html')
      expect(read.querySelectorAll('script, img, [onmouseover]')).toHaveLength(0)
    }
  })
})

it('is a feed also where nothing was written', () => {
  const { document } = read([])
  expect(document.querySelectorAll('entry')).toHaveLength(0)
  for (const name of ['id', 'title', 'updated', 'author name', 'link[rel=self]'])
    expect(document.querySelectorAll(`feed > ${name}`)).toHaveLength(1)
})
