import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Kernel, loadKernel, type SweepPool, sweepHere } from '@frown/core/simulation'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crossingPlan, digestOf } from './crossing.fixture.ts'
import { chunkOf, sweepThreads } from './sweep-threads.ts'

let kernel: Kernel
let threads: SweepPool
beforeAll(async () => {
  kernel = await loadKernel()
  threads = sweepThreads(2)
})
afterAll(() => threads.close())

describe('a sweep on threads', () => {
  const plan = crossingPlan(3_000)

  it('is the same to the last bit as one in this thread', async () => {
    expect(digestOf(await threads.sweep(plan))).toBe(digestOf(await sweepHere(kernel)(plan)))
  })

  it('can be of some of the draws only', async () => {
    const all = await sweepHere(kernel)(plan)
    const chunk = await threads.sweep(chunkOf(plan, 1_500, 1_100))
    expect(digestOf(chunk)).toBe(digestOf(all.map(column => column.slice(1_500, 2_600))))
  })

  it('stops when told to, with the reason given, and does the next', async () => {
    const stop = new AbortController()
    const began = performance.now()
    const sweep = threads.sweep(crossingPlan(1_000_000), { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('enough')), 100)
    await expect(sweep).rejects.toThrow('enough')
    expect(performance.now() - began).toBeLessThan(5_000)
    expect((await threads.sweep(crossingPlan(10)))[0]).toHaveLength(10)
  })

  it('keeps no process alive once it is done', () => {
    const [threadsUrl, fixtureUrl] = ['./sweep-threads.ts', './crossing.fixture.ts'].map(
      path => new URL(path, import.meta.url).href
    )
    const script = `
      import { sweepThreads } from '${threadsUrl}'
      import { crossingPlan } from '${fixtureUrl}'
      const [column] = await sweepThreads(2).sweep(crossingPlan(5))
      console.log(column.length)`
    const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      timeout: 15_000
    })
    expect(ended).toMatchObject({ status: 0, stdout: '5\n' })
  })
})
