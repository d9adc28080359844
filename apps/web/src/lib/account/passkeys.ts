/**
 * A passkey made or used in this browser: the server says what is to be signed, the browser asks its authenticator,
 * the server judges.
 */
import { fail, ok, type Result } from '@frown/core/shared'
import type { Refusal } from '../api/client.ts'
import { send } from '../api/send.ts'

/** Whether this browser has passkeys, with the JSON forms that the server speaks. */
export const hasPasskeys = (): boolean =>
  'PublicKeyCredential' in globalThis && 'parseCreationOptionsFromJSON' in PublicKeyCredential

export async function addPasskey(name: string): Promise<Result<null, Refusal>> {
  const asked = await challenge('/api/v1/account/passkeys/challenge')
  if (!asked.ok) return asked
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    asked.value as unknown as PublicKeyCredentialCreationOptionsJSON
  )
  const made = await fromAuthenticator(navigator.credentials.create({ publicKey }))
  if (!made.ok) return made
  return finish('/api/v1/account/passkeys', { name, credential: made.value })
}

export async function signInByPasskey(): Promise<Result<null, Refusal>> {
  const asked = await challenge('/api/v1/account/session/passkey/challenge')
  if (!asked.ok) return asked
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    asked.value as unknown as PublicKeyCredentialRequestOptionsJSON
  )
  const signed = await fromAuthenticator(navigator.credentials.get({ publicKey }))
  if (!signed.ok) return signed
  return finish('/api/v1/account/session/passkey', { credential: signed.value })
}

async function challenge(href: string): Promise<Result<object, Refusal>> {
  const asked = await send(fetch, 'POST', href).catch(unreachable)
  return asked.ok ? ok((asked.value as { options: object }).options) : asked
}

async function finish(href: string, body: object): Promise<Result<null, Refusal>> {
  const answered = await send(fetch, 'POST', href, body).catch(unreachable)
  return answered.ok ? ok(null) : answered
}

async function fromAuthenticator(asking: Promise<Credential | null>): Promise<Result<object, Refusal>> {
  try {
    const credential = await asking
    return credential === null ? fail(refusalFor('')) : ok((credential as PublicKeyCredential).toJSON())
  } catch (thrown) {
    return fail(refusalFor(thrown instanceof Error ? thrown.name : ''))
  }
}

function refusalFor(name: string): Refusal {
  if (name === 'InvalidStateError')
    return { status: 409, message: 'This device has a passkey for your account already.' }
  if (name === 'SecurityError')
    return { status: 403, message: 'The browser makes no passkeys for this address.', remedy: 'Ask the operator.' }
  return {
    status: 403,
    message: 'The browser gave no passkey: it was cancelled, took too long, or there is none for this address here.',
    remedy: 'Try again, or sign in with a one-time link.'
  }
}

const unreachable = (): { ok: false; error: Refusal } =>
  fail({ status: 503, message: 'The server cannot be reached.', remedy: 'Try again in a moment.' })
