import { type ClaimId, erasureGrounds, parseEntry, properties } from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireRole } from '../platform/account.ts'
import type { Stored } from '../platform/database.ts'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { type RegisterContext, readAsOf, refusals } from './answering.ts'
import { unknownClaim } from './erase.ts'
import { claimResource } from './resources.ts'
import { ClaimDetail } from './schemas.ts'
import type { RegisterStore } from './store.ts'

const ClaimParams = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/, { error: 'must be 32 hexadecimal digits' })
})

interface ClaimRoutesOptions {
  readonly store: RegisterStore
  /** Where the leaves of claims are; undefined: nowhere. */
  readonly db: Stored | undefined
}

export const claimRoutes =
  (context: RegisterContext, { store, db }: ClaimRoutesOptions): FastifyPluginAsyncZod =>
  async routes => {
    routes.get(
      '/claims/:id',
      {
        schema: {
          operationId: 'readClaim',
          tags: ['register'],
          summary: 'One claim: what it says, what became of it, and where the log has it',
          params: ClaimParams,
          querystring: z.strictObject({}),
          response: { 200: ClaimDetail, ...refusals }
        }
      },
      async request => {
        const { state, view, answered } = readAsOf(context, {})
        const claim = state.claims.find(({ id }) => id === request.params.id)
        if (!claim) throw new Refusal(unknownClaim(request.params.id))
        const { kind, id } = claim.subject
        const subject = kind === 'system' ? view.systems.get(id) : view.groups.get(id)
        const { label, unit } = properties[claim.property]
        return {
          ...answered,
          claim: claimResource(claim),
          subjectName: subject?.name ?? id,
          label,
          unit,
          supersededBy: state.claims.find(({ supersedes }) => supersedes === claim.id)?.id ?? null,
          ...(db ? await loggedOf(db, claim.id) : { entry: null, erasure: null })
        }
      }
    )

    routes.post(
      '/claims/:id/erasure',
      {
        onRequest: requireRole('operator'),
        schema: {
          operationId: 'eraseClaim',
          tags: ['register'],
          summary: 'Erase the texts of a claim and who entered it, for good; the log says so',
          security: [{ operator: [] }],
          params: ClaimParams,
          body: z.strictObject({ ground: z.enum(erasureGrounds) }),
          response: { 200: z.object({ erased: z.string() }), ...refusals }
        }
      },
      async request => {
        const id = request.params.id as ClaimId
        orRefuse(await store.erase(id, request.body.ground, context.now()))
        await context.ledger.refresh()
        return { erased: id }
      }
    )
  }

async function loggedOf(db: Stored, id: ClaimId) {
  const leaf = await db
    .selectFrom('log_leaf')
    .select(['index', 'erased_at'])
    .where('claim_id', '=', id)
    .executeTakeFirst()
  if (!leaf) return { entry: null, erasure: null }
  if (leaf.erased_at === null) return { entry: leaf.index, erasure: null }
  const said = await db
    .selectFrom('log_leaf')
    .select('leaf')
    .where('claim_id', 'is', null)
    .where('leaf', 'like', `{"kind":"erasure","entry":${leaf.index},%`)
    .executeTakeFirst()
  const entry = said && parseEntry(said.leaf)
  if (entry?.kind !== 'erasure') throw new Error(`no leaf says that the texts of entry ${leaf.index} are erased`)
  return { entry: leaf.index, erasure: { at: entry.recordedAt, ground: entry.ground } }
}
