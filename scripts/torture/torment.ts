/**
 * What every torment is given and what it answers with.
 */
export interface Setting {
  /** All chance comes from it, so that a run can be repeated. */
  readonly seed: number
  /** A little of it, as the tests run it. */
  readonly isSmall: boolean
  /** Empty, and removed afterwards. */
  readonly folder: string
  /** Of PostgreSQL's binaries; null: none here, and the embedded store alone is tormented. */
  readonly postgresBin: string | null
  readonly say: (line: string) => void
}

export interface Verdict {
  /** What was done and measured, in sentences. */
  readonly did: readonly string[]
  /** What should not have happened; empty: it held. */
  readonly faults: readonly string[]
}

export type Torment = (setting: Setting) => Promise<Verdict>
