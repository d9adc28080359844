/**
 * The tables as the newest migration leaves them.
 */
import type { Generated, GeneratedAlways } from 'kysely'

export interface Schema {
  claim: ClaimTable
  source: SourceTable
  shipped_ledger: ShippedLedgerTable
  log_leaf: LogLeafTable
  log_checkpoint: LogCheckpointTable
  log_cosignature: LogCosignatureTable
  forecast_job: ForecastJobTable
  forecast_sweep: ForecastSweepTable
  forecast_chunk: ForecastChunkTable
  account: AccountTable
  account_session: AccountSessionTable
  account_challenge: AccountChallengeTable
  account_passkey: AccountPasskeyTable
  account_link: AccountLinkTable
  account_event: AccountEventTable
}

/** Which shipped ledgers have been brought in whole. */
export interface ShippedLedgerTable {
  digest: string
}

/** Append-only. Entries count from 1 without gaps, so the highest is both the number of claims and the register's version. */
export interface ClaimTable {
  entry: number
  id: string
  subject_kind: 'group' | 'system'
  subject_id: string
  property: string
  /** JSON text. */
  value: string
  low: number | null
  high: number | null
  confidence: string
  valid_from: string
  recorded_at: string
  source_id: string
  status: string
  supersedes: string | null
  reply: string | null
}

/** Append-only. Each source once; its id is the hash of its content. */
export interface SourceTable {
  id: string
  url: string
  title: string
  publisher: string
  published_on: string | null
  accessed_on: string | null
  tier: string
  derived_from: string | null
  licence: string | null
}

/** Append-only; the texts of a leaf may be erased. Indexes count from 0 without gaps. */
export interface LogLeafTable {
  index: number
  /** One line of JSON, whose UTF-8 bytes are the leaf. */
  leaf: string
  /** The claim that it says; null: it says something else. */
  claim_id: string | null
  /** Of the hash of its texts; null: none, or erased. */
  salt: string | null
  /** Id of the account that entered it. */
  entered_by: string | null
  entered_by_salt: string | null
  erased_at: string | null
}

/** Append-only: what this log signed at each size. */
export interface LogCheckpointTable {
  size: number
  /** The signed note. */
  note: string
}

/** What witnesses signed of it, a line of a signed note each. */
export interface LogCosignatureTable {
  size: number
  witness: string
  line: string
}

/** A question that takes long, with its answer once there is one. */
export interface ForecastJobTable {
  /** The hash of what is asked. */
  id: string
  kind: string
  /** JSON text. */
  request: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  progress: Generated<number>
  created_at: string
  finished_at: string | null
  /** JSON text. */
  result: string | null
  /** JSON text. */
  error: string | null
  /** How many asked and did not take it back. */
  askers: Generated<number>
  /** How often somebody began with it. */
  attempts: Generated<number>
  /** Who is at it, and until when that is believed without a sign. */
  held_by: string | null
  held_until: string | null
}

/** A sweep of a running job that is done in chunks, by whoever takes one. */
export interface ForecastSweepTable {
  id: string
  job_id: string
  /** Of the program that the chunks must be run with. */
  version: string
  /** JSON text. */
  plan: string
  chunk_draws: number
}

/** What a chunk came out as: its columns one after another, in doubles of 8 bytes. */
export interface ForecastChunkTable {
  sweep_id: string
  first_draw: number
  columns: Uint8Array
}

/** Who has been invited. */
export interface AccountTable {
  id: string
  /** In lower case. */
  email: string
  email_verified: boolean
  /** Empty until its owner gives one. */
  name: string
  role: string
  /** Of a spokesperson alone. */
  group_id: string | null
  created_at: string
  updated_at: string
}

/** Written by better-auth. */
export interface AccountSessionTable {
  id: string
  account_id: string
  /** What its cookie holds, besides a signature. */
  token: string
  created_at: string
  /** The day it was last seen. */
  updated_at: string
  expires_at: string
}

/** Written by better-auth: what a passkey is to sign, for some minutes. */
export interface AccountChallengeTable {
  id: string
  identifier: string
  value: string
  created_at: string
  updated_at: string
  expires_at: string
}

/** Written by better-auth. */
export interface AccountPasskeyTable {
  id: string
  account_id: string
  name: string | null
  public_key: string
  credential_id: string
  counter: number
  device_type: string
  backed_up: boolean
  transports: string | null
  /** Which make of authenticator, where it says. */
  aaguid: string | null
  created_at: string | null
}

/** A one-time link, by the hash of its secret. */
export interface AccountLinkTable {
  digest: string
  account_id: string
  purpose: 'invitation' | 'sign-in'
  created_at: string
  expires_at: string
  used_at: string | null
}

/** What happened to an account, kept for a while. */
export interface AccountEventTable {
  entry: GeneratedAlways<number>
  account_id: string
  what: string
  at: string
}
