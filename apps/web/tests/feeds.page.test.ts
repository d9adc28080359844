import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.stop())

const feeds = [
  { page: '/changes', feed: '/changes/feed.atom' },
  { page: '/groups/openai', feed: '/groups/openai/feed.atom' },
  { page: '/systems/gpt-4', feed: '/systems/gpt-4/feed.atom' }
]

describe.each(feeds)('the feed $feed', ({ page, feed }) => {
  it('is named and linked on its page', async () => {
    const { document } = parseHTML(await (await fetch(site.url + page)).text())
    const link = document.querySelector('link[rel=alternate][type="application/atom+xml"]')
    expect(link?.getAttribute('href')).toBe(feed)
    expect(document.querySelector(`main a[href="${feed}"]`)).not.toBeNull()
  })

  it('is XML that a browser reads, with what RFC 4287 asks for', async () => {
    const response = await fetch(site.url + feed)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const { page: reader } = await site.visit('/correcting')
    const found = (await reader.evaluate(
      `(text => {
        const read = new DOMParser().parseFromString(text, 'application/xml')
        const fault = read.querySelector('parsererror')
        if (fault) return { fault: fault.textContent }
        const own = (of, name) => [...of.children].filter(one => one.localName === name)
        const feed = read.documentElement
        return {
          namespace: feed.namespaceURI,
          root: feed.localName,
          once: ['id', 'title', 'updated', 'author'].map(name => own(feed, name).length),
          self: own(feed, 'link').find(one => one.getAttribute('rel') === 'self')?.getAttribute('href'),
          alternate: own(feed, 'link').find(one => one.getAttribute('rel') === 'alternate')?.getAttribute('href'),
          entries: own(feed, 'entry').map(entry => ({
            once: ['id', 'title', 'updated', 'content'].map(name => own(entry, name).length),
            id: own(entry, 'id')[0].textContent,
            updated: own(entry, 'updated')[0].textContent,
            href: own(entry, 'link')[0].getAttribute('href'),
            content: own(entry, 'content')[0].textContent
          }))
        }
      })(${JSON.stringify(await response.text())})`
    )) as {
      fault?: string
      entries: { once: number[]; id: string; updated: string; href: string; content: string }[]
    }
    expect(found).toMatchObject({
      namespace: 'http://www.w3.org/2005/Atom',
      root: 'feed',
      once: [1, 1, 1, 1],
      self: site.url + feed,
      alternate: site.url + page
    })
    expect(found.entries.length).toBeGreaterThan(1)
    expect(found.entries.length).toBeLessThanOrEqual(50)
    expect(new Set(found.entries.map(({ id }) => id)).size).toBe(found.entries.length)
    const instants = found.entries.map(({ updated }) => updated)
    expect(instants).toEqual([...instants].sort().reverse())
    for (const entry of found.entries) {
      expect(entry.once).toEqual([1, 1, 1, 1])
      expect(entry.updated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(entry.content).toContain('Source: ')
      expect((await fetch(entry.href)).status).toBe(200)
    }
  })

  it('may be kept, and is not sent again to who has it', async () => {
    const first = await fetch(site.url + feed)
    expect(first.headers.get('cache-control')).toBe('public, max-age=600')
    expect(first.headers.get('last-modified')).toMatch(/GMT$/)
    const etag = first.headers.get('etag') ?? ''
    expect((await fetch(site.url + feed, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})

it.each(['/groups/nobody/feed.atom', '/systems/nothing/feed.atom'])('%s is not there', async path => {
  expect((await fetch(site.url + path)).status).toBe(404)
})
