/**
 * The explorer as a person meets it: how soon does it follow a slider, how free is the page, how heavy is it, and how long
 * does the server take for whoever has no script?
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { serverArguments } from '../bring/places.mjs'
import { count, type Measurement, median, timed } from './measurement.ts'
import { serve } from './served.ts'

const path = '/forecast'
const changes = 7
const pages = 20

export async function explorer(frownDir: string, chromiumPath: string): Promise<Measurement[]> {
  const server = await serve(serverArguments, '/api/v1/health', { FROWN_DIR: frownDir, DATABASE_URL: '' })
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-background-networking']
  })
  try {
    const address = server.origin + path
    const [coldMs = 0] = await timed(1, () => read(address))
    const warm = await timed(pages, () => read(address))
    return [
      {
        what: 'The explorer’s page from the server, warm, for whoever has no script',
        measured: `${count(median(warm))} ms, median of ${pages}`,
        bar: '< 300 ms',
        beside: `cold, with all seven questions worked out: ${count(coldMs)} ms`
      },
      ...(await followed(browser, address))
    ]
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function read(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  await response.arrayBuffer()
}

async function followed(browser: Browser, address: string): Promise<Measurement[]> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.addInitScript(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { longTasks: tasks })
    new PerformanceObserver(list => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask'
    })
  })
  await page.goto(address, { waitUntil: 'load' })
  await refined(page)
  const loaded = bytes
  await page.evaluate(() => {
    ;(globalThis as unknown as { longTasks: number[] }).longTasks.length = 0
  })
  const headline: number[] = []
  const curve: number[] = []
  for (let change = 0; change < changes; change++) {
    const share = 0.3 + change / 20
    headline.push(await untilChanged(page, share, '.headline'))
    curve.push(await untilChanged(page, share + 0.02, 'figure:has(h3) .words'))
  }
  await refined(page)
  const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
  return [
    {
      what: 'From a moved slider to the new headline, 500 draws, in a browser',
      measured: `${count(median(headline))} ms, median of ${changes}`,
      bar: '< 200 ms',
      beside: `to the new curves of two populations, eleven points each: ${count(median(curve))} ms (bar: < 1,500 ms)`
    },
    {
      what: 'Longest task of the page itself while it follows and refines',
      measured: longTasks.length === 0 ? 'none of 50 ms' : `${count(Math.max(...longTasks))} ms`,
      bar: '≤ 50 ms',
      beside: `${longTasks.length} above 50 ms in ${2 * changes} changes, on as many cores as workers`
    },
    {
      what: 'Bytes of the explorer, compressed, with kernel, workers and fonts',
      measured: `${count(loaded / 1000)} KB`,
      bar: '≤ 250 KB',
      beside: 'document included, with the answers that the server worked out'
    }
  ]
}

const refined = (page: Page) => page.locator('.progress', { hasText: /^10,000 draws\./ }).waitFor({ timeout: 120_000 })

/** Moves the slider to `share` and waits until what `selector` finds has changed. */
function untilChanged(page: Page, share: number, selector: string): Promise<number> {
  return page.evaluate(
    async ({ share, selector }) => {
      const slider = document.querySelector<HTMLInputElement>('#refuse')
      const shown = () => document.querySelector(selector)?.outerHTML
      const before = shown()
      if (slider === null || before === undefined) throw new Error(`no ${selector}`)
      const start = performance.now()
      slider.value = String(share)
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      while (shown() === before) await new Promise(resolve => requestAnimationFrame(resolve))
      return performance.now() - start
    },
    { share, selector }
  )
}
