/**
 * Requests that break the form asked for, in every way that we could think of: some by HTTP, some by raw bytes.
 */
import type { Chance } from './chance.ts'
import { type Known, operations } from './operations.ts'

export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'null',
  'NaN',
  'Infinity',
  '-0',
  '1e400',
  '0x10',
  '9'.repeat(400),
  'x'.repeat(900),
  '\u0000',
  '\u202e\u2066evil',
  '\ud800',
  '🜏'.repeat(50),
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=cmd|calc',
  "'; drop table claim; --",
  '%00',
  '../../../etc/passwd',
  '\r\nset-cookie: a=b',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '2025-02-30',
  '0000-00-00',
  '+275761-01-01',
  '1e25',
  [],
  {},
  [[]],
  [null],
  { __proto__: null },
  { toString: 1, valueOf: 1, length: -1 }
]

/** JSON that no value of JavaScript gives. */
const texts: readonly string[] = [
  '',
  ' ',
  '{',
  '[',
  'nul',
  'NaN',
  '{"a":1,}',
  '{"a":1}{"b":2}',
  "{'a':1}",
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"a":1,"a":2}',
  '{"a":1e999}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '\ufeff{}',
  '[['.repeat(20_000),
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  `[${'1,'.repeat(20_000)}1]`,
  `{"a":"${'x'.repeat(100_000)}"}`,
  `{${Array.from({ length: 3_000 }, (_, at) => `"k${at}":0`).join()}}`,
  `${'9'.repeat(60_000)}`
]

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'application/json; charset=',
  'text/csv',
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/xml',
  'application/problem+json',
  '*/*',
  ';',
  'a/b/c',
  'application/json, text/csv'
]

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'MKCOL',
  'LOCK',
  'PURGE',
  'REPORT',
  'LINK',
  'QUERY'
]

const tails = [
  '/',
  '//',
  '/..',
  '/%2e%2e',
  '/%00',
  '/%ff',
  '/%',
  '/%c0%af',
  '\\',
  ';a=b',
  '/.',
  '.json',
  '/constructor',
  '%20',
  `/${'a'.repeat(3_000)}`
]

const queries = (name: string, value: string): readonly string[] => [
  `${name}=${value}`,
  `${name}=1&${name}=2`,
  `${name}[]=1`,
  `${name}[a][b]=1`,
  `${name}`,
  `${name}=%`,
  `${name}=%ff%fe`,
  `=${value}`,
  `__proto__[a]=1&${name}=${value}`,
  Array.from({ length: 600 }, (_, at) => `p${at}=${at}`).join('&'),
  `${'&'.repeat(500)}${name}=1`
]

export function wellFormed(chance: Chance, token: string): Request {
  const readable = operations.filter(
    ({ method, path }) => method === 'GET' && !/\{|backup|trail|details|accounts/.test(path)
  )
  return requestOf(chance.of(readable), { authorization: `Bearer ${token}` })
}

export function malformed(chance: Chance, token: string): Request {
  const known = chance.of(operations)
  const who: Readonly<Record<string, string>> = chance.of([
    {},
    { authorization: `Bearer ${token}` },
    { authorization: `Bearer ${'x'.repeat(chance.whole(3_000))}` },
    { authorization: 'Basic AAAA' },
    { cookie: `frown.session_token=${chance.whole(1e9)}; __proto__=1; a=${'b'.repeat(chance.whole(2_000))}` },
    { cookie: ';;;===', origin: 'https://evil.example' },
    { 'x-forwarded-for': '1.2.3.4, \x00', 'x-forwarded-host': 'evil.example', forwarded: 'for=evil' }
  ])
  const base = requestOf(known, who)
  const ways: readonly (() => Request)[] = [
    () => ({ ...base, path: withQuery(base.path, chance, known) }),
    () => ({ ...base, path: withSegments(known.path, chance) }),
    () => ({ ...base, path: base.path + chance.of(tails) }),
    () => ({ ...base, method: chance.of(methods) }),
    () => withBody(base, JSON.stringify(mutated(known.body, chance)), known.type ?? 'application/json'),
    () => withBody(base, JSON.stringify(mutated(known.body, chance)), known.type ?? 'application/json'),
    () => withBody(base, chance.of(texts), known.type ?? 'application/json'),
    () => withBody(base, JSON.stringify(known.body ?? {}), chance.of(types)),
    () => withBody(base, noise(chance), chance.of([known.type ?? 'application/json', ...types])),
    () =>
      withBody(
        { ...base, headers: { ...base.headers, 'content-encoding': chance.of(['gzip', 'br', 'x']) } },
        'x',
        known.type ?? 'a/b'
      ),
    () => ({ ...base, headers: { ...base.headers, ...odd(chance) } })
  ]
  return chance.of(ways)()
}

const odd = (chance: Chance): Record<string, string> =>
  chance.of<Record<string, string>>([
    { accept: 'x'.repeat(2_000) },
    { accept: 'text/csv;q=nonsense', 'accept-encoding': 'br;q=-1, gzip;q=x, *' },
    { 'if-none-match': `${'"a",'.repeat(1_000)}*` },
    { range: 'bytes=0-0,5-1,-99999999999' },
    { 'if-modified-since': 'soon' },
    { expect: '200-ok' },
    { upgrade: 'websocket', connection: 'upgrade' },
    { upgrade: 'h2c', connection: 'Upgrade, HTTP2-Settings' },
    { 'accept-version': '9.9.9' },
    { 'x-frown-inside': 'true', 'x-frown-host': 'evil.example', 'x-frown-protocol': 'javascript' },
    { 'x-http-method-override': 'DELETE' },
    { host: 'evil.example:99999' },
    Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x-${at}`, 'y']))
  ])

function requestOf({ method, path, type, body }: Known, headers: Readonly<Record<string, string>>): Request {
  const bare: Request = { method, path: path.replace(/\{\w+\}/g, 'x'), headers, body: null }
  return type === null || method === 'GET' ? bare : withBody(bare, JSON.stringify(body ?? {}), type)
}

const withBody = (request: Request, text: string | Buffer, type: string): Request => ({
  ...request,
  method: request.method === 'GET' ? 'POST' : request.method,
  headers: { ...request.headers, 'content-type': type },
  body: Buffer.from(text)
})

function withQuery(path: string, chance: Chance, { parameters }: Known): string {
  const names = [...parameters.map(({ name }) => name), 'limit', 'cursor', 'a', '__proto__', 'constructor']
  return `${path}?${chance.of(queries(chance.of(names), encoded(textOf(chance.of(values)))))}`
}

function withSegments(path: string, chance: Chance): string {
  return path
    .split('/')
    .map(segment => (segment.startsWith('{') || chance.happens(0.1) ? encoded(textOf(chance.of(values))) : segment))
    .join('/')
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed()).slice(0, 6_000)

const noise = (chance: Chance): Buffer =>
  Buffer.from(Array.from({ length: chance.whole(400) }, () => chance.whole(256)))

/** `value` with something in it changed: a value, a key too many, a key too few. */
function mutated(value: unknown, chance: Chance): unknown {
  if (typeof value !== 'object' || value === null || chance.happens(0.15)) return chance.of(values)
  if (Array.isArray(value))
    return chance.happens(0.3)
      ? Array.from({ length: 500 }, () => value[0] ?? null)
      : value.map(one => mutated(one, chance))
  const entries = Object.entries(value)
  const at = chance.whole(entries.length + 1)
  const kept: [string, unknown][] = entries.flatMap(([key, held], index): [string, unknown][] =>
    index !== at ? [[key, held]] : chance.happens(0.3) ? [] : [[key, mutated(held, chance)]]
  )
  if (at === entries.length || chance.happens(0.2))
    kept.push([chance.of(['constructor', 'prototype', 'toString', 'a', '']), chance.of(values)])
  return Object.fromEntries(kept)
}
