/**
 * What value does a text mean, in the unit of its property? As people write it; what could be meant in two ways is refused.
 */
import { type FrownError, fail, ok, type Result } from '../../shared/index.ts'
import { isSubjectId } from '../check-claim.ts'
import type { ClaimValue, GroupId, Subject, SystemId } from '../claim.ts'
import { parseDay } from '../day.ts'
import { closest, findSystem } from '../find-system.ts'
import { withParts } from '../group-systems.ts'
import { type Property, properties } from '../property.ts'
import type { RegisterView } from '../view.ts'
import { isPlainLine, isWebAddress } from './plain-text.ts'

const longest = { name: 120, text: 300, entry: 200 } as const
const mostEntries = 50

/** `place`: the field that a refusal names. Error: register/invalid-claim. */
export function readValue(
  property: Property,
  text: string,
  { view, subject, place }: { view: RegisterView; subject: Subject; place: string }
): Result<ClaimValue> {
  const { shape, label, unit } = properties[property]
  const refuse = (detail: string, remedy: string) => invalid(place, detail, remedy)
  const given = text.trim()
  if (given === '') return refuse(`${label} is missing.`, 'Give it, or withdraw the claim.')
  switch (shape) {
    case 'count': {
      const number = readNumber(given, unit)
      return number === null
        ? refuse(
            `${label}: ${quoted(given)} is not a positive number.`,
            `Write it as 2.1e25, 12,000, 0.5 or 1.8 trillion${unit ? `, in ${unit}` : ''}; a point parts the decimals.`
          )
        : ok(number)
    }
    case 'day': {
      const day = parseDay(given)
      return day ? ok(day) : refuse(`${label}: ${quoted(given)} is not a day.`, dayRemedy)
    }
    case 'boolean': {
      const is = { yes: true, true: true, no: false, false: false }[given.toLowerCase() as 'yes']
      return is === undefined ? refuse(`${label}: ${quoted(given)} is neither yes nor no.`, 'Write yes or no.') : ok(is)
    }
    case 'text': {
      const line = oneLine(given)
      if (property === 'link' && !isWebAddress(line))
        return refuse(`${label}: ${quoted(line)} is not an address.`, 'Give one that begins with http:// or https://.')
      const most = property === 'name' ? longest.name : longest.text
      return isPlainLine(line, most) ? ok(line) : refuse(`${label} is not plain text.`, plainRemedy(most))
    }
    case 'texts': {
      const entries = linesOf(given)
      return entries.length <= mostEntries && entries.every(entry => isPlainLine(entry, longest.entry))
        ? ok(entries)
        : refuse(
            `${label} is not a list of plain texts.`,
            `One on each line, at most ${mostEntries}. ${plainRemedy(longest.entry)}`
          )
    }
    case 'groups': {
      const ids: GroupId[] = []
      for (const line of linesOf(given)) {
        const id = groupOf(view, line)
        if (id === null) return fail(unknownGroup(view, line, place))
        if (!ids.includes(id)) ids.push(id)
      }
      return ids.length <= mostEntries ? ok(ids) : refuse(`${label}: more than ${mostEntries}.`, 'Give fewer.')
    }
    case 'group': {
      const id = groupOf(view, given)
      if (id === null) return fail(unknownGroup(view, given, place))
      return withParts(view, subject.id as GroupId).has(id)
        ? refuse(`${label}: a group is not part of itself or of its parts.`, 'Name another group.')
        : ok(id)
    }
    case 'system': {
      const found = findSystem(view, given)
      if (!found.ok) return invalid(place, found.error.detail, found.error.remedy ?? 'Give the id of a system.')
      const { id, sameRunAs } = found.value
      if (id === (subject.id as SystemId))
        return refuse(`${label}: a system cannot name itself.`, 'Name another system.')
      return sameRunAs === null ? ok(id) : refuse(`${label}: ${id} itself names another.`, `Name ${sameRunAs}.`)
    }
  }
}

export const invalid = (place: string, detail: string, remedy: string): { ok: false; error: FrownError } =>
  fail({ code: 'register/invalid-claim', detail, place, remedy: `${remedy} Nothing was changed.`.trim() })

export const dayRemedy = 'Write a day as YYYY-MM-DD, such as 2024-05-01.'
export const plainRemedy = (most: number): string =>
  `At most ${most.toLocaleString('en-GB')} characters, none of them invisible.`

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const scaleOf: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const gaps = '[, \\u00a0\\u2009\\u202f_]'
const groupedPattern = new RegExp(`^\\d{1,3}(${gaps}\\d{3})+(?=[.e]|$)`)
const plainPattern = /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/

/** A positive finite number written as 1e25, 2.1e+25, 2.1 × 10²⁵, 12,000 or 1.8 trillion; null: none. */
export function readNumber(text: string, unit: string | null): number | null {
  const bare = unit === null ? text : text.replace(new RegExp(`\\s*${unit.replace(/[()]/g, '\\$&')}s?$`, 'i'), '')
  const [, digits = bare, word] = /^(.*?)\s*(thousand|million|billion|trillion)$/i.exec(bare) ?? []
  const written = digits
    .trim()
    .replace(/10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power: string) => `10^${power.replace(/./g, plainDigit)}`)
    .replace(/\s*[×x*·]\s*10\s*(?:\^|\*\*)\s*/i, 'e')
    .replace(/^10\s*(?:\^|\*\*)\s*/, '1e')
    .toLowerCase()
    .replace(groupedPattern, whole => whole.replace(/\D/g, ''))
  if (!plainPattern.test(written)) return null
  const value =
    word === undefined
      ? Number(written)
      : Number((Number(written) * (scaleOf[word.toLowerCase()] ?? 1)).toPrecision(15))
  return Number.isFinite(value) && value > 0 ? value : null
}

const plainDigit = (digit: string): string => (digit === '⁻' ? '-' : String(superscripts.indexOf(digit)))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map(oneLine)
      .filter(line => line !== '')
  )
]

/** By id, name or alias, ignoring case. */
function groupOf(view: RegisterView, text: string): GroupId | null {
  if (isSubjectId(text) && view.groups.has(text as GroupId)) return text as GroupId
  const wanted = text.toLowerCase()
  const named = [...view.groups.values()].filter(group =>
    [group.name, ...group.alsoKnownAs].some(name => name.toLowerCase() === wanted)
  )
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

function unknownGroup(view: RegisterView, text: string, place: string): FrownError {
  const near = closest(
    text.slice(0, longest.name),
    [...view.groups.values()].flatMap(({ id, name }) => [name, id])
  )
  return {
    code: 'register/invalid-claim',
    detail: `No one group has the id or name ${quoted(text)}.`,
    place,
    remedy: `${near.length > 0 ? `Perhaps: ${near.join(', ')}. Or add` : 'Add'} the group first. Nothing was changed.`
  }
}

const quoted = (text: string): string => (text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`)
