/**
 * How soon does a page that runs the race itself have its answers, and does the page stay free meanwhile?
 */
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { scriptPages } from '../../apps/web/tests/script-page.ts'
import { count, type Measurement, median } from './measurement.ts'
import type { Screen } from './race-page.ts'

const runs = 9
const screens: readonly { readonly screen: Screen; readonly what: string; readonly bar: string }[] = [
  { screen: 'scenario', what: 'A scenario and its baseline, 500 draws', bar: '< 200 ms' },
  { screen: 'scenarioAndFan', what: 'The same with the fan of the frontier over 15 years', bar: '< 200 ms' },
  { screen: 'curve', what: 'Delay at eleven shares of one population, 500 draws', bar: '< 1,500 ms' },
  { screen: 'requiredShare', what: 'The share that must refuse, one population, 200 draws', bar: '' }
]

export async function raceInBrowser(chromiumPath: string): Promise<Measurement[]> {
  const pages = await scriptPages(join(import.meta.dirname, 'race-page.ts'))
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking']
  })
  try {
    const page = await browser.newPage()
    await page.goto(await pages.serve())
    await page.waitForFunction('globalThis.frownBench')
    const show = (screen: Screen, seed: number) =>
      page.evaluate(({ screen, seed }) => frownBench.show(screen, seed), { screen, seed })
    const workers = await page.evaluate(() => frownBench.workers)
    const mainThread = () => page.evaluate(() => frownBench.mainThread())
    const measurements: Measurement[] = []
    const stays = [{ during: 'loading', ...(await mainThread()) }]
    for (const { screen, what, bar } of screens) {
      const first = await show(screen, 1)
      const rest: number[] = []
      for (let run = 0; run < runs; run++) rest.push(await show(screen, 2 + run))
      measurements.push({
        what: `${what}, in a browser`,
        measured: `${count(median(rest))} ms`,
        bar,
        beside: `${workers} workers; the slowest of ${runs}: ${count(Math.max(...rest))} ms; the first: ${count(first)} ms`
      })
      stays.push({ during: screen, ...(await mainThread()) })
    }
    return [...measurements, longestTask(stays), bytes(pages.files)]
  } finally {
    await browser.close()
    await pages.stop()
  }
}

interface Stay {
  readonly during: string
  readonly longTasks: readonly number[]
  readonly longestWaitMs: number
}

function longestTask(stays: readonly Stay[]): Measurement {
  const longest = Math.max(...stays.flatMap(({ longTasks }) => longTasks))
  const waits = stays.map(({ during, longestWaitMs }) => `${during} ${count(longestWaitMs)} ms`)
  return {
    what: "Longest task of the page's own thread, loading included",
    measured: longest < 50 ? 'none reaches 50 ms' : `${count(longest)} ms`,
    bar: '≤ 50 ms',
    beside: `longest that a timer of the page waited: ${waits.join(', ')}`
  }
}

function bytes(files: ReadonlyMap<string, Buffer>): Measurement {
  const worker = [...files].find(([file]) => basename(file).startsWith('sweep-worker'))
  if (!worker) throw new Error('The bundle has no worker.')
  const [, body] = worker
  return {
    what: 'Kernel and sweep as a worker loads them, gzipped',
    measured: `${(gzipSync(body).length / 1000).toFixed(1)} KB`,
    bar: '',
    beside: `${(body.length / 1000).toFixed(1)} KB before`
  }
}
