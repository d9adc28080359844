/**
 * A distribution in an address: `uniform,0.2,0.9`, `logOf(lognormal90,2,2.9)`, `mixture(1:constant,0.5;1:uniform,2,3)`.
 */
import type { Distribution as Known } from '@frown/core/simulation'

export type Distribution = Known

const plain = { constant: 1, uniform: 2, triangular: 3, lognormal90: 2 } as const

export function writeDistribution(distribution: Distribution): string {
  switch (distribution.kind) {
    case 'constant':
      return `constant,${distribution.value}`
    case 'uniform':
      return `uniform,${distribution.low},${distribution.high}`
    case 'triangular':
      return `triangular,${distribution.low},${distribution.mode},${distribution.high}`
    case 'lognormal90':
      return `lognormal90,${distribution.p05},${distribution.p95}`
    case 'scaled':
      return `scaled${distribution.by}(${writeDistribution(distribution.of)})`
    case 'logOf':
    case 'ln2Over':
      return `${distribution.kind}(${writeDistribution(distribution.of)})`
    case 'mixture':
      return `mixture(${distribution.of.map(({ weight, distribution: part }) => `${weight}:${writeDistribution(part)}`).join(';')})`
  }
}

/** Null where it is not written so. Whether the model can run with it is for core to say. */
export function readDistribution(text: string, outermost = true): Distribution | null {
  const around = /^(logOf|ln2Over|mixture|scaled(-?[\d.e+-]+))\((.*)\)$/.exec(text)
  if (around) {
    const [, kind = '', by = '', inside = ''] = around
    if (kind === 'mixture') return outermost ? readMixture(inside) : null
    const of = readDistribution(inside, false)
    if (of === null) return null
    if (kind === 'logOf' || kind === 'ln2Over') return { kind, of }
    return Number.isFinite(Number(by)) ? { kind: 'scaled', by: Number(by), of } : null
  }
  const [kind = '', ...parts] = text.split(',')
  if (!Object.hasOwn(plain, kind) || parts.length !== plain[kind as keyof typeof plain]) return null
  const values = parts.map(part => (part.trim() === '' ? Number.NaN : Number(part)))
  if (values.some(value => !Number.isFinite(value))) return null
  const [a, b, c] = values as [number, number, number]
  if (kind === 'constant') return { kind, value: a }
  if (kind === 'uniform') return { kind, low: a, high: b }
  if (kind === 'triangular') return { kind, low: a, mode: b, high: c }
  return { kind: 'lognormal90', p05: a, p95: b }
}

function readMixture(text: string): Distribution | null {
  const parts = text.split(';').map(part => {
    const [weight = '', ...rest] = part.split(':')
    return {
      weight: weight === '' ? Number.NaN : Number(weight),
      distribution: readDistribution(rest.join(':'), false)
    }
  })
  if (parts.length > 8 || parts.some(({ weight, distribution }) => !Number.isFinite(weight) || distribution === null))
    return null
  return { kind: 'mixture', of: parts as { weight: number; distribution: Distribution }[] }
}
