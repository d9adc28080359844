/**
 * Every way in which Frown refuses, with its code.
 *
 * One registry, so that each code has one meaning in core, server, API and command line.
 * docs/errors.md lists the same codes; a test keeps the two equal.
 */
export const errorCodes = {
  'input/invalid': 'A value in the request is not of the form asked for.',
  'input/too-large': 'The body is larger than the server accepts.',
  'input/encoded': 'The body is compressed; it is taken only as it is.',
  'input/too-slow': 'The request took too long to arrive.',
  'input/header-too-large': 'The header of the request is larger than the server accepts.',
  'limit/exceeded': 'Too many requests of this kind came from one address.',
  'route/not-found': 'There is nothing at this address.',
  'operator/required': 'Only the operator of this server may do this.',
  'account/sign-in-required': 'Only who has signed in may do this.',
  'account/not-allowed': 'The role of this account does not allow this.',
  'account/foreign-origin': 'A write with a cookie that did not come from the pages of this server.',
  'account/unknown-link': 'No one-time link of this server has this secret.',
  'account/link-expired': 'The one-time link was not used in time.',
  'account/link-used': 'The one-time link has been used.',
  'account/passkey-refused': 'The passkey was not accepted.',
  'account/stale-session': 'Signed in too long ago for this.',
  'account/unknown-account': 'No account of this server has this id or address.',
  'account/unknown-passkey': 'The account has no such passkey.',
  'account/unknown-session': 'The account has no such session.',
  'account/exists': 'This address has an account with another role.',
  'account/invalid-role': 'A spokesperson speaks for a group, and nobody else does.',
  'account/no-mail': 'This server sends no mail.',
  'server/failed': 'The server failed; the fault is ours.',
  'server/stopping': 'The server is being stopped.',
  'store/in-use': 'Another process has this embedded store open.',
  'store/newer-schema': 'The store was written by a newer version of Frown.',
  'store/unavailable': 'The database cannot be reached.',
  'store/no-room': 'The disk has no room left.',
  'store/changed': 'The register grew while the request was being worked out.',
  'register/unknown-group': 'No group has this id as known on that day.',
  'register/unknown-system': 'No system has this id or name as known on that day.',
  'register/ambiguous-system': 'Several systems have this name.',
  'register/duplicate-claim': 'The register already holds this claim.',
  'register/invalid-claim': 'A claim breaks a rule of the register.',
  'register/too-few-systems': 'A trend needs at least three systems released on different days.',
  'register/superseded': 'What the edit rests on no longer holds: another entry came first.',
  'register/nothing-to-change': 'The register says this already.',
  'register/unknown-claim': 'The register holds no claim of this id.',
  'log/no-key': 'The key that signs the log is not here.',
  'log/rolled-back': 'The store is not what was signed: an older state, or another history.',
  'log/broken': 'The log in the store, or what belongs to it, is not whole.',
  'log/unknown-entry': 'The log has no such entry, tile or size.',
  'log/invalid-cosignature': 'This is not a signature by a known witness of a checkpoint of this log.',
  'log/erased': 'The texts of this claim are erased already.',
  'backup/malformed-file': 'The file is not a whole backup as Frown writes it.',
  'backup/newer-schema': 'The backup was made by a newer version of Frown.',
  'backup/not-empty': 'There is something already where a backup is to be restored.',
  'backup/no-register': 'There is no register to back up.',
  'import/malformed-file': 'The file is not readable as CSV with a header and equal rows.',
  'import/unknown-columns': 'The file lacks columns that the importer needs.',
  'import/invalid-row': 'A cell of a row is not what its column holds.',
  'import/unknown-groups': 'Organisations that the register does not know.',
  'import/unconfirmed-renames': 'Systems seem to be renamed or split; a person must confirm it.',
  'import/out-of-order': 'The instant given is earlier than what this source has already recorded.',
  'forecast/invalid': 'A value of the forecast is not one that the model can run with.',
  'forecast/unknown-group': 'No group of the race has this id.',
  'forecast/over-budget': 'The forecast asks for more computing than this server takes on.',
  'forecast/unknown-job': 'No job of this server has this id.',
  'forecast/busy': 'Too many jobs are waiting.',
  'forecast/cancelled': 'The job was cancelled before it was done.'
} as const

export type ErrorCode = keyof typeof errorCodes

export interface FrownError {
  readonly code: ErrorCode
  /** What happened, in a sentence for people. */
  readonly detail: string
  /** Where: a parameter, a row and column, a file. */
  readonly place?: string
  /** What would mend it. */
  readonly remedy?: string
}
