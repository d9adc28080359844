/**
 * Where a log lies: in a folder, or behind an address. Its files are read one by one, none longer than any may be.
 */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileLimitBytes, type ReadFile } from '@frown/crypto/log'
import { misuse } from './refusal.ts'

const longestAnswerMs = 30_000
const longestWaitSeconds = 60
const mostWaits = 3

export interface LogPlace {
  /** As the person wrote it. */
  readonly name: string
  /** The bytes at `checkpoint`, `tile/…`, `texts/…`, `keys`; null: there is no such file. */
  readonly read: ReadFile
}

/** Refusal: input/invalid, where nothing is there. */
export async function logAt(place: string): Promise<LogPlace> {
  const found = /^https?:\/\//.test(place) ? await logBehind(place) : await logIn(place)
  if (found === null)
    throw misuse(
      'There is no log here',
      place,
      'Give the folder of an exported log, or the address of one, such as https://frown.example/log'
    )
  return found
}

async function logIn(folder: string): Promise<LogPlace | null> {
  const read: ReadFile = async path => {
    const file = join(folder, path)
    try {
      if ((await stat(file)).size > fileLimitBytes) throw misuse('This file is longer than any of a log', file)
      return new Uint8Array(await readFile(file))
    } catch (error) {
      if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code)))
        return null
      throw error
    }
  }
  return (await read('checkpoint')) === null ? null : { name: folder, read }
}

/** An address is that of the log, or of the server that has it under /log. */
async function logBehind(address: string): Promise<LogPlace | null> {
  for (const base of [address, `${address.replace(/\/$/, '')}/log`]) {
    const read: ReadFile = path => fetchFile(`${base.replace(/\/$/, '')}/${path}`)
    const checkpoint = await read('checkpoint')
    if (checkpoint !== null && Buffer.from(checkpoint).includes('\n\n— ')) return { name: base, read }
  }
  return null
}

async function answerOf(url: string): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(longestAnswerMs), redirect: 'error' })
  } catch {
    throw misuse('The address cannot be reached', url, 'Try again, or audit a copy in a folder')
  }
}

async function fetchFile(url: string): Promise<Uint8Array | null> {
  let response = await answerOf(url)
  // A server lets one address ask so much in a minute, and a large log has more files than that.
  for (let wait = 0; response.status === 429 && wait < mostWaits; wait++) {
    await response.body?.cancel()
    await sleep(Math.min(longestWaitSeconds, Number(response.headers.get('retry-after')) || 1) * 1_000)
    response = await answerOf(url)
  }
  if (response.status === 404) return null
  if (!response.ok) throw misuse(`The address answers ${response.status}`, url, 'Try again later')
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > fileLimitBytes) throw misuse('This file is longer than any of a log', url)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
