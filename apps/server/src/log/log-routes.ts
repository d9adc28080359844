/**
 * What the log says of itself, an entry with its proof, and the door for witnesses. The files lie under /log/.
 */
import { formatVerifierKey, type VerifierKey, verifierKeyOf } from '@frown/crypto/log'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Stored } from '../platform/database.ts'
import { refusals } from '../platform/problem.ts'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { keepCosignatures } from './cosignatures.ts'
import { type LeafRow, readLeaves } from './leaves.ts'
import type { ReadTexts, ServedLog } from './served-log.ts'

const base64 = z.string().meta({ description: 'Base64 of 32 bytes' })
const index = z.int().min(0)

const LogState = z
  .object({
    name: z.string().meta({ description: 'The first line of its checkpoints' }),
    size: z.int().meta({ description: 'Number of entries' }),
    rootHash: base64,
    checkpoint: z.string().nullable().meta({ description: 'The newest, as signed; null: nothing is recorded yet' }),
    keys: z.array(z.string()).meta({ description: 'What it signs with, the newest first' }),
    witnesses: z.array(
      z.object({
        name: z.string(),
        key: z.string(),
        size: z.int().nullable().meta({ description: 'Of the newest checkpoint that it cosigned' })
      })
    )
  })
  .meta({ id: 'LogState' })

const LogEntry = z
  .object({
    index,
    leaf: z.string().meta({ description: 'The entry itself: its UTF-8 bytes are hashed' }),
    texts: z
      .string()
      .nullable()
      .meta({ description: 'What the entry has as a hash, with its salt, as a line of JSON' }),
    claimId: z.string().nullable(),
    leafHash: base64,
    proof: z.array(base64).meta({ description: 'RFC 6962: from the leaf up' }),
    size: z.int().meta({ description: 'Of the checkpoint that the proof leads to' }),
    rootHash: base64,
    checkpoint: z.string()
  })
  .meta({ id: 'LogEntry', description: 'An entry with the proof that the signed log holds it' })

const Cosignatures = z
  .object({ kept: z.array(z.object({ witness: z.string(), size: z.int() })) })
  .meta({ id: 'Cosignatures' })

interface LogRoutesOptions {
  readonly served: ServedLog
  readonly db: Stored
  readonly readTexts: ReadTexts
  readonly witnesses: readonly VerifierKey[]
}

const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const logRoutes =
  ({ served, db, readTexts, witnesses }: LogRoutesOptions): FastifyPluginAsyncZod =>
  async routes => {
    const { log } = served

    routes.get(
      '',
      {
        schema: {
          operationId: 'readLog',
          tags: ['log'],
          summary: 'What the log holds, signed',
          querystring: z.strictObject({}),
          response: { 200: LogState, ...refusals }
        }
      },
      async (_request, reply) => {
        const newest = await served.checkpoint()
        const rows = await db
          .selectFrom('log_cosignature')
          .select(({ fn }) => ['witness', fn.max('size').as('size')])
          .groupBy('witness')
          .execute()
        const size = newest?.size ?? 0
        reply.header('cache-control', 'no-cache')
        return {
          name: log.name,
          size,
          rootHash: encoded(log.tree.root(size)),
          checkpoint: newest?.note ?? null,
          keys: log.keys.map(key => formatVerifierKey(verifierKeyOf(key))),
          witnesses: witnesses.map(key => ({
            name: key.name,
            key: formatVerifierKey(key),
            size: rows.find(row => row.witness === key.name)?.size ?? null
          }))
        }
      }
    )

    routes.get(
      '/entries/:index',
      {
        schema: {
          operationId: 'readLogEntry',
          tags: ['log'],
          summary: 'An entry, and the proof that the signed log holds it',
          params: z.strictObject({ index: z.coerce.number({ error: 'must be a whole number' }).pipe(index) }),
          querystring: z.strictObject({}),
          response: { 200: LogEntry, ...refusals }
        }
      },
      async (request, reply) => {
        const { index } = request.params
        const newest = await served.checkpoint()
        const [row] = await readLeaves(db, index, index + 1)
        if (newest === null || row === undefined || index >= newest.size)
          throw new Refusal(unknownEntry(index, newest?.size ?? 0))
        const [texts] = await readTexts(index, index + 1)
        reply.header('cache-control', 'no-cache')
        return {
          ...entryOf(row),
          texts: texts ?? null,
          leafHash: encoded(log.tree.hashes(0, index, index + 1)),
          proof: log.tree.inclusionProof(index, newest.size).map(encoded),
          size: newest.size,
          rootHash: encoded(log.tree.root(newest.size)),
          checkpoint: newest.note
        }
      }
    )

    routes.post(
      '/cosignatures',
      {
        schema: {
          operationId: 'addCosignatures',
          tags: ['log'],
          summary: 'Bring what a witness signed of a checkpoint',
          body: z.strictObject({ note: z.string().min(1).max(16_384) }),
          response: { 200: Cosignatures, ...refusals }
        }
      },
      async request => ({
        kept: orRefuse(await keepCosignatures(db, request.body.note, witnesses)).map(({ witness, size }) => ({
          witness,
          size
        }))
      })
    )
  }

const entryOf = ({ index, leaf, claim_id: claimId }: LeafRow) => ({ index: Number(index), leaf, claimId })

const unknownEntry = (index: number, size: number) =>
  ({
    code: 'log/unknown-entry',
    detail: `The log has no entry ${index}; it has ${size}, counted from 0.`,
    place: 'index',
    remedy: 'The entry of a claim is told with the claim.'
  }) as const
