/**
 * npm run bench: brings what is measured and what measures it, then runs scripts/bench/main.ts.
 *
 * `npm run bench -- --write` also writes docs/benchmarks.md. The server measured gets a throw-away PostgreSQL.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bringChromium } from './bring/chromium.mjs'
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root } from './bring/places.mjs'
import { bringPostgres } from './bring/postgres.mjs'
import { orRefuse, Refusal } from './bring/refusal.mjs'
import { bringWebBuild } from './bring/web-build.mjs'
import { startPostgres } from './throw-away-postgres.mjs'

const main = join(root, 'scripts', 'bench', 'main.ts')

await orRefuse(async () => {
  if (!existsSync(main))
    throw new Refusal('There is nothing to measure yet.', 'scripts/bench/main.ts is to measure it.')
  const node = await bringNode()
  await bringDependencies(node)
  await bringWebBuild(node)
  const chromium = await bringChromium(node)
  const postgres = await startPostgres(await bringPostgres())
  try {
    const env = environmentOf(node, { TEST_DATABASE_URL: postgres.url, CHROMIUM_PATH: chromium })
    process.exitCode = await runInForeground(node, [main, ...process.argv.slice(2)], { env, cwd: root, ownGroup: true })
  } finally {
    await postgres.stop()
  }
})
