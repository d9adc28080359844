/**
 * What was written in the register, latest first, as an Atom feed (RFC 4287).
 *
 * An edit by a person is an entry of its own; an import, which writes thousands of claims at one instant, is summed up in
 * one. Ids come from the claims, so that an entry is the same in every copy.
 */
import { createHash } from 'node:crypto'
import { Feed } from 'feed'
import { read } from '../api/client.ts'
import { quantityText } from '../ui/quantity-text.ts'
import { ratioText } from '../ui/ratio-text.ts'
import type { Recording } from './resources.ts'
import { stepWords } from './step-words.ts'

interface Scope {
  readonly group?: string
  readonly system?: string
  /** What the feed is of, for its title. */
  readonly of: string
  /** Path of the page that it belongs to. */
  readonly page: string
}

const newest = 50
const freshForSeconds = 600

export async function feedResponse(
  { fetch, url, request }: { fetch: typeof globalThis.fetch; url: URL; request: Request },
  { group, system, of, page }: Scope
): Promise<Response> {
  const { items } = await read(fetch, '/api/v1/register/recordings', {
    limit: newest,
    ...(group && { group }),
    ...(system && { system })
  })
  const body = atomOf(items, { origin: url.origin, self: url.origin + url.pathname, of, page })
  const headers = {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    'cache-control': `public, max-age=${freshForSeconds}`,
    ...(items[0] && { 'last-modified': new Date(items[0].recordedAt).toUTCString() })
  }
  if (request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' } })
}

export function atomOf(
  items: readonly Recording[],
  { origin, self, of, page }: { origin: string; self: string; of: string; page: string }
): string {
  const feed = new Feed({
    id: self,
    title: clean(`Frown: ${of}`),
    link: origin + page,
    feedLinks: { atom: self },
    updated: new Date(items[0]?.recordedAt ?? 0),
    author: { name: 'Frown', link: `${origin}/` },
    copyright: 'Values under the licences of their sources, which each entry names.',
    generator: 'Frown'
  })
  for (const item of items)
    feed.addItem({
      id: `urn:frown:recording:${self.slice(origin.length)}:${item.id}`,
      title: escaped(titleOf(item)),
      link: origin + pathOf(item),
      date: new Date(item.recordedAt),
      published: new Date(item.recordedAt),
      content: contentOf(item, origin),
      category: item.kinds.map(({ kind }) => ({ name: stepWords[kind], term: kind }))
    })
  return feed.atom1()
}

const isSummed = ({ subjects }: Recording): boolean => subjects > 1

/** Several properties of one subject, or one import in one line. */
function titleOf({ claims, subjects, source, steps, kinds, ...rest }: Recording): string {
  const [first] = steps
  if (!first || isSummed({ claims, subjects, source, steps, kinds, ...rest }))
    return `${source.title} (${source.publisher}): ${claims.toLocaleString('en-GB')} entries about ${subjects.toLocaleString('en-GB')} systems and groups`
  const others = claims > 1 ? `, and ${claims - 1} more` : ''
  return `${first.name}: ${first.label.toLowerCase()} ${stepWords[first.kind]}${first.ratio === null ? '' : `, ${ratioText(first.ratio)}`}${others}`
}

const pathOf = (item: Recording): string =>
  isSummed(item) ? `/changes?to=${item.recordedAt.slice(0, 10)}` : `/claims/${item.id}`

function contentOf(item: Recording, origin: string): string {
  const { source, steps, claims, kinds } = item
  const said = source.url.startsWith('http')
    ? `<a href="${escaped(source.url)}">${escaped(source.title)}</a>`
    : escaped(source.title)
  const by = `<p>Source: ${escaped(source.publisher)}, ${said}${source.licence ? `, ${escaped(source.licence)}` : ''}.</p>`
  if (isSummed(item))
    return `<p>${kinds.map(one => `${one.claims.toLocaleString('en-GB')} ${stepWords[one.kind]}`).join(', ')}.</p>${by}`
  const more = claims - steps.length
  return `<ul>${steps.map(step => stepOf(step, origin)).join('')}</ul>${more > 0 ? `<p>And ${more} more.</p>` : ''}${by}`
}

type Step = Recording['steps'][number]

function stepOf({ kind, label, unit, before, claim }: Step, origin: string): string {
  const was = before && before.value !== null && kind !== 'unchanged' ? `${escaped(valueText(before, unit))} → ` : ''
  const is = claim.value === null ? 'not known' : valueText(claim, unit)
  const isDoubt = kind === 'contested' || kind === 'replied' || kind === 'uncontested'
  const reply = claim.reply === null ? '' : `<blockquote>${escaped(claim.reply).replace(/\n/g, '<br>')}</blockquote>`
  return `<li><a href="${origin}/claims/${claim.id}">${escaped(label)}</a> ${stepWords[kind]}: ${isDoubt ? '' : was}${escaped(is)}${reply}</li>`
}

function valueText(claim: Step['claim'], unit: string | null): string {
  const { value, low, high, confidence } = claim
  if (typeof value === 'number') return quantityText({ value, low, high, confidence }, unit)
  return Array.isArray(value) ? value.join(', ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** Without what XML 1.0 cannot hold (section 2.2). */
const clean = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

/** As text within HTML. */
const escaped = (text: string): string => clean(text).replace(/[&<>"']/g, character => `&#${character.codePointAt(0)};`)
