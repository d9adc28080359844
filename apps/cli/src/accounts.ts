/**
 * `frown accounts …`: who has an account on this server, and what the operator changes of it.
 */
import type { Command } from 'commander'
import { type Answer, type Api, answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { jsonOption } from './options.ts'
import { counted, printable, tableOf, writeJson, writeLines } from './output.ts'
import { Refusal } from './refusal.ts'
import { groupOption, roleOf } from './role-options.ts'

type Accounts = Answer<'/api/v1/accounts'>['items']
type Events = Answer<'/api/v1/accounts/trail'>['items']

export function addAccounts(program: Command): void {
  const accounts = program.command('accounts').description('who has an account, with which role')
  accounts
    .command('list', { isDefault: true })
    .description('all accounts')
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown accounts list')
    .action(({ json }: { readonly json?: boolean }) =>
      withApi(async api => {
        const listed = await answerOf(api.GET('/api/v1/accounts'))
        if (json) writeJson(listed)
        else writeLines(accountLines(listed.items))
      })
    )
  accounts
    .command('role')
    .description('give an account another role; where it is signed in, it has it at once')
    .argument('<email>', 'the address of the account')
    .argument('<role>', 'its new role')
    .addOption(groupOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExample:\n  $ frown accounts role ada@people.example reviewer')
    .action((email: string, text: string, { group, json }: { readonly group?: string; readonly json?: boolean }) => {
      const role = roleOf(text)
      return withApi(async api => {
        const params = { path: { id: await idOf(api, email) } }
        const body = { role, groupId: group ?? null }
        const changed = await answerOf(api.PATCH('/api/v1/accounts/{id}', { params, body }))
        if (json) writeJson(changed)
        else writeLines(accountLines([changed.account]))
      })
    })
  accounts
    .command('remove')
    .description('remove an account: its sessions end at once, its links and passkeys go')
    .argument('<email>', 'the address of the account')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
What the account entered stays, under its id. The last operator may be removed too: this command works without one.

Example:
  $ frown accounts remove ada@people.example`
    )
    .action((email: string, { json }: { readonly json?: boolean }) =>
      withApi(async api => {
        const id = await idOf(api, email)
        const removed = await answerOf(api.DELETE('/api/v1/accounts/{id}', { params: { path: { id } } }))
        if (json) writeJson({ ...removed, id })
        else writeLines([`Removed. What is left of it is its id, ${id}.`])
      })
    )
  accounts
    .command('trail')
    .description('what happened to accounts in the last 90 days, newest first')
    .argument('[email]', 'of this account alone')
    .addOption(jsonOption())
    .addHelpText('after', '\nExamples:\n  $ frown accounts trail\n  $ frown accounts trail ada@people.example')
    .action((email: string | undefined, { json }: { readonly json?: boolean }) =>
      withApi(async api => {
        const { items } = await answerOf(api.GET('/api/v1/accounts'))
        const query = email === undefined ? {} : { accountId: idIn(items, email) }
        const trail = await answerOf(api.GET('/api/v1/accounts/trail', { params: { query } }))
        if (json) writeJson(trail)
        else writeLines(trailLines(trail.items, items))
      })
    )
}

const idOf = async (api: Api, email: string): Promise<string> =>
  idIn((await answerOf(api.GET('/api/v1/accounts'))).items, email)

function idIn(accounts: Accounts, email: string): string {
  const account = accounts.find(each => each.email === email.trim().toLowerCase())
  if (account) return account.id
  throw new Refusal({
    code: 'account/unknown-account',
    detail: `No account has the address "${email}"`,
    place: 'email',
    remedy: 'frown accounts lists those there are'
  })
}

const accountLines = (accounts: Accounts): string[] =>
  accounts.length === 0
    ? ['No accounts. frown invite makes one.']
    : [
        ...tableOf(
          ['Role', 'Group', 'Since', 'Address', 'Name', 'Id'],
          accounts.map(({ id, email, name, role, groupId, createdAt }) => [
            role,
            groupId ?? '',
            createdAt.slice(0, 10),
            email,
            name,
            id
          ])
        ),
        '',
        `${counted(accounts.length, 'account')}.`
      ]

/** Whoever was removed is there by id. */
const trailLines = (events: Events, accounts: Accounts): string[] => {
  const emails = new Map(accounts.map(({ id, email }) => [id, printable(email)]))
  return events.length === 0
    ? ['Nothing in the last 90 days.']
    : tableOf(
        ['When (UTC)', 'What', 'Account'],
        events.map(({ accountId, what, at }) => [
          at.slice(0, 19).replace('T', ' '),
          what.replaceAll('-', ' '),
          emails.get(accountId) ?? accountId
        ])
      )
}
