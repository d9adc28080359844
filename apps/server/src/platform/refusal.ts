/**
 * A refusal on its way out: carries one of the registered errors up to the edge that answers.
 */
import type { FrownError, Result } from '@frown/core/shared'

export class Refusal extends Error {
  readonly error: FrownError

  constructor(error: FrownError, options?: ErrorOptions) {
    super(error.detail, options)
    this.name = 'Refusal'
    this.error = error
  }
}

/** The value of `result`; throws its error as a refusal. */
export function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.error)
  return result.value
}

/** One sentence or more for a person at a terminal. */
export const sentenceOf = ({ detail, place, remedy }: FrownError): string =>
  [place === undefined ? detail : `${place}: ${detail}`, remedy].filter(Boolean).join(' ')
