/**
 * What witnesses sign of this log's checkpoints: taken from anyone who brings it, kept if a known witness made it.
 */
import { fail, ok, type Result } from '@frown/core/shared'
import { formatNote, openNote, parseNote, type VerifierKey } from '@frown/crypto/log'
import type { Stored } from '../platform/database.ts'

export interface Cosignature {
  readonly witness: string
  readonly size: number
  readonly cosignedAtSeconds: number | null
}

/** Keeps the cosignatures in `note`. Error: log/invalid-cosignature. */
export async function keepCosignatures(
  db: Stored,
  note: string,
  witnesses: readonly VerifierKey[]
): Promise<Result<Cosignature[]>> {
  const parsed = parseNote(note)
  if (!parsed.ok) return invalid(`In this note, ${parsed.error}.`)
  const size = Number(parsed.value.text.split('\n')[1])
  const held = Number.isSafeInteger(size)
    ? await db.selectFrom('log_checkpoint').selectAll().where('size', '=', size).executeTakeFirst()
    : undefined
  const own = held === undefined ? undefined : parseNote(held.note)
  if (!own?.ok || own.value.text !== parsed.value.text) return invalid('This log has signed no such checkpoint.')
  const opened = openNote(note, witnesses)
  if (!opened.ok) return invalid(`As this log knows its witnesses, ${opened.error}.`)
  const kept: Cosignature[] = []
  for (const { key, atSeconds } of opened.value.signedBy) {
    const signature = opened.value.signatures.find(({ name, id }) => name === key.name && id === key.id)
    if (!signature) continue
    const lines = formatNote({ text: parsed.value.text, signatures: [signature] })
    const line = lines.slice(parsed.value.text.length + 1).trimEnd()
    await db
      .insertInto('log_cosignature')
      .values({ size, witness: key.name, line })
      .onConflict(conflict => conflict.columns(['size', 'witness']).doUpdateSet({ line }))
      .execute()
    kept.push({ witness: key.name, size, cosignedAtSeconds: atSeconds })
  }
  return ok(kept)
}

const invalid = (detail: string) =>
  fail({
    code: 'log/invalid-cosignature',
    detail,
    place: 'note',
    remedy:
      'Send a checkpoint of this log with the line of a witness whose key its operator has set in FROWN_WITNESSES.'
  } as const)
