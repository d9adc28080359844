/**
 * npm run check: everything a machine can say about the code without running it. Ends with 1 when any check failed.
 *
 * Two at a time, a line each with its time; the output of those that failed follows.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringDependencies } from './bring/dependencies.mjs'
import { bringNode, environmentOf } from './bring/node.mjs'
import { root } from './bring/places.mjs'
import { orRefuse } from './bring/refusal.mjs'
import { capture } from './bring/run-quietly.mjs'
import { brokenLinks } from './check/doc-links.mjs'
import { generated } from './check/generated.mjs'
import { heavyFiles, licenceFaults, lockFileFaults } from './check/repository.mjs'

const tool = (name, ...path) => join(root, 'node_modules', name, ...path)
const tsc = tool('typescript', 'bin', 'tsc')
const web = join(root, 'apps', 'web')
const workspaces = ['packages/core', 'packages/kernel', 'packages/crypto', 'apps/server', 'apps/cli', 'scripts']

/** Each runs programs with Node in a folder, or looks by itself and returns sentences. */
const checks = [
  { name: 'format and lint', run: [[tool('@biomejs/biome', 'bin', 'biome'), 'check', '--max-diagnostics=50', '.']] },
  ...workspaces
    .filter(place => existsSync(join(root, place, 'tsconfig.json')))
    .map(place => ({ name: `types of ${place}`, run: [[tsc, '--pretty', 'false', '-p', place]] })),
  {
    name: 'types of apps/web',
    cwd: web,
    run: [
      [tool('@sveltejs/kit', 'svelte-kit.js'), 'sync'],
      [tool('svelte-check', 'bin', 'svelte-check'), '--threshold', 'warning', '--output', 'human']
    ]
  },
  {
    name: 'layers',
    run: [
      [
        tool('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
        'apps',
        'packages',
        'scripts',
        '--output-type',
        'err-long'
      ]
    ]
  },
  { name: 'dead code', run: [[tool('knip', 'bin', 'knip.js')]] },
  ...generated.map(({ what, check, make }) => ({ name: `generated: ${what}`, run: [check], remedy: `Run: ${make}` })),
  { name: 'links of the documents', look: () => brokenLinks(tracked(), root) },
  { name: 'lock file', look: () => lockFileFaults(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))) },
  { name: 'licences', look: () => licenceFaults(tracked(), root) },
  { name: 'heavy files', look: () => heavyFiles(tracked(), root) }
]

await orRefuse(async () => {
  const node = await bringNode()
  await bringDependencies(node)
  const waiting = [...checks]
  const failed = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = Date.now()
      const faults = await perform(check, node)
      console.log(`${faults ? 'failed' : 'ok    '}  ${check.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
      if (faults) failed.push(`\n── ${check.name}\n${faults.trim()}`)
    }
  }
  await Promise.all([work(), work()])
  if (failed.length > 0) console.log(failed.join('\n'))
  process.exitCode = failed.length > 0 ? 1 : 0
})

/** What is wrong, in text; nothing when nothing is. */
async function perform({ run = [], look, cwd = root, remedy }, node) {
  const faults = look?.() ?? []
  for (const command of run) {
    const { code, output } = await capture(node, command, { cwd, env: environmentOf(node, { NO_COLOR: '1' }) })
    if (code !== 0) faults.push(output || `${command[0]} ended with ${code}`, ...(remedy ? [remedy] : []))
  }
  return faults.join('\n')
}

/** The files under version control, without those deleted since; a clone without git has none to check. */
function tracked() {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  return (stdout ?? '').split('\0').filter(file => file && existsSync(join(root, file)))
}
