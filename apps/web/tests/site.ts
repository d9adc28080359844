/**
 * The real server with the shipped register in a folder of its own, and a real browser that notes what goes wrong.
 *
 * A visit counts as a problem: any request to another origin, any error in the console (violations of the content
 * security policy come there), any script that throws, any request that fails.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

const serverMain = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../build/handler.js', import.meta.url))

export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

export const widths = [360, 1280] as const
export const themes = ['light', 'dark'] as const

interface Looks {
  readonly width?: number
  readonly theme?: (typeof themes)[number]
  readonly scripts?: boolean
}

export interface Visit {
  readonly page: Page
  readonly theme: (typeof themes)[number]
  readonly problems: string[]
}

export interface Site {
  readonly url: string
  /** FROWN_DIR of its server. */
  readonly folder: string
  /** Opens `path` in a context of its own, which ends with the test. */
  visit(path: string, looks?: Looks): Promise<Visit>
  stop(): Promise<void>
}

/** `environment`: what its server is told besides. */
export async function startSite(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  if (!existsSync(built)) throw new Error('The pages are not built: npm run build -w @frown/web')
  const folder = mkdtempSync(join(tmpdir(), 'frown-pages-'))
  const server = spawn(process.execPath, [serverMain], {
    env: {
      ...process.env,
      FROWN_DIR: folder,
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      FROWN_LIMITS: 'off',
      ...environment
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()))
  const stopServer = async () => {
    server.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const url = await addressOf(server)
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: browserFlags
    })
    return {
      url,
      folder,
      visit: (path, looks) => visit(browser, url, path, looks),
      stop: async () => {
        await browser.close()
        await stopServer()
      }
    }
  } catch (error) {
    await stopServer()
    throw error
  }
}

/** The address that the server says it has; its last words where it ends instead. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Frown is at (http:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', () => reject(new Error(`The server ended before it listened:\n${said}`)))
  })
}

async function visit(browser: Browser, url: string, path: string, looks: Looks = {}): Promise<Visit> {
  const { width = 1280, theme = 'light', scripts = true } = looks
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 800 },
    colorScheme: theme,
    javaScriptEnabled: scripts,
    reducedMotion: 'reduce',
    acceptDownloads: true
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', error => problems.push(`script: ${error.message}`))
  page.on('request', request => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== url && protocol.startsWith('http')) problems.push(`third party: ${request.url()}`)
  })
  page.on('requestfailed', request => {
    const reason = request.failure()?.errorText ?? ''
    // A browser without scripts refuses to preload them, and calls it a matter of policy.
    const refused = !scripts && reason === 'csp'
    if (!refused && reason !== 'net::ERR_ABORTED') problems.push(`request: ${request.url()} ${reason}`)
  })
  const quiet = onceQuiet(page)
  await page.goto(path)
  await quiet()
  return { page, theme, problems }
}

const quietMs = 500

/**
 * Waits until the page has asked for nothing for half a second.
 *
 * Playwright's own "networkidle" is not used: now and then the browser never says that a worker's program has come,
 * and then it waits for ever.
 */
function onceQuiet(page: Page): () => Promise<void> {
  const underWay = new Set<Request>()
  let since = Date.now()
  const ofWorker = (request: Request) => request.url().includes('/_app/immutable/workers/')
  const ended = (request: Request) => {
    underWay.delete(request)
    since = Date.now()
  }
  page.on('request', request => {
    if (!ofWorker(request)) underWay.add(request)
    since = Date.now()
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  return async () => {
    const deadline = Date.now() + 30_000
    while (underWay.size > 0 || Date.now() - since < quietMs) {
      if (Date.now() > deadline)
        throw new Error(`Still asking for ${[...underWay].map(request => request.url()).join(', ')}`)
      await setTimeout(quietMs / 10)
    }
  }
}

/** Fails if axe finds anything, if the page is wider than its window, or if the visit noted a problem. */
export async function expectSoundPage({ page, theme, problems }: Visit): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // The other theme has the same markup and other colours.
  const { violations } = await (theme === 'dark' ? axe.withRules(['color-contrast']) : axe).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)).toEqual(
    []
  )
  expect(await overflow(page)).toBe(0)
  expect(problems).toEqual([])
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)')
