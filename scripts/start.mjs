// npm start: from a fresh clone to a running server. Brings Node, libraries and pages as far as they are missing.
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root, serverArguments } from './bring/places.mjs'
import { orRefuse } from './bring/refusal.mjs'
import { bringWebBuild } from './bring/web-build.mjs'

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  await bringWebBuild(node)
  const env = environmentOf(node, { NODE_ENV: process.env.NODE_ENV ?? 'production' })
  process.exitCode = await runInForeground(node, [...serverArguments, ...process.argv.slice(2)], {
    env,
    cwd: root,
    ownGroup: true
  })
})
