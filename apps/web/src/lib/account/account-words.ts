/**
 * Roles and events in words, as their owner reads them.
 */
import type { components } from '../api/schema.ts'

type Role = components['schemas']['Account']['role']
type EventKind = components['schemas']['AccountEvent']['what']

const roleWords: Record<Role, string> = {
  reader: 'Reader: you read, as everyone may.',
  editor: 'Editor: you add claims, and supersede, contest and withdraw them.',
  reviewer: 'Reviewer: for now you may what editors may.',
  trustee: 'Trustee: for now you read, as everyone may.',
  organiser: 'Organiser: for now you read, as everyone may.',
  spokesperson: 'Spokesperson: you contest what is said of your group, and reply for it.',
  operator: 'Operator: you run this server, and decide who has an account.'
}

export const roleText = (role: Role): string => roleWords[role]

const eventWords: Record<EventKind, string> = {
  invited: 'Invited by the operator',
  'link-sent': 'One-time link sent by mail',
  'link-used': 'Signed in with a one-time link',
  'link-refused': 'A one-time link that was used or too old was refused',
  'passkey-used': 'Signed in with a passkey',
  'passkey-refused': 'A passkey was refused',
  'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed',
  'role-changed': 'Role changed by the operator',
  'signed-out': 'A session signed out',
  'signed-out-everywhere': 'All sessions signed out',
  removed: 'Account removed'
}

export const eventText = (what: EventKind): string => eventWords[what]
