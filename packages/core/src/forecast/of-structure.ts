/**
 * The race of one structure alone: AI and people as substitutes (elasticity above 1), or as complements (below).
 *
 * A sweep tells the structures apart after the fact. Where draws are recombined, or beliefs moved, they must be apart
 * before; so the mixture over elasticities is replaced by those of its parts that lie on one side of 1.
 */
import type { Distribution, RaceSetup, Structure } from '../simulation/index.ts'

/**
 * `setup` with only those elasticities of substitution that are of `structure`: a part of a mixture is of the structure in
 * which its 90% interval lies. Null where none is, or where a part lies on both sides of 1. A part's tail may still
 * reach across 1, in about one draw of a thousand at the usual parameters.
 */
export function ofStructure(setup: RaceSetup, structure: Structure): RaceSetup | null {
  const { substitution } = setup.parameters
  const parts = substitution.kind === 'mixture' ? substitution.of : [{ weight: 1, distribution: substitution }]
  const sides = parts.map(({ distribution }) => sideOf(distribution))
  const kept = parts.filter((_, part) => sides[part] === structure)
  const [first] = kept
  if (first === undefined || sides.includes(null)) return null
  if (kept.length === parts.length) return setup
  const distribution: Distribution = kept.length === 1 ? first.distribution : { kind: 'mixture', of: kept }
  return { ...setup, parameters: { ...setup.parameters, substitution: distribution } }
}

/** As the structure column of a sweep has it: 1 itself is of the complements. */
function sideOf(distribution: Distribution): Structure | null {
  const [low, high] = interval90(distribution)
  if (low > 1) return 'substitutes'
  return high <= 1 ? 'complements' : null
}

/** 5th and 95th percentile of a distribution that is no mixture; of a mixture the range of its parts'. */
function interval90(distribution: Distribution): [number, number] {
  switch (distribution.kind) {
    case 'constant':
      return [distribution.value, distribution.value]
    case 'uniform': {
      const { low, high } = distribution
      return [low + 0.05 * (high - low), high - 0.05 * (high - low)]
    }
    case 'triangular': {
      const { low, mode, high } = distribution
      const at = (level: number) =>
        level * (high - low) < mode - low
          ? low + Math.sqrt(level * (high - low) * (mode - low))
          : high - Math.sqrt((1 - level) * (high - low) * (high - mode))
      return [at(0.05), at(0.95)]
    }
    case 'lognormal90':
      return [distribution.p05, distribution.p95]
    case 'logOf': {
      const [low, high] = interval90(distribution.of)
      return [Math.log(low), Math.log(high)]
    }
    case 'ln2Over': {
      const [low, high] = interval90(distribution.of)
      return [Math.LN2 / high, Math.LN2 / low]
    }
    case 'scaled': {
      const [a, b] = interval90(distribution.of).map(end => end * distribution.by) as [number, number]
      return [Math.min(a, b), Math.max(a, b)]
    }
    case 'mixture': {
      const ends = distribution.of.map(part => interval90(part.distribution))
      return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))]
    }
  }
}
