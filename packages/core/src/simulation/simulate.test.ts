import { loadKernel, type ParameterName, type ParameterValues } from '@frown/kernel'
import { expect, it } from 'vitest'
import { type PlainGroup, plainRace } from '../../../kernel/src/plain-race.fixture.ts'
import { type GivenRace, simulate } from './simulate.ts'
import { constants, smallGroups } from './small-race.fixture.ts'

const kernel = await loadKernel()
const values = Object.fromEntries(
  Object.entries(constants()).map(([name, distribution]) => [
    name,
    distribution.kind === 'constant' ? distribution.value : 0
  ])
) as Record<ParameterName, number>
const groups = smallGroups.map(({ id, computeFlop, runCostUsd, labourShare, openness, lnAlgorithms }) => ({
  id,
  computeFlop: computeFlop.high,
  runCostUsd: runCostUsd.high,
  labourShare,
  openness,
  lnAlgorithms
}))
const race = (change: Partial<GivenRace> = {}): GivenRace => ({
  groups,
  parameters: [values],
  levers: {},
  horizonYears: 40,
  ...change
})

it('gives every crossing as the plain race does, care being 0.5 where it is not given, over more draws than are run at once', async () => {
  const parameters: ParameterValues[] = Array.from({ length: 150 }, (_, d) => ({
    ...values,
    lnThresholdFlop: 64 + d / 10
  }))
  const levers = { refusal: { share: [0.3, 0, 0], startYears: 1, rampYears: 2 }, investorFrown: 0.5 }
  const result = await simulate(kernel, race({ parameters, levers }))
  if (!result.ok) throw new Error(result.error.detail)
  parameters.forEach((draw, d) => {
    const plain = plainRace(groups.map(group => ({ ...group, care: 0.5 })) as PlainGroup[], draw, levers, 40)
    plain.forEach((years, group) => {
      const found = result.value.crossingYears[d]?.[group]
      if (years === null) expect(found).toBeNull()
      else expect(Math.abs((found ?? Number.NaN) - years)).toBeLessThan(1e-6)
    })
  })
  expect(result.value.speedLimitYears.every(years => years === null)).toBe(true)
})

it('says where the speed limit bound', async () => {
  const result = await simulate(kernel, race({ parameters: [{ ...values, speedLimit: 0.5 }] }))
  expect(result.ok && result.value.speedLimitYears).toEqual([0])
})

it.each<{ place: string; change: Partial<GivenRace> }>([
  { place: 'groups', change: { groups: [] } },
  { place: 'groups.0.openness', change: { groups: [{ ...(groups[0] as (typeof groups)[number]), openness: 2 }] } },
  { place: 'parameters', change: { parameters: [] } },
  { place: 'parameters', change: { parameters: Array(20_001).fill(values) } },
  { place: 'parameters.1.returns', change: { parameters: [values, { ...values, returns: Number.NaN }] } },
  { place: 'horizonYears', change: { horizonYears: 1e9 } },
  { place: 'levers.refusal.share', change: { levers: { refusal: { share: [0.2], startYears: 0, rampYears: 0 } } } },
  {
    place: 'levers.refusal.share.1',
    change: { levers: { refusal: { share: [0, 1.2, 0], startYears: 0, rampYears: 0 } } }
  },
  { place: 'levers.investorFrown', change: { levers: { investorFrown: -1 } } },
  { place: 'levers.ostracism.access', change: { levers: { ostracism: { access: [], startYears: 0 } } } },
  { place: 'levers.shutdown.groups', change: { levers: { shutdown: { groups: [true], startYears: 0 } } } },
  {
    place: 'levers.cap.evasion',
    change: {
      levers: { cap: { flop: 1e26, startYears: 0, covered: [true, true, true], evasion: 0.5, evasionGrowth: 0 } }
    }
  },
  {
    place: 'levers.smallModels.substitution',
    change: { levers: { smallModels: { substitution: 3, startYears: 0, rampYears: 0 } } }
  }
])('is refused at $place', async ({ place, change }) => {
  expect(await simulate(kernel, race(change))).toMatchObject({ ok: false, error: { place } })
})
