/**
 * The forms of what accounts send and get.
 */
import { z } from 'zod'
import { roles } from '../platform/account.ts'
import { eventKinds } from './trail.ts'

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'must be an address of mail' }))

const longestName = 80

export const Name = z
  .string()
  .trim()
  .max(longestName)
  .regex(/^\P{C}*$/u, { error: 'must be text without control characters' })

export const SignedIn = z
  .object({
    id: z.string(),
    role: z.enum(roles),
    groupId: z.string().nullable().meta({ description: 'Of a spokesperson: the group spoken for' }),
    name: z.string().meta({ description: 'Empty until its owner gives one' })
  })
  .meta({ id: 'Account' })

export const Done = z.object({ done: z.literal(true) })

const credential = {
  id: z.string().min(1).max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string(), z.unknown()).default({})
}

/** What the browser's authenticator gives for a new passkey, as WebAuthn writes it in JSON. */
export const NewCredential = z.looseObject({ ...credential, response: z.record(z.string(), z.unknown()) })

/** What a passkey signed, likewise. */
export const SignedCredential = z.looseObject({
  ...credential,
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string()
  })
})

/** Options of WebAuthn in JSON, for the browser's authenticator. */
export const Challenge = z.object({ options: z.record(z.string(), z.unknown()) })

const Instant = z.string().meta({ description: 'ISO 8601, UTC' })

export const Event = z
  .object({ accountId: z.string(), what: z.enum(eventKinds), at: Instant })
  .meta({ id: 'AccountEvent' })

export const Details = z.object({
  email: z.string(),
  createdOn: z.string(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedOn: z.string().nullable() })),
  mayAddPasskey: z.boolean().meta({ description: 'Whether the session is young enough to add one' }),
  sessions: z.array(
    z.object({
      id: z.string(),
      beganOn: z.string(),
      seenOn: z.string(),
      endsOn: z.string(),
      isThis: z.boolean()
    })
  ),
  events: z.array(Event)
})

export const Kept = SignedIn.extend({ email: z.string(), createdAt: Instant }).meta({ id: 'KeptAccount' })
