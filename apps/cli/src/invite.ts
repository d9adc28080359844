/**
 * `frown invite`: makes an account and prints the one-time link that opens it, so that no mail server is needed.
 */
import type { Command } from 'commander'
import { answerOf } from './api/client.ts'
import { withApi } from './connect.ts'
import { jsonOption } from './options.ts'
import { printable, writeJson, writeLines, writeNote } from './output.ts'
import { groupOption, type Role, roleOption } from './role-options.ts'

interface InviteOptions {
  readonly role: Role
  readonly group?: string
  readonly json?: boolean
}

export function addInvite(program: Command): void {
  program
    .command('invite')
    .description('make an account and print a one-time link to it; for an account there is, a further link')
    .argument('<email>', 'the address of whom you invite')
    .addOption(roleOption())
    .addOption(groupOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Whoever opens the link first has the account: give it to nobody else, by a way that nobody else reads.

Examples:
  $ frown invite ada@people.example --role editor
  $ frown invite press@lab.example --role spokesperson --group openai`
    )
    .action((email: string, { role, group, json }: InviteOptions) =>
      withApi(async api => {
        const body = { email, role, groupId: group ?? null }
        const invited = await answerOf(api.POST('/api/v1/accounts', { body }))
        if (json) return writeJson(invited)
        writeLines([invited.link])
        writeNote(
          `For ${printable(invited.account.email)}, ${role}. It works once, until ${minuteText(invited.expiresAt)}.`
        )
      })
    )
}

/** 2026-07-31T12:34:56.000Z as 2026-07-31 12:34 UTC. */
const minuteText = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`
