/**
 * Distributions of parameters, and how they are written for the kernel.
 */

export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  /** ln x is normal; `p05` and `p95` are the ends of its 90% interval. */
  | { readonly kind: 'lognormal90'; readonly p05: number; readonly p95: number }
  /** ln of a draw. */
  | { readonly kind: 'logOf'; readonly of: Distribution }
  /** ln 2 over a draw: the growth that goes with a doubling time. */
  | { readonly kind: 'ln2Over'; readonly of: Distribution }
  | { readonly kind: 'scaled'; readonly by: number; readonly of: Distribution }
  /** One of several, each with its weight; stands outermost only. */
  | {
      readonly kind: 'mixture'
      readonly of: readonly { readonly weight: number; readonly distribution: Distribution }[]
    }

/** The numbers by which the kernel knows `distribution`: its kind, then what belongs to it. */
export function programOf(distribution: Distribution): number[] {
  switch (distribution.kind) {
    case 'constant':
      return [0, distribution.value]
    case 'uniform':
      return [1, distribution.low, distribution.high]
    case 'triangular':
      return [2, distribution.low, distribution.mode, distribution.high]
    case 'lognormal90':
      return [3, distribution.p05, distribution.p95]
    case 'logOf':
      return [4, ...programOf(distribution.of)]
    case 'ln2Over':
      return [5, ...programOf(distribution.of)]
    case 'scaled':
      return [6, distribution.by, ...programOf(distribution.of)]
    case 'mixture':
      return [
        7,
        distribution.of.length,
        ...distribution.of.flatMap(({ weight, distribution: part }) => {
          const program = programOf(part)
          return [weight, program.length, ...program]
        })
      ]
  }
}
