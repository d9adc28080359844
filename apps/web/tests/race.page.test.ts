import { join } from 'node:path'
import { loadKernel, runPart } from '@frown/core/simulation'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { digestOf, kernelDigests, type PlanName, plans } from './race-runs.ts'
import { type ScriptPages, scriptPages, strictPolicy } from './script-page.ts'
import { browserFlags } from './site.ts'

const kernel = await loadKernel()
const inNode = (name: PlanName) => digestOf(runPart(kernel, plans[name], 0, plans[name].draws))

let pages: ScriptPages
let browser: Browser
let origin: string
beforeAll(async () => {
  pages = await scriptPages(join(import.meta.dirname, 'race-page.ts'))
  origin = await pages.serve()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: browserFlags
  })
})
afterAll(async () => {
  await browser?.close()
  await pages?.stop()
})

async function open(url = origin, prepare: (page: Page) => Promise<unknown> = async () => undefined) {
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', error => problems.push(error.message))
  await prepare(page)
  await page.goto(url)
  await page.waitForFunction('globalThis.frownRace')
  return { page, problems }
}

describe('the race in a browser, under a strict policy', () => {
  it('has the sampled values and all crossings of the race in Node, to the last bit', async () => {
    const { page, problems } = await open()
    expect(await page.evaluate(() => frownRace.kernel())).toEqual(await kernelDigests(kernel))
    expect(problems).toEqual([])
  })

  it.each([
    { name: 'crossing', workers: 1 },
    { name: 'crossing', workers: 3 },
    { name: 'requiredShare', workers: 1 },
    { name: 'requiredShare', workers: 3 },
    { name: 'frontier', workers: 1 },
    { name: 'frontier', workers: 3 }
  ] as const)('gives for a $name sweep on workers ($workers) what Node gives, to the last bit', async asked => {
    const { page, problems } = await open()
    const digest = await page.evaluate(({ name, workers }) => frownRace.sweep(name, workers), asked)
    expect(digest).toBe(await inNode(asked.name))
    expect(problems).toEqual([])
  })

  it('stops on its way when told to, and does the next', async () => {
    const { page } = await open()
    const { ended, share, next } = await page.evaluate(() => frownRace.stopAndSweep(2))
    expect(ended).toBe('enough')
    expect(share).toBeLessThan(0.01)
    expect(next).toBe(await inNode('crossing'))
  })

  it('ends every sweep when it is closed', async () => {
    const { page } = await open()
    const sentence = 'The workers that run the forecast are closed.'
    expect(await page.evaluate(() => frownRace.closeMeanwhile())).toEqual(Array(4).fill(sentence))
  })
})

describe('the race where a browser does not run it', () => {
  const notStarted = 'This browser did not start the workers that run the forecast.'
  const noWebAssembly = "This browser does not run the forecast's WebAssembly."
  const workerFile = /sweep-worker/

  it.each([
    {
      why: 'workers are forbidden',
      policy: strictPolicy.replace("worker-src 'self'", "worker-src 'none'"),
      sentence: notStarted
    },
    {
      why: 'WebAssembly is forbidden',
      policy: strictPolicy.replace("'wasm-unsafe-eval'", ''),
      sentence: noWebAssembly
    }
  ])('says so each time it is asked, if $why', async ({ policy, sentence }) => {
    const { page } = await open(await pages.serve(policy))
    const refusals = await page.evaluate(() => frownRace.refusals())
    expect(refusals.map(refusal => refusal.slice(0, sentence.length))).toEqual([sentence, sentence])
  })

  it('says so if the constructor of workers throws', async () => {
    const { page } = await open(origin, page =>
      page.addInitScript(() => {
        globalThis.Worker = class {
          constructor() {
            throw new Error('no workers')
          }
        } as never
      })
    )
    expect(await page.evaluate(() => frownRace.refusals())).toEqual([notStarted, notStarted])
  })

  it('says so if the program of a worker does not come, and after half a minute if nothing does', async () => {
    const missing = await open(origin, page => page.route(workerFile, route => route.fulfill({ status: 404 })))
    expect(await missing.page.evaluate(() => frownRace.refusals())).toEqual([notStarted, notStarted])

    const silent = await open(origin, async page => {
      await page.clock.install()
      await page.route(workerFile, () => new Promise(() => undefined))
    })
    const refusals = silent.page.evaluate(() => frownRace.refusals())
    for (let times = 0; times < 2; times++) {
      await silent.page.waitForTimeout(200)
      await silent.page.clock.runFor(30_000)
    }
    expect(await refusals).toEqual([notStarted, notStarted])
  })

  it('comes back once a worker can be started', async () => {
    let isMissing = true
    const { page } = await open(origin, page =>
      page.route(workerFile, route => (isMissing ? route.fulfill({ status: 404 }) : route.continue()))
    )
    await page.evaluate(() => frownRace.refusals())
    isMissing = false
    expect(await page.evaluate(() => frownRace.sweepAfterRefusals())).toBe(await inNode('crossing'))
  })
})
