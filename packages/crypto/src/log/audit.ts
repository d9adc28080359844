/**
 * Is this log whole, and is it the one that was signed and seen before? Answered from its files alone.
 *
 * First the hashes that the signed root vouches for, from the top (proven-hashes.ts); then the entries, bundle by bundle,
 * against those; so that the file and the entry to blame can be told apart. Memory holds a bundle and 1/256 of the hashes.
 */
import { type AuditFault, BrokenLog, type FaultKind, sentence } from './audit-fault.ts'
import { sameBytes } from './bytes.ts'
import { type OpenCheckpoint, openCheckpoint } from './checkpoint.ts'
import { faultOfDisagreement } from './disagreement.ts'
import { wrongEntry } from './entry-check.ts'
import type { VerifierKey } from './key.ts'
import { type ReadFile, readBundle, readHashTile } from './log-files.ts'
import type { Hash } from './merkle.ts'
import type { Signer } from './note.ts'
import { demandRoot, type ProvenHashes, proveHashes } from './proven-hashes.ts'
import { RightEdge } from './right-edge.ts'
import { tilesAt, tileWidth } from './tiles.ts'

export interface AuditOptions {
  readonly read: ReadFile
  /** The log's keys that the auditor trusts; one must have signed. */
  readonly keys: readonly VerifierKey[]
  /** The log's name; that of the key which signed, if not given. */
  readonly origin?: string
  /** A signed checkpoint seen earlier: the log must begin with what it held then. */
  readonly since?: Uint8Array | string
  /** Keys of witnesses that the auditor knows. */
  readonly witnesses?: readonly VerifierKey[]
  /** How many of the witnesses must have cosigned; 0 if not given. */
  readonly witnessesNeeded?: number
  /** What is wrong with what an entry says, in a sentence; null if nothing. Called in order, with proven entries only. */
  readonly entry?: (index: number, data: Uint8Array) => string | null
  /** Called after each bundle. */
  readonly progress?: (checked: number, size: number) => void
}

export interface AuditedLog {
  readonly origin: string
  /** Number of entries, all of which were checked. */
  readonly size: number
  readonly root: Hash
  /** The trusted keys that signed. */
  readonly signedBy: readonly Signer[]
  /** The known witnesses that cosigned. */
  readonly cosignedBy: readonly Signer[]
}

export type AuditResult =
  | { readonly ok: true; readonly value: AuditedLog }
  | { readonly ok: false; readonly error: AuditFault }

/** The log, or its first fault. What `read` throws is passed on: a file that could not be asked for is no fault of the log. */
export async function auditLog(options: AuditOptions): Promise<AuditResult> {
  try {
    return { ok: true, value: await audited(options) }
  } catch (error) {
    if (error instanceof BrokenLog) return { ok: false, error: error.fault }
    throw error
  }
}

async function audited(options: AuditOptions): Promise<AuditedLog> {
  demandAlgorithms(options)
  const { read, keys, since } = options
  const note = await read('checkpoint')
  if (!note) throw broken('missing', 'checkpoint', 'The log has no checkpoint.')
  const checkpoint = opened(note, 'checkpoint', options)
  const { origin, size, root } = checkpoint
  const earlier = since === undefined ? null : opened(since, 'since', options)
  if (earlier && earlier.origin !== origin) {
    throw broken('origin', 'since', `The earlier checkpoint is of ${earlier.origin}, and the log is ${origin}.`)
  }
  if (earlier && earlier.size > size) {
    throw broken(
      'shrunk',
      'checkpoint',
      `The log has ${size} entries; it had ${earlier.size} at the earlier checkpoint.`
    )
  }
  const cosignedBy = checkpoint.signedBy.filter(({ key }) => !keys.includes(key))
  const needed = options.witnessesNeeded ?? 0
  if (cosignedBy.length < needed) {
    throw broken(
      'witnesses',
      'checkpoint',
      `${cosignedBy.length} of the known witnesses cosigned; ${needed} are needed.`
    )
  }
  const proven = await proveHashes(read, size, root)
  if (!proven) throw new BrokenLog(await faultOfDisagreement(read, size, root))
  await checkEntries(proven, size, earlier, options)
  return { origin, size, root, signedBy: checkpoint.signedBy.filter(({ key }) => keys.includes(key)), cosignedBy }
}

function opened(
  note: Uint8Array | string,
  path: string,
  { keys, witnesses = [], origin }: AuditOptions
): OpenCheckpoint {
  const checkpoint = openCheckpoint(note, [...keys, ...witnesses])
  if (!checkpoint.ok) throw broken('signature', path, sentence(checkpoint.error))
  const { value } = checkpoint
  const signer = value.signedBy.find(({ key }) => keys.includes(key))
  if (!signer)
    throw broken('signature', path, 'Witnesses cosigned the checkpoint, and no trusted key of the log signed it.')
  const wanted = origin ?? signer.key.name
  if (value.origin !== wanted) throw broken('origin', path, `The checkpoint is of ${value.origin}, not of ${wanted}.`)
  return value
}

async function checkEntries(
  proven: ProvenHashes,
  size: number,
  earlier: OpenCheckpoint | null,
  { read, entry, progress }: AuditOptions
): Promise<void> {
  if (earlier?.size === 0) demandHistory(earlier, new RightEdge())
  for (const tile of tilesAt('entries', size)) {
    const first = tile.index * tileWidth
    const [bundle, hashes] = await Promise.all([
      readBundle(read, tile),
      tile.width === tileWidth
        ? readHashTile(read, { ...tile, level: 0 }).then(file => demandRoot(file, proven.bundleRoots[tile.index]))
        : proven.lastLeaves
    ])
    const wrong = wrongEntry(bundle, hashes, first)
    if (wrong) throw new BrokenLog(wrong)
    if (earlier && earlier.size > first && earlier.size <= first + tileWidth) {
      const edge = new RightEdge()
      for (const root of proven.bundleRoots.slice(0, tile.index)) edge.append(root, 8)
      for (const hash of hashes.slice(0, earlier.size - first)) edge.append(hash)
      demandHistory(earlier, edge)
    }
    for (const [i, data] of bundle.entries.entries()) {
      const detail = entry?.(first + i, data) ?? null
      if (detail !== null) throw new BrokenLog({ kind: 'content', path: bundle.path, entry: first + i, detail })
    }
    progress?.(first + tile.width, size)
  }
}

function demandHistory(earlier: OpenCheckpoint, edge: RightEdge): void {
  if (sameBytes(edge.root(), earlier.root)) return
  const detail = `The first ${earlier.size} entries are not those that the earlier checkpoint was signed for: history was rewritten, or two were shown.`
  throw broken('history', 'checkpoint', detail)
}

function demandAlgorithms({ keys, witnesses = [] }: AuditOptions): void {
  if (keys.some(({ algorithm }) => algorithm !== 'ed25519'))
    throw new RangeError('A key of a witness is no key of a log.')
  if (witnesses.some(({ algorithm }) => algorithm !== 'cosignature/v1')) {
    throw new RangeError('A key of a log is no key of a witness.')
  }
}

const broken = (kind: FaultKind, path: string, detail: string) => new BrokenLog({ kind, path, detail })
