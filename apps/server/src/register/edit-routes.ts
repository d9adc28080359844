import { claimStep, type Edit, type GroupId, properties } from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { requireRole, signInRequired } from '../platform/account.ts'
import { orRefuse, Refusal } from '../platform/refusal.ts'
import { type RegisterContext, refusals } from './answering.ts'
import { type EditOutcome, editRegister } from './edit.ts'
import { EditBody, EditReport } from './edit-schemas.ts'
import { claimFields, claimResource } from './resources.ts'
import type { RegisterStore } from './store.ts'

const largestBodyBytes = 32 * 1024

export const editRoutes =
  (context: RegisterContext, store: RegisterStore): FastifyPluginAsyncZod =>
  async routes => {
    routes.removeContentTypeParser('text/plain')
    routes.post(
      '/claims',
      {
        bodyLimit: largestBodyBytes,
        onRequest: requireRole('editor', 'reviewer', 'operator', 'spokesperson'),
        schema: {
          operationId: 'editRegister',
          tags: ['register'],
          summary: 'Add, supersede, contest, withdraw or undo a claim, or reply to it: one further entry or several',
          security: [{ operator: [] }],
          body: EditBody,
          response: { 200: EditReport, ...refusals }
        }
      },
      async request => {
        const { account: by } = request
        if (by === null) throw new Refusal(signInRequired)
        const { dryRun, ...edit } = request.body
        const outcome = await editRegister(store, context.ledger, {
          edit: edit as Edit,
          by,
          now: context.now(),
          dryRun
        })
        return reportOf(context, orRefuse(outcome), dryRun)
      }
    )
  }

function reportOf({ ledger }: RegisterContext, { plan, moves, claims, registerVersion }: EditOutcome, dryRun: boolean) {
  const { subject, name, changes } = plan
  const known = (id: GroupId) =>
    ledger.current.claims.findLast(claim => claim.subject.id === id && claim.property === 'name')
  return {
    dryRun,
    registerVersion,
    subject,
    name,
    changes: changes.map(({ before, after }) => ({
      property: after.property,
      label: properties[after.property].label,
      unit: properties[after.property].unit,
      ...claimStep(after, before),
      before: before && claimResource(before),
      after: { subject: after.subject, property: after.property, ...claimFields(after) }
    })),
    moves: moves.map(({ groupId, ...move }) => ({
      ...move,
      group: groupId && { id: groupId, name: String(known(groupId)?.value ?? groupId) }
    })),
    claims: [...claims]
  }
}
