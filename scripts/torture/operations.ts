/**
 * The operations of docs/openapi.json, each with a request that is well-formed: what the malformed ones are made from.
 */
import { readFileSync } from 'node:fs'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly minimum?: number
  readonly format?: string
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface Known {
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** Media type of the body; null: it takes none. */
  readonly type: string | null
  /** A body as the document asks for it. */
  readonly body: unknown
}

const deepest = 8

const document = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as Document

export const operations: readonly Known[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
    const [type = null, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
    return {
      method: method.toUpperCase(),
      path,
      parameters,
      type,
      body: content?.schema ? example(content.schema, 0) : undefined
    }
  })
)

/** Some value of `schema`. */
function example(schema: Schema, depth: number): unknown {
  if (schema.$ref) return example(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth)
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (first) return example(first, depth + 1)
  if (depth > deepest) return null
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name))
          .map(([name, of]) => [name, example(of, depth + 1)])
      )
    case 'array':
      return schema.items ? [example(schema.items, depth + 1)] : []
    case 'number':
    case 'integer':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return schema.format === 'date'
        ? '2025-01-01'
        : schema.format === 'date-time'
          ? '2025-01-01T00:00:00.000Z'
          : 'text'
    default:
      return null
  }
}
