/**
 * npm run dev: the server as it ships, at one address; a change to the code rebuilds what it touches and starts it anew.
 *
 * Pages are built rather than served by Vite's own server: they reach the API in this process, as they do when they ship.
 */
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root, serverArguments } from './bring/places.mjs'
import { orRefuse, Refusal, say } from './bring/refusal.mjs'
import { bringWebBuild } from './bring/web-build.mjs'

const watched = ['apps/server', 'apps/web', 'packages', 'data']
const beside = /(^|[/\\])(node_modules|build|\.svelte-kit)([/\\]|$)|\.test\.ts$|~$/

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  // Watching whole folders needs the newer Node on Linux.
  if (node === process.execPath) return await serveAndWatch(node)
  const self = fileURLToPath(import.meta.url)
  process.exitCode = await runInForeground(node, [self], { env: environmentOf(node), cwd: root, ownGroup: true })
})

async function serveAndWatch(node) {
  let changed = true
  let stopping = false
  let server
  for (const place of watched) {
    watch(join(root, place), { recursive: true }, (_event, file) => {
      if (!beside.test(file ?? '')) changed = true
    })
  }
  const stop = () => {
    stopping = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  for (; !stopping; await sleep(200)) {
    if (!changed) continue
    await sleep(200)
    changed = false
    if (!(await isBuilt(node))) continue
    await end(server)
    const env = environmentOf(node, { NODE_ENV: 'development' })
    server = spawn(node, serverArguments, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  }
  await end(server)
  process.exit(0)
}

/** Builds the pages where needed; a build that fails is told, and the next change tries again. */
async function isBuilt(node) {
  try {
    await bringWebBuild(node)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(`${error.message}\n${error.remedy}`)
    return false
  }
}

async function end(server) {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}
