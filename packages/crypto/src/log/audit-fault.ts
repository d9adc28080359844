/** What is broken in a log, and in which file of it. */
export type FaultKind =
  /** A file that a log of this size has is not there. */
  | 'missing'
  /** A file is cut off, too long, or not in its form. */
  | 'malformed'
  /** The checkpoint, or the earlier one, is not signed by a trusted key, or a signature under a known key is wrong. */
  | 'signature'
  /** The checkpoint is one of another log. */
  | 'origin'
  /** Fewer witnesses than asked for cosigned the checkpoint. */
  | 'witnesses'
  /** An entry is not the one that was logged at its place. */
  | 'entry'
  /** A hash tile does not hold what the signed root commits to. */
  | 'tile'
  /** Entries and tiles agree with each other and not with the signed root. */
  | 'root'
  /** The log is smaller than it was at the earlier checkpoint. */
  | 'shrunk'
  /** The log does not begin with what it held at the earlier checkpoint. */
  | 'history'
  /** The entry is the logged one, and the caller's check refused what it says. */
  | 'content'

export interface AuditFault {
  readonly kind: FaultKind
  /** The broken file within the log; `since` for the earlier checkpoint. */
  readonly path: string
  /** Index of the first broken entry, where one is to blame. */
  readonly entry?: number
  /** A sentence. */
  readonly detail: string
}

/** Ends an audit at its first fault. */
export class BrokenLog extends Error {
  readonly fault: AuditFault

  constructor(fault: AuditFault) {
    super(`${fault.path}: ${fault.detail}`)
    this.fault = fault
  }
}

/** A refusal as a sentence of its own. */
export const sentence = (refusal: string) => `${refusal.charAt(0).toUpperCase()}${refusal.slice(1)}.`
