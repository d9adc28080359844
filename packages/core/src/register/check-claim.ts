/**
 * May this claim enter the register? The rules that hold for every claim, whoever brings it.
 */
import type { FrownError } from '../shared/index.ts'
import { type ClaimDraft, claimStatuses, confidences, sourceTiers } from './claim.ts'
import { parseDay, parseInstant } from './day.ts'
import { isProperty, properties } from './property.ts'

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const longestText = 1_000
export const longestReply = 2_000

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text)

/** Ids of groups and systems: lower-case words joined by hyphens, at most 120 characters. */
export const isSubjectId = (text: string): boolean => text.length <= 120 && idPattern.test(text)

/** The first rule that `draft` breaks, or null. */
export function checkClaim(draft: ClaimDraft): FrownError | null {
  const broken = firstBroken(draft)
  if (broken === null) return null
  return {
    code: 'register/invalid-claim',
    detail: `${broken[1]}.`,
    place: `${draft.subject.kind} ${draft.subject.id}, ${broken[0]}`,
    remedy: 'Correct the value, or leave the claim out.'
  }
}

function firstBroken(draft: ClaimDraft): [place: string, rule: string] | null {
  const { subject, property, value, low, high, status, source } = draft
  if (!isSubjectId(subject.id)) return ['id', 'An id is lower-case words joined by hyphens']
  if (!isProperty(property)) return ['property', `"${property}" is not a property of the register`]
  const definition = properties[property]
  if (definition.of !== 'both' && definition.of !== subject.kind)
    return [property, `This is a property of a ${definition.of}, not of a ${subject.kind}`]
  if (!claimStatuses.includes(status)) return ['status', `"${status}" is not a status`]
  if (!confidences.includes(draft.confidence)) return ['confidence', `"${draft.confidence}" is not a confidence`]
  if (!sourceTiers.includes(source.tier)) return ['source.tier', `"${source.tier}" is not a tier`]
  if (parseDay(draft.validFrom) === undefined) return ['validFrom', `"${draft.validFrom}" is not a day`]
  if (parseInstant(draft.recordedAt) !== draft.recordedAt)
    return ['recordedAt', `"${draft.recordedAt}" is not an instant in UTC with milliseconds`]
  if (!isAddress(source.url)) return ['source.url', 'A source has an http or https address']
  if (source.derivedFrom !== null && !isAddress(source.derivedFrom))
    return ['source.derivedFrom', 'What a source rests on has an http or https address']
  if (draft.reply !== null && (status !== 'contested' || draft.reply.length > longestReply))
    return ['reply', `Only a contested claim has a reply, of at most ${longestReply} characters`]
  if ((value === null) !== (status === 'withdrawn'))
    return [property, 'A claim has no value exactly when it is withdrawn']
  if (status !== 'asserted' && draft.supersedes === null)
    return ['supersedes', `A claim that is ${status} names the one that it answers`]
  if (value === null) return low === null && high === null ? null : [property, 'What is withdrawn has no interval']
  const misshapen = misshape(definition.shape, value)
  if (misshapen) return [property, misshapen]
  if (low === null && high === null) return null
  if (low === null || high === null || typeof value !== 'number')
    return [property, 'An interval has both ends and belongs to a number']
  return low > 0 && low <= value && value <= high && Number.isFinite(high)
    ? null
    : [property, 'An interval is positive, finite and holds its value']
}

function misshape(
  shape: (typeof properties)[keyof typeof properties]['shape'],
  value: NonNullable<ClaimDraft['value']>
) {
  switch (shape) {
    case 'count':
      return typeof value === 'number' && Number.isFinite(value) && value > 0
        ? null
        : 'The value is a positive finite number'
    case 'boolean':
      return typeof value === 'boolean' ? null : 'The value is true or false'
    case 'day':
      return typeof value === 'string' && parseDay(value) ? null : 'The value is a day, YYYY-MM-DD'
    case 'group':
    case 'system':
      return typeof value === 'string' && isSubjectId(value) ? null : `The value is the id of a ${shape}`
    case 'text':
      return isText(value) ? null : `The value is a text of 1 to ${longestText} characters without spaces around it`
    case 'groups':
      return isList(value) && value.every(isSubjectId) ? null : 'The value is a list of ids of groups, without repeats'
    case 'texts':
      return isList(value) ? null : 'The value is a list of texts, without repeats'
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= longestText && value === value.trim()

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length
