/**
 * better-auth, for what is easily done wrong: signed cookies, sessions, and the ceremonies of passkeys.
 *
 * None of its addresses is served: our own routes call it, so that nothing of it is open that they do not name.
 * It has no passwords and no way to sign up here, and it keeps neither addresses nor user agents.
 */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Stored } from '../platform/database.ts'
import { datedRows } from './dated-rows.ts'

export interface AuthOptions {
  readonly db: Stored
  /** The address that readers use: what passkeys are bound to, and what decides whether cookies are for https alone. */
  readonly origin: string
  /** Signs the cookies. */
  readonly secret: string
  /** Is told why something was refused, in a line without secrets. */
  readonly report: (line: string) => void
}

const sessionDays = 30
/** How long after signing in passkeys may be added. */
export const freshHours = 24
const daySeconds = 24 * 60 * 60

export type Auth = ReturnType<typeof createAuth>

export function createAuth({ db, origin, secret, report }: AuthOptions) {
  const isSecure = origin.startsWith('https:')
  const cookie = (name: string) => ({
    name: `${isSecure ? '__Host-' : ''}frown-${name}`,
    attributes: { httpOnly: true, sameSite: 'lax' as const, secure: isSecure, path: '/' }
  })
  return betterAuth({
    appName: 'Frown',
    baseURL: origin,
    basePath: '/not-served',
    // As a list, because better-auth would rather take one from its own variable of the environment.
    secrets: [{ version: 1, value: secret }],
    database: { db: db.withPlugin(datedRows), type: 'postgres', transaction: false },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: false },
    rateLimit: { enabled: false },
    trustedOrigins: [origin],
    logger: {
      level: 'warn',
      log: (_level, message, cause) => report(cause instanceof Error ? `${message}: ${cause.message}` : message)
    },
    user: {
      modelName: 'account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        groupId: { type: 'string', required: false, input: false, fieldName: 'group_id' }
      },
      changeEmail: { enabled: false },
      deleteUser: { enabled: false }
    },
    session: {
      modelName: 'account_session',
      fields: {
        userId: 'account_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent'
      },
      expiresIn: sessionDays * daySeconds,
      freshAge: (freshHours / 24) * daySeconds,
      disableSessionRefresh: true
    },
    // Its table of accounts elsewhere is not there: nobody signs in with one.
    account: { modelName: 'account_elsewhere' },
    verification: {
      modelName: 'account_challenge',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed'
    },
    databaseHooks: {
      session: {
        create: { before: async session => ({ data: { ...session, ipAddress: undefined, userAgent: undefined } }) }
      }
    },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: cookie('session'), 'better-auth-passkey': cookie('challenge') },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false }
    },
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Frown',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: async ({ verification }) => {
            if (!verification.registrationInfo?.userVerified) throw unverified()
          }
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw unverified()
          }
        },
        schema: {
          passkey: {
            modelName: 'account_passkey',
            fields: {
              userId: 'account_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at'
            }
          }
        }
      }),
      { id: 'frown', endpoints: { readToken, beginSession, endSession } }
    ]
  })
}

const unverified = () => new APIError('FORBIDDEN', { message: 'The authenticator did not verify its user.' })

/** The session's token that the cookies bear, if its signature is ours; null: none. */
const readToken = createAuthEndpoint({ method: 'GET', requireHeaders: true }, async ctx => {
  const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
  return { token: token || null }
})

/** A new session, with a new token, in place of whatever the cookies bear. */
const beginSession = createAuthEndpoint(
  { method: 'POST', requireHeaders: true, body: z.object({ accountId: z.string() }) },
  async ctx => {
    const { internalAdapter } = ctx.context
    const user = await internalAdapter.findUserById(ctx.body.accountId)
    if (!user) throw new APIError('NOT_FOUND')
    await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user }, false)
    return { accountId: user.id }
  }
)

/** Takes the session's cookie back. */
const endSession = createAuthEndpoint({ method: 'POST', requireHeaders: true }, async ctx => {
  deleteSessionCookie(ctx)
  return { ended: true }
})
