/**
 * Why a command did not do what was asked, and with which exit code it ends:
 * 1 when the register or the forecast answered no, 2 when the command was misused or something failed.
 */
import { type ErrorCode, errorCodes, type FrownError } from '@frown/core/shared'
import { printable } from './output.ts'

export class Refusal extends Error {
  readonly error: FrownError

  constructor(error: FrownError) {
    super(error.detail)
    this.error = error
  }
}

/** The error that a refusal carries, of ours or of the server's; null: something else was thrown. */
export function refusedWith(thrown: unknown): FrownError | null {
  if (!(thrown instanceof Error) || !('error' in thrown)) return null
  const { error } = thrown
  return isFrownError(error) ? error : null
}

const isFrownError = (error: unknown): error is FrownError =>
  typeof error === 'object' && error !== null && 'code' in error && 'detail' in error && isErrorCode(error.code)

export const isErrorCode = (text: unknown): text is ErrorCode =>
  typeof text === 'string' && Object.hasOwn(errorCodes, text)

export const misuse = (detail: string, place?: string, remedy?: string): Refusal =>
  new Refusal({ code: 'input/invalid', detail, ...(place && { place }), ...(remedy && { remedy }) })

export const exitCodeOf = (code: ErrorCode): 1 | 2 =>
  /^(register|import|forecast|log|backup|account)\//.test(code) ? 1 : 2

/** One line: what happened. Where, unless it begins with that. Remedy. */
export const lineOf = ({ detail, place, remedy }: FrownError): string =>
  `frown: ${[detail, place !== undefined && detail.startsWith(`${place} `) ? undefined : place, remedy]
    .filter(part => part !== undefined)
    .map(closed)
    .join(' ')}`

const closed = (part: string): string => {
  const line = printable(part).trim()
  return /[.?!]$/.test(line) ? line : `${line}.`
}
