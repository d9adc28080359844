/**
 * What the operator does with accounts: invites, changes a role, removes, and reads the trail.
 *
 * The operator's token always works, so no account need be kept for there to be an operator.
 */
import { dayOf, type GroupId } from '@frown/core/register'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Role, requireRole, roles } from '../platform/account.ts'
import { Refusal } from '../platform/refusal.ts'
import { type RegisterContext, refusals } from '../register/answering.ts'
import type { RoleGiven } from './account-store.ts'
import { Done, Email, Event, Kept } from './schemas.ts'
import { linkOf, type RouteContext } from './sign-in-routes.ts'

const Given = { role: z.enum(roles), groupId: z.string().max(200).nullable().default(null) }
const Id = z.strictObject({ id: z.string().max(200) })

export const operatorRoutes =
  ({ accounts, now, origin }: RouteContext, register: RegisterContext): FastifyPluginAsyncZod =>
  async routes => {
    const { links, trail } = accounts
    const described = { tags: ['account'], security: [{ operator: [] }] }
    routes.addHook('onRequest', requireRole('operator'))
    routes.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    const given = ({ role, groupId }: { role: Role; groupId: string | null }): RoleGiven => {
      if ((role === 'spokesperson') !== (groupId !== null)) throw new Refusal(invalidRole(role))
      if (groupId !== null) {
        const today = dayOf(now())
        const view = register.ledger.current.viewOf({ knownOn: today, trueOn: today })
        if (!view.groups.has(groupId as GroupId)) throw new Refusal(unknownGroup(groupId))
      }
      return { role, groupId: groupId as GroupId | null }
    }

    routes.get(
      '/accounts',
      {
        schema: {
          ...described,
          operationId: 'listAccounts',
          summary: 'All accounts',
          querystring: z.strictObject({}),
          response: { 200: z.object({ items: z.array(Kept) }), ...refusals }
        }
      },
      async () => ({ items: await accounts.accounts.list() })
    )

    routes.post(
      '/accounts',
      {
        schema: {
          ...described,
          operationId: 'invite',
          summary: 'Make an account and a one-time link to it; for one that is there with that role, a further link',
          body: z.strictObject({ email: Email, ...Given }),
          response: {
            200: z.object({ account: Kept, link: z.string(), expiresAt: z.string() }),
            ...refusals
          }
        }
      },
      async request => {
        const role = given(request.body)
        const { email } = request.body
        const account = (await accounts.accounts.create(email, role, now())) ?? (await accounts.accounts.byEmail(email))
        if (account === null) throw new Refusal(unknownAccount)
        if (account.role !== role.role || account.groupId !== role.groupId) throw new Refusal(exists(account.role))
        const { token, expiresAt } = await links.create(account.id, 'invitation', now())
        await trail.note(account.id, 'invited', now())
        return { account, link: linkOf(origin(), token), expiresAt }
      }
    )

    routes.patch(
      '/accounts/:id',
      {
        schema: {
          ...described,
          operationId: 'changeRole',
          summary: 'Give an account another role; its sessions have it at once',
          params: Id,
          body: z.strictObject(Given),
          response: { 200: z.object({ account: Kept }), ...refusals }
        }
      },
      async request => {
        const account = await accounts.accounts.setRole(request.params.id, given(request.body), now())
        if (account === null) throw new Refusal(unknownAccount)
        await trail.note(account.id, 'role-changed', now())
        return { account }
      }
    )

    routes.delete(
      '/accounts/:id',
      {
        schema: {
          ...described,
          operationId: 'removeAccount',
          summary: 'Remove an account with its sessions, passkeys and links; its trail keeps the id alone',
          params: Id,
          response: { 200: Done, ...refusals }
        }
      },
      async request => {
        if (!(await accounts.accounts.remove(request.params.id))) throw new Refusal(unknownAccount)
        await trail.note(request.params.id, 'removed', now())
        return { done: true as const }
      }
    )

    routes.get(
      '/accounts/trail',
      {
        schema: {
          ...described,
          operationId: 'readTrail',
          summary: 'What happened to accounts, newest first',
          querystring: z.strictObject({ accountId: z.string().max(200).optional() }),
          response: { 200: z.object({ items: z.array(Event) }), ...refusals }
        }
      },
      async request => ({ items: await trail.read(request.query.accountId ?? null) })
    )
  }

const unknownAccount = {
  code: 'account/unknown-account',
  detail: 'There is no such account.',
  remedy: 'npx frown accounts lists those there are. Nothing was changed.'
} as const
const invalidRole = (role: Role) =>
  ({
    code: 'account/invalid-role',
    detail:
      role === 'spokesperson'
        ? 'A spokesperson speaks for a group.'
        : `An account with the role ${role} speaks for no group.`,
    place: 'groupId',
    remedy:
      role === 'spokesperson'
        ? 'Give the id of the group. Nothing was changed.'
        : 'Leave the group out. Nothing was changed.'
  }) as const
const unknownGroup = (id: string) =>
  ({
    code: 'register/unknown-group',
    detail: `The register knows no group "${id}".`,
    place: 'groupId',
    remedy: 'npx frown register groups lists those there are. Nothing was changed.'
  }) as const
const exists = (role: Role) =>
  ({
    code: 'account/exists',
    detail: `This address has an account with another role or group (${role}).`,
    place: 'email',
    remedy: 'Change it with npx frown accounts role. Nothing was changed.'
  }) as const
