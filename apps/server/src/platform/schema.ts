/**
 * The tables as the newest migration leaves them.
 */
export interface Schema {
  claim: ClaimTable
  source: SourceTable
  shipped_ledger: ShippedLedgerTable
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
