/**
 * How many races a second does the kernel run on one core, beside plain TypeScript, and how far is it from what its
 * exp and ln alone would take?
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { usualSetup } from '../../packages/core/src/forecast/setup.fixture.ts'
import {
  type Levers,
  loadKernel,
  mostDraws,
  type ParameterValues,
  parameterNames
} from '../../packages/kernel/src/index.ts'
import { type PlainGroup, plainRace } from '../../packages/kernel/src/plain-race.fixture.ts'
import { count, type Measurement } from './measurement.ts'

const { groups, parameters, seed, horizonYears } = usualSetup
const steps = horizonYears * 12
const groupSteps = steps * groups.length
const longEnoughMs = 1_500
const chunks = 8

const refusing: Levers = {
  refusal: { share: groups.map(group => (group.isOpenCommunity ? 0 : 0.2)), startYears: 0, rampYears: 1 },
  investorFrown: 0.5
}

export async function race(): Promise<Measurement[]> {
  const kernel = await loadKernel()
  /** Trajectories a second, sampling included, over draws that differ. */
  const perSecond = (levers: Levers, stop: 'never' | 'whenAllCrossed' | 'whenOneCrossed'): number => {
    let races = 0
    const start = performance.now()
    for (let chunk = 0; performance.now() - start < longEnoughMs; chunk++) {
      kernel.sample({ groups, parameters, seed }, (chunk % chunks) * mostDraws, mostDraws)
      kernel.run(levers, { horizonYears, stop })
      races += mostDraws
    }
    return (races * 1000) / (performance.now() - start)
  }
  const times = 200_000
  const bound = async () => {
    const start = performance.now()
    kernel.transcendentals(times)
    return ((performance.now() - start) * 1e6) / times / 8 / 2
  }
  kernel.transcendentals(1_000)
  perSecond({}, 'never')

  const full = perSecond({}, 'never')
  const boundNs = await bound()
  const early = perSecond({}, 'whenAllCrossed')
  const first = perSecond({}, 'whenOneCrossed')
  const levers = perSecond(refusing, 'whenAllCrossed')
  const plain = plainPerSecond(kernel, {}, false)
  const plainEarly = plainPerSecond(kernel, {}, true)
  const plainLevers = plainPerSecond(kernel, refusing, true)
  const ns = (races: number) => 1e9 / races / groupSteps
  return [
    {
      what: `Races a second and core, ${groups.length} groups, all ${steps} months`,
      measured: `${count(full)}, ${ns(full).toFixed(1)} ns a group-step`,
      bar: '≥ 12,000',
      beside: `plain TypeScript: ${count(plain)}, ${ns(plain).toFixed(0)} ns, so ${(full / plain).toFixed(1)} times as fast; its exp and ln alone: ${boundNs.toFixed(1)} ns, ${((boundNs / ns(full)) * 100).toFixed(0)}% of it`
    },
    {
      what: 'The same until every group has crossed',
      measured: count(early),
      bar: '≥ 60,000',
      beside: `plain TypeScript: ${count(plainEarly)}, so ${(early / plainEarly).toFixed(1)} times as fast; until the first has crossed, which is what a delay needs: ${count(first)}`
    },
    {
      what: 'The same with a fifth refusing and capital following',
      measured: count(levers),
      bar: '≥ 40,000',
      beside: `plain TypeScript: ${count(plainLevers)}, so ${(levers / plainLevers).toFixed(1)} times as fast`
    },
    millionDraws()
  ]
}

function plainPerSecond(
  kernel: Awaited<ReturnType<typeof loadKernel>>,
  levers: Levers,
  stopWhenAllCrossed: boolean
): number {
  kernel.sample({ groups, parameters, seed }, 0, mostDraws)
  const rows = parameterNames.map(name => [...kernel.values(name)])
  const draws = Array.from(
    { length: mostDraws },
    (_, d) =>
      Object.fromEntries(parameterNames.map((name, index) => [name, rows[index]?.[d]])) as unknown as ParameterValues
  )
  const starting: PlainGroup[] = groups.map(({ computeFlop, runCostUsd, ...rest }) => ({
    ...rest,
    computeFlop: computeFlop.high,
    runCostUsd: runCostUsd.high
  }))
  let races = 0
  const start = performance.now()
  while (performance.now() - start < longEnoughMs) {
    plainRace(starting, draws[races % mostDraws] as ParameterValues, levers, horizonYears, stopWhenAllCrossed)
    races++
  }
  return (races * 1000) / (performance.now() - start)
}

/** Memory of a million draws, in a process of its own. */
function millionDraws(): Measurement {
  const script = fileURLToPath(new URL('million-draws.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const { maxRssMib, seconds, idleMib } = JSON.parse(stdout) as { maxRssMib: number; seconds: number; idleMib: number }
  return {
    what: 'Most resident memory while a million draws are run, baseline and scenario, one thread',
    measured: `${count(maxRssMib)} MiB`,
    bar: '< 300 MB',
    beside: `before it began: ${count(idleMib)} MiB; it took ${seconds.toFixed(0)} s`
  }
}
