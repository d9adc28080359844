/**
 * Is this a source that a claim may rest on? It has an address that anyone can go to, and says who speaks.
 */
import { ok, type Result } from '../../shared/index.ts'
import { longestReply } from '../check-claim.ts'
import type { Source } from '../claim.ts'
import { type Day, parseDay } from '../day.ts'
import type { WrittenSource } from './edit.ts'
import { isPlainLine, isPlainText, isWebAddress } from './plain-text.ts'
import { dayRemedy, invalid, plainRemedy } from './read-value.ts'

const longest = { title: 300, publisher: 200, licence: 60 } as const
/** What Frown itself worked out from an imported list goes by this name, and imports answer for it. */
const ownPublisher = 'frown'

/** Error: register/invalid-claim, at `source.…`. */
export function readSource(written: WrittenSource, today: Day): Result<Source> {
  const { tier } = written
  const url = written.url.trim()
  if (!isWebAddress(url))
    return invalid(
      'source.url',
      'The source has no address on the web.',
      'Give one that begins with http:// or https://.'
    )
  const derivedFrom = orNull(written.derivedFrom)
  if (derivedFrom !== null && !isWebAddress(derivedFrom))
    return invalid(
      'source.derivedFrom',
      'What the source rests on has no address on the web.',
      'Give one that begins with http:// or https://, or leave it empty.'
    )
  const title = written.title.trim()
  const publisher = written.publisher.trim()
  const licence = orNull(written.licence)
  for (const [name, text, label] of [
    ['title', title, 'The title'],
    ['publisher', publisher, 'The publisher'],
    ['licence', licence, 'The licence']
  ] as const)
    if (text !== null && !isPlainLine(text, longest[name]))
      return invalid(
        `source.${name}`,
        text === '' ? `${label} of the source is missing.` : `${label} of the source is not plain text.`,
        plainRemedy(longest[name])
      )
  if (publisher.toLowerCase() === ownPublisher)
    return invalid('source.publisher', 'Frown is no source.', 'Name whoever published what you read.')
  const days: { publishedOn: Day | null; accessedOn: Day | null } = { publishedOn: null, accessedOn: null }
  for (const name of ['publishedOn', 'accessedOn'] as const) {
    const text = orNull(written[name])
    if (text === null) continue
    const day = parseDay(text)
    if (!day) return invalid(`source.${name}`, 'This is not a day.', `${dayRemedy} Or leave it empty.`)
    if (day > today) return invalid(`source.${name}`, 'This day is still to come.', 'Give an earlier one.')
    days[name] = day
  }
  return ok({ url, title, publisher, ...days, tier, derivedFrom, licence })
}

/** The group's words: plain text with its lines; null: none. Error: register/invalid-claim, at `reply`. */
export function readReply(written: string | null): Result<string | null> {
  const reply = written?.replace(/\r\n?/g, '\n').trim() ?? ''
  if (reply === '') return ok(null)
  return isPlainText(reply, longestReply)
    ? ok(reply)
    : invalid('reply', 'The reply is not plain text of the length that is shown.', plainRemedy(longestReply))
}

const orNull = (text: string | null): string | null => text?.trim() || null
