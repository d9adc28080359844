/**
 * Who may do more than read: accounts, their sessions, passkeys and one-time links, and what happened to them.
 *
 * The tables of sessions, challenges and passkeys are written by better-auth; a test compares them with what it expects.
 * There are no columns for addresses, user agents, pictures or passwords, so that none can be kept.
 */
import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

const statements = [
  `create table account (
    id text primary key,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null,
    name text not null,
    role text not null
      check (role in ('reader', 'editor', 'reviewer', 'trustee', 'organiser', 'spokesperson', 'operator')),
    group_id text,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    check ((role = 'spokesperson') = (group_id is not null))
  )`,
  `create table account_session (
    id text primary key,
    account_id text not null references account on delete cascade,
    token text not null unique,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  )`,
  `create index account_session_of on account_session (account_id)`,
  `create table account_challenge (
    id text primary key,
    identifier text not null,
    value text not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    expires_at timestamptz(3) not null
  )`,
  `create index account_challenge_identifier on account_challenge (identifier)`,
  `create table account_passkey (
    id text primary key,
    account_id text not null references account on delete cascade,
    name text,
    public_key text not null,
    credential_id text not null unique,
    counter bigint not null,
    device_type text not null,
    backed_up boolean not null,
    transports text,
    aaguid text,
    created_at timestamptz(3)
  )`,
  `create index account_passkey_of on account_passkey (account_id)`,
  `create table account_link (
    digest text primary key,
    account_id text not null references account on delete cascade,
    purpose text not null check (purpose in ('invitation', 'sign-in')),
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3)
  )`,
  `create index account_link_of on account_link (account_id)`,
  // Outlives the account, of which it then has the id alone.
  `create table account_event (
    entry bigint generated always as identity primary key,
    account_id text not null,
    what text not null,
    at timestamptz(3) not null
  )`,
  `create index account_event_of on account_event (account_id, entry)`
]

export const accounts: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
