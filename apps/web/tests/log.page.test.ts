import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { logRuns } from './log-runs.ts'
import { type ScriptPages, scriptPages } from './script-page.ts'
import { browserFlags } from './site.ts'

let pages: ScriptPages
let browser: Browser
beforeAll(async () => {
  pages = await scriptPages(join(import.meta.dirname, 'log-page.ts'))
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: browserFlags
  })
})
afterAll(async () => {
  await browser?.close()
  await pages?.stop()
})

it('a log is signed and audited in a browser, under a strict policy, as in Node', async () => {
  const page = await browser.newPage()
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', error => problems.push(error.message))
  await page.goto(await pages.serve())
  await page.waitForFunction('globalThis.frownLog')
  const runs = await page.evaluate(() => frownLog.runs())
  expect(runs).toEqual(await logRuns())
  expect(runs.join()).toContain('"entry":299')
  expect(problems).toEqual([])
})
