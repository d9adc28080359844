import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Distribution } from './distribution.ts'
import { loadKernel } from './kernel.ts'
import { mostDraws } from './memory.ts'
import { atStart, constants, plainGroups, usualParameters } from './race.fixture.ts'
import { type Levers, type ParameterName, parameterNames } from './race-input.ts'

const kernel = await loadKernel()
const horizonYears = 40

/** One of each kind of distribution. */
const drawn: Partial<Record<ParameterName, Distribution>> = {
  spendGrowth: { kind: 'logOf', of: { kind: 'lognormal90', p05: 2, p95: 2.9 } },
  algorithmGrowth: { kind: 'ln2Over', of: { kind: 'lognormal90', p05: 0.333, p95: 1.333 } },
  substitution: {
    kind: 'mixture',
    of: [
      { weight: 1, distribution: { kind: 'constant', value: 1 } },
      { weight: 2, distribution: { kind: 'lognormal90', p05: 0.1, p95: 0.5 } },
      { weight: 2, distribution: { kind: 'lognormal90', p05: 1.5, p95: 3.5 } }
    ]
  },
  abilityCorrelation: { kind: 'uniform', low: -0.1, high: 0.5 },
  lnThresholdFlop: { kind: 'scaled', by: Math.LN10, of: { kind: 'triangular', low: 29, mode: 31, high: 35 } }
}

const allLevers: Levers = {
  refusal: { share: [0.4, 0.2, 0], startYears: 0.5, rampYears: 2 },
  investorFrown: 0.7,
  ostracism: { access: [0.6, 1, 0.3], startYears: 1 },
  shutdown: { groups: [false, true, false], startYears: 3 },
  cap: { flop: 1e28, startYears: 1, covered: [true, true, false], evasion: 2, evasionGrowth: 0.1 },
  smallModels: { substitution: 0.5, startYears: 0, rampYears: 3 }
}

function digestOfRun(): string {
  const hash = createHash('sha256')
  const groups = atStart(plainGroups).map(({ computeFlop, runCostUsd, ...rest }) => ({
    ...rest,
    computeFlop: { low: computeFlop.low / 3, high: computeFlop.high },
    runCostUsd: { low: runCostUsd.low / 3, high: runCostUsd.high }
  }))
  kernel.sample({ groups, parameters: { ...constants(usualParameters), ...drawn }, seed: 7 }, 0, mostDraws)
  for (const name of parameterNames) hash.update(kernel.values(name))
  for (const levers of [{}, allLevers]) {
    const { crossingYears, limitedYears } = kernel.run(levers, { horizonYears, stop: 'never' })
    for (const group of groups.keys()) hash.update(crossingYears(group))
    hash.update(limitedYears)
  }
  return hash.digest('hex')
}

it('gives these bits: others from this kernel mean a fault of the engine or of the host; a new kernel that gives others has changed what every forecast says', () => {
  expect({ kernel: kernel.version, digest: digestOfRun() }).toEqual({
    kernel: '0bfdb4ba6cbfcc9c',
    digest: '8156199784502be35a0c77c6722f9b72f79ed7ae7d01dacbb9f8bfa1e7759d34'
  })
})
