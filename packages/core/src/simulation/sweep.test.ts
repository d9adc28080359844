import { loadKernel } from '@frown/kernel'
import { describe, expect, it } from 'vitest'
import { leversOf } from './scenario.ts'
import { smallGroups, smallSetup } from './small-race.fixture.ts'
import { runPart, sweepHere } from './sweep.ts'
import {
  type Columns,
  type CrossingPlan,
  columnAt,
  type FrontierPlan,
  type RequiredSharePlan,
  type SweepPlan,
  structureColumn,
  structures
} from './sweep-plan.ts'
import { answerRequests, type SweepReply, type SweepWorker, sweepPool } from './sweep-pool.ts'

const kernel = await loadKernel()

const refusing = (share: number, groups = smallGroups) => {
  const levers = leversOf({ refusal: { who: 'leading', share, startYears: 0, rampYears: 1 } }, groups)
  if (!levers.ok) throw new Error(levers.error.detail)
  return levers.value
}
const crossing: CrossingPlan = { kind: 'crossing', setup: smallSetup, draws: 300, scenarios: [{}, {}, refusing(0.5)] }
const required: RequiredSharePlan = {
  kind: 'requiredShare',
  setup: smallSetup,
  draws: 60,
  levers: refusing(1),
  delayYears: 0.3
}
const frontier: FrontierPlan = {
  kind: 'frontier',
  setup: { ...smallSetup, horizonYears: 10 },
  draws: 90,
  scenarios: [{}, refusing(0.5)],
  noteEveryMonths: 6
}
const column = (columns: Columns, index: number): Float64Array => columns[index] as Float64Array

/** Workers in this very thread, one message at a time, answering late and in no order. */
function localWorkers(onStart: (count: number) => 'works' | 'dies' = () => 'works') {
  let started = 0
  const ended = new Set<number>()
  const start = (): SweepWorker => {
    const id = started++
    const fate = onStart(id)
    let lose: (reason: Error) => void = () => undefined
    let receive: (reply: SweepReply) => void = () => undefined
    const answer = answerRequests(
      (plan, first, draws) => runPart(kernel, plan, first, draws),
      reply => {
        setTimeout(() => (fate === 'dies' ? lose(new Error('gone')) : receive(reply)), (id * 7) % 3)
      }
    )
    return {
      post: answer,
      listen(onReply, onLost) {
        receive = onReply
        lose = onLost
      },
      end: () => ended.add(id)
    }
  }
  return { start, started: () => started, ended }
}

describe.each<{ kind: string; plan: SweepPlan }>([
  { kind: 'crossing', plan: crossing },
  { kind: 'requiredShare', plan: required },
  { kind: 'frontier', plan: frontier }
])('a sweep of $kind', ({ plan }) => {
  it('is the same to the last bit in one piece, in odd pieces, and on any number of workers', async () => {
    const whole = runPart(kernel, plan, 0, plan.draws)
    const sizes = [1, 7, 52, plan.draws - 60]
    let first = 0
    const pieces = sizes.map(draws => {
      first += draws
      return runPart(kernel, plan, first - draws, draws)
    })
    const joined = whole.map((_, index) => Float64Array.from(pieces.flatMap(piece => [...column(piece, index)])))
    expect(joined).toEqual(whole)
    expect(await sweepHere(kernel)(plan)).toEqual(whole)
    for (const workers of [1, 3, 8]) {
      const pool = sweepPool(localWorkers().start, workers, 17)
      expect(await pool.sweep(plan)).toEqual(whole)
    }
  })
})

describe('a sweep', () => {
  it('has no delay where nothing is done, exactly, and the first crossing is that of the group named', async () => {
    const columns = await sweepHere(kernel)(crossing)
    expect(column(columns, columnAt(1, 'first'))).toEqual(column(columns, columnAt(0, 'first')))
    kernel.sample({ ...smallSetup }, 0, 256)
    const result = kernel.run({}, { horizonYears: 40, stop: 'never' })
    for (let d = 0; d < 256; d++) {
      const years = smallGroups.map((_, group) => result.crossingYears(group)[d] as number)
      expect(column(columns, columnAt(0, 'first'))[d]).toBe(Math.min(...years))
      expect(years[column(columns, columnAt(0, 'firstGroup'))[d] as number]).toBe(Math.min(...years))
    }
  })

  it('tells substitutes from complements', async () => {
    const structure = column(await sweepHere(kernel)({ ...crossing, draws: 256 }), structureColumn)
    expect(structure.filter(kind => kind === structures.substitutes)).toHaveLength(128)
  })

  it('gives the first crossing with and without care where there are both', async () => {
    const groups = smallGroups.map((group, index) => ({ ...group, care: index === 1 ? 0.1 : 0.9 }))
    const columns = await sweepHere(kernel)({ ...crossing, setup: { ...smallSetup, groups } })
    const [careful, careless] = [
      column(columns, columnAt(0, 'firstCareful')),
      column(columns, columnAt(0, 'firstCareless'))
    ]
    column(columns, columnAt(0, 'first')).forEach((first, d) => {
      expect(Math.min(careful[d] as number, careless[d] as number)).toBe(first)
    })
    expect(careless.some((years, d) => years > (careful[d] as number))).toBe(true)
  })

  it('says where the speed limit bound, and only before the first crossing', async () => {
    const parameters = { ...smallSetup.parameters, speedLimit: { kind: 'constant', value: 0.6 } as const }
    const columns = await sweepHere(kernel)({ ...crossing, setup: { ...smallSetup, parameters } })
    expect([...column(columns, columnAt(0, 'limited'))].every(years => years === 0)).toBe(true)
    const usual = await sweepHere(kernel)(crossing)
    expect([...column(usual, columnAt(0, 'limited'))].every(years => years === Number.POSITIVE_INFINITY)).toBe(true)
  })

  it('reports its progress and stops when told to', async () => {
    const shares: number[] = []
    await sweepHere(kernel)({ ...crossing, draws: 2500 }, { onProgress: share => shares.push(share) })
    expect(shares).toEqual([1024 / 2500, 2048 / 2500, 1])
    const stopping = new AbortController()
    const stopped = sweepHere(kernel)(
      { ...crossing, draws: 1e6 },
      { signal: stopping.signal, onProgress: () => stopping.abort(new Error('enough')) }
    )
    await expect(stopped).rejects.toThrow('enough')
  })
})

describe('a pool', () => {
  it('replaces a worker that is lost, and does its part again', async () => {
    const workers = localWorkers(id => (id < 2 ? 'dies' : 'works'))
    const pool = sweepPool(workers.start, 2, 50)
    expect(await pool.sweep(crossing)).toEqual(runPart(kernel, crossing, 0, crossing.draws))
    expect(workers.started()).toBeGreaterThan(2)
  })

  it('gives up when every worker is lost', async () => {
    const pool = sweepPool(localWorkers(() => 'dies').start, 2, 50)
    await expect(pool.sweep(crossing)).rejects.toThrow('a worker of the sweep ended')
  })

  it('stops when told to, and is of use afterwards', async () => {
    const pool = sweepPool(localWorkers().start, 2, 50)
    const stopping = new AbortController()
    const stopped = pool.sweep(
      { ...crossing, draws: 1e6 },
      { signal: stopping.signal, onProgress: () => stopping.abort(new Error('enough')) }
    )
    await expect(stopped).rejects.toThrow('enough')
    expect(await pool.sweep(crossing)).toEqual(runPart(kernel, crossing, 0, crossing.draws))
  })

  it('runs several sweeps at a time', async () => {
    const pool = sweepPool(localWorkers().start, 3, 20)
    const [a, b] = await Promise.all([pool.sweep(crossing), pool.sweep(required)])
    expect(a).toEqual(runPart(kernel, crossing, 0, crossing.draws))
    expect(b).toEqual(runPart(kernel, required, 0, required.draws))
  })

  it('ends its workers', async () => {
    const workers = localWorkers()
    const pool = sweepPool(workers.start, 2, 50)
    await pool.sweep(crossing)
    pool.close()
    expect(workers.ended.size).toBe(workers.started())
    await expect(pool.sweep(crossing)).rejects.toThrow('The workers that run the forecast are closed')
    expect(workers.started()).toBe(2)
  })

  it('refuses those who wait when it is closed, or when no worker can be started', async () => {
    const pool = sweepPool(localWorkers().start, 1, 50)
    const both = [pool.sweep(crossing), pool.sweep(crossing)]
    pool.close()
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toContain('rejected')
    let started = 0
    const once = sweepPool(
      () => {
        if (started++ > 0) throw new Error('no more workers')
        return localWorkers(() => 'dies').start()
      },
      1,
      50
    )
    const settled = await Promise.allSettled([once.sweep(crossing), once.sweep(crossing)])
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
