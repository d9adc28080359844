/**
 * npm test: brings what the tests need, starts a throw-away PostgreSQL, runs all tests and ends on one line of counts.
 *
 * `npm test -- path` narrows. TEST_DATABASE_URL and CHROMIUM_PATH, where set, are used as they are.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringChromium } from './bring/chromium.mjs'
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root } from './bring/places.mjs'
import { bringPostgres } from './bring/postgres.mjs'
import { orRefuse } from './bring/refusal.mjs'
import { bringWebBuild } from './bring/web-build.mjs'
import { countTests, isSuccess, summaryLine } from './test-summary.mjs'
import { startPostgres } from './throw-away-postgres.mjs'

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  await bringWebBuild(node)
  const chromium = await bringChromium(node)
  const given = process.env.TEST_DATABASE_URL
  const postgres = given ? { url: given, stop() {} } : await startPostgres(await bringPostgres())
  const folder = mkdtempSync(join(tmpdir(), 'frown-test-'))
  try {
    const counts = await runVitest(node, join(folder, 'report.json'), {
      TEST_DATABASE_URL: postgres.url,
      CHROMIUM_PATH: chromium
    })
    process.exitCode = isSuccess(counts) ? 0 : 1
    await new Promise(resolve => process.stdout.write(`${summaryLine(counts)}\n`, resolve))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function runVitest(node, reportFile, variables) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const env = environmentOf(node, { ...variables, NODE_ENV: 'test' })
  // A person's own database and server must not be what the tests run on.
  for (const name of ['DATABASE_URL', 'FROWN_DIR', 'PORT', 'HOST']) delete env[name]
  const code = await runInForeground(node, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    env,
    cwd: root,
    ownGroup: true
  })
  return countTests(readReport(reportFile), code)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
