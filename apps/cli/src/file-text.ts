/**
 * Reading what a path or a stream leads to, and no more of it than it may hold.
 */
import { createReadStream } from 'node:fs'
import { misuse, Refusal } from './refusal.ts'

export interface Bound {
  readonly bytes: number
  /** Why nothing longer is wanted: `longer than 16 MiB, which no list of models is`. */
  readonly longer: string
  /** What to give instead. */
  readonly remedy: string
}

export async function textOfFile(path: string, bound: Bound, unreadable: string): Promise<string> {
  try {
    return await boundedText(path === '-' ? process.stdin : createReadStream(path), path, bound)
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw misuse(reasons[code] ?? `The file cannot be read (${code})`, path, unreadable)
  }
}

export async function boundedText(
  chunks: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array>,
  place: string,
  { bytes: most, longer, remedy }: Bound
): Promise<string> {
  const read: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    bytes += part.length
    if (bytes > most) throw misuse(`This is ${longer}`, place, remedy)
    read.push(part)
  }
  return Buffer.concat(read).toString('utf8')
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a directory, not a file',
  EACCES: 'You may not read this file'
}
