/**
 * What of a request is not of the form asked for, in words: where, what is there, and what would mend it.
 *
 * Schemas say in their own errors what "must be" there; what they leave unsaid is said here for all of them.
 */
import type { FrownError } from '@frown/core/shared'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

z.config({ customError: issue => wordsOf(issue) })

export interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string | undefined
  readonly params: unknown
}

interface Issue {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[] | undefined
  readonly errors?: readonly (readonly Issue[])[] | undefined
}

/** `part`: where the fault is, as Fastify calls it. */
export function invalidInput([fault]: readonly Fault[], part: string | undefined, request: FastifyRequest): FrownError {
  const path = fault?.instancePath.split('/').filter(Boolean) ?? []
  const params = (typeof fault?.params === 'object' ? fault.params : {}) as { issue?: Issue } & Partial<Issue>
  const issue = innermost({
    code: fault?.keyword ?? '',
    message: fault?.message ?? 'is not of the form asked for',
    ...(params.issue ?? params),
    path
  })
  const given = part === 'body' ? request.body : part === 'querystring' ? request.query : request.params
  const isQuery = part === 'querystring'
  const { keys: [key] = [] } = issue
  if (key !== undefined) return unrecognised(key, issue, isQuery ? parametersOf(request) : null)
  const value = issue.path.reduce(held, given)
  const place = issue.path.join('.') || (part === 'body' ? 'body' : 'request')
  const [, wanted] = /^(?:must be|must have|give) (.*)$/s.exec(issue.message) ?? []
  if (wanted === undefined) return { code: 'input/invalid', detail: `${place}: ${issue.message}.`, place }
  const is =
    issue.message.startsWith('must have') && (Array.isArray(value) || typeof value === 'string')
      ? `has ${value.length} ${Array.isArray(value) ? 'entries' : 'characters'}`
      : isQuery && Array.isArray(value)
        ? `is there ${value.length} times`
        : value === undefined
          ? 'is missing'
          : `is ${shown(value)}`
  return { code: 'input/invalid', detail: `${place} ${is}.`, place, remedy: `Give ${wanted}.` }
}

function unrecognised(key: string, { path, message }: Issue, parameters: readonly string[] | null): FrownError {
  if (parameters)
    return {
      code: 'input/invalid',
      detail: `"${clipped(key)}" is not a parameter of this address.`,
      place: clipped(key),
      remedy: parameters.length > 0 ? `Its parameters are ${parameters.join(', ')}.` : 'It takes no parameters.'
    }
  return {
    code: 'input/invalid',
    detail: `"${clipped(key)}" is not a field of ${path.join('.') || 'the body'}.`,
    place: [...path, clipped(key)].join('.'),
    remedy: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
  }
}

function parametersOf(request: FastifyRequest): string[] {
  const schema = request.routeOptions.schema?.querystring
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

/** Of a value that is none of several forms: what is wrong within the one that it was meant for, or which there are. */
function innermost(issue: Issue): Issue {
  const branches = (issue.errors ?? []).map(([first]) => first).filter(first => first !== undefined)
  if (branches.length === 0) return issue
  const meant = branches.find(({ code, path }) => path.length > 0 || !/^invalid_(type|value)$/.test(code))
  if (meant) return innermost({ ...meant, path: [...issue.path, ...meant.path] })
  const forms = branches.map(({ message }) => message.replace(/^must be /, ''))
  return { ...issue, message: `must be ${forms.join(', or ')}` }
}

const held = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined

const longestShown = 60
const clipped = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `"${clipped(value)}"`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

const things: Readonly<Record<string, string>> = {
  object: 'an object',
  record: 'an object',
  array: 'a list',
  string: 'text',
  number: 'a finite number',
  int: 'a whole number',
  boolean: 'true or false'
}

/** What must be there, where the schema itself does not say; undefined: zod's own words. */
function wordsOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${things[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`
    case 'invalid_union': {
      const { options } = issue as { options?: unknown }
      return Array.isArray(options) ? `must be ${oneOf(options)}` : undefined
    }
    case 'too_small':
      return sizeText('at least', issue.minimum, issue.origin)
    case 'too_big':
      return sizeText('at most', issue.maximum, issue.origin)
    case 'unrecognized_keys': {
      const names = fieldsOf(issue.inst)
      return names.length > 0 ? `its fields are ${names.join(', ')}` : 'it has no fields'
    }
    default:
      return undefined
  }
}

const sizeText = (bound: string, size: number | bigint, origin: string): string =>
  origin === 'array'
    ? `must have ${bound} ${size} ${size === 1 ? 'entry' : 'entries'}`
    : origin === 'string'
      ? `must have ${bound} ${size} ${size === 1 ? 'character' : 'characters'}`
      : `must be ${bound} ${size}`

function oneOf(values: readonly unknown[]): string {
  const written = values.map(value => JSON.stringify(value))
  return written.length < 3 ? written.join(' or ') : `one of ${written.join(', ')}`
}

function fieldsOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) return schema.keyType.options.map(String)
  return []
}
