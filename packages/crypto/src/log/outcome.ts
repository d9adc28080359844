/** What a reading of foreign bytes gives: the value, or a sentence on what is wrong with them. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string }

export const got = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refused = (error: string): { readonly ok: false; readonly error: string } => ({ ok: false, error })
