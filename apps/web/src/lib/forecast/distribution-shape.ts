/**
 * The shape of a distribution, worked out and not drawn at random: density, share below, quantile.
 *
 * For looking at; the race draws by its kernel.
 */
import type { Distribution } from './distribution-code.ts'

/** 5% and 95% points of a normal distribution lie this far from its middle. */
const deviations = 1.6448536269514722

/** Share of draws at or below `x`. */
export function shareBelow(of: Distribution, x: number): number {
  switch (of.kind) {
    case 'constant':
      return x >= of.value ? 1 : 0
    case 'uniform':
      return of.low === of.high ? Number(x >= of.low) : clipped((x - of.low) / (of.high - of.low))
    case 'triangular': {
      const { low, mode, high } = of
      if (low === high) return Number(x >= low)
      if (x <= low) return 0
      if (x >= high) return 1
      return x < mode
        ? (x - low) ** 2 / ((high - low) * (mode - low))
        : 1 - (high - x) ** 2 / ((high - low) * (high - mode))
    }
    case 'lognormal90': {
      if (x <= 0) return 0
      const { middle, spread } = logs(of)
      return spread === 0 ? Number(Math.log(x) >= middle) : normalShare((Math.log(x) - middle) / spread)
    }
    case 'logOf':
      return shareBelow(of.of, Math.exp(x))
    case 'ln2Over':
      return x <= 0 ? 0 : 1 - shareBelow(of.of, Math.LN2 / x)
    case 'scaled':
      if (of.by === 0) return Number(x >= 0)
      return of.by > 0 ? shareBelow(of.of, x / of.by) : 1 - shareBelow(of.of, x / of.by)
    case 'mixture':
      return weighted(of.of, part => shareBelow(part, x))
  }
}

/** Probability per unit of x. Where all draws are one value, 0: that is a line and no area. */
export function densityAt(of: Distribution, x: number): number {
  switch (of.kind) {
    case 'constant':
      return 0
    case 'uniform':
      return x >= of.low && x <= of.high && of.high > of.low ? 1 / (of.high - of.low) : 0
    case 'triangular': {
      const { low, mode, high } = of
      if (x < low || x > high || low === high) return 0
      if (x === mode) return 2 / (high - low)
      return x < mode
        ? (2 * (x - low)) / ((high - low) * (mode - low))
        : (2 * (high - x)) / ((high - low) * (high - mode))
    }
    case 'lognormal90': {
      const { middle, spread } = logs(of)
      if (x <= 0 || spread === 0) return 0
      return Math.exp(-(((Math.log(x) - middle) / spread) ** 2) / 2) / (x * spread * Math.sqrt(2 * Math.PI))
    }
    case 'logOf':
      return densityAt(of.of, Math.exp(x)) * Math.exp(x)
    case 'ln2Over':
      return x <= 0 ? 0 : (densityAt(of.of, Math.LN2 / x) * Math.LN2) / x ** 2
    case 'scaled':
      return of.by === 0 ? 0 : densityAt(of.of, x / of.by) / Math.abs(of.by)
    case 'mixture':
      return weighted(of.of, part => densityAt(part, x))
  }
}

/** The value that the share `level` (between 0 and 1) of draws does not exceed. */
export function quantileAt(of: Distribution, level: number): number {
  switch (of.kind) {
    case 'constant':
      return of.value
    case 'uniform':
      return of.low + level * (of.high - of.low)
    case 'lognormal90': {
      const { middle, spread } = logs(of)
      return Math.exp(middle + spread * normalQuantile(level))
    }
    case 'triangular': {
      const { low, mode, high } = of
      if (low === high) return low
      return level < (mode - low) / (high - low)
        ? low + Math.sqrt(level * (high - low) * (mode - low))
        : high - Math.sqrt((1 - level) * (high - low) * (high - mode))
    }
    case 'logOf':
      return Math.log(quantileAt(of.of, level))
    case 'ln2Over':
      return Math.LN2 / quantileAt(of.of, 1 - level)
    case 'scaled':
      return of.by * quantileAt(of.of, of.by >= 0 ? level : 1 - level)
    case 'mixture': {
      const ends = of.of.map(({ distribution }) => quantileAt(distribution, level))
      return halved(x => shareBelow(of, x) >= level, Math.min(...ends), Math.max(...ends))
    }
  }
}

export const isFixed = (of: Distribution): boolean => quantileAt(of, 0.05) === quantileAt(of, 0.95)

/** Single values that draws take with a probability of their own. */
export function spikesOf(of: Distribution): number[] {
  if (of.kind === 'mixture') return of.of.flatMap(({ distribution }) => spikesOf(distribution))
  return quantileAt(of, 0.001) === quantileAt(of, 0.999) ? [quantileAt(of, 0.5)] : []
}

const clipped = (share: number): number => Math.min(1, Math.max(0, share))

function logs({ p05, p95 }: { readonly p05: number; readonly p95: number }) {
  return { middle: (Math.log(p05) + Math.log(p95)) / 2, spread: Math.log(p95 / p05) / (2 * deviations) }
}

function weighted(
  parts: readonly { readonly weight: number; readonly distribution: Distribution }[],
  each: (part: Distribution) => number
): number {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce((sum, { weight, distribution }) => sum + (weight / all) * each(distribution), 0)
}

/** The least x between `from` and `to` for which `holds`, which holds from somewhere on. */
function halved(holds: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 100 && low < high; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

/** Abramowitz and Stegun 1964, 26.2.17: to 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}

function normalQuantile(level: number): number {
  if (level === 0.05) return -deviations
  if (level === 0.95) return deviations
  if (level === 0.5) return 0
  return halved(z => normalShare(z) >= level, -8, 8)
}
