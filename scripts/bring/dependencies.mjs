/**
 * Whether node_modules holds what package-lock.json asks for, and if not, `npm ci`.
 *
 * npm writes node_modules/.package-lock.json last, so that comparing the two also finds an install that was cut short,
 * and leaves alone what a developer installed by hand.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { environmentOf } from './node.mjs'
import { npm } from './npm.mjs'
import { root } from './places.mjs'
import { say } from './refusal.mjs'

export async function bringDependencies(node) {
  if (areInstalled()) return
  await withLock(async () => {
    if (areInstalled()) return
    say('Installing the libraries …')
    await npm(['ci', '--include=dev'], {
      name: 'dependencies',
      // NODE_ENV=production would leave out what builds the pages.
      env: environmentOf(node, { NODE_ENV: 'development' }),
      what: 'The libraries could not be installed',
      remedy: 'Check the network and the free space on the disk, and run the command again.'
    })
  })
}

function areInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'))
  const present = readLock(join(root, 'node_modules', '.package-lock.json'))
  return wanted !== null && present !== null && satisfies(wanted, present)
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** Every package wanted is there in its version (those for other systems may be absent) and none is left over. */
export function satisfies(wanted, present) {
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || !place.includes('node_modules/')) continue
    const found = present[place]
    if (found ? found.version !== entry.version : !(entry.optional || entry.devOptional || entry.peer)) return false
  }
  return Object.keys(present).every(place => place in wanted)
}
