#!/usr/bin/env node
/**
 * `npx frown …`: the command line, also in a clone where nothing is installed yet.
 *
 * With a new enough Node the program runs in this process, which saves a start; otherwise in the Node that was brought.
 */
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bringDependencies } from './bring/dependencies.mjs'
import { runInForeground } from './bring/foreground.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { cliMain, toolsFolder } from './bring/places.mjs'
import { orRefuse } from './bring/refusal.mjs'

const failed = 2

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  if (node === process.execPath) {
    module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE ?? join(toolsFolder, 'compile-cache'))
    process.argv[1] = cliMain
    await import(pathToFileURL(cliMain).href)
  } else {
    process.exitCode = await runInForeground(node, [cliMain, ...process.argv.slice(2)], { env: environmentOf(node) })
  }
}, failed)
