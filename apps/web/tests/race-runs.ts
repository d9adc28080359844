/**
 * Runs of the usual race whose digits must be the same in Node and in a browser. Digests are SHA-256, in hex.
 */
import { type Kernel, type Levers, leversOf, parameterNames, type SweepPlan } from '@frown/core/simulation'
import { usualSetup } from '../../../packages/core/src/forecast/setup.fixture.ts'

const { groups, horizonYears } = usualSetup
const draws = 256
const each = (value: number) => groups.map((_, group) => (group % 2 === 0 ? value : value / 2))

const levers: Readonly<Record<string, Levers>> = {
  nothing: {},
  refusal: { refusal: { share: each(0.4), startYears: 0.5, rampYears: 2 }, investorFrown: 0.7 },
  ostracism: { ostracism: { access: each(0.6), startYears: 1 } },
  shutdown: { shutdown: { groups: groups.map((_, group) => group < 2), startYears: 2 } },
  cap: {
    cap: {
      flop: 1e28,
      startYears: 1,
      covered: groups.map(group => !group.isOpenCommunity),
      evasion: 2,
      evasionGrowth: 0.1
    }
  },
  smallModels: { smallModels: { substitution: 0.5, startYears: 0, rampYears: 3 } }
}

/** Of every parameter's sampled values, and of every group's crossings under each of some levers. */
export async function kernelDigests(kernel: Kernel): Promise<Record<string, string>> {
  kernel.sample(usualSetup, 0, draws)
  const digests: Record<string, string> = {
    version: kernel.version,
    values: await digestOf(parameterNames.map(name => kernel.values(name)))
  }
  for (const [name, lever] of Object.entries({
    ...levers,
    all: Object.assign({}, ...Object.values(levers)) as Levers
  })) {
    const { crossingYears, limitedYears } = kernel.run(lever, { horizonYears, stop: 'never' })
    digests[name] = await digestOf([...groups.map((_, group) => crossingYears(group)), limitedYears])
  }
  return digests
}

export async function digestOf(columns: readonly Float64Array[]): Promise<string> {
  const bytes = new Uint8Array(await new Blob(columns.map(column => new Float64Array(column))).arrayBuffer())
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

const refusing = (share: number): Levers => {
  const levers = leversOf({ refusal: { who: 'leading', share, startYears: 0, rampYears: 1 } }, groups)
  if (!levers.ok) throw new Error(levers.error.detail)
  return levers.value
}

export const plans = {
  crossing: { kind: 'crossing', setup: usualSetup, draws: 500, scenarios: [{}, refusing(0.2), refusing(1)] },
  requiredShare: { kind: 'requiredShare', setup: usualSetup, draws: 150, levers: refusing(1), delayYears: 2 },
  frontier: {
    kind: 'frontier',
    setup: { ...usualSetup, horizonYears: 15 },
    draws: 150,
    scenarios: [{}, refusing(0.2)],
    noteEveryMonths: 6
  },
  long: { kind: 'crossing', setup: usualSetup, draws: 200_000, scenarios: [{}, refusing(0.2)] }
} as const satisfies Record<string, SweepPlan>
export type PlanName = keyof typeof plans
