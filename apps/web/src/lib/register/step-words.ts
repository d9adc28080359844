/** How a step of the history reads, in a list and in a feed. */
import type { ClaimStep } from '@frown/core/register'

export const stepWords: Readonly<Record<ClaimStep['kind'], string>> = {
  asserted: 'asserted',
  unchanged: 'said again',
  revised: 'revised',
  'asserted again': 'asserted again',
  withdrawn: 'withdrawn',
  contested: 'contested',
  replied: 'reply changed',
  uncontested: 'no longer contested'
}
