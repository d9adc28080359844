/**
 * npm run torture: brings what is tormented and what torments it, then runs scripts/torture/main.ts.
 *
 * `npm run torture -- kill disk` runs these alone; `--seed 7` repeats a run; `--small` does a little of each.
 */
import { join } from 'node:path'
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root } from './bring/places.mjs'
import { bringPostgres } from './bring/postgres.mjs'
import { orRefuse } from './bring/refusal.mjs'
import { bringWebBuild } from './bring/web-build.mjs'

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  await bringWebBuild(node)
  const env = environmentOf(node, { POSTGRES_BIN: await bringPostgres() })
  // A person's own database and server must not be tormented.
  for (const name of ['DATABASE_URL', 'FROWN_DIR', 'PORT', 'HOST']) delete env[name]
  const main = join(root, 'scripts', 'torture', 'main.ts')
  process.exitCode = await runInForeground(node, [main, ...process.argv.slice(2)], { env, cwd: root, ownGroup: true })
})
