import { loadKernel } from '@frown/core/simulation'
import { describe, expect, it } from 'vitest'
import type { Distribution } from './distribution-code.ts'
import { densityAt, isFixed, quantileAt, shareBelow, spikesOf } from './distribution-shape.ts'

const lognormal: Distribution = { kind: 'lognormal90', p05: 0.333, p95: 1.333 }
const cases: { what: string; of: Distribution }[] = [
  { what: 'an even one', of: { kind: 'uniform', low: -0.1, high: 0.5 } },
  { what: 'a triangle', of: { kind: 'triangular', low: 29, mode: 31, high: 35 } },
  { what: 'a lognormal', of: lognormal },
  { what: 'growth from a doubling time', of: { kind: 'ln2Over', of: lognormal } },
  { what: 'ln of a factor', of: { kind: 'logOf', of: { kind: 'lognormal90', p05: 2, p95: 2.9 } } },
  { what: 'one scaled downwards', of: { kind: 'scaled', by: -2, of: { kind: 'uniform', low: 1, high: 3 } } },
  {
    what: 'a mixture',
    of: {
      kind: 'mixture',
      of: [
        { weight: 1, distribution: { kind: 'lognormal90', p05: 0.1, p95: 0.5 } },
        { weight: 3, distribution: { kind: 'lognormal90', p05: 1.5, p95: 3.5 } }
      ]
    }
  }
]
const levels = [0.02, 0.05, 0.25, 0.5, 0.75, 0.95, 0.98]

describe.each(cases)('$what', ({ of }) => {
  it.each(levels)('has as many draws below its quantile at %s as it should', level =>
    expect(shareBelow(of, quantileAt(of, level))).toBeCloseTo(level, 5)
  )

  it('has an area of one under its density', () => {
    const [low, high] = [quantileAt(of, 0.00001), quantileAt(of, 0.99999)]
    const steps = 20_000
    let area = 0
    for (let step = 0; step < steps; step++)
      area += (densityAt(of, low + ((step + 0.5) / steps) * (high - low)) * (high - low)) / steps
    expect(area).toBeCloseTo(1, 3)
  })

  it('is the one that the race draws from', async () => {
    const kernel = await loadKernel()
    const name = 'lnThresholdFlop'
    const parameters = Object.fromEntries(
      (await import('@frown/core/simulation')).parameterNames.map(each => [each, { kind: 'constant', value: 1 }])
    ) as never as Record<typeof name, Distribution>
    const group = { id: 'a', name: 'A', isOpenCommunity: false }
    const drawn: number[] = []
    for (let first = 0; first < 2048; first += 256) {
      kernel.sample(
        {
          groups: [
            {
              ...group,
              computeFlop: { low: 1e25, high: 1e26 },
              runCostUsd: { low: 1e8, high: 1e8 },
              labourShare: 1,
              openness: 0,
              lnAlgorithms: 0,
              care: 0.5
            }
          ] as never,
          parameters: { ...parameters, [name]: of } as never,
          seed: 1
        },
        first,
        256
      )
      drawn.push(...kernel.values(name))
    }
    for (const level of [0.05, 0.25, 0.75, 0.95])
      expect(drawn.filter(value => value <= quantileAt(of, level)).length / drawn.length).toBeCloseTo(level, 2)
  })
})

it('knows what is one value', () => {
  expect(isFixed({ kind: 'constant', value: 4 })).toBe(true)
  expect(isFixed(lognormal)).toBe(false)
  expect(spikesOf({ kind: 'mixture', of: [{ weight: 1, distribution: { kind: 'constant', value: 2 } }] })).toEqual([2])
  expect(densityAt({ kind: 'constant', value: 4 }, 4)).toBe(0)
})
