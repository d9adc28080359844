import type { FrownError } from './errors.ts'

/** For callers who must choose what to do; bugs are thrown instead. */
export type Result<T, E = FrownError> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })
