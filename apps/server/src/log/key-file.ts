/**
 * The keys that sign the log, a line each in a file of the directory; all of them sign, the newest first.
 *
 * A key is made only where nothing was ever signed: a lost one must come back from its copy, or be followed by another.
 */

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatSigningKey, makeSigningKey, parseSigningKey, type SigningKey } from '@frown/crypto/log'
import { Refusal } from '../platform/refusal.ts'

const keyPath = (directory: string): string => join(directory, 'log', 'key')

/** Refusals: log/broken where a line is no key, or where two keys differ in name. */
export function readKeys(directory: string): SigningKey[] {
  const path = keyPath(directory)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  const keys = text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => keyOf(line.trim(), path))
  if (new Set(keys.map(({ name }) => name)).size > 1) throw new Refusal(spoiled(path, 'Its keys have different names.'))
  return keys
}

/** Adds a new key of the log `name` before the others, and answers with all. */
export function addKey(directory: string, name: string): SigningKey[] {
  const before = readKeys(directory)
  const keys = [makeSigningKey(name, randomBytes(32)), ...before]
  writeKeys(directory, keys)
  return keys
}

export function writeKeys(directory: string, keys: readonly SigningKey[]): void {
  const path = keyPath(directory)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, keys.map(key => `${formatSigningKey(key)}\n`).join(''), { mode: 0o600, flush: true })
  renameSync(aside, path)
}

function keyOf(line: string, path: string): SigningKey {
  const key = parseSigningKey(line)
  if (!key.ok) throw new Refusal(spoiled(path, `In one of its lines, ${key.error}.`))
  return key.value
}

const spoiled = (path: string, detail: string) =>
  ({
    code: 'log/broken',
    detail: `The file of the log's keys cannot be read. ${detail}`,
    place: path,
    remedy: 'Put back your copy of it.'
  }) as const
