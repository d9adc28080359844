/**
 * A backup as one file: gzip of JSON lines, and behind them a gzip member of its own that seals what is before it.
 *
 * The seal has the SHA-256 of every byte before it, and of itself every byte is given by its content: no byte of the file
 * can change unseen. It is no signature; whoever can write the file can seal it anew. `zcat FILE` shows the lines.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib'
import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'
import { header, malformed, type Seal, sealBytes, sealLengthBytes } from './seal.ts'

/** Writes `lines` and the seal to `file`, which is empty, and flushes it. `rowsIn` is asked when all lines are written. */
export async function writeBackupFile(
  file: FileHandle,
  lines: AsyncIterable<string>,
  rowsIn: () => number
): Promise<Seal> {
  const digest = createHash('sha256')
  let crc = 0
  let bytes = 0
  const plain = async function* () {
    let block: string[] = []
    let length = 0
    for await (const line of lines) {
      block.push(line)
      length += line.length
      if (length < blockChars) continue
      yield counted(block)
      block = []
      length = 0
    }
    if (length > 0) yield counted(block)
  }
  const counted = (block: readonly string[]): Buffer => {
    const text = Buffer.from(block.join(''))
    crc = crc32(text, crc)
    bytes += text.length
    return text
  }
  const put = async (chunk: Buffer) => {
    digest.update(chunk)
    await file.writeFile(chunk)
  }
  await put(header)
  const deflate = createDeflateRaw({ level: 6 })
  await pipeline(plain, deflate, async chunks => {
    for await (const chunk of chunks) await put(chunk as Buffer)
  })
  const end = Buffer.alloc(8)
  end.writeUInt32LE(crc, 0)
  end.writeUInt32LE(bytes % 2 ** 32, 4)
  await put(end)
  const seal = { end: 'frown backup', rows: rowsIn(), bytes, sha256: digest.digest('hex') } as const
  await file.writeFile(sealBytes(seal))
  await file.sync()
  return seal
}

const blockChars = 64 * 1024
const longestLineBytes = 16 * 1024 * 1024
/** JSON lines pack to a fifth; what packs to less than a hundredth was made to burst. */
const mostRatio = 100
const ratioFromBytes = 1024 * 1024

/** The seal of the file at `path`, once every byte has been held against it. Refusal: backup/malformed-file. */
export async function verifySeal(path: string): Promise<Seal> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { seal, start } = await readSeal(file, size, path)
    if (seal.bytes > ratioFromBytes && seal.bytes > start * mostRatio)
      throw malformed(path, 'It would unpack to far more than its size.')
    const digest = createHash('sha256')
    for await (const chunk of createReadStream(path, { end: start - 1 })) digest.update(chunk as Buffer)
    if (digest.digest('hex') !== seal.sha256) throw malformed(path, 'Its bytes are not those that were sealed.')
    return seal
  } finally {
    await file.close()
  }
}

async function readSeal(file: FileHandle, size: number, path: string): Promise<{ seal: Seal; start: number }> {
  const tail = Buffer.alloc(4)
  if (size > header.length) await file.read(tail, 0, 4, size - 4)
  const length = sealLengthBytes(tail.readUInt32LE(0))
  const start = size - (length ?? size)
  if (length === null || start <= header.length) throw malformed(path, 'It has no seal at its end.')
  const bytes = Buffer.alloc(length)
  await file.read(bytes, 0, length, start)
  const seal = sealIn(bytes)
  if (seal === null) throw malformed(path, 'The seal at its end is broken.')
  const begin = Buffer.alloc(header.length)
  await file.read(begin, 0, header.length, 0)
  if (!begin.equals(header)) throw malformed(path, 'It does not begin as a backup.')
  return { seal, start }
}

const SealLine = z.strictObject({
  end: z.literal('frown backup'),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/)
})

/** The seal that makes exactly these bytes, or null. */
function sealIn(bytes: Buffer): Seal | null {
  try {
    const read = SealLine.safeParse(JSON.parse(bytes.subarray(15, -8).toString('utf8')))
    return read.success && sealBytes(read.data).equals(bytes) ? read.data : null
  } catch {
    return null
  }
}

/** The lines of a file whose seal holds, without their ends. Refusal: backup/malformed-file. */
export async function* linesOf(path: string, seal: Seal): AsyncGenerator<string> {
  const { size } = await stat(path)
  const last = size - sealBytes(seal).length - 8 - 1
  const inflate = createInflateRaw()
  const source = createReadStream(path, { start: header.length, end: last })
  source.on('error', error => inflate.destroy(error))
  source.pipe(inflate)
  let rest = Buffer.alloc(0)
  let bytes = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > seal.bytes) throw malformed(path, 'It unpacks to more than it says.')
      let from = 0
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([rest, chunk.subarray(from, at)]).toString('utf8')
        rest = Buffer.alloc(0)
        from = at + 1
      }
      rest = Buffer.concat([rest, chunk.subarray(from)])
      if (rest.length > longestLineBytes) throw malformed(path, 'One of its lines has no end.')
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw malformed(path, 'It cannot be unpacked.')
  } finally {
    source.destroy()
    inflate.destroy()
  }
  if (rest.length > 0 || bytes !== seal.bytes) throw malformed(path, 'It ends in the middle of a line.')
}
