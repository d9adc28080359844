/**
 * Which role an account is given, and for which group it speaks.
 */
import { Option } from 'commander'
import type { components } from './api/schema.ts'
import { misuse } from './refusal.ts'

export type Role = components['schemas']['KeptAccount']['role']

const roles = {
  reader: true,
  editor: true,
  reviewer: true,
  trustee: true,
  organiser: true,
  spokesperson: true,
  operator: true
} satisfies Record<Role, true>

const roleNames = Object.keys(roles).join(', ')

/** Refuses what is none of the roles. */
export function roleOf(text: string, place?: string): Role {
  if (!Object.hasOwn(roles, text)) throw misuse(`"${text}" is not a role`, place, `Give one of ${roleNames}`)
  return text as Role
}

export const roleOption = (): Option =>
  new Option('--role <role>', `what the account may do: ${roleNames}`)
    .argParser(text => roleOf(text, '--role'))
    .makeOptionMandatory()

export const groupOption = (): Option => new Option('--group <id>', 'of a spokesperson: the group spoken for')
