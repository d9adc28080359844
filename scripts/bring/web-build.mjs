/**
 * Whether apps/web/build was made from the sources as they are, and if not, builds it.
 *
 * A digest of every input is kept inside the build, so that the two cannot part; it takes milliseconds.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withLock } from './lock.mjs'
import { environmentOf } from './node.mjs'
import { root } from './places.mjs'
import { say } from './refusal.mjs'
import { runQuietly } from './run-quietly.mjs'

const web = join(root, 'apps', 'web')
const build = join(web, 'build')
const stamp = join(build, '.made-from')
/** Made by the build too, outside it; an `npm install` may take it away. */
const generated = join(web, 'node_modules', '$app')
const inputs = ['apps/web', 'packages', 'package-lock.json', 'tsconfig.base.json']
const ignored = new Set(['node_modules', 'build', '.svelte-kit', 'coverage'])

export async function bringWebBuild(node) {
  if (isCurrent()) return
  await withLock(async () => {
    const digest = digestOf(inputs, root)
    if (existsSync(generated) && stampIs(digest)) return
    say('Building the pages …')
    rmSync(build, { recursive: true, force: true })
    await runQuietly(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      name: 'web-build',
      cwd: web,
      env: environmentOf(node, { NODE_ENV: 'production' }),
      what: 'The pages could not be built',
      remedy: 'If you changed apps/web, mend it there; otherwise please report it.'
    })
    writeFileSync(stamp, digest)
  })
}

function isCurrent() {
  return existsSync(generated) && existsSync(stamp) && stampIs(digestOf(inputs, root))
}

function stampIs(digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

/** One digest over names and contents of all files under `places`, tests and what is made aside. */
export function digestOf(places, base) {
  const hash = createHash('sha256')
  for (const file of places.flatMap(place => filesUnder(join(base, place))).sort()) {
    const content = readFileSync(file)
    hash.update(`${relative(base, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(place) {
  if (!existsSync(place)) return []
  let entries
  try {
    entries = readdirSync(place, { withFileTypes: true })
  } catch {
    return [place]
  }
  return entries
    .filter(entry => !ignored.has(entry.name) && !/\.test\.ts$/.test(entry.name))
    .flatMap(entry => (entry.isDirectory() ? filesUnder(join(place, entry.name)) : [join(place, entry.name)]))
}
