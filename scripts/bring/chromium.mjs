/**
 * A Chromium for the tests of pages: CHROMIUM_PATH, the system's, Debian's package when root, else Playwright's own.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { bringDebianPackages, canInstallDebianPackages } from './debian.mjs'
import { environmentOf } from './node.mjs'
import { root } from './places.mjs'
import { Refusal, say } from './refusal.mjs'
import { capture, runQuietly } from './run-quietly.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const apps = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

/** Path of a Chromium. */
export async function bringChromium(node) {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Refusal(`CHROMIUM_PATH names ${given}, where nothing is.`, 'Unset it, or let it name a Chromium.')
  }
  const found = findChromium()
  if (found) return found
  if (canInstallDebianPackages()) {
    say('Installing Chromium from Debian …')
    await bringDebianPackages(['chromium'])
    const installed = findChromium()
    if (installed) return installed
  }
  return await bringPlaywrights(node)
}

export function findChromium(path = process.env.PATH ?? '', extra = apps) {
  const candidates = path.split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return [...candidates, ...extra].find(candidate => existsSync(candidate))
}

async function bringPlaywrights(node) {
  const env = environmentOf(node)
  const asked = ['-e', "process.stdout.write(require('playwright-core').chromium.executablePath())"]
  const { output: path } = await capture(node, asked, { env })
  if (existsSync(path)) return path
  say('Bringing a Chromium through Playwright …')
  await runQuietly(node, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    name: 'chromium',
    env,
    what: 'No Chromium was found and none could be brought',
    remedy: 'Install Chromium or Chrome, or let CHROMIUM_PATH name one.'
  })
  return path
}
